"""What an exam asks, by the name of a board."""

from collections.abc import Callable

import pytest

from cpsprep.app.errors import UsageError
from cpsprep.app.outlines import blueprint_named, every_blueprint, outline_named
from cpsprep.core.exam.outline import Outline
from cpsprep.core.records.board import GENERIC, Areas, Blueprint
from fakes_boards import ONE, TWO, FakeBlueprints, bank, board, cards, catalog, exam

BANKS = catalog(bank(ONE, role=100), bank(TWO), entries=cards(ONE, role=2))
SECOND = board("zebra", {"care": ["role-0"]}, title="a board of another bank")
HELD = FakeBlueprints({ONE: [board(items={"care": ["role-0"]})], TWO: [SECOND, board(title="Not this one")]})
NOTHING = FakeBlueprints({})
STATES = ("Maine", "Ohio", "Utah", "Texas", "Iowa", "Idaho")


def test_a_board_is_found_by_its_id() -> None:
    assert outline_named("a-board", HELD, BANKS).title == "Board a-board"
    assert blueprint_named("a-board", HELD, BANKS).title == "Board a-board"


def test_only_what_was_asked_for_is_read() -> None:
    blueprints = FakeBlueprints({ONE: [board(), board("other")]})

    outline_named("other", blueprints, BANKS)

    assert set(blueprints.asked) == {"other"}


@pytest.mark.parametrize("name", ["", GENERIC])
def test_without_a_name_it_is_no_board_in_particular(name: str) -> None:
    assert outline_named(name, HELD, BANKS).title == "The areas of your questions"
    assert blueprint_named(name, HELD, BANKS).areas is Areas.BANK


@pytest.mark.parametrize("name", ["", GENERIC])
def test_a_bank_may_say_itself_how_long_an_exam_is_then(name: str) -> None:
    own = FakeBlueprints({ONE: [board(GENERIC, areas=Areas.BANK, title="Ours", exam=exam(40))]})

    assert (outline_named(name, own, BANKS).items, blueprint_named(name, own, BANKS).title) == (40, "Ours")


@pytest.mark.parametrize("find", [outline_named, blueprint_named])
def test_what_a_learner_calls_it_will_do(find: Callable[..., Outline | Blueprint]) -> None:
    assert find("Another Bank", HELD, BANKS).id == "zebra"


def test_where_several_may_be_meant_they_are_named() -> None:
    both = FakeBlueprints({ONE: [board("il-one", also=("Illinois",)), board("il-two", also=("Illinois",))]})

    with pytest.raises(UsageError, match="'Illinois' may be il-one or il-two"):
        outline_named("Illinois", both, BANKS)


@pytest.mark.parametrize("find", [outline_named, blueprint_named])
def test_an_unknown_name_is_told_with_those_there_are(find: Callable[..., Outline | Blueprint]) -> None:
    with pytest.raises(UsageError, match="no blueprint 'ohio'") as error:
        find("ohio", HELD, BANKS)

    assert error.value.hint.startswith("there are generic, zebra, a-board;")


def test_the_nearest_names_are_told_and_no_more() -> None:
    boards = [board(f"board-{n}", also=(f"Board of {state}",)) for n, state in enumerate(STATES)]
    many = FakeBlueprints({ONE: [*boards, board("IC&RC")]})
    hints = []
    for name in ("IC", "Board of Ohoi", "xyz"):
        with pytest.raises(UsageError) as error:
            outline_named(name, many, BANKS)
        hints.append(error.value.hint)

    way = "cpsprep exam blueprints tells what is known of each"
    assert hints[0] == f"perhaps IC&RC; {way}"
    assert hints[1].startswith("perhaps board-1 or ")
    assert hints[2] == way


def test_every_board_is_there_once_by_title_and_none_in_particular_comes_first() -> None:
    assert [one.id for one in every_blueprint(HELD, BANKS)] == [GENERIC, "zebra", "a-board"]
    assert [one.id for one in every_blueprint(NOTHING, BANKS)] == [GENERIC]
