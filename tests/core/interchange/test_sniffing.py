"""Which format a text is in is told by what it says."""

import pytest

from cpsprep.core.interchange.names import Format, Refused
from cpsprep.core.interchange.sniffing import sniffed


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("::Q::Who? {=A ~B}", Format.GIFT),
        ("// a note\n\nIt is so. {TRUE}", Format.GIFT),
        ("Tell. {}", Format.GIFT),
        ("I am good {1:MC:~on~=at} it.", Format.GIFT),
        ("Who?\nA) one\nB) two\nANSWER: A", Format.AIKEN),
        ("1. Who?\nA) one\nB) two\nANSWER: A", Format.TEXT),
        ('<?xml version="1.0"?>\n<quiz><question/></quiz>', Format.MOODLE_XML),
        ("Question,A,B,Answer\nWho?,x,y,A", Format.CSV),
        ("Front\tBack\nhope\ta thing", Format.CSV),
        ("hope\ta thing\nfaith\tanother", Format.CSV),
        ("Nr.;Frage text;Eins;Zwei;Richtig\n1;Wer?;x;y;2\n2;Was?;x;y;1", Format.CSV),
        ("Ana, Bo, Cem, Dee.\nAnd so, on it, went, for long.", Format.TEXT),
        ("Who? Me, you, us, them\nWhy? So, as, if, then", Format.TEXT),
        ("a, a, a, a\nb, b, b, b", Format.TEXT),
        ("a) one\ttwo\nb) three\tfour", Format.TEXT),
        ("#separator:tab\n#html:true\na\tb", Format.ANKI),
        ("#guid column:1\na\tb", Format.ANKI),
        ("# Heading\n\n- [x] one", Format.TEXT),
        ("I {{c1::see}} it, and {not}", Format.TEXT),
        ("Dear all, see below, thanks", Format.TEXT),
        ("deck of cards", Format.TEXT),
        ("items: what are they?\na) x", Format.TEXT),
        ("", Format.TEXT),
        ("{\\rtf1 Who?}", Refused.RTF),
        ("<!DOCTYPE html><html></html>", Refused.HTML),
        ("<html><body>", Refused.HTML),
        ('<?xml version="1.0"?><assessmentItem/>', Refused.QTI),
        ('<?xml version="1.0"?>\n<questestinterop><assessment/></questestinterop>', Format.QTI),
        ("<questestinterop/>", Format.QTI),
        ('{"a": 1}', Refused.JSON),
        ("deck: one\nitems:\n  - id: q-1\n    kind: basic", Refused.DECK),
        ("format: 1\nuuid: x", Refused.DECK),
        ("# A deck.\n\n# More.\ndeck: one\nitems:\n  - id: q-1\n    text: '{{c1::x}} {}'", Refused.DECK),
    ],
)
def test_a_text_is_taken_for(text: str, form: Format | Refused) -> None:
    assert sniffed(text) is form
