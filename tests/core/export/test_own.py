"""An exported file is known again, and no other file is taken for one."""

import pytest

from cpsprep.core.export.formats import WRITERS
from cpsprep.core.export.names import Format
from cpsprep.core.export.own import is_own
from fakes_anki import HEADER, single

KNOWN = [one for one in Format if one is not Format.AIKEN]


def written(form: Format) -> str:
    return "\ufeff" * WRITERS[form].mark + WRITERS[form].write([single(tags=("x",))], HEADER).text


@pytest.mark.parametrize("form", KNOWN)
def test_what_was_exported_is_known_by_its_beginning(form: Format) -> None:
    assert is_own(form, written(form)[:2000])


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("other", Format)
def test_a_file_of_another_format_is_not_taken_for_it(form: Format, other: Format) -> None:
    assert form is other or not is_own(form, written(other))


def test_an_aiken_file_says_of_nobody_that_it_is_theirs() -> None:
    assert not is_own(Format.AIKEN, written(Format.AIKEN))


@pytest.mark.parametrize(
    ("form", "start"),
    [
        (Format.GIFT, "// question: 1  name: Who\n::Who::[html]Who?{=A ~B}"),
        (Format.MOODLE_XML, '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<!-- question: 0  -->'),
        (Format.MARKDOWN, "# Spring\n\n1. Who?\n\n   - [x] A\n"),
        (Format.JSON, '{\n  "items": []\n}'),
        (Format.CSV, "id,kind,stem,answer\r\n"),
        (Format.CSV, "\ufeffid,kind,answer,stem\r\n"),
        (Format.CSV, "\ufeffid,kind,stem,points\r\n"),
        (Format.CSV, "\ufeffid,kind,stem,answer\n"),
    ],
)
def test_what_others_write_is_not_taken_for_it(form: Format, start: str) -> None:
    assert not is_own(form, start)
