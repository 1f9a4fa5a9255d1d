"""Pictures and sounds that a file only names, as our own JSON and CSV do: from a folder `media` beside it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from cpsprep.adapters.bank.media import media_bytes
from cpsprep.adapters.interchange.incoming import STDIN
from cpsprep.core.interchange.draft import Found, Remark
from cpsprep.core.interchange.media.kinds import kind_of
from cpsprep.core.interchange.media.pictures import MOST, MOST_BYTES, media_of
from cpsprep.core.media import FOLDER

_SHOWN: Final = 3
_ENDINGS: Final = {"jpeg": "jpg"}


def with_named_files(
    found: Found, files: Mapping[str, bytes], path: Path
) -> tuple[Found, Mapping[str, bytes]]:
    """What was found, with the files that its drafts name and that were not in the file itself.

    They come as they are, since they are those of a bank; what is not there is told.
    """
    first = {name: draft.where for draft in reversed(found.drafts) for name in media_of(draft)}
    wanted = [name for draft in found.drafts for name in media_of(draft) if name not in files]
    wanted = list(dict.fromkeys(wanted))
    if not wanted:
        return found, files
    there = {} if str(path) == STDIN else media_bytes(path.parent, wanted[:MOST])
    taken: dict[str, bytes] = dict(files)
    for name in filter(there.__contains__, wanted):
        ending = name.rpartition(".")[2]
        fits = kind_of(there[name]).ending == _ENDINGS.get(ending, ending)
        if fits and sum(map(len, taken.values())) + len(there[name]) <= MOST_BYTES:
            taken[name] = there[name]
    missing = [name for name in wanted if name not in taken]
    if not missing:
        return found, taken
    more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
    said = (
        f"not in a folder '{FOLDER}' beside the file: {', '.join(missing[:_SHOWN])}{more}; "
        f"what the bank does not have yet goes into its own folder '{FOLDER}'"
    )
    return replace(found, remarks=[*found.remarks, Remark(first[missing[0]], said)]), taken
