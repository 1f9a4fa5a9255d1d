"""How people write which answer is right: the letters of several options."""

from typing import Final

BETWEEN_LETTERS: Final = r"(?:\s*(?:[,;&/+]|\b(?i:and)\b))+\s*"
_NO_ARTICLE: Final = r"(?!(?-i:a\s+(?!(?:and|because)\b)[a-z]))"
"""So that `B; a dog` names B alone."""
LETTERS_OF_A_KEY: Final = rf"[A-Ha-h](?:{BETWEEN_LETTERS}{_NO_ARTICLE}[A-Ha-h])*"
"""`B`, `a, c`, `A, B and C`, `b/d`."""
