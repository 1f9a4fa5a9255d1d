"""Studies, exports and imports in the time zone of this process; prints how the cards stand in Anki."""

import sys
from pathlib import Path

from fakes_anki_history import package, states, studied
from fakes_anki_user import AnkiUser
from fakes_log import log_at

place = Path(sys.argv[1])
with log_at(place) as log, AnkiUser(place) as user:
    studied(log)
    user.imports(package(log)[0], progress=True)
    sys.stdout.write(str(states(user)))
