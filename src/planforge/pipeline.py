"""The stages in order, and the build that runs them: start reading here.

    load → validate → resolve → compose → convert → write

Every stage is a function from one type to the next. What is wrong with the input is collected as `Diagnostic` values;
only a missing tool or a mistake of our own raises.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from planforge.compose.papers import compose
from planforge.compose.templates import checked_templates
from planforge.convert.papers import ConvertedPaper, convert
from planforge.diagnostics import Checked, has_errors
from planforge.load import load
from planforge.paper import Paper
from planforge.record import TABLE_ENDING
from planforge.resolve import resolve
from planforge.stamp.stamp import Stamp
from planforge.toolchain import FontChoice
from planforge.validate import lowered, unused_files, validate

Writer = Callable[[Paper, Stamp | None], bytes]


@dataclass(slots=True)
class Clock:
    """How long each stage took, in seconds, in the order of the stages."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time one stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def make_papers(
    root: Path, cluster: str, year: str, documents: tuple[str, ...], *, cache: Path, clock: Clock | None = None
) -> Checked[tuple[ConvertedPaper, ...]]:
    """Everything up to the writers: the papers of one cluster-year.

    Loading, validating and the check of the templates all run on whatever could be read, so that one run shows every
    mistake; what is computed from the data needs all of it. `cache` is a folder of the user's, never of the
    workspace: compiled templates are kept there.
    """
    clock = clock or Clock()
    with clock.stage("load"):
        loaded = load(root, cluster, year, documents)
    sources = loaded.product()
    with clock.stage("validate"):
        validated = validate(sources)
        findings = [
            *lowered(loaded.diagnostics, unused_files(sources)),
            *validated.diagnostics,
            *checked_templates(sources.templates, cache),
        ]
    if validated.value is None or has_errors(findings):
        return Checked(None, tuple(findings))
    with clock.stage("resolve"):
        content = resolve(validated.value)
    with clock.stage("compose"):
        composed = compose(sources, content, cache)
    findings += composed.diagnostics
    if composed.value is None:
        return Checked(None, tuple(findings))
    with clock.stage("convert"):
        converted = convert(composed.value)
    return Checked(converted.value, (*findings, *converted.diagnostics))


def write_papers(
    papers: tuple[ConvertedPaper, ...],
    writers: Mapping[str, Writer],
    clock: Clock | None = None,
    stamps: Mapping[str, Stamp] | None = None,
) -> dict[str, dict[str, bytes]]:
    """The files of every paper, by document and file name; raises ToolError when a tool fails.

    `stamps`, by document, is what the files say of their making; without it they say nothing.
    """
    stamps = stamps or {}
    with (clock or Clock()).stage("write"), ThreadPoolExecutor() as pool:
        running = {
            (converted.name, name): (converted, pool.submit(writer, converted.paper, _stamp(converted, stamps)))
            for converted in papers
            for name, writer in writers.items()
        }
        files: dict[str, dict[str, bytes]] = {converted.document: {} for converted in papers}
        for (_, name), (converted, future) in running.items():
            files[converted.document][f"{converted.name}.{name}"] = future.result()
    for converted in papers:
        table = converted.provenance.to_json(converted.name)
        files[converted.document][f"{converted.name}{TABLE_ENDING}"] = table.encode()
    return files


def _stamp(converted: ConvertedPaper, stamps: Mapping[str, Stamp]) -> Stamp | None:
    stamp = stamps.get(converted.document)
    return stamp.of_paper(converted.name) if stamp else None


def load_writers(formats: Iterable[str], font: FontChoice, cache: Path) -> dict[str, Writer]:
    """The writers of some formats, by format; only theirs are imported."""
    return {name: _writer(name, font, cache) for name in formats}


def _writer(name: str, font: FontChoice, cache: Path) -> Writer:
    if name == "docx":
        from planforge.write.docx import write_docx

        return lambda paper, stamp: write_docx(paper, reference_cache=cache, stamp=stamp)
    if name == "pdf":
        from planforge.write.pdf import write_pdf

        return lambda paper, stamp: write_pdf(paper, font, stamp=stamp)
    from planforge.write.text import write_html, write_markdown

    write = {"md": write_markdown, "html": write_html}[name]
    return lambda paper, _: write(paper)
