"""One build: what is current stays, the rest goes through the pipeline and is put in place document by document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planforge.blank import Blank
from planforge.errors import ToolError
from planforge.fonts import fingerprint
from planforge.record import (
    Output,
    Record,
    Warned,
    file_hash,
    file_names,
    input_fingerprint,
    is_current,
    read_record,
    readable,
)
from planforge.toolchain import FontChoice
from planforge.workspace import APPROVALS_FILE, DATA, read_file

if TYPE_CHECKING:
    from planforge.convert.papers import ConvertedPaper
    from planforge.diagnostics import Diagnostic
    from planforge.output import Kept
    from planforge.readiness import Readiness
    from planforge.stamp.stamp import Stamp

BUILD = "build"


class Request(NamedTuple):
    """What to build: documents of one cluster-year, in which formats."""

    root: Path
    cluster: str
    year: str
    documents: tuple[str, ...]
    formats: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return self.root / BUILD / self.cluster / self.year

    @property
    def approvals(self) -> Path:
        """Where it is recorded who reviewed the documents."""
        return self.root / DATA / self.cluster / self.year / APPROVALS_FILE

    def files(self, record: Record) -> list[Path]:
        """The files of a document that people open."""
        return [self.folder / name for name in file_names(record.papers, self.formats)[: -len(record.papers) or None]]


class Outcome:
    """What a build did."""

    def __init__(self) -> None:
        self.made: list[Path] = []
        self.current: list[Path] = []
        self.kept: list[Kept] = []
        self.findings: list[Diagnostic] = []
        self.stored_warnings: list[Warned] = []
        self.blanks: list[Blank] = []
        self.seconds: dict[str, float] = {}
        self.unready = 0
        self.draft = False


def build(request: Request, font: FontChoice, *, force: bool = False, draft: bool = False) -> Outcome:
    """Build what is not current. A document with errors leaves its old files untouched.

    Errors that the rules find in data or files keep a document from being ready; a `draft` is built all the same.
    Raises ToolError.
    """
    outcome = Outcome()
    outcome.draft = draft
    inputs = _inputs(request, font)
    waiting = []
    records = {name: read_record(request.folder, name) for name in request.documents}
    settled = _settled(request, records)
    for name, record in records.items():
        current = name not in settled and is_current(request.folder, record, inputs[name], request.formats)
        if current and not force and (draft or not record.draft):
            outcome.current += request.files(record)
            outcome.stored_warnings += record.warnings
            outcome.blanks += record.blanks
            outcome.unready += record.draft
        else:
            waiting.append(name)
    if waiting:
        _build(request, tuple(waiting), inputs, font, outcome)
    outcome.findings += _stale_approvals(request, outcome)
    return outcome


class Current(NamedTuple):
    """What a request with nothing left to do finds: its files, and what they leave blank."""

    files: list[Path]
    blanks: list[Blank]


def find_current(request: Request, font: FontChoice) -> Current | None:
    """All files of a request when nothing is left to do or to warn of in any of them; None otherwise."""
    inputs = _inputs(request, font)
    files: list[Path] = []
    blanks: list[Blank] = []
    records = {name: read_record(request.folder, name) for name in request.documents}
    if _settled(request, records) or not _approvals_stand(request, records):
        return None
    for name, record in records.items():
        if record.warnings or not is_current(request.folder, record, inputs[name], request.formats):
            return None
        files += request.files(record)
        blanks += record.blanks
    return Current(files, blanks)


def _approvals_stand(request: Request, records: Mapping[str, Record]) -> bool:
    """Whether nothing is to be said of approvals; False also where a glance cannot tell."""
    if not request.approvals.is_file():
        return True
    from planforge.approval.glance import all_stand

    return all_stand(read_file(request.approvals), {name: record.content for name, record in records.items()})


def _stale_approvals(request: Request, outcome: Outcome) -> tuple[Diagnostic, ...]:
    """The approvals that the documents as they are now built have outlived."""
    if not request.approvals.is_file():
        return ()
    from planforge.approval.standing import stale_among

    built = {*outcome.made, *outcome.current}
    records = {name: read_record(request.folder, name) for name in request.documents}
    contents = {name: one.content for name, one in records.items() if built.intersection(request.files(one))}
    return stale_among(request.root, request.cluster, request.year, contents, contents.get)


def _settled(request: Request, records: Mapping[str, Record]) -> set[str]:
    """The documents made from uncommitted inputs that have been committed since: their files can say the commit now."""
    waiting = [name for name, record in records.items() if record.uncommitted]
    if not waiting:
        return set()
    from planforge.stamp.commits import committed_documents

    with readable(request.root):
        return committed_documents(request.root, request.cluster, request.year, waiting)


def _inputs(request: Request, font: FontChoice) -> dict[str, str]:
    font_bytes = fingerprint(font)
    with readable(request.root):
        return {
            name: input_fingerprint(request.root, request.cluster, request.year, name, [font_bytes])
            for name in request.documents
        }


def _build(
    request: Request, documents: tuple[str, ...], inputs: dict[str, str], font: FontChoice, outcome: Outcome
) -> None:
    """Imported here and not above: a run with nothing to do needs none of it."""
    from concurrent.futures import ThreadPoolExecutor

    from planforge import pipeline
    from planforge.approval.fingerprint import content_of
    from planforge.diagnostics import Severity, all_findings
    from planforge.output import publish, working_cache

    clock = pipeline.Clock()
    outcome.seconds = clock.seconds
    # The writers and the rules are imported while pandoc parses, when Python would only wait.
    with ThreadPoolExecutor(2) as pool, working_cache() as cache:
        stamping = pool.submit(_stamps, request, documents)
        coming = pool.submit(pipeline.load_writers, request.formats, font, cache)
        rules = pool.submit(_readiness, request, documents)
        with readable(request.root):
            checked = pipeline.make_papers(
                request.root, request.cluster, request.year, documents, cache=cache, clock=clock
            )
        writers = coming.result()
        outcome.findings = all_findings(checked.diagnostics)
        if checked.value is None:
            rules.cancel()
            return
        try:
            stamps = stamping.result()
            files = pipeline.write_papers(checked.value, writers, clock, stamps)
        except ToolError as error:
            outcome.findings += _unshown(error, checked.value, font)
            return
    with clock.stage("check"), readable(request.root):
        readiness = rules.result()
        shown = f"{BUILD}/{request.cluster}/{request.year}"
        unready = [*readiness.of_data(), *readiness.of_files(files, shown)]
    outcome.findings = all_findings((*outcome.findings, *unready))
    outcome.unready = sum(finding.severity is Severity.ERROR for finding in unready)
    if outcome.unready and not outcome.draft:
        return
    with clock.stage("write"):
        for document, contents in files.items():
            papers = [paper for paper in checked.value if paper.document == document]
            blanks = tuple(blank for paper in papers for blank in paper.blanks)
            warnings = [_stored(finding) for finding in outcome.findings if _concerns(request, finding, document)]
            names = tuple(paper.name for paper in papers)
            uncommitted = bool(stamps[document].uncommitted)
            record = Record({}, warnings, names, blanks, bool(outcome.unready), uncommitted, content_of(papers))
            record = record._replace(outputs=_outputs(request, document, inputs[document], contents))
            outcome.kept += publish(request.folder, document, contents, record)
            outcome.made += request.files(record)
            outcome.blanks += blanks


def _stamps(request: Request, documents: tuple[str, ...]) -> dict[str, Stamp]:
    """What the files will say of their making."""
    from planforge.stamp.commits import input_commits
    from planforge.stamp.stamp import make_stamp

    with readable(request.root):
        inputs = input_commits(request.root, request.cluster, request.year, documents)
        return {name: make_stamp(request.root, request.cluster, request.year, name, inputs[name]) for name in documents}


def _readiness(request: Request, documents: tuple[str, ...]) -> Readiness:
    from planforge.readiness import Readiness

    return Readiness(request.root, request.cluster, request.year, documents)


def _unshown(error: ToolError, papers: Iterable[ConvertedPaper], font: FontChoice) -> list[Diagnostic]:
    """The values with characters that the PDF's font cannot show; any other failure of a tool is raised again."""
    from planforge.diagnostics import Diagnostic
    from planforge.fonts import shown_characters

    shown = shown_characters(font) if error.code == "tool.glyph_missing" else frozenset()
    findings = {
        (characters, origin.span): Diagnostic("text.no_glyph", origin.span, {"characters": characters})
        for paper in papers
        for trace in paper.provenance.traces
        if shown and (characters := " ".join(sorted(set(trace.text) - shown - {"\n"})))
        for origin in (trace.origins if len(trace.origins) == 1 else ())
    }
    if not findings:
        raise error
    return list(findings.values())


