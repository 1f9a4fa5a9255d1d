"""By what an exported file is known again as one of cpsprep, so that a later one may take its place."""

import re
from typing import Final, assert_never

from cpsprep.core.export.json_form import SCHEMA
from cpsprep.core.export.names import MARK, Format
from cpsprep.core.export.table import COLUMNS

_TABLE: Final = re.compile(r"\ufeffid,kind,[a-z_,]+\r\n")


def is_own(form: Format, start: str) -> bool:
    """Whether a file that begins like this was exported by cpsprep in this format.

    The comment at its top says so, of JSON the name of its schema, of a table the columns that no other
    program orders and writes like this. An Aiken file holds nothing but questions, so nobody can tell.
    """
    match form:
        case Format.GIFT:
            return start.startswith(f"// {MARK}")
        case Format.MOODLE_XML:
            return start.startswith(f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {MARK}')
        case Format.MARKDOWN:
            return start.startswith(f"<!-- {MARK}")
        case Format.JSON:
            return start.startswith(f'{{\n  "schema": "{SCHEMA}"')
        case Format.CSV:
            return _is_table(start)
        case Format.AIKEN:
            return False
        case _:
            assert_never(form)


def _is_table(start: str) -> bool:
    head = _TABLE.match(start)
    if head is None:
        return False
    columns = head[0].strip("\ufeff\r\n").split(",")
    return columns == [name for name in COLUMNS if name in columns]
