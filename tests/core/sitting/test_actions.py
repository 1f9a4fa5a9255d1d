"""Actions without fields are equal by their type."""

from cpsprep.core.sitting import actions as act


def test_two_of_one_type_are_the_same_action() -> None:
    assert act.Undo() == act.Undo()
    assert len({act.Undo(), act.Undo(), act.Skip()}) == 2


def test_two_types_are_two_actions() -> None:
    assert act.Undo() != act.Skip()


def test_an_action_shows_its_name() -> None:
    assert repr(act.Continue()) == "Continue()"


def test_every_action_has_words() -> None:
    assert all(words.says for words in act.WORDS.values())
