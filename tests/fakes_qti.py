"""Quizzes in QTI 1.2 as Canvas lays them out, written by hand."""

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

SPACE = 'xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"'
MANIFEST = '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources/></manifest>'


def quiz(*items: str, title: str = "Midterm") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><questestinterop {SPACE}>'
        f'<assessment ident="a1" title="{title}">'
        f'<section ident="root_section">{"".join(items)}</section></assessment></questestinterop>'
    )


def section(title: str, *items: str) -> str:
    return f'<section ident="s" title="{title}"><selection_ordering/>{"".join(items)}</section>'


def bank(*items: str, title: str = "Ethics", ident: str = "b1") -> str:
    told = f"<fieldlabel>bank_title</fieldlabel><fieldentry>{title}</fieldentry>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><questestinterop {SPACE}><objectbank ident="{ident}">'
        f"<qtimetadata><qtimetadatafield>{told}</qtimetadatafield></qtimetadata>"
        f"{''.join(items)}</objectbank></questestinterop>"
    )


def item(
    sort: str,
    stem: str,
    responses: str = "",
    rules: str = "",
    feedback: Mapping[str, str] | None = None,
    *,
    ident: str = "g1",
    parent: str = "",
    instructions: str = "",
) -> str:
    """An item; `parent` is the name of the text that it is asked about, as New Quizzes say."""
    told = "".join(
        f'<itemfeedback ident="{name}"><flow_mat>{text(said)}</flow_mat></itemfeedback>'
        for name, said in (feedback or {}).items()
    )
    named = f"<fieldlabel>question_type</fieldlabel><fieldentry>{sort}</fieldentry>"
    meta = f"<qtimetadatafield>{named}</qtimetadatafield>" if sort else ""
    if parent:
        above = f"<fieldlabel>parent_stimulus_item_ident</fieldlabel><fieldentry>{parent}</fieldentry>"
        meta += f"<qtimetadatafield>{above}</qtimetadatafield>"
    given = f' instructions="{instructions}"' if instructions else ""
    return (
        f'<item ident="{ident}" title="Question"{given}><itemmetadata><qtimetadata>{meta}</qtimetadata>'
        f"</itemmetadata><presentation>{text(stem)}{responses}</presentation><resprocessing><outcomes>"
        f'<decvar maxvalue="100" minvalue="0" varname="SCORE"/></outcomes>{rules}'
        f"</resprocessing>{told}</item>"
    )


def text(said: str, sort: str = "text/html") -> str:
    return f'<material><mattext texttype="{sort}">{escape(said)}</mattext></material>' if said else ""


def choices(*texts: str, name: str = "response1", many: bool = False) -> str:
    """A response whose choices are named 1, 2 and so on."""
    labels = "".join(
        f'<response_label ident="{number}">{text(one, "text/plain")}</response_label>'
        for number, one in enumerate(texts, 1)
    )
    sort = "Multiple" if many else "Single"
    inner = f"<render_choice>{labels}</render_choice>"
    return f'<response_lid ident="{name}" rcardinality="{sort}">{inner}</response_lid>'


WRITTEN = '<response_str ident="response1" rcardinality="Single"><render_fib/></response_str>'


def rule(inside: str, *, points: str = "", shows: Sequence[str] = (), action: str = "Set") -> str:
    score = f'<setvar action="{action}" varname="SCORE">{points}</setvar>' if points else ""
    shown = "".join(f'<displayfeedback feedbacktype="Response" linkrefid="{one}"/>' for one in shows)
    return f"<respcondition><conditionvar>{inside}</conditionvar>{score}{shown}</respcondition>"


def gave(*names: str, to: str = "response1") -> str:
    return "".join(f'<varequal respident="{to}">{name}</varequal>' for name in names)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in {"imsmanifest.xml": MANIFEST, **parts}.items():
            archive.writestr(name, content)
    return made.getvalue()
