"""OpenDocument texts as LibreOffice lays them out, written by hand."""

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{short}="{_URN}:{name}:1.0"'
    for short, name in (
        *(("office", "office"), ("text", "text"), ("style", "style"), ("table", "table")),
        *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
    )
)
SPACES = f'{_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"'


def style(name: str, properties: str = "", parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="text" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


def list_style(name: str, *forms: str) -> str:
    """Levels by their forms; `*` is a bullet."""
    levels = "".join(
        f'<text:list-level-style-bullet text:level="{at}"/>'
        if form == "*"
        else f'<text:list-level-style-number style:num-format="{form}" style:num-suffix="."/>'
        for at, form in enumerate(forms, 1)
    )
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'


def p(*inner: str, style: str = "Standard") -> str:
    """A paragraph; what begins with `<` is XML."""
    told = "".join(one if one.startswith("<") else escape(one) for one in inner)
    return f'<text:p text:style-name="{style}">{told}</text:p>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def heading(text: str) -> str:
    return f'<text:h text:outline-level="1">{escape(text)}</text:h>'


def listed(*points: str, style: str = "", more: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    inner = "".join(f"<text:list-item>{point}</text:list-item>" for point in points)
    return f"<text:list{named} {more}>{inner}</text:list>"


def table(*rows: tuple[str, ...]) -> str:
    told = ("".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row) for row in rows)
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in told)
    return f"<table:table><table:table-column/>{inner}</table:table>"


def content(*blocks: str, styles: str = "") -> str:
    return (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(blocks)}</office:text></office:body></office:document-content>"
    )


def odt(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    made = BytesIO()
    named = style("Title") + style("Subtitle", parent="Title")
    whole = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": body,
        "styles.xml": f"<office:styles {SPACES}>{named}</office:styles>",
        **(parts or {}),
    }
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    return made.getvalue()
