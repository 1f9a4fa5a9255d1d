"""The tree of a YAML file with the place and the style of each value, for edits that leave all else alone."""

from typing import Final

import yaml

from cpsprep.core.writing.written import Named, Style, Written

_STYLES: Final[dict[str | None, Style]] = {None: Style.PLAIN, **{one.value: one for one in Style}}


def spans(text: str) -> Written | None:
    """The tree; None for a file without one.

    Args:
        text: of a file that `yaml_events.read` could read, so that it is YAML and not nested too deep.

    Raises:
        YAMLError: it is not YAML.
    """
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    node = yaml.compose(text, loader)
    return None if node is None else _written(node, text)


def _written(node: yaml.Node, text: str) -> Written:
    start, end = node.start_mark.index, node.end_mark.index
    match node:
        case yaml.ScalarNode():
            style = _STYLES[node.style]
            if style in {Style.LITERAL, Style.FOLDED}:
                end = start + len(text[start:end].rstrip(" \t\r\n\x85\u2028\u2029"))
            return Written(start, end, style, node.value)
        case yaml.SequenceNode():
            style = _layout(node)
            items = tuple(_written(one, text) for one in node.value)
            return Written(start, _end(start, end, style, items), style, items=items, is_list=True)
        case yaml.MappingNode():
            style = _layout(node)
            pairs = [Named(_written(name, text), _written(value, text)) for name, value in node.value]
            fields = {named.name.text: named for named in pairs}
            last = _end(start, end, style, tuple(named.value for named in pairs))
            return Written(start, last, style, fields=fields, is_map=True)
        case _:
            raise TypeError(f"YAML has no {type(node).__name__}")


def _layout(node: yaml.CollectionNode) -> Style:
    return Style.FLOW if node.flow_style else Style.BLOCK


def _end(start: int, end: int, style: Style, inner: tuple[Written, ...]) -> int:
    """Of a block its last value's end: the parser counts comments and blank lines below as part of it."""
    return end if style is Style.FLOW else max((one.end for one in inner), default=start)