def _outputs(request: Request, document: str, inputs: str, contents: dict[str, bytes]) -> dict[str, Output]:
    from hashlib import sha256

    previous = read_record(request.folder, document)
    outputs = dict(previous.outputs)
    for name, content in contents.items():
        before = file_hash(request.folder / name)
        kept = (before,) if previous.is_ours(name, before) else ()
        outputs[name] = Output(inputs, (*kept, sha256(content).hexdigest()))
    return outputs


def _concerns(request: Request, finding: Diagnostic, document: str) -> bool:
    """Whether a finding is about a document: about its files, or about one that other documents use as well."""
    path = finding.span.path if finding.span else ""
    owners = {
        name
        for name in request.documents
        if path.startswith(f"templates/{name}/")
        or path == f"data/{request.cluster}/{request.year}/{name}.yaml"
        or (path.startswith(f"{BUILD}/") and _is_paper_of(name, path))
    }
    return document in owners or not owners


def _is_paper_of(document: str, path: str) -> bool:
    """Whether a built file is of a document: `cross-check-minutes-…` is not one of `cross-check`."""
    stem = Path(path).stem
    return stem == document or stem.rpartition("-")[0] == document


def _stored(finding: Diagnostic) -> Warned:
    from planforge.words import Words

    span, excerpt = finding.span, finding.excerpt
    place = [span.path, span.line, span.column, span.end_line, span.end_column] if span else []
    values = {key: list(value) if isinstance(value, Words) else str(value) for key, value in finding.values.items()}
    shown = [excerpt.text, excerpt.start, excerpt.end, excerpt.page] if excerpt else []
    return Warned(finding.code, place, values, finding.severity.name, shown)
