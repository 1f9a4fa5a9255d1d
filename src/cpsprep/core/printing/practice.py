"""Questions to practise with in a browser, as data for a page's script, the answers not in plain sight.

The answers stand in base64. That hides them from a glance at the page's source and from nobody who looks for
them: a page that works without a server holds its own key.
"""

import json
from base64 import b64encode
from typing import assert_never

from cpsprep.core.export.wording import gapped, hidden_parts
from cpsprep.core.item import Basic, Choice, Cloze, Kind
from cpsprep.core.media import PICTURE, is_sound, titles
from cpsprep.core.paragraphs import flowing
from cpsprep.core.printing.markup import Pictures, foot, safe
from cpsprep.core.printing.reading_page import NO_AREA, area_of
from cpsprep.core.printing.sheet import Sheet, SheetQuestion


def practice_page(sheet: Sheet, pictures: Pictures) -> str:
    """The page without its script."""
    number = len(sheet.asked)
    questions = [_question(one, pictures) for one in sheet.asked]
    answers = json.dumps([_answer(one) for one in sheet.asked], ensure_ascii=False)
    data = json.dumps(
        {"questions": questions, "answers": b64encode(answers.encode("utf-8", "replace")).decode()},
        ensure_ascii=False,
    )
    inside = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return (
        f"<main><h1>{safe(sheet.title)}</h1>"
        f'<div id="stage"><p>{number} question{"" if number == 1 else "s"} to practise with. '
        "This page works without the internet, saves nothing and tells nobody. "
        "It also keeps no schedule: when it is closed or loaded again, it forgets. "
        "You can stop at any question and see how it went. "
        "To have questions come back when they are due, study with cpsprep.</p>"
        "<noscript><p>To answer here, the browser has to allow scripts on this page. "
        "Without them, ask for a printed handout.</p></noscript></div></main>"
        f'{foot(sheet)}<script type="application/json" id="data">{inside}</script>'
    )


def _question(one: SheetQuestion, pictures: Pictures) -> dict[str, object]:
    item, part = one.item, one.item.scenario
    story = [part.vignette, *part.updates] if part else []
    asked: dict[str, object] = {
        "area": " ".join((area_of(one) or NO_AREA).split()),
        "note": flowing(item.content_note),
        "story": flowing("\n\n".join(story)),
        "tale": f"{one.header.id} {part.id}" if part else "",
        "media": [_shown(one, name, title, pictures) for name, title in titles(item.media).items()],
        "kind": item.kind.value,
        "mix": item.shuffle and item.kind is not Kind.TRUEFALSE,
    }
    match item.body:
        case Choice() as body:
            options = [[option, flowing(text)] for option, text in body.options.items()]
            return _present({**asked, "text": flowing(body.stem), "options": options})
        case Cloze(text=text):
            return _present({**asked, "text": flowing(gapped(text))})
        case Basic(front=text):
            return _present({**asked, "text": flowing(text)})
        case _:
            assert_never(item.body)


def _shown(one: SheetQuestion, name: str, title: str, pictures: Pictures) -> list[str]:
    """What it shows in words, the address of a picture, and where there are several its number below it."""
    words, address = " ".join(one.item.media[name].split()), ""
    if not is_sound(name):
        address = pictures(one.header, name)
    return [words, address, "" if title == PICTURE else title] if address else [f"{title}: {words}", "", ""]


def _answer(one: SheetQuestion) -> dict[str, object]:
    item = one.item
    told: dict[str, object] = {
        "principle": flowing(item.explanation),
        "sources": [one.header.sources.get(key) or key for key in item.source],
    }
    match item.body:
        case Choice() as body:
            why = {option: flowing(text) for option, text in body.why.items()}
            return _present({**told, "right": list(body.answer), "why": why})
        case Cloze(text=text):
            return _present({**told, "back": "\n\n".join(hidden_parts(text))})
        case Basic(back=back):
            return _present({**told, "back": flowing(back)})
        case _:
            assert_never(item.body)


def _present(fields: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}
