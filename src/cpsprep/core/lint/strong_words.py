"""Words that leave no room, and words that leave some: always, never; often, may."""

import re
from typing import Final

ABSOLUTE: Final = re.compile(
    r"\b(?:always|never|completely|absolutely|totally|entirely|impossible|under no circumstances|at all times"
    r"|in all cases|without exception)\b",
    re.IGNORECASE,
)
"""Those that leave no exception even in everyday speech."""
ANY_ABSOLUTE: Final = re.compile(
    rf"{ABSOLUTE.pattern}|\b(?:must|all|none|only|every|everyone|everybody|nobody|no one)\b", re.IGNORECASE
)
"""With those that speech is full of; they tell something only when they are counted over a bank."""
HEDGE: Final = re.compile(
    r"\b(?:usually|often|sometimes|may|might|rarely|generally|typically|tends? to|in most cases|as a rule)\b",
    re.IGNORECASE,
)
