"""The paper as readable Markdown and as one self-contained web page, both written by pandoc."""

from __future__ import annotations

import base64
import json
from typing import Any

from planforge.decree30 import NATIONAL_MOTTO, NATIONAL_NAME
from planforge.paper import LABEL_CLASS, Annex, Block, Chart, Element, Letterhead, Line, Paper, Role, Signer
from planforge.toolchain import run_pandoc
from planforge.write.inlines import for_pandoc
from planforge.write.pictures import draw
from planforge.write.sheet import PORTRAIT
from planforge.write.text_tables import data_table, html_table, pipe_table, without_anchors

Node = dict[str, Any]
PANDOC_API_VERSION = [1, 23, 1]
RAW_LABELS = frozenset({"-", "+"})
STYLE = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff;
  font: 1.1em/1.5 "Times New Roman", Tinos, "Liberation Serif", serif; }
p { text-align: justify; text-indent: 2.5em; margin: .4em 0; }
h1, h2, h3, h4 { font-size: 1em; margin: .6em 0 .4em; text-indent: 2.5em; }
h1 { text-align: center; text-indent: 0; }
.letterhead, .closing { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1em 2em; }
.letterhead p, .closing .signer p, .title p { text-align: center; text-indent: 0; }
.closing { margin-top: 1.5em; break-inside: avoid; }
.closing p { text-indent: 0; }
.recipients { font-size: .8em; }
.signature-room { height: 4em; }
.annex { margin-top: 3em; border-top: 1px solid #999; padding-top: 1.5em; }
.centred p, .chart p { text-align: center; text-indent: 0; }
.note p { font-size: .85em; text-indent: 0; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; font-size: .95em; }
th, td { border: 1px solid #000; padding: .2em .4em; vertical-align: top; }
th { text-align: center; vertical-align: middle; }
td p { text-indent: 0; text-align: inherit; margin: 0; }
img { max-width: 100%; }
"""


def write_markdown(paper: Paper) -> bytes:
    """The paper as Markdown that reads well as text and in a pull request."""
    blocks = [
        *(_paragraph(lines) for lines in _letterhead(paper.letterhead, paper.letter_subject)),
        *_title(paper),
        *_addressees(paper),
        *_body(paper.body, web=False),
        *_recipients(paper),
        *(_paragraph(_signer_lines(signer)) for signer in paper.signers),
    ]
    for annex in paper.annexes:
        blocks += [_paragraph(lines) for lines in _letterhead(annex.letterhead, None)]
        blocks += [*_annex_title(annex), *_body(annex.body, web=False)]
    return run_pandoc(["-f", "json", "-t", "gfm", "--wrap=none"], _document(blocks, {}))


def write_html(paper: Paper) -> bytes:
    """The paper as one web page without scripts or outside resources."""
    closing = [
        _div(["recipients"], [_paragraph([_italic_bold("Nơi nhận:"), *map(_text, paper.recipients)])])
        for _ in paper.recipients[:1]
    ]
    closing += [_div(["signer"], _signer_blocks(signer)) for signer in paper.signers]
    blocks = [
        *_letterhead_row(paper.letterhead, paper.letter_subject),
        _div(["title"], _title(paper)),
        *(_addressees(paper)),
        *_body(paper.body, web=True),
        _div(["closing"], closing),
    ]
    for annex in paper.annexes:
        head = [*_letterhead_row(annex.letterhead, None), _div(["title"], _annex_title(annex))]
        blocks.append(_div(["annex"], [*head, *_body(annex.body, web=True)]))
    style = {"t": "MetaBlocks", "c": [{"t": "RawBlock", "c": ["html", f"<style>{STYLE}</style>"]}]}
    metadata = {
        "pagetitle": {"t": "MetaString", "c": paper.title},
        "author-meta": {"t": "MetaList", "c": [{"t": "MetaString", "c": paper.author}]},
        "lang": {"t": "MetaString", "c": "vi-VN"},
        "header-includes": style,
        "document-css": {"t": "MetaBool", "c": False},
    }
    return run_pandoc(["-f", "json", "-t", "html5", "--standalone", "--wrap=none"], _document(blocks, metadata))


def _document(blocks: list[Node], metadata: Node) -> bytes:
    return json.dumps({"pandoc-api-version": PANDOC_API_VERSION, "meta": metadata, "blocks": blocks}).encode()


def _letterhead(head: Letterhead | None, letter_subject: Line | None) -> list[list[Node]]:
    """The lines of its two columns; nothing when there is no letterhead."""
    if head is None:
        return []
    left = [*([_text(head.parent)] if head.parent else []), *(_bold(line.text) for line in head.issuer)]
    left += [_text(line) for line in (head.number, letter_subject) if line]
    right = [_bold(NATIONAL_NAME), _bold(NATIONAL_MOTTO)]
    if head.place_date:
        right.append({"t": "Emph", "c": [_string(head.place_date.text)]})
    return [left, right]


def _letterhead_row(head: Letterhead | None, letter_subject: Line | None) -> list[Node]:
    columns = [_div([], [_paragraph(lines)]) for lines in _letterhead(head, letter_subject)]
    return [_div(["letterhead"], columns)] if columns else []


def _title(paper: Paper) -> list[Node]:
    blocks: list[Node] = []
    if paper.type_name:
        blocks.append({"t": "Header", "c": [1, ["", [], []], [_text(paper.type_name)]]})
    if paper.subject:
        blocks.append(_paragraph([_bold(paper.subject.text)]))
    if paper.issuing_authority:
        blocks.append(_paragraph([_bold(paper.issuing_authority.text)]))
    return blocks


def _annex_title(annex: Annex) -> list[Node]:
    """The label as a heading of the first rank, or the title when there is no label."""
    lines = [line for line in (annex.label, annex.title) if line]
    blocks: list[Node] = [{"t": "Header", "c": [1, ["", [], []], [_text(line)]]} for line in lines[:1]]
    blocks += [_paragraph([_bold(line.text)]) for line in lines[1:]]
    if annex.reference:
        blocks.append(_paragraph([{"t": "Emph", "c": [_text(annex.reference)]}]))
    return blocks


def _addressees(paper: Paper) -> list[Node]:
    if not paper.addressees:
        return []
    if len(paper.addressees) == 1:
        return [_paragraph([_string(f"Kính gửi: {paper.addressees[0].text}")])]
    return [
        _paragraph([_string("Kính gửi:")]),
        {"t": "BulletList", "c": [[_plain(line.text.removeprefix("- "))] for line in paper.addressees]},
    ]


def _recipients(paper: Paper) -> list[Node]:
    if not paper.recipients:
        return []
    return [
        _paragraph([_italic_bold("Nơi nhận:")]),
        {"t": "BulletList", "c": [[_plain(line.text.removeprefix("- "))] for line in paper.recipients]},
    ]


def _body(body: tuple[Element, ...], *, web: bool) -> list[Node]:
    blocks: list[Node] = []
    for element in body:
        if isinstance(element, Block):
            block = _block(element, raw_labels=not web)
            classed = web and element.role in {Role.CENTRED, Role.NOTE}
            blocks.append(_div([element.role.value], [block]) if classed else block)
        elif isinstance(element, Chart):
            blocks += _chart(element, web=web)
        elif element.widths:
            blocks.append(html_table(element) if web else pipe_table(element))
    return blocks


def _chart(chart: Chart, *, web: bool) -> list[Node]:
    """A chart as its data, under its title or, on a web page, under its picture."""
    if not web:
        return [_paragraph([_bold(chart.title)]), pipe_table(data_table(chart))]
    picture = draw(chart, PORTRAIT.text_width)
    address = f"data:image/svg+xml;base64,{base64.b64encode(picture.svg).decode('ascii')}"
    image = {"t": "Image", "c": [["", [], []], [_string(picture.alternative)], [address, ""]]}
    return [_div(["chart"], [_paragraph([image])]), html_table(data_table(chart))]


def _block(block: Block, *, raw_labels: bool) -> Node:
    label, rest = _split_label(block)
    inlines = without_anchors(for_pandoc(rest))
    if label:
        # A dash or number is a list mark to Markdown as well, and reads better than `\\-`.
        sign = {"t": "RawInline", "c": ["gfm", label]} if raw_labels and label in RAW_LABELS else _string(label)
        inlines = [sign, *inlines]
    if block.role is Role.CENTRED and not any(inline["t"] == "Strong" for inline in inlines):
        inlines = [{"t": "Strong", "c": inlines}]
    if block.level:
        # A heading of Markdown is one line.
        inlines = [{"t": "Space"} if inline["t"] == "LineBreak" else inline for inline in inlines]
        return {"t": "Header", "c": [block.level + 1, ["", [], []], inlines]}
    return {"t": "Para", "c": inlines}


def _split_label(block: Block) -> tuple[str, tuple[Node, ...]]:
    first: Node = block.inlines[0] if block.inlines else {"t": ""}
    if first["t"] == "Span" and LABEL_CLASS in first["c"][0][1]:
        return str(first["c"][1][0]["c"]), block.inlines[1:]
    return "", block.inlines


def _signer_lines(signer: Signer) -> list[Node]:
    lines = [_bold(line.text) for line in (*signer.authority, *signer.office)]
    return [*lines, *([_bold(signer.name.text)] if signer.name else [])]


def _signer_blocks(signer: Signer) -> list[Node]:
    below = [_bold(line.text) for line in (*signer.office, *([signer.name] if signer.name else []))]
    room = _div(["signature-room"], [])
    return [_paragraph([_bold(line.text) for line in signer.authority]), room, *([_paragraph(below)] if below else [])]


def _paragraph(lines: list[Node]) -> Node:
    broken: list[Node] = []
    for line in lines:
        broken += [{"t": "LineBreak"}, line] if broken else [line]
    return {"t": "Para", "c": broken}


def _plain(text: str) -> Node:
    return {"t": "Plain", "c": [_string(text)]}


def _string(text: str) -> Node:
    return {"t": "Str", "c": text}


def _text(line: Line) -> Node:
    return _string(line.text)


def _bold(text: str) -> Node:
    return {"t": "Strong", "c": [_string(text)]}


def _italic_bold(text: str) -> Node:
    return {"t": "Strong", "c": [{"t": "Emph", "c": [_string(text)]}]}


def _div(classes: list[str], blocks: list[Node]) -> Node:
    return {"t": "Div", "c": [["", classes, []], blocks]}
