"""`cpsprep bank import` of a file with pictures: they come into the bank with their words, or are told."""

import json
import os
import sys
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

import pytest

from cpsprep.adapters.bank.lint import linted_paths
from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import Outcome, clean_environment, cpsprep
from fakes_pictures import line_drawing

A, B, C = (line_drawing(size, 20) for size in (10, 20, 30))


def shown(data: bytes, words: str = "") -> str:
    return f'<img src="data:image/png;base64,{b64encode(data).decode()}" alt="{words}">'


def quiz(*questions: tuple[str, str, str]) -> str:
    """Moodle XML: each a stem and two options, the first right."""
    made = "".join(
        f'<question type="multichoice"><name><text>{number}</text></name>'
        f"<questiontext><text><![CDATA[{stem}]]></text></questiontext>"
        f'<answer fraction="100"><text><![CDATA[{right}]]></text></answer>'
        f'<answer fraction="0"><text><![CDATA[{wrong}]]></text></answer></question>\n'
        for number, (stem, right, wrong) in enumerate(questions)
    )
    return f"<quiz>\n{made}</quiz>"


def bring(home: Path, text: str, *words: str, code: int = 0) -> Outcome:
    (home.parent / "quiz.xml").write_text(text, "utf-8")
    done = cpsprep("bank", "import", "quiz.xml", "--into", "b", *words, home=home)
    assert done.code == code, done.err
    return done


def media(home: Path) -> list[Mapping[str, str]]:
    bank = read_bank(home.parent / "b")
    assert bank.problems == ()
    return [item.media for item in bank.items.values()]


def files(home: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in (home.parent / "b" / "media").glob("*"))


def found(home: Path) -> list[str]:
    """What the linter finds of pictures."""
    (part,) = linted_paths([home.parent / "b"])
    return [one.code for one in part.problems if "media" in one.code]


def test_pictures_come_with_their_words_and_the_linter_finds_nothing(home: Path) -> None:
    done = bring(home, quiz((f"Who? {shown(A, 'A face.')}", "x", "y")))

    assert "1 ready, 1 picture." in done.out
    assert "Wrote 1 file to b/media." in done.out.replace(os.sep, "/")
    assert files(home) == [A]
    assert [list(one.values()) for one in media(home)] == [["A face."]]
    assert found(home) == []


def test_what_has_no_words_is_listed_and_warned_of_until_somebody_writes_some(home: Path) -> None:
    done = bring(home, quiz((f"Who? {shown(A)}", "x", "y")))
    ((name, words),) = media(home)[0].items()

    assert "Pictures without words:\n  quiz.xml:2: picture-" in done.out
    assert words == "not described yet"
    assert found(home) == ["undescribed-media"]
    (item,) = read_bank(home.parent / "b").items
    setting = f"media.{name}=A face."
    assert cpsprep("bank", "edit", item, "--bank", "b", "--set", setting, home=home).code == 0
    assert (media(home), found(home)) == ([{name: "A face."}], [])
    assert "1 of them as they were" in bring(home, quiz((f"Who? {shown(A)}", "x", "y"))).out


def test_pictures_and_sounds_are_told_apart(home: Path) -> None:
    sound = f'<audio src="data:audio/mpeg;base64,{b64encode(b"ID3 a sigh").decode()}"></audio>'

    both = bring(home, quiz((f"Who? {shown(A)}", sound, "y")), "--dry-run").out
    alone = bring(home, quiz((f"Who? {sound}", "x", "y"))).out

    assert "1 ready, 1 picture, 1 sound." in both
    assert "Pictures or sounds without words:" in both
    assert "Sounds without words:" in alone
    assert "1 sound has no words. To say what one shows:" in alone


def test_a_dry_run_tells_and_writes_nothing(home: Path) -> None:
    done = bring(home, quiz((f"Who? {shown(A)}", "x", "y")), "--dry-run")

    assert "1 ready, 1 picture." in done.out
    assert not (home.parent / "b").exists()


def test_programs_are_told_too(home: Path) -> None:
    told = json.loads(bring(home, quiz((f"Who? {shown(A)}", "x", "y")), "--json").out)["media"]

    assert [one.partition("-")[0] for one in told["files"]] == ["picture"]
    assert [one["where"] for one in told["without_words"]] == ["quiz.xml:2"]
    assert told["other_in_bank"] == []


def test_a_changed_picture_takes_the_place_and_the_words_of_the_one_before(home: Path) -> None:
    bring(home, quiz((f"Which? {shown(A, 'a')}", shown(B), shown(C, "c"))))
    deck = home.parent / "b" / "quiz.yaml"
    deck.write_text(deck.read_text("utf-8").replace("not described yet", "My words."), "utf-8")
    other = line_drawing(25, 20)

    done = bring(home, quiz((f"Which? {shown(A, 'a')}", shown(other), shown(C, "c"))))

    assert "Changed in the file, so changed in the deck" in done.out
    assert list(media(home)[0].values()) == ["a", "My words.", "c"]
    assert "[picture 2]" in deck.read_text("utf-8")
    assert other in files(home)
    assert "stays as it is" in bring(home, quiz((f"Which? {shown(A, 'a')}", shown(other), shown(C, "c")))).out


