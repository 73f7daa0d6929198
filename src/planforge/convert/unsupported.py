"""Where in the templates an element stands that no paper can hold.

Only looked for when there is one: pandoc reads the body once more, this time telling positions, and the marks in the
text of the same line tell the line of the template.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from planforge.compose.marks import ANY_MARK, LINE, Marks, strip
from planforge.convert.weave import EMPHASIS
from planforge.diagnostics import Diagnostic, Span
from planforge.paper import INLINES
from planforge.provenance import TemplateLine
from planforge.toolchain import run_pandoc

Node = dict[str, Any]
BLOCKS = frozenset({"Header", "Para", "Plain", "OrderedList", "BulletList", "Div"})
POSITION = "data-pos"
ATTRIBUTES_AT = {
    "Header": 1,
    **dict.fromkeys(("Div", "Span", "Table", "CodeBlock", "Code", "Link", "Image", "Figure"), 0),
}
CONTENT_AT = {"Header": 2, "Div": 1, "Span": 1}


def unsupported(reader: str, markdown: str, marks: Marks, template: Span) -> list[Diagnostic]:
    """A finding for every element that cannot be printed, at its line; `template` where even that cannot be told."""
    output = run_pandoc(["-f", f"{reader}+sourcepos", "-t", "json"], strip(markdown).encode())
    lines = markdown.split("\n")
    return [
        Diagnostic(
            "template.unsupported", _template_line(element, lines, line, marks) or template, {"element": element}
        )
        for element, line in _elements(json.loads(output)["blocks"], 1)
    ]


def _elements(nodes: list[Node], line: int) -> Iterator[tuple[str, int]]:
    """The names and lines of the elements, from the outside in; nothing is looked for inside one."""
    for node in nodes:
        kind, content = node["t"], node.get("c")
        identifier, classes, position = _attributes(kind, content)
        line = position or line
        names = [f"#{identifier}"] * bool(identifier) + [f".{name}" for name in classes]
        if kind not in BLOCKS | INLINES:
            yield kind, line
        elif (kind == "Div" and names) or (kind == "Span" and not set(classes) <= set(EMPHASIS)):
            yield f"{kind} {' '.join(names)}", line
        else:
            for inner in _contents(kind, content):
                yield from _elements(inner, line)


def _attributes(kind: str, content: Any) -> tuple[str, list[str], int]:
    """The identifier, the classes and the line (0 where it is not told) of an element."""
    if kind not in ATTRIBUTES_AT:
        return "", [], 0
    identifier, classes, pairs = content[ATTRIBUTES_AT[kind]]
    position = dict(pairs).get(POSITION, "").split("@")[-1].partition(":")[0]
    # A heading gets its identifier from pandoc.
    return "" if kind == "Header" else identifier, classes, int(position) if position.isdecimal() else 0


def _contents(kind: str, content: Any) -> Iterator[list[Node]]:
    if kind in {"OrderedList", "BulletList"}:
        yield from content[1] if kind == "OrderedList" else content
    elif kind in CONTENT_AT:
        yield content[CONTENT_AT[kind]]
    elif isinstance(content, list):
        yield content


def _template_line(element: str, lines: list[str], number: int, marks: Marks) -> Span | None:
    """The template line of a line of the body: by its own mark, or counted on from the nearest one above."""
    # pandoc tells where a table's rule is: an element begins with the first line that is not blank.
    while element == "Table" and number > 1 and lines[number - 2].strip():
        number -= 1
    for above in range(min(number, len(lines)), 0, -1):
        found = [match[0] for match in ANY_MARK.finditer(lines[above - 1]) if match[0][0] == LINE]
        entry = marks.entry(found[0]) if found else None
        if isinstance(entry, TemplateLine):
            span = entry.span
            return Span(span.path, span.line + number - above, 1)
    return None
