"""Convert: the Markdown body of each paper, through pandoc, into labelled paragraphs that know their origin."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from planforge.blank import Blank
from planforge.compose.marks import Marks, strip
from planforge.compose.papers import ComposedPaper
from planforge.convert.numbering import SCHEMES, Labelled, Numberer
from planforge.convert.unsupported import unsupported
from planforge.convert.weave import EMPHASIS, OURS, entries, entry, weave
from planforge.diagnostics import Checked, Diagnostic, Span, has_errors
from planforge.errors import ToolError
from planforge.paper import INLINES, LABEL_CLASS, Block, Paper
from planforge.provenance import Provenance, TemplateLine
from planforge.toolchain import run_pandoc
from planforge.workspace import BODY_TEMPLATE, TEMPLATES

Node = dict[str, Any]
# CommonMark knows backslash escapes for all ASCII punctuation, has no raw TeX and no smart typography.
KNOWN_CLASSES = OURS.union(EMPHASIS, {LABEL_CLASS})
READER = "commonmark+attributes+bracketed_spans+fenced_divs+pipe_tables"


@dataclass(frozen=True, slots=True)
class ConvertedPaper:
    """A paper ready for the writers, the table of its origins, and what it leaves blank.

    `document` is what it is made as; several papers may be made as one document.
    """

    name: str
    document: str
    paper: Paper
    provenance: Provenance
    blanks: tuple[Blank, ...]


def convert(composed: tuple[ComposedPaper, ...]) -> Checked[tuple[ConvertedPaper, ...]]:
    """Convert every paper; raises ToolError when pandoc fails."""
    findings: list[Diagnostic] = []
    papers = []
    with ThreadPoolExecutor() as pool:
        trees = [
            (paper, pool.submit(_parse, strip(paper.markdown)), pool.submit(_parse, paper.markdown))
            for paper in composed
        ]
        for paper, plain, marked in trees:
            try:
                papers.append(_convert_one(paper, plain.result(), marked.result(), findings))
            except RecursionError:
                # Lists or quotations within each other beyond anything that can be printed.
                findings.append(Diagnostic("template.endless", Span(f"{TEMPLATES}/{paper.document}/{BODY_TEMPLATE}")))
    return Checked(None if has_errors(findings) else tuple(papers), tuple(findings))


def _parse(markdown: str) -> list[Node]:
    output = run_pandoc(["-f", READER, "-t", "json"], markdown.encode())
    try:
        return list(json.loads(output)["blocks"])
    except (ValueError, KeyError, TypeError) as error:
        raise ToolError("tool.pandoc_failed", detail=f"no syntax tree: {output[:80]!r}") from error


def _convert_one(
    composed: ComposedPaper, plain: list[Node], marked: list[Node], findings: list[Diagnostic]
) -> ConvertedPaper:
    frame, marks = composed.frame, composed.marks
    paragraphs = list(Numberer(SCHEMES[composed.numbering]).blocks(weave(plain, marked)))
    if any(labelled.unsupported or _is_unsupported(labelled.inlines) for labelled in paragraphs):
        template = Span(f"{TEMPLATES}/{composed.document}/{BODY_TEMPLATE}")
        findings += unsupported(READER, composed.markdown, marks, template)
        paragraphs = []
    body = [_block(labelled, marks, composed.provenance) for labelled in paragraphs]
    paper = Paper(
        profile=composed.profile,
        title=frame.title,
        author=frame.author,
        moment=composed.moment,
        letterhead=frame.letterhead,
        type_name=frame.type_name,
        subject=frame.subject,
        letter_subject=frame.letter_subject,
        addressees=frame.addressees,
        body=tuple(body),
        recipients=frame.recipients,
        signers=frame.signers,
    )
    return ConvertedPaper(composed.name, composed.document, paper, composed.provenance, composed.blanks)


def _block(labelled: Labelled, marks: Marks, provenance: Provenance) -> Block:
    anchor = provenance.anchor(list(entries(labelled.inlines, marks)), text_of(labelled.inlines), whole=True)
    inlines = tuple(part for inline in labelled.inlines for part in _finished(inline, marks, provenance))
    return Block(labelled.role, labelled.level, anchor, inlines)


def _finished(node: Node, marks: Marks, provenance: Provenance) -> list[Node]:
    """An inline as the writers know it: spans of values bear their anchor, spans of emphasis become emphasis."""
    if node["t"] in {"Str", "Space", "SoftBreak", "LineBreak"}:
        return [node]
    if node["t"] != "Span":
        return [{**node, "c": _all_finished(node["c"], marks, provenance)}]
    (_, classes, _), content = node["c"]
    found = entry(node, marks)
    if isinstance(found, TemplateLine):
        return []
    if found is not None:
        anchor = provenance.anchor([found], text_of(content), whole=False)
        return [{"t": "Span", "c": [[anchor, [], []], _all_finished(content, marks, provenance)]}]
    inner = _all_finished(content, marks, provenance)
    for kind in reversed(next((EMPHASIS[name] for name in classes if name in EMPHASIS), ())):
        inner = [{"t": kind, "c": inner}]
    return [{"t": "Span", "c": [["", classes, []], inner]}] if LABEL_CLASS in classes else inner


def _all_finished(nodes: list[Node], marks: Marks, provenance: Provenance) -> list[Node]:
    return [part for node in nodes for part in _finished(node, marks, provenance)]


def _is_unsupported(inlines: Any) -> bool:
    """True when one of the inlines, at any depth, is one that no paper can hold."""
    for node in inlines:
        if node["t"] not in INLINES:
            return True
        content = node.get("c")
        if node["t"] == "Span" and not KNOWN_CLASSES.issuperset(content[0][1]):
            return True
        inner = content[1] if node["t"] == "Span" else content if isinstance(content, list) else []
        if _is_unsupported(inner):
            return True
    return False


def text_of(inlines: Any) -> str:
    """The words of inlines."""
    words = []
    for node in inlines:
        content = node.get("c")
        if node["t"] == "Str":
            words.append(content)
        elif node["t"] in {"Space", "SoftBreak"}:
            words.append(" ")
        elif node["t"] == "LineBreak":
            words.append("\n")
        elif node["t"] == "Span":
            words.append(text_of(content[1]))
        elif isinstance(content, list):
            words.append(text_of(content))
    return "".join(words)
