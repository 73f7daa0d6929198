"""Mutations of finished files tried: a built paper taken apart, broken in one place, and put together again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lxml import etree
from tests.mutations.mutation import FileMutation, Parts, PdfMutation
from tests.mutations.trial import Trial, Untouched

from planforge.corpus import Corpus, OfficialNames
from planforge.diagnostics import Diagnostic
from planforge.errors import UserError
from planforge.fonts import cache_folder, fetch_font
from planforge.passages.paper import paper_passages
from planforge.pipeline import load_writers, make_papers, write_papers
from planforge.rule import Kind, Medium, ask
from planforge.rules import rules_of
from planforge.verify.dissect import dissect
from planforge.verify.reading import Reading
from planforge.workspace import list_documents, list_years
from planforge.write.package import packed, serialised, unpacked

BATCH = 25
_MINUTES_PER_BATCH = 5


@dataclass(frozen=True, slots=True)
class Built:
    """The papers of the fictional example: the bytes of their DOCX and PDF by the name of the paper."""

    docx: Mapping[str, bytes]
    pdf: Mapping[str, bytes]


def built_example(root: Path) -> Built:
    """Build every paper of an example workspace; AssertionError where it cannot be built."""
    writers = load_writers(("docx", "pdf"), fetch_font().choice, cache_folder())
    made: dict[str, dict[str, bytes]] = {"docx": {}, "pdf": {}}
    for cluster, year in list_years(root):
        documents = tuple(list_documents(root, cluster, year))
        papers = make_papers(root, cluster, year, documents, cache=cache_folder()) if documents else None
        if papers is None:
            continue
        assert papers.value is not None, papers.diagnostics
        for files in write_papers(papers.value, writers).values():
            for name, content in files.items():
                stem, _, ending = name.rpartition(".")
                made.get(ending, {})[stem] = content
    return Built(made["docx"], made["pdf"])


class Court:
    """Asks all rules about files and about text of a paper; files are written below `folder`."""

    def __init__(self, folder: Path, names: OfficialNames, built: Built) -> None:
        self.folder = folder
        self.names = names
        self.built = built

    def said_of(self, reading: Reading) -> list[Diagnostic]:
        """Every finding of a reading."""
        anatomy = dissect(reading)
        corpus = Corpus(paper_passages(reading), self.names)
        files = [found for rule in rules_of(Kind.FILE) for found, _ in ask(rule, anatomy).findings]
        return files + [found for rule in rules_of(Kind.TEXT) for found, _ in ask(rule, corpus).findings]

    def read(self, content: bytes, ending: str) -> Reading:
        """The reading of a file with this content."""
        path = self.folder / f"tried.{ending}"
        path.write_bytes(content)
        return read_paper(path)

    def untouched(self, medium: Medium) -> Iterator[Untouched]:
        """What is said of the built papers as they are."""
        for name, content in (self.built.docx if medium is Medium.DOCX else self.built.pdf).items():
            for found in self.said_of(self.read(content, medium)):
                text = found.excerpt.text[:60] if found.excerpt else ""
                yield Untouched(medium, name, f"{found.code} {text!r} {dict(found.values)}")

    def try_docx(self, mutations: Iterable[FileMutation]) -> Iterator[Trial]:
        """What is said of each broken DOCX."""
        for one in mutations:
            content = self.broken(one)
            if isinstance(content, Trial):
                yield content
            else:
                yield self._tried(one.rule, one.name, Medium.DOCX, partial(self.read, content, "docx"))

    def try_pdf(self, mutations: Iterable[PdfMutation]) -> Iterator[Trial]:
        """What is said of each broken PDF."""
        for one in mutations:
            if one.paper not in self.built.pdf:
                yield Trial(one.rule, one.name, Medium.PDF, trouble=f"no paper {one.paper}")
                continue
            content = one.change(self.built.pdf[one.paper])
            yield self._tried(one.rule, one.name, Medium.PDF, partial(self.read, content, "pdf"))

    def try_converted(self, mutations: Sequence[FileMutation]) -> Iterator[Trial]:
        """What is said of the PDF that LibreOffice makes of each broken DOCX, many in one run of it."""
        for start in range(0, len(mutations), BATCH):
            batch = mutations[start : start + BATCH]
            contents = {f"tried-{index:02d}": self.broken(one) for index, one in enumerate(batch)}
            usable = {name: content for name, content in contents.items() if isinstance(content, bytes)}
            pdfs = self.converted(usable)
            for one, (name, content) in zip(batch, contents.items(), strict=True):
                if isinstance(content, Trial):
                    yield Trial(one.rule, one.name, Medium.PDF, trouble=content.trouble)
                elif name not in pdfs:
                    yield Trial(one.rule, one.name, Medium.PDF, trouble="LibreOffice made no PDF of it")
                else:
                    yield self._tried(one.rule, one.name, Medium.PDF, partial(read_paper, pdfs[name]))

    def untouched_converted(self, names: Iterable[str]) -> Iterator[Untouched]:
        """What is said of the PDF that LibreOffice makes of the papers as they are."""
        usable = {name: self.built.docx[name] for name in sorted(set(names)) if name in self.built.docx}
        for name, path in self.converted(usable).items():
            for found in self.said_of(read_paper(path)):
                text = found.excerpt.text[:60] if found.excerpt else ""
                yield Untouched("pdf by LibreOffice", name, f"{found.code} {text!r} {dict(found.values)}")

    def broken(self, mutation: FileMutation) -> bytes | Trial:
        """The DOCX of a mutation, or why there is none."""
        content = self.built.docx.get(mutation.paper)
        if content is None:
            return Trial(mutation.rule, mutation.name, Medium.DOCX, trouble=f"no paper {mutation.paper}")
        parts = taken_apart(content)
        before = put_together(parts)
        try:
            mutation.change(parts)
        except (LookupError, ValueError, AttributeError, TypeError, AssertionError) as error:
            return Trial(mutation.rule, mutation.name, Medium.DOCX, trouble=f"cannot be broken so: {error!r}")
        after = put_together(parts)
        if after == before:
            return Trial(mutation.rule, mutation.name, Medium.DOCX, trouble="nothing is changed")
        return packed(after)

    def converted(self, contents: Mapping[str, bytes]) -> dict[str, Path]:
        """The PDF of each DOCX, by LibreOffice."""
        source, target = self.folder / "converted" / "docx", self.folder / "converted" / "pdf"
        shutil.rmtree(source.parent, ignore_errors=True)
        source.mkdir(parents=True)
        target.mkdir()
        for name, content in contents.items():
            (source / f"{name}.docx").write_bytes(content)
        profile = (self.folder / "profile").as_uri()
        command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
        documents = sorted(str(path) for path in source.iterdir())
        if documents:
            subprocess.run(
                [*command, "--outdir", str(target), *documents],
                check=True,
                capture_output=True,
                timeout=60 * _MINUTES_PER_BATCH,
            )
        return {path.stem: path for path in sorted(target.iterdir())}

    def _tried(self, rule: str, name: str, medium: Medium, read: Callable[[], Reading]) -> Trial:
        try:
            return Trial(rule, name, medium, frozenset(found.code for found in self.said_of(read())))
        except UserError as error:
            return Trial(rule, name, medium, trouble=f"cannot be read: {error}")


def read_paper(path: Path) -> Reading:
    """The reading of a DOCX or PDF of our own making."""
    if path.suffix == ".docx":
        from planforge.verify.docx import read_docx

        return read_docx(path)
    from planforge.verify.pdf import read_pdf

    return read_pdf(path)


def taken_apart(content: bytes) -> Parts:
    """The parts of a DOCX, its XML parsed."""
    return {
        name: etree.fromstring(part) if name.endswith((".xml", ".rels")) else part
        for name, part in unpacked(content).items()
    }


def put_together(parts: Parts) -> dict[str, bytes]:
    """The parts as they are written."""
    return {name: part if isinstance(part, bytes) else serialised(part) for name, part in parts.items()}
