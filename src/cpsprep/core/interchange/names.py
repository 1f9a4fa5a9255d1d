"""The formats that questions can be brought in from, and what other texts are told."""

from enum import StrEnum


class Format(StrEnum):
    """What can be brought in."""

    AUTO = "auto"
    WORD = "word"
    ODT = "odt"
    TEXT = "text"
    MARKDOWN = "markdown"
    GIFT = "gift"
    AIKEN = "aiken"
    MOODLE_XML = "moodle-xml"
    QTI = "qti"
    BLACKBOARD = "blackboard"
    BRIGHTSPACE = "brightspace"
    CSV = "csv"
    SHEET = "sheet"
    CARDS = "cards"
    ANKI = "anki"
    JSON = "json"


class Refused(StrEnum):
    """Texts that hold no questions that we could read; each value is the way out."""

    RTF = "it is rich text: open it in Word or LibreOffice and save it as .docx"
    HTML = "it is a page of the web: select its text, and paste that: cpsprep bank import -"
    JSON = "it is JSON that cpsprep did not write: export the questions as CSV, GIFT or Moodle XML"
    DECK = "it is a deck of cpsprep: put it into a bank's folder as it is"
    QTI = "it is QTI 2 or another XML: export the questions as QTI 1.2, Moodle XML, GIFT or CSV"
