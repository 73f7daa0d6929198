"""The paper as readable Markdown and as one self-contained web page, both written by pandoc."""

from __future__ import annotations

import json
from typing import Any

from planforge.decree30 import NATIONAL_MOTTO, NATIONAL_NAME
from planforge.paper import LABEL_CLASS, Block, Line, Paper, Role, Signer
from planforge.toolchain import run_pandoc
from planforge.write.inlines import for_pandoc

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
"""


def write_markdown(paper: Paper) -> bytes:
    """The paper as Markdown that reads well as text and in a pull request."""
    blocks = [
        *(_paragraph(lines) for lines in _letterhead(paper)),
        *_title(paper),
        *_addressees(paper),
        *(_block(block, raw_labels=True) for block in paper.body),
        _paragraph([_italic_bold("Nơi nhận:")]),
        {"t": "BulletList", "c": [[_plain(line.text.removeprefix("- "))] for line in paper.recipients]},
        *(_paragraph(_signer_lines(signer)) for signer in paper.signers),
    ]
    return run_pandoc(["-f", "json", "-t", "gfm", "--wrap=none"], _document(blocks, {}))


def write_html(paper: Paper) -> bytes:
    """The paper as one web page without scripts or outside resources."""
    left, right = _letterhead(paper)
    closing = [_div(["recipients"], [_paragraph([_italic_bold("Nơi nhận:"), *map(_text, paper.recipients)])])]
    closing += [_div(["signer"], _signer_blocks(signer)) for signer in paper.signers]
    blocks = [
        _div(["letterhead"], [_div([], [_paragraph(left)]), _div([], [_paragraph(right)])]),
        _div(["title"], _title(paper)),
        *(_addressees(paper)),
        *(_block(block, raw_labels=False) for block in paper.body),
        _div(["closing"], closing),
    ]
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


def _letterhead(paper: Paper) -> tuple[list[Node], list[Node]]:
    head = paper.letterhead
    left = [*([_text(head.parent)] if head.parent else []), *(_bold(line.text) for line in head.issuer)]
    left += [_text(line) for line in (head.number, paper.letter_subject) if line]
    right = [_bold(NATIONAL_NAME), _bold(NATIONAL_MOTTO)]
    if head.place_date:
        right.append({"t": "Emph", "c": [_string(head.place_date.text)]})
    return left, right


def _title(paper: Paper) -> list[Node]:
    blocks: list[Node] = []
    if paper.type_name:
        blocks.append({"t": "Header", "c": [1, ["", [], []], [_text(paper.type_name)]]})
    if paper.subject:
        blocks.append(_paragraph([_bold(paper.subject.text)]))
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


def _block(block: Block, *, raw_labels: bool) -> Node:
    label, rest = _split_label(block)
    inlines = _without_anchors(for_pandoc(rest))
    if label:
        # A dash or number is a list mark to Markdown as well, and reads better than `\\-`.
        sign = {"t": "RawInline", "c": ["gfm", label]} if raw_labels and label in RAW_LABELS else _string(label)
        inlines = [sign, *inlines]
    if block.role is Role.HEADING:
        return {"t": "Header", "c": [block.level + 1, ["", [], []], inlines]}
    return {"t": "Para", "c": inlines}


def _split_label(block: Block) -> tuple[str, tuple[Node, ...]]:
    first: Node = block.inlines[0] if block.inlines else {"t": ""}
    if first["t"] == "Span" and LABEL_CLASS in first["c"][0][1]:
        return str(first["c"][1][0]["c"]), block.inlines[1:]
    return "", block.inlines


def _without_anchors(inlines: list[Node]) -> list[Node]:
    bare: list[Node] = []
    for node in inlines:
        if node["t"] == "Span":
            bare += _without_anchors(node["c"][1])
        elif isinstance(node.get("c"), list):
            bare.append({**node, "c": _without_anchors(node["c"])})
        else:
            bare.append(node)
    return bare


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
