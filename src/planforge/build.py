"""One build: what is current stays, the rest goes through the pipeline and is put in place document by document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planforge.errors import ToolError
from planforge.fonts import fingerprint
from planforge.record import Output, Record, Warned, file_hash, input_fingerprint, is_current, read_record, readable
from planforge.toolchain import FontChoice

if TYPE_CHECKING:
    from planforge.convert.papers import ConvertedPaper
    from planforge.diagnostics import Diagnostic
    from planforge.output import Kept

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

    def files(self, document: str) -> list[Path]:
        """The files of one document that people open."""
        return [self.folder / f"{document}.{name}" for name in self.formats]

    def names(self, document: str) -> list[str]:
        """The names of all files of one document, the table of origins last."""
        return [*(f"{document}.{name}" for name in self.formats), f"{document}.provenance.json"]


class Outcome:
    """What a build did."""

    def __init__(self) -> None:
        self.made: list[Path] = []
        self.current: list[Path] = []
        self.kept: list[Kept] = []
        self.findings: list[Diagnostic] = []
        self.stored_warnings: list[Warned] = []
        self.seconds: dict[str, float] = {}


def build(request: Request, font: FontChoice, *, force: bool = False) -> Outcome:
    """Build what is not current. A document with errors leaves its old files untouched.

    Raises ToolError.
    """
    outcome = Outcome()
    inputs = _inputs(request, font)
    waiting = []
    for name in request.documents:
        record = read_record(request.folder, name)
        if not force and is_current(request.folder, record, inputs[name], request.names(name)):
            outcome.current += request.files(name)
            outcome.stored_warnings += record.warnings
        else:
            waiting.append(name)
    if waiting:
        _build(request, tuple(waiting), inputs, font, outcome)
    return outcome


def current_files(request: Request, font: FontChoice) -> list[Path] | None:
    """All files of a request when nothing is left to do or to say about any of them; None otherwise."""
    inputs = _inputs(request, font)
    files = []
    for name in request.documents:
        record = read_record(request.folder, name)
        if record.warnings or not is_current(request.folder, record, inputs[name], request.names(name)):
            return None
        files += request.files(name)
    return files


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
    from planforge.output import publish, working_cache

    clock = pipeline.Clock()
    outcome.seconds = clock.seconds
    # The writers are imported while pandoc parses, when Python would only wait.
    with ThreadPoolExecutor(1) as pool, working_cache() as cache:
        coming = pool.submit(pipeline.load_writers, request.formats, font, cache)
        with readable(request.root):
            checked = pipeline.make_papers(
                request.root, request.cluster, request.year, documents, cache=cache, clock=clock
            )
        writers = coming.result()
        outcome.findings = pipeline.all_findings(checked.diagnostics)
        if checked.value is None:
            return
        try:
            files = pipeline.write_papers(checked.value, writers, clock)
        except ToolError as error:
            outcome.findings += _unshown(error, checked.value, font)
            return
    warnings = [_stored(finding) for finding in outcome.findings]
    with clock.stage("write"):
        for document, contents in files.items():
            record = _record(request, document, inputs, contents, warnings)
            outcome.kept += publish(request.folder, document, contents, record)
            outcome.made += [request.folder / name for name in contents][:-1]


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


def _record(
    request: Request, document: str, inputs: dict[str, str], contents: dict[str, bytes], warnings: list[Warned]
) -> Record:
    from hashlib import sha256

    previous = read_record(request.folder, document)
    outputs = dict(previous.outputs)
    for name, content in contents.items():
        before = file_hash(request.folder / name)
        kept = (before,) if previous.is_ours(name, before) else ()
        outputs[name] = Output(inputs[document], (*kept, sha256(content).hexdigest()))
    return Record(outputs, warnings)


def _stored(finding: Diagnostic) -> Warned:
    span = finding.span
    place = [span.path, span.line, span.column, span.end_line, span.end_column] if span else []
    return Warned(finding.code, place, {key: str(value) for key, value in finding.values.items()})
