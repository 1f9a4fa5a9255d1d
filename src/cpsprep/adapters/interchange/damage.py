"""What is said of an office file that is damaged."""

from collections.abc import Iterator
from contextlib import contextmanager

from cpsprep.adapters.interchange.archive import BrokenArchiveError
from cpsprep.app.errors import UnreadableError
from cpsprep.core.interchange.xml_tree import BrokenXmlError


@contextmanager
def damage_told(name: str, way_out: str) -> Iterator[None]:
    """Say of the file with this name what is broken, and the way out.

    Raises:
        UnreadableError: in the place of a broken archive, or of a part that is no XML.
    """
    try:
        yield
    except BrokenArchiveError as error:
        raise UnreadableError(f"{name} cannot be read: {error}", way_out) from None
    except BrokenXmlError as error:
        message = f"{name} is damaged: a part of it is no XML ({error}, line {error.line})"
        raise UnreadableError(message, way_out) from None
