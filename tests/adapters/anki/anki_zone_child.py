"""Studies, exports, imports, studies on in Anki and pulls, in the time zone of this process.

It writes into `told.json` how the cards stand in Anki, how many days ago two reviews there were by Anki's own
search and by what was pulled. The second of them is moved ten minutes back. What it would print could come
between words of Anki, which tells there when a machine is slow.
"""

import json
import sys
from pathlib import Path

from cpsprep.adapters.anki.collection_reviews import CollectionFile
from cpsprep.adapters.log.imports import Imports
from cpsprep.app.pull_anki import find_reviews, pull_anki
from fakes_anki_history import CATALOG, now, package, states, studied
from fakes_anki_user import AnkiUser
from fakes_log import log_at

EARLIER_MS = 600_000


def days_ago(user: AnkiUser, card: int) -> int:
    """By Anki: 0 for a card that was answered since the day began."""
    return next(days for days in range(9) if user.col.find_cards(f"cid:{card} rated:{days + 1}"))


place = Path(sys.argv[1])
with log_at(place) as log, AnkiUser(place) as user:
    studied(log)
    user.imports(package(log)[0], progress=True)
    stood = states(user)
    known = {row[0] for row in user.reviews()}
    user.studies_any([3, 3])
    (first, card), (second, other) = [row[:2] for row in user.reviews() if row[0] not in known]
    user.ask(f"delete from revlog where cid in ({card}, {other}) and id not in ({first}, {second})")
    user.ask(f"update revlog set id = id - {EARLIER_MS} where id = {second}")
    at = now()
    pulled = pull_anki(find_reviews(CollectionFile(user.exports("apkg")), CATALOG), Imports(log), at)
    found = {event.at_ms: at.study_day - event.study_day for event in pulled.incoming.events}
    told = {
        "states": stood,
        "anki": [days_ago(user, card), days_ago(user, other)],
        "pulled": [found.get(first), found.get(second - EARLIER_MS)],
    }
    (place / "told.json").write_text(json.dumps(told), encoding="utf-8")
