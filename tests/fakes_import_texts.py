"""A text of each format with a bit of everything that it can hold, to be damaged."""

from cpsprep.core.interchange.names import Format
from fakes_qti import WRITTEN, choices, gave, item, quiz, rule

TYPED = """\
Midterm
# Skills
Scenario (questions 1 and 2): Dana weeps.
She stays.

1. Who is it?
   a) one
  *b) two
   c) **three**
Explanation: so it is
2) True or false: it is so.
Answer: False. Not so.
Q: What is hope?
A: A thing.
- [ ] no
- [x] yes
Answer Key
1. B 2. F
"""
GIFT = """\
$CATEGORY: a/b
// [id:q-1] [tag:x]
::Name::[html]<p>Who?</p> {~%50%one#no =two#yes ~\\=three ####so}
So it is {T#a#b}. {}
Best {=x =%50%y} is here {#3:2} {=a -> b}
"""
XML = """\
<?xml version="1.0"?>
<quiz><question type="category"><category><text>$course$/a</text></category></question>
<question type="multichoice"><name><text>N</text></name><questiontext format="html">
<text><![CDATA[<p>Who? <img src="@@PLUGINFILE@@/a.png" alt="A face"></p>]]></text>
<file name="a.png" path="/" encoding="base64">R0lGODlhAgACAAAAADs=</file></questiontext><single>true</single>
<answer fraction="100"><text>one</text><feedback><text>yes</text></feedback></answer>
<answer fraction="0"><text><![CDATA[<img src="data:image/gif;base64,R0lGODlhAgACAAAAADs=">]]></text></answer>
</question></quiz>
"""
CSV = 'id,Question,A,B,Answer,Rationale\n1,"Who, then?",one,two,B,"so\nit is"\n2,It is so.,,,TRUE,\n'
ANKI = '#separator:tab\n#html:true\n#tags column:3\nfront\t"back\nof it"\tone two\nI {{c1::see}}\t\t\n'
AIKEN = "Who?\nA) one\nB) two\nANSWER: B\n\nWho else?\nA. x\nB. y\nANSWER: A\n"
QTI = quiz(
    item("text_only_question", "Questions 1-2: Dana is a baker."),
    item(
        "multiple_choice_question",
        "<p>Who?</p>",
        choices("one", "two"),
        rule(gave("1"), shows=["1_fb"]) + rule(gave("2"), points="100"),
        {"1_fb": "no", "general_fb": "so"},
    ),
    item("short_answer_question", "What?", WRITTEN, rule(gave("hope"), points="100")),
    item("fill_in_multiple_blanks_question", "It [is].", choices("x", name="response_is")),
)
BLACKBOARD = """\
MC\tWho <b>is</b> it?\tone\tcorrect\t"a ""2"" b"\tincorrect
FIB_PLUS\tThen [x] and [y].\tx\tone\ttwo\t\ty\tthree
TF\tIt is so.\ttrue
ESS\tSay why.\tBecause.
"""
BRIGHTSPACE = """\
//NOTE,,,,
NewQuestion,MC,,,
ID,Q-1,,,
QuestionText,"Who,
then?",HTML,,
Option,100,<i>one</i>,HTML,Yes.
Option,0,two,,
NewQuestion,TF,,,
QuestionText,So?,,,
TRUE,100,Yes.,,
FALSE,0,,,
"""
TEXTS = {
    Format.TEXT: TYPED,
    Format.GIFT: GIFT,
    Format.MOODLE_XML: XML,
    Format.QTI: QTI,
    Format.CSV: CSV,
    Format.ANKI: ANKI,
    Format.AIKEN: AIKEN,
    Format.BLACKBOARD: BLACKBOARD,
    Format.BRIGHTSPACE: BRIGHTSPACE,
    Format.CARDS: CSV,
}
