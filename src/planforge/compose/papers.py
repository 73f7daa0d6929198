"""Compose: content and templates become, for each document, its frame and a Markdown body with provenance marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from planforge.compose.environment import PaperEnvironment
from planforge.compose.facts import Facts, facts
from planforge.compose.frame import Frame, FrameWriter
from planforge.compose.marks import Marks
from planforge.compose.printing import markdown_printer, plain_printer
from planforge.compose.templates import kept_code
from planforge.decree30 import PROFILES, Profile
from planforge.diagnostics import Checked, Diagnostic, has_errors
from planforge.load import Sources
from planforge.provenance import Provenance
from planforge.resolve import Content
from planforge.source import find_within
from planforge.validate import Document
from planforge.workspace import BODY_TEMPLATE, SHARED


@dataclass(frozen=True, slots=True)
class ComposedPaper:
    """A document before pandoc: the frame is final, the body is Markdown with marks that `marks` explains."""

    name: str
    frame: Frame
    profile: Profile
    numbering: str
    moment: datetime
    markdown: str
    marks: Marks
    provenance: Provenance


def compose(sources: Sources, content: Content, cache: Path) -> Checked[tuple[ComposedPaper, ...]]:
    """Fill in every document's template; compiled templates are kept in `cache`."""
    papers = []
    findings: list[Diagnostic] = []
    known = facts(content)
    for document in content.documents:
        checked = _compose_one(sources.templates, content, document, known, cache)
        findings += checked.diagnostics
        if checked.value is not None:
            papers.append(checked.value)
    findings = [_narrowed(finding, sources) for finding in findings]
    return Checked(None if has_errors(findings) else tuple(papers), tuple(findings))


def _narrowed(finding: Diagnostic, sources: Sources) -> Diagnostic:
    """A finding about a reference, at the reference instead of the whole text it stands in."""
    source = sources.yaml.get(finding.span.path) if finding.span else None
    written = str(finding.values.get("written", ""))
    if finding.span is None or source is None or not written:
        return finding
    return replace(finding, span=find_within(source, finding.span, written))


def _compose_one(
    templates: Mapping[str, str], content: Content, document: Document, known: Facts, cache: Path
) -> Checked[ComposedPaper]:
    findings: list[Diagnostic] = []
    own = {name: text for name, text in templates.items() if name.split("/")[0] in {SHARED, document.name}}
    marks, provenance = Marks(tuple(own)), Provenance()
    frame = FrameWriter(content, document, plain_printer(known, marks, findings), provenance).write()
    printer = markdown_printer(known, marks, findings)
    environment = PaperEnvironment(own, printer, template_values(content, document), kept_code(own, cache))
    markdown = printer.expand(environment.render(f"{document.name}/{BODY_TEMPLATE}"))
    if has_errors(findings):
        return Checked(None, tuple(findings))
    paper = ComposedPaper(
        name=document.name,
        frame=frame,
        profile=PROFILES[document.data.profile or content.profile],
        numbering=document.type.numbering,
        moment=_moment(content, document),
        markdown=markdown,
        marks=marks,
        provenance=provenance,
    )
    return Checked(paper, tuple(findings))


def template_values(content: Content, document: Document) -> dict[str, Any]:
    """What a template may name beside the facts: the files of the year, and the document's own fields."""
    return {
        "movements": content.movements,
        "waves": content.waves,
        "responsibilities": content.responsibilities,
        "document": document.data,
    }


def _moment(content: Content, document: Document) -> datetime:
    """The time in the file's properties: the paper's own date, for the same input must give the same bytes."""
    day = document.data.date
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(content.year, 1, 1, tzinfo=UTC)
