"""How people write which answer is right: the words that mean it, and the letters of several options.

Every pattern that looks for one of them is built from here, with `re.IGNORECASE` for the words.
"""

import re
from collections.abc import Iterable
from typing import Final

BETWEEN_LETTERS: Final = r"(?:\s*(?:[,;&/+]|\b(?i:and)\b))+\s*"
_NO_ARTICLE: Final = r"(?!(?-i:a\s+(?!(?:and|because)\b)[a-z]))"
"""So that `B; a dog` names B alone."""
LETTERS_OF_A_KEY: Final = rf"[A-Ha-h](?:{BETWEEN_LETTERS}{_NO_ARTICLE}[A-Ha-h])*"
"""`B`, `a, c`, `A, B and C`, `b/d`."""


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


ANSWER_WORDS: Final = (
    *("answer", "answers", "ans", "respuesta", "respuestas", "reponse", "reponses", "r\u00e9ponse"),
    *("r\u00e9ponses", "resposta", "respostas", "antwort", "antworten", "risposta", "risposte"),
    "\u0111\u00e1p \u00e1n",
)
"""They mean it wherever they stand."""
KEY_WORDS: Final = ("key", "solution")
"""They mean it before a colon or `is`, and above a list of keys; elsewhere they are words like others."""
LIST_WORDS: Final = ("keys", "solutions")
"""They mean it before a colon, and above a list of keys."""
CHOICE_WORDS: Final = ("response", "option", "choice")
"""They mean it before a colon or `is`; several of them are the options, not the key."""
RIGHT_WORDS: Final = ("correct", "right", "best")
"""They stand before such a word."""
RIGHT_BEHIND_WORDS: Final = (
    *("correcta", "correctas", "correta", "corretas", "correcte", "correctes", "corretta", "corrette"),
)
"""They stand behind it."""

ANSWER: Final = _any(ANSWER_WORDS)
ANSWER_OR_KEY: Final = _any((*ANSWER_WORDS, *KEY_WORDS, *LIST_WORDS))
ANSWER_OR_CHOICE: Final = _any((*ANSWER_WORDS, *CHOICE_WORDS))
RIGHT: Final = _any(RIGHT_WORDS)
_BEHIND: Final = _any(("key", *RIGHT_BEHIND_WORDS))


def _said(*words: str) -> str:
    """One of the words with what may stand around it, as in `the correct answer(s)` or `answer key`."""
    return rf"(?:the\s+)?(?:{RIGHT}\s+)?{_any(words)}(?:\s+{_BEHIND})?(?:\(s\))?"


SAID_BEFORE_A_COLON: Final = _said(*ANSWER_WORDS, *KEY_WORDS, *LIST_WORDS, *CHOICE_WORDS)
SAID_BEFORE_IS: Final = _said(*ANSWER_WORDS, *KEY_WORDS, *CHOICE_WORDS)
SAID_OF_SEVERAL: Final = _said(*ANSWER_WORDS, *KEY_WORDS, *LIST_WORDS)
"""Above a list of keys, or before one on its line."""
NAME_OF_A_LIST: Final = rf"(?:{ANSWER_OR_KEY}\s*key|key\s+{ANSWER}|{ANSWER_OR_KEY}\s+sheet)"
"""It heads a list of keys and means nothing else."""
SIGN: Final = (
    rf"(?:{_said(*ANSWER_WORDS)}|{RIGHT}\s+{_any((*KEY_WORDS, *CHOICE_WORDS))}"
    rf"|{_any(('correct', 'right', 'key', *RIGHT_BEHIND_WORDS))})"
)
"""In brackets beside an option."""
