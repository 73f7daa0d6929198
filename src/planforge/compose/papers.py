"""Compose: content and templates become, for each document, its frame and a Markdown body with provenance marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from planforge.blank import Blank
from planforge.compose.blanks import Blanks
from planforge.compose.environment import PaperEnvironment
from planforge.compose.facts import Facts, facts, year_files
from planforge.compose.frame import Frame, FrameWriter
from planforge.compose.marks import Marks
from planforge.compose.printing import markdown_printer, plain_printer
from planforge.compose.templates import kept_code
from planforge.decree30 import PROFILES, Profile
from planforge.diagnostics import Checked, Diagnostic, Span, has_errors
from planforge.load import Sources
from planforge.model.conferences import CONFERENCES
from planforge.model.document_type import FORM_ANNEX
from planforge.model.fields import Record
from planforge.model.paper_data import PapersData
from planforge.provenance import Provenance
from planforge.resolve import Content
from planforge.source import find_within
from planforge.spelling import nearest
from planforge.validate import Document
from planforge.workspace import BODY_TEMPLATE, SHARED


@dataclass(frozen=True, slots=True)
class ComposedPaper:
    """A paper before pandoc: the frame is final, the body is Markdown with marks that `marks` explains.

    `document` is what it is made as; `name` tells the papers of a document apart that is made several times.

    One that `is_annex` has no letterhead: its type name is the annex's label, its subject the title, and the whole body
    the annex's, on pages turned sideways when it is `landscape`.
    """

    name: str
    document: str
    frame: Frame
    profile: Profile
    numbering: str
    moment: datetime
    markdown: str
    marks: Marks
    provenance: Provenance
    blanks: tuple[Blank, ...] = ()
    is_annex: bool = False
    landscape: bool = False


def compose(sources: Sources, content: Content, cache: Path) -> Checked[tuple[ComposedPaper, ...]]:
    """Fill in every document's template; compiled templates are kept in `cache`."""
    papers = []
    findings: list[Diagnostic] = []
    known = facts(content)
    for document in content.documents:
        subjects = _subjects(content, document)
        findings += _papers_of_nobody(sources, content, document, [key for key, _ in subjects])
        for key, subject in subjects:
            own = {**known, "each": subject, "document": document.data}
            checked = _compose_one(sources, content, document, own, key, cache)
            findings += checked.diagnostics
            if checked.value is not None:
                papers.append(checked.value)
    findings = [_narrowed(finding, sources) for finding in findings]
    return Checked(None if has_errors(findings) else tuple(papers), tuple(findings))


def _subjects(content: Content, document: Document) -> list[tuple[str, Record | None]]:
    """What each paper of a document is about, by the name that tells their files apart."""
    if document.type.each == "conferences" and content.conferences is not None:
        held = [(name, getattr(content.conferences, name)) for name in CONFERENCES]
        return [(name, conference) for name, conference in held if conference is not None]
    if document.type.each == "inspections" and content.inspections is not None:
        names = {id(unit): str(name) for name, unit in content.registries.units.items()}
        return [(names[id(inspection.inspected)], inspection) for inspection in content.inspections.inspections]
    return [("", None)]


def _papers_of_nobody(sources: Sources, content: Content, document: Document, known: list[str]) -> Iterator[Diagnostic]:
    """A document of which no paper is made, and frames of papers that are not: of a unit not inspected, or misspelt."""
    if not known:
        yield Diagnostic("paper.none", Span(f"{content.folder}/{document.type.each}.yaml"))
    path = f"{content.folder}/{document.name}.yaml"
    data = document.data
    for key in data.papers if isinstance(data, PapersData) else ():
        if str(key) not in known:
            values = {"value": key, "known": ", ".join(known), "guess": nearest(key, known)}
            span = sources.yaml[path].span(("papers", str(key)), of_key=True)
            yield Diagnostic("paper.of_nobody", span, values)


def _narrowed(finding: Diagnostic, sources: Sources) -> Diagnostic:
    """A finding about a reference, at the reference instead of the whole text it stands in."""
    source = sources.yaml.get(finding.span.path) if finding.span else None
    written = str(finding.values.get("written", ""))
    if finding.span is None or source is None or not written:
        return finding
    return replace(finding, span=find_within(source, finding.span, written))


def _compose_one(
    sources: Sources, content: Content, document: Document, known: Facts, key: str, cache: Path
) -> Checked[ComposedPaper]:
    findings: list[Diagnostic] = []
    own = {name: text for name, text in sources.templates.items() if name.split("/")[0] in {SHARED, document.name}}
    marks, provenance = Marks(tuple(own)), Provenance()
    name = f"{document.name}-{key}" if key else document.name
    blanks = Blanks(name, content.places, sources.yaml)
    writer = FrameWriter(content, document, plain_printer(known, marks, blanks, findings), provenance, key)
    frame = writer.write()
    printer = markdown_printer(known, marks, blanks, findings)
    environment = PaperEnvironment(own, printer, year_files(content), kept_code(own, cache))
    markdown = printer.expand(environment.render(f"{document.name}/{BODY_TEMPLATE}"))
    if has_errors(findings):
        return Checked(None, tuple(findings))
    paper = ComposedPaper(
        name=name,
        document=document.name,
        frame=frame,
        profile=PROFILES[writer.layers.value("profile") or content.profile],
        numbering=document.type.numbering,
        moment=_moment(content, writer.layers.value("date")),
        markdown=markdown,
        marks=marks,
        provenance=provenance,
        blanks=tuple(blanks.found.values()),
        is_annex=document.type.form == FORM_ANNEX,
        landscape=document.type.landscape,
    )
    return Checked(paper, tuple(findings))


def _moment(content: Content, day: date | None) -> datetime:
    """The time in the file's properties: the paper's own date, for the same input must give the same bytes."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(content.year, 1, 1, tzinfo=UTC)
