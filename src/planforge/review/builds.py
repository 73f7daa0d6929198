"""What one side makes of some documents: each cluster-year in one go, or document by document where one is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from planforge import pipeline
from planforge.convert.papers import ConvertedPaper
from planforge.diagnostics import Checked, Diagnostic, Span, all_findings, has_errors
from planforge.errors import ToolError
from planforge.record import readable
from planforge.review.changes import Document, by_year
from planforge.workspace import BODY_TEMPLATE, TEMPLATES

# Failures of a tool that a document's own content may cause.
_OF_THE_DOCUMENT = frozenset({"tool.pandoc_failed"})


@dataclass(frozen=True, slots=True)
class Key:
    """A paper among all; there may be several of one document."""

    document: Document
    name: str


@dataclass(frozen=True, slots=True)
class Built:
    """The papers of a side, the documents that it could not make, and the errors that tell why."""

    papers: Mapping[Key, ConvertedPaper]
    failed: frozenset[Document]
    findings: tuple[Diagnostic, ...]


def build_side(root: Path, documents: Sequence[Document], cache: Path) -> Built:
    """Compose and convert some documents of a folder; raises ToolError for what no document is to blame for."""
    papers: dict[Key, ConvertedPaper] = {}
    failed: set[Document] = set()
    findings: list[Diagnostic] = []
    for (cluster, year), names in by_year(documents).items():
        for group in _groups(root, cluster, year, names, cache):
            made = group.checked
            if made.value is None:
                failed |= {Document(cluster, year, name) for name in group.names}
                findings += [one for one in made.diagnostics if has_errors([one])]
            for paper in made.value or ():
                papers[Key(Document(cluster, year, paper.document), paper.name)] = paper
    return Built(papers, frozenset(failed), tuple(all_findings(findings)))


@dataclass(frozen=True, slots=True)
class _Group:
    names: tuple[str, ...]
    checked: Checked[tuple[ConvertedPaper, ...]]


def _groups(root: Path, cluster: str, year: str, names: tuple[str, ...], cache: Path) -> Iterable[_Group]:
    """All documents at once; where that fails each by itself, so that those without a mistake are made."""
    together = _made(root, cluster, year, names, cache)
    if together.value is not None or len(names) == 1:
        return [_Group(names, together)]
    return [_Group((name,), _made(root, cluster, year, (name,), cache)) for name in names]


def _made(
    root: Path, cluster: str, year: str, names: tuple[str, ...], cache: Path
) -> Checked[tuple[ConvertedPaper, ...]]:
    try:
        with readable(root):
            return pipeline.make_papers(root, cluster, year, names, cache=cache)
    except ToolError as error:
        if error.code not in _OF_THE_DOCUMENT:
            raise
        spans = [Span(f"{TEMPLATES}/{name}/{BODY_TEMPLATE}") for name in names]
        return Checked(None, tuple(Diagnostic(error.code, span, dict(error.values)) for span in spans))
