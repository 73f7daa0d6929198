"""Papers of both sides held against each other: what is equal is left, the rest is written and compared as files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from planforge.convert.papers import ConvertedPaper
from planforge.diagnostics import Diagnostic, Span
from planforge.errors import ToolError
from planforge.fonts import find_font
from planforge.pipeline import Writer, load_writers
from planforge.redline.comparison import Comparison, Redline
from planforge.review.authorship import Authorship
from planforge.review.builds import Built, Key
from planforge.review.changes import Document
from planforge.review.patience import Patience
from planforge.review.sides import ChangedPaper, PaperVersion
from planforge.words import Words
from planforge.workspace import BODY_TEMPLATE, TEMPLATES

# Failures of a writer that the content of a paper may cause.
_OF_THE_PAPER = frozenset({"tool.pandoc_failed", "tool.typst_failed", "tool.glyph_missing"})
_TOO_LONG = Words(
    "Văn bản quá dài hoặc thay đổi quá nhiều: so sánh mất quá nhiều thời gian nên đã dừng.",
    "The document is too long, or changed too much: comparing it took too long and was stopped.",
)


@dataclass(slots=True)
class Compared:
    """The papers that are not the same, how many are, and what could not be written, by side (True: the new one)."""

    papers: list[ChangedPaper] = field(default_factory=list)
    unchanged: int = 0
    unwritten: list[tuple[bool, Diagnostic]] = field(default_factory=list)


Pair = tuple[ConvertedPaper | None, ConvertedPaper | None]


def pairs(old: Built, new: Built, unread: Collection[Document] = ()) -> dict[Key, Pair]:
    """The papers of both sides by name; of a document that one side could not read or make, nothing can be said."""
    failed = {*old.failed, *new.failed, *unread}
    keys = {key: None for built in (old, new) for key in built.papers if key.document not in failed}
    return {key: (old.papers.get(key), new.papers.get(key)) for key in sorted(keys, key=_order)}


def compare_papers(found: Mapping[Key, Pair], authorship: Authorship, formats: Sequence[str], cache: Path) -> Compared:
    """Write the papers that differ in some formats, among them "docx", and compare them."""
    compared = Compared()
    differing = {key: pair for key, pair in found.items() if not _is_equal(*pair)}
    compared.unchanged = len(found) - len(differing)
    if not differing:
        return compared
    patience = Patience()
    writers = load_writers(formats, find_font().choice, cache)
    with ThreadPoolExecutor() as pool:
        running = {key: [_started(pool, paper, writers) for paper in pair] for key, pair in differing.items()}
        for key, pair in differing.items():
            old, new = [
                _version(paper, started, is_new, compared.unwritten)
                for is_new, (paper, started) in enumerate(zip(pair, running[key], strict=True))
            ]
            if (old is None) is not (pair[0] is None) or (new is None) is not (pair[1] is None):
                continue
            changed = _changed(key, pair, old, new, authorship, patience)
            if changed is None:
                compared.unchanged += 1
            else:
                compared.papers.append(changed)
    return compared


def _is_equal(old: ConvertedPaper | None, new: ConvertedPaper | None) -> bool:
    return old is not None and new is not None and old.paper == new.paper


def _changed(
    key: Key,
    pair: Pair,
    old: PaperVersion | None,
    new: PaperVersion | None,
    authorship: Authorship,
    patience: Patience,
) -> ChangedPaper | None:
    """The paper with its redline; None where only the places differ that its words come from."""
    title = next((paper.paper.title for paper in reversed(pair) if paper is not None), "")
    changed = ChangedPaper(*key.document, key.name, title, old, new)
    if old is None or new is None:
        return changed
    made = _redline(old, new, authorship, patience)
    return None if made.comparison.equal and not made.unproven else replace(changed, redline=made)


def _redline(old: PaperVersion, new: PaperVersion, authorship: Authorship, patience: Patience) -> Redline:
    """The redline of both files; without a word of it where they take too long to compare."""
    from planforge.redline.redline import redline

    try:
        with patience.for_a_paper():
            return redline(old.files["docx"], new.files["docx"], authorship.author_of(old.traces, new.traces))
    except TimeoutError:
        return Redline(None, Comparison((), (_TOO_LONG,)), unproven=(_TOO_LONG,))


Started = Mapping[str, Future[bytes]]


def _started(pool: ThreadPoolExecutor, paper: ConvertedPaper | None, writers: Mapping[str, Writer]) -> Started:
    return {name: pool.submit(writer, paper.paper, None) for name, writer in writers.items()} if paper else {}


def _version(
    paper: ConvertedPaper | None, started: Started, is_new: int, unwritten: list[tuple[bool, Diagnostic]]
) -> PaperVersion | None:
    """The files of a paper on one side; None where its DOCX could not be written. What failed is noted."""
    if paper is None:
        return None
    files = {}
    for name, future in started.items():
        try:
            files[name] = future.result()
        except ToolError as error:
            if error.code not in _OF_THE_PAPER:
                raise
            place = Span(f"{TEMPLATES}/{paper.document}/{BODY_TEMPLATE}")
            unwritten.append((bool(is_new), Diagnostic(error.code, place, dict(error.values))))
    if "docx" not in files:
        return None
    return PaperVersion(files, {trace.anchor: trace for trace in paper.provenance.traces}, paper.blanks)


def _order(key: Key) -> tuple[str, ...]:
    return (*key.document, key.name)
