"""The changed places of a document, one line each: where, what, and the line of data or template it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planforge.provenance import Trace
from planforge.redline.comparison import Change, ComparedParagraph, Fate
from planforge.review.facts.look import Look, changed_anchors, is_changed
from planforge.review.markdown import code, escape
from planforge.review.section_labels import only_renumbered
from planforge.review.sides import ChangedPaper, FactChange
from planforge.review.summary.excerpts import counted, of_paragraph, shown
from planforge.review.summary.said import bold, said
from planforge.review.summary.sections import Spoken, places
from planforge.review.summary.sentences import counts_words
from planforge.workspace import DATA

ROW_ENDS = {Fate.ADDED: "summary.added_row", Fate.REMOVED: "summary.removed_row"}
MOVED_FATES = frozenset({Fate.MOVED_FROM, Fate.MOVED_TO})


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """One changed place as a line of Markdown, and whether the facts told above it are its cause.

    `headline` says only where it is, how many words came and went, and the line of the data or template.
    """

    line: str
    explained: bool
    headline: str


class Changes:
    """The changed places of a paper."""

    def __init__(self, paper: ChangedPaper, facts: Sequence[FactChange], language: str) -> None:
        self.look = Look(paper)
        self.facts = facts
        self.language = language
        self.paragraphs = paper.redline.comparison.paragraphs if paper.redline else ()
        self.spoken = places(self.paragraphs)
        self.moves = _ends(self.paragraphs)
        self.rows: defaultdict[tuple[int, int], list[ComparedParagraph]] = defaultdict(list)
        for one in self.paragraphs:
            if one.spot is not None:
                self.rows[one.spot.table, one.spot.row].append(one)
        self.renumbered = 0

    def section_of(self, fact: FactChange) -> str:
        """The place of the document in which a fact is printed first; empty where it is not known."""
        for paragraph, spoken in zip(self.paragraphs, self.spoken, strict=True):
            if self.look.made_of_words(paragraph).of(fact) or self.look.made_of(paragraph).of(fact):
                return spoken.words(self.language, with_number=not spoken.label)
        return ""

    def lines(self) -> list[ChangedPlace]:
        """Every changed place in reading order; `renumbered` counts those where only a number changed."""
        found: list[ChangedPlace] = []
        told: set[tuple[int, int]] = set()
        for index, paragraph in enumerate(self.paragraphs):
            spot = paragraph.spot
            if spot is not None and spot.bordered:
                row = (spot.table, spot.row)
                cells = self.rows[row] if row not in told else []
                told.add(row)
                if _only_ordinal(cells):
                    self.renumbered += 1
                elif any(map(is_changed, cells)):
                    found.append(self._row_line(cells, self.spoken[index]))
            elif paragraph.changed:
                found += self._paragraph_line(paragraph, self.spoken[index])
        return found

    def _row_line(self, cells: Sequence[ComparedParagraph], spoken: Spoken) -> ChangedPlace:
        fate = cells[0].spot.row_fate if cells[0].spot else Fate.KEPT
        by_column: defaultdict[int, list[str]] = defaultdict(list)
        for cell in cells:
            by_column[cell.spot.column if cell.spot else 0].append(shown(of_paragraph(cell)))
        text = " &#124; ".join(" ".join(filter(None, parts)) for _, parts in sorted(by_column.items()))
        key = "summary.moved_row" if fate in MOVED_FATES else ROW_ENDS.get(fate)
        text = said(key, self.language, text=text) if key else text
        return self._place(spoken, list(filter(is_changed, cells)), text)

    def _paragraph_line(self, paragraph: ComparedParagraph, spoken: Spoken) -> Iterator[ChangedPlace]:
        if only_renumbered(paragraph):
            self.renumbered += 1
            return
        text = shown(of_paragraph(paragraph))
        if paragraph.move is not None and paragraph.fate in MOVED_FATES:
            ends = self.moves[paragraph.move]
            if paragraph.fate is Fate.MOVED_FROM and Fate.MOVED_TO in ends:
                return
            old, new = (self._end(ends.get(fate)) for fate in (Fate.MOVED_FROM, Fate.MOVED_TO))
            text = said("summary.moved", self.language, old=old, new=new, text=_plain(paragraph))
        elif paragraph.fate in {Fate.ADDED, Fate.REMOVED}:
            if not paragraph.new_text.strip() and not paragraph.old_text.strip():
                return
            key = "summary.added" if paragraph.fate is Fate.ADDED else "summary.removed"
            text = said(key, self.language, text=text)
        elif not any(piece.change in {Change.ADDED, Change.REMOVED} for piece in paragraph.pieces):
            text = said("summary.reshaped", self.language, text=_plain(paragraph))
        yield self._place(spoken, [paragraph], text)

    def _end(self, index: int | None) -> str:
        return "?" if index is None else self.spoken[index].words(self.language)

    def _place(self, spoken: Spoken, paragraphs: Sequence[ComparedParagraph], text: str) -> ChangedPlace:
        causes = [fact for fact in self.facts if any(self.look.explains(fact, one) for one in paragraphs)]
        found = [place for one in paragraphs for place in self._sources(one)]
        told = list(filter(None, map(_fact_place, causes)))
        in_data = [place for place in found if place.startswith(f"{DATA}/")]
        source = next(iter((*told, *in_data, *found)), "")
        where = ", ".join(filter(None, (spoken.words(self.language), code(source) if source else "")))
        return ChangedPlace(f"- {where}: {text}", bool(causes), self._headline(spoken, paragraphs, source))

    def _headline(self, spoken: Spoken, paragraphs: Sequence[ComparedParagraph], source: str) -> str:
        where = spoken.words(self.language, with_number=not spoken.label)
        counts = [counted(of_paragraph(paragraph)) for paragraph in paragraphs]
        words = counts_words(sum(one for one, _ in counts), sum(one for _, one in counts), self.language)
        text = f"{bold(said('summary.wording_at', self.language, where=where))} {words}"
        return f"- {text} · {code(source)}" if source else f"- {text}"

    def _sources(self, paragraph: ComparedParagraph) -> Iterator[str]:
        """The lines that changed words come from, then those of the paragraph; of the old side where it is gone."""
        new, old = self.look.new_traces, self.look.old_traces
        yield from _lines(new, changed_anchors(paragraph, Change.ADDED, new))
        yield from _lines(old, changed_anchors(paragraph, Change.REMOVED, old))
        yield from _lines(new, paragraph.new_anchors)
        yield from _lines(old, paragraph.old_anchors)


def _fact_place(fact: FactChange) -> str:
    place = fact.new_place or fact.old_place
    return f"{place.path}:{place.line}" if place else ""


def _lines(traces: Mapping[str, Trace], anchors: Iterable[str]) -> Iterator[str]:
    for trace in (traces[anchor] for anchor in anchors if anchor in traces):
        spans = (*(origin.span for origin in trace.origins), *(line.span for line in trace.lines))
        yield from (f"{span.path}:{span.line}" for span in spans)


def _ends(paragraphs: Sequence[ComparedParagraph]) -> Mapping[int, dict[Fate, int]]:
    """Where the two ends of each move stand; of one of several paragraphs the first."""
    found: defaultdict[int, dict[Fate, int]] = defaultdict(dict)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.move is not None:
            found[paragraph.move].setdefault(paragraph.fate, index)
    return found


def _only_ordinal(cells: Sequence[ComparedParagraph]) -> bool:
    """Whether of a row only its number changed, the first cell."""
    changed = list(filter(is_changed, cells))
    return (
        len(changed) == 1
        and not _row_moved(changed[0])
        and changed[0].fate is Fate.CHANGED
        and changed[0].spot is not None
        and changed[0].spot.column == 0
        and changed[0].old_text.strip(". ").isdecimal()
        and changed[0].new_text.strip(". ").isdecimal()
    )


def _row_moved(cell: ComparedParagraph) -> bool:
    return cell.spot is not None and cell.spot.row_fate not in {Fate.KEPT, Fate.CHANGED}


def _plain(paragraph: ComparedParagraph) -> str:
    words = paragraph.new_text.split() or paragraph.old_text.split()
    return escape(" ".join(words[:12])[:200] + ("…" if len(words) > 12 else ""))