def test_a_changed_picture_with_words_of_its_own_brings_them(home: Path) -> None:
    bring(home, quiz((f"Which? {shown(A, 'a')}", shown(B, "b"), "x")))

    bring(home, quiz((f"Which? {shown(C, 'c')}", shown(B, "b"), "x")))

    assert list(media(home)[0].values()) == ["c", "b"]


def test_a_picture_that_its_author_cut_is_left_and_told(home: Path) -> None:
    text = quiz((f"Who? {shown(A, 'A face.')}", "x", "y"))
    bring(home, text)
    (path,) = (home.parent / "b" / "media").iterdir()
    path.write_bytes(B)

    done = bring(home, text)

    assert "Other than in the file, so left as it is:\n  media/picture-" in done.out
    assert files(home) == [B]


def test_a_picture_that_was_deleted_comes_back(home: Path) -> None:
    text = quiz((f"Who? {shown(A, 'A face.')}", "x", "y"))
    bring(home, text)
    for path in (home.parent / "b" / "media").iterdir():
        path.unlink()

    bring(home, text)

    assert files(home) == [A]


def test_where_the_deck_cannot_be_written_no_picture_is_left(home: Path) -> None:
    text = quiz((f"Who? {shown(A)}", "x", "y"))
    bring(home, text)
    before = (home.parent / "b" / "quiz.yaml").read_bytes()
    (home / "data").mkdir(exist_ok=True, parents=True)
    backups = home / "data" / "bank-backups"
    if backups.exists():
        backups.rename(home / "kept")
    backups.write_bytes(b"in the way")

    bring(home, quiz((f"Who? {shown(A)}", "x", "y"), (f"Which? {shown(B)}", "x", "y")), code=3)

    assert ((home.parent / "b" / "quiz.yaml").read_bytes(), files(home)) == (before, [A])


def test_a_question_without_a_key_keeps_its_pictures_in_the_list(home: Path) -> None:
    text = quiz((f"Who? {shown(A, 'A face.')}", "x", "y")).replace('fraction="100"', 'fraction="0"')
    bring(home, text)
    listed = home.parent / "b" / "quiz.needs-key.txt"
    listed.write_text(f"{listed.read_text('utf-8').rstrip()} b\n", "utf-8")

    assert cpsprep("bank", "import", "b/quiz.needs-key.txt", "-o", "b/quiz.yaml", home=home).code == 0

    assert [list(one.values()) for one in media(home)] == [["A face."]]
    assert found(home) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of its own")
def test_in_a_terminal_words_are_asked_for(home: Path) -> None:
    import pexpect

    text = quiz((f"Who? {shown(A)}", "x", "y"), (f"Which? {shown(B)}", "x", "y"), ("And?", shown(A), "y"))
    (home.parent / "quiz.xml").write_text(text, "utf-8")
    words = ["-m", "cpsprep", "bank", "import", "quiz.xml", "--into", "b"]
    env = clean_environment(home, TERM="dumb")
    child = pexpect.spawn(sys.executable, words, env=env, cwd=home.parent, timeout=20, dimensions=(24, 80))
    child.expect("1 of 2 .quiz.xml:2.*Who.*What does a learner have to see in this question's picture")
    child.sendline("A face.")
    child.expect("2 of 2 .quiz.xml:3")
    child.sendintr()
    child.expect("Wrote b/quiz.yaml: 3 new questions")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert [list(one.values()) for one in media(home)] == [["A face."], ["not described yet"], ["A face."]]


def test_what_came_goes_on_to_moodle_and_back(home: Path) -> None:
    text = quiz((f"Who? {shown(A, 'A face.')}", "x", "y"), ("Which?", shown(B, "b"), shown(C, "c")))
    bring(home, text)

    done = cpsprep("bank", "export", "--to", "moodle-xml", "--bank", "b", "-o", "out.xml", home=home)
    again = cpsprep("bank", "import", "out.xml", "--into", "back", home=home)

    assert "It holds everything that the bank says of them." in done.out
    assert again.code == 0, again.err
    there, back = (read_bank(home.parent / name).items for name in ("b", "back"))
    assert [(one.body, one.media) for one in back.values()] == [
        (one.body, one.media) for one in there.values()
    ]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_without_room_for_them_says_where_they_are(home: Path, form: str) -> None:
    bring(home, quiz((f"Who? {shown(A)}", "x", "y")))

    told = cpsprep("bank", "export", "--to", form, "--bank", "b", home=home).out

    assert "It holds everything but 1 picture or sound: their names and words are in it" in told
    assert "To bring both in elsewhere, put that folder beside the file." in told


@pytest.mark.parametrize("form", ["csv", "json"])
def test_put_beside_the_file_they_come_along_to_another_bank(home: Path, form: str) -> None:
    bring(home, quiz((f"Who? {shown(A, 'A face.')}", "x", "y")))

    cpsprep("bank", "export", "--to", form, "--bank", "b", "-o", f"b/out.{form}", home=home)
    again = cpsprep("bank", "import", f"b/out.{form}", "--into", "back", home=home)

    assert again.code == 0, again.err
    (name,) = (path.name for path in (home.parent / "back" / "media").iterdir())
    assert (home.parent / "back" / "media" / name).read_bytes() == A
    (item,) = read_bank(home.parent / "back").items.values()
    assert dict(item.media) == {name: "A face."}
