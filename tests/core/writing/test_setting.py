"""`--set FIELD=VALUE`: which field is meant, and what its value is."""

import pytest

from cpsprep.core.writing.setting import Setting, SettingError, read_setting


@pytest.mark.parametrize(
    ("kind", "words", "path", "value"),
    [
        ("single", "level=recall", ("level",), "recall"),
        ("single", " stem = a = b ", ("stem",), "a = b"),
        ("single", "status=", ("status",), ""),
        ("single", "why.a=So.", ("why", "a"), "So."),
        ("single", "answer=b", ("answer",), "b"),
        ("multiple", "answer=a, c", ("answer",), ["a", "c"]),
        ("truefalse", "answer=True", ("answer",), True),
        ("truefalse", "answer=maybe", ("answer",), "maybe"),
        ("single", "shuffle=false", ("shuffle",), False),
        ("basic", "source=[guide, plain,]", ("source",), ["guide", "plain"]),
        ("", "front=x", ("front",), "x"),
        ("cloze", "media.clock.png=A clock.", ("media", "clock.png"), "A clock."),
    ],
)
def test_a_field_takes_its_value_in_its_shape(
    kind: str, words: str, path: tuple[str, ...], value: object
) -> None:
    assert read_setting(words, {"id": "ex-1", "kind": kind}) == Setting(path, value)  # type: ignore[arg-type]


def test_a_scenario_has_a_vignette() -> None:
    assert read_setting("vignette=Ana waits.", {"scenario": "s-1"}).path == ("vignette",)


@pytest.mark.parametrize(
    ("fields", "words", "why", "hint"),
    [
        ({"kind": "single"}, "level", "sets nothing", "FIELD=VALUE"),
        ({"kind": "single"}, "=x", "sets nothing", "FIELD=VALUE"),
        ({"kind": "single"}, "id=x", "an id never changes", "retire it"),
        ({"scenario": "s-1"}, "scenario=x", "an id never changes", "retire it"),
        ({"scenario": "s-1"}, "stem=x", "a scenario has no field 'stem'", "vignette"),
        ({"kind": "single"}, "anwser=a", "a single item has no field", "did you mean 'answer'?"),
        ({"kind": "cloze"}, "stem=a", "a cloze item has no field 'stem'", "did you mean 'text'?"),
        ({"kind": "single"}, "key=a", "a single item has no field 'key'", "did you mean 'answer'?"),
        ({"kind": "basic"}, "key=a", "a basic item has no field 'key'", "did you mean 'back'?"),
        ({"kind": "single"}, "Question=a", "a single item has no field", "did you mean 'stem'?"),
        ({"kind": "basic"}, "rationale=a", "a basic item has no field", "did you mean 'explanation'?"),
        ({"kind": "single"}, "xyz=a", "a single item has no field 'xyz'", "there is: answer, "),
        ({"kind": "?"}, "xyz=a", "an item has no field 'xyz'", ""),
        ({"kind": "single"}, "why=a", "a text for each option", "why.a=..."),
        ({"kind": "single"}, "media=a", "a text for each picture", "media.clock.png=..."),
        ({"kind": "single"}, "why.a.b=a", "a text for each option", "why.a=..."),
        ({"kind": "single"}, "stem.a=a", "has no parts", "stem=..."),
    ],
)
def test_words_that_set_nothing_are_told(fields: dict[str, str], words: str, why: str, hint: str) -> None:
    with pytest.raises(SettingError, match=why) as caught:
        read_setting(words, fields)
    assert hint in caught.value.hint
