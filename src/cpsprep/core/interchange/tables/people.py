"""Tells a list of people, such as a class with its telephone numbers, from a list of cards."""

import re
from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.tables.columns import Row
from cpsprep.core.interchange.tidy import bare

_PEOPLE: Final = frozenset(
    (
        *("name", "names", "full name", "first name", "last name", "firstname", "lastname", "surname"),
        *("given name", "family name", "preferred name", "nickname", "student", "students", "student name"),
        *("learner", "participant", "participants", "participant name", "emergency contact"),
        *("email", "e mail", "emails", "mail", "email address", "e mail address", "phone", "phones", "tel"),
        *("phone number", "phone numbers", "phone no", "telephone", "telephone number", "mobile", "cell"),
        *("cell phone", "mobile phone", "mobile number", "fax", "address", "home address", "street"),
        *("street address", "mailing address", "zip", "zip code", "birthday", "birth date", "birthdate"),
        *("date of birth", "dob", "ssn"),
    )
)
_MAIL: Final = re.compile(r"[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+")
_PHONE: Final = re.compile(
    r"(?:\+?1[ .-]?)?(?:\(\d{3}\)|\d{3})[ .-]?\d{3}[ .-]?\d{4}|\d{3}[ .-]\d{4}|\+\d[\d ().-]{6,20}"
)
_FEWEST: Final = 2


def told_people(rows: Sequence[Row]) -> str:
    """What to say of a table of two columns without known names that is a list of people; "" of another.

    It goes by the names of its columns, and by cells that are telephone numbers or e-mail addresses.
    """
    names = [cell.strip() for cell in rows[0].cells if cell.strip()]
    if len(names) == _FEWEST and _PEOPLE.issuperset(map(bare, names)):
        return _said("'{}' and '{}' stand above its columns".format(*names), *names)
    for column in zip(*(row.cells for row in rows if len(row.cells) == len(rows[0].cells)), strict=True):
        found = sum(_is_address(cell.strip()) for cell in column)
        if found >= _FEWEST and found * 2 > len(rows):
            return _said("it has phone numbers or e-mail addresses", "1", "2")
    return ""


def _is_address(cell: str) -> bool:
    return bool(_MAIL.fullmatch(cell) or _PHONE.fullmatch(cell))


def _said(why: str, front: str, back: str) -> str:
    return (
        f"it looks like a list of people, as {why}, so no cards were made of it. "
        f'If they are cards, say so: --map "front={front},back={back}"'
    )
