"""Convert: the Markdown body of each paper, through pandoc, into labelled paragraphs that know their origin."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from planforge.blank import Blank
from planforge.compose.marks import strip
from planforge.compose.papers import ComposedPaper
from planforge.convert.annexes import AnnexPart, Mentions, annex_parts
from planforge.convert.body import BodyWalk
from planforge.convert.divs import is_annex
from planforge.convert.inlines import Finisher
from planforge.convert.layout import check_layout, without_marks_in_fences
from planforge.convert.nodes import Node
from planforge.convert.numbering import SCHEMES
from planforge.convert.problems import Problem, Problems, TemplatePlaces, lined, located
from planforge.convert.weave import weave
from planforge.diagnostics import Checked, Diagnostic, Span, has_errors
from planforge.errors import ToolError
from planforge.paper import Annex, Block, Element, Line, Paper
from planforge.provenance import Provenance
from planforge.toolchain import run_pandoc
from planforge.workspace import BODY_TEMPLATE, TEMPLATES

# CommonMark knows backslash escapes for all ASCII punctuation, has no raw TeX and no smart typography.
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


@dataclass(frozen=True, slots=True)
class Content:
    """What the Markdown of a paper has become."""

    body: tuple[Element, ...]
    annexes: tuple[Annex, ...]
    problems: list[Problem]


def convert(composed: tuple[ComposedPaper, ...]) -> Checked[tuple[ConvertedPaper, ...]]:
    """Convert every paper; raises ToolError when pandoc fails."""
    findings: list[Diagnostic] = []
    papers = []
    with ThreadPoolExecutor() as pool:
        trees = [
            (
                paper,
                pool.submit(_parse, strip(paper.markdown)),
                pool.submit(_parse, without_marks_in_fences(paper.markdown)),
            )
            for paper in composed
        ]
        for paper, plain, marked in trees:
            template = Span(f"{TEMPLATES}/{paper.document}/{BODY_TEMPLATE}")
            try:
                content = _content(paper, weave(plain.result(), marked.result()), paper.provenance)
                findings += _findings(paper, content.problems, template)
            except RecursionError:
                # Lists or quotations within each other beyond anything that can be printed.
                findings.append(Diagnostic("template.endless", template))
                continue
            made = _paper(paper, content)
            papers.append(ConvertedPaper(paper.name, paper.document, made, paper.provenance, paper.blanks))
    return Checked(None if has_errors(findings) else tuple(papers), tuple(findings))


def _parse(markdown: str) -> list[Node]:
    output = run_pandoc(["-f", READER, "-t", "json"], markdown.encode())
    try:
        return list(json.loads(output)["blocks"])
    except (ValueError, KeyError, TypeError) as error:
        raise ToolError("tool.pandoc_failed", detail=f"no syntax tree: {output[:80]!r}") from error


def _content(composed: ComposedPaper, nodes: list[Node], provenance: Provenance) -> Content:
    """The body and the annexes of a paper's blocks."""
    problems = Problems()
    finisher = Finisher(composed.marks, provenance, problems)
    scheme = SCHEMES[composed.numbering]
    if composed.is_annex:
        frame, reference = composed.frame, _reference(composed, provenance)
        body = _outlined(BodyWalk(scheme, finisher).elements(Mentions([], problems).resolved(nodes)))
        annex = Annex(frame.type_name, frame.subject, reference, body, landscape=composed.landscape)
        return Content((), (annex,), problems.found)
    parts = annex_parts(nodes, problems)
    mentions = Mentions(parts, problems)
    main = mentions.resolved([node for node in nodes if not is_annex(node)])
    mentions.check(parts)
    body = _outlined(BodyWalk(scheme, finisher).elements(main))
    annexes = []
    for part in parts:
        problems.line = part.line
        heading, blocks = mentions.resolved(part.heading), mentions.resolved(part.blocks)
        annexes.append(_annex(composed, part, heading, blocks, finisher))
    return Content(body, tuple(annexes), problems.found)


def _outlined(elements: Iterable[Element]) -> tuple[Element, ...]:
    """The elements with their highest headings at the first level of the outline, whatever they are numbered by.

    Minutes count 1., 2., 3. without Roman numbers above: to a reader of the outline, and to PDF/UA, these come first.
    """
    found = list(elements)
    above = min((one.level for one in found if isinstance(one, Block) and one.level), default=1) - 1
    return tuple(
        replace(one, level=one.level - above) if isinstance(one, Block) and one.level else one for one in found
    )


def _annex(
    composed: ComposedPaper, part: AnnexPart, heading: list[Node], blocks: list[Node], finisher: Finisher
) -> Annex:
    frame = composed.frame
    label = Line(part.label)
    title: Line | None
    if part.is_enclosure:
        label = finisher.line(heading, capitals=True)
        title = None
        if blocks and blocks[0]["t"] == "Para":
            title, blocks = finisher.line(blocks[0]["c"]), blocks[1:]
    else:
        title = finisher.line(heading, capitals=not part.is_list)
    return Annex(
        label=label,
        title=title,
        reference=_reference(composed, finisher.provenance),
        body=_outlined(BodyWalk(SCHEMES[composed.numbering], finisher).elements(blocks)),
        letterhead=frame.enclosure_letterhead if part.is_enclosure else None,
        landscape="landscape" in part.div.classes,
    )


def _reference(composed: ComposedPaper, provenance: Provenance) -> Line | None:
    """The line in brackets that names the paper an annex belongs to."""
    text, origins = composed.frame.annex_reference, composed.frame.annex_origins
    return Line(text, provenance.anchor(origins, text, whole=True)) if text else None


def _findings(composed: ComposedPaper, problems: list[Problem], template: Span) -> list[Diagnostic]:
    """The findings of a body; only where there are some does pandoc read it once more, to tell their lines."""
    text = strip(composed.markdown)
    layout = Problems()
    check_layout(text, layout)
    if problems:
        tree = lined(run_pandoc(["-f", f"{READER}+sourcepos", "-t", "json"], text.encode()))
        problems = located(problems, _content(composed, tree, Provenance()).problems)
    places = TemplatePlaces(composed.markdown.split("\n"), composed.marks, template)
    return places.diagnostics([*layout.found, *problems])


def _paper(composed: ComposedPaper, content: Content) -> Paper:
    """The whole paper; of one that is an annex by itself only the annex is printed."""
    frame = composed.frame
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
        body=content.body,
        recipients=frame.recipients,
        signers=frame.signers,
        annexes=content.annexes,
        issuing_authority=frame.issuing_authority,
    )
    if not composed.is_annex:
        return paper
    return replace(
        paper,
        letterhead=None,
        type_name=None,
        subject=None,
        letter_subject=None,
        addressees=(),
        recipients=(),
        signers=(),
        issuing_authority=None,
    )
