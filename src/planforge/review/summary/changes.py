"""The changed places of a document, one line each: where, what, and the line of data or template it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planforge.redline.comparison import Change, ComparedParagraph, Fate
from planforge.review.facts.look import NEW_ONLY, OLD_ONLY, Look, is_changed, meet
from planforge.review.markdown import code, escape
from planforge.review.section_labels import only_renumbered, without_label
from planforge.review.sides import ChangedPaper, FactChange, Review
from planforge.review.summary.excerpts import counted, of_paragraph, shown
from planforge.review.summary.said import bold, said
from planforge.review.summary.sections import Spoken, places
from planforge.review.summary.sentences import SHOWN_WORDS, counts_words
from planforge.review.summary.sources import SourcePlaces

ROW_ENDS = {Fate.ADDED: "summary.added_row", Fate.REMOVED: "summary.removed_row"}
CELLS = " &#124; "
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

    def __init__(self, paper: ChangedPaper, facts: Sequence[FactChange], review: Review, language: str) -> None:
        self.look = Look(paper)
        self.facts = facts
        self.places = SourcePlaces(self.look, review)
        self.language = language
        self.paragraphs = paper.redline.comparison.paragraphs if paper.redline else ()
        self.spoken = places(self.paragraphs)
        self.moves = _ends(self.paragraphs)
        self.rows: defaultdict[tuple[int, int], list[ComparedParagraph]] = defaultdict(list)
        for one in self.paragraphs:
            if one.spot is not None:
                self.rows[one.spot.table, one.spot.row].append(one)
        self.renumbered = self.rearranged = 0

    def section_of(self, fact: FactChange) -> str:
        """The place of the document in which a fact is printed first; empty where it is not known.

        It is a place of the new document, unless the fact is gone from it.
        """
        for is_new in (True, False):
            prints = fact.new_prints if is_new else fact.old_prints
            elsewhere = OLD_ONLY if is_new else NEW_ONLY
            there = [
                (one, spoken)
                for one, spoken in zip(self.paragraphs, self.spoken, strict=True)
                if one.fate not in elsewhere
            ]
            for made_of in () if fact.positions else (self.look.made_of_words, self.look.made_of):
                for one, spoken in there:
                    made = made_of(one)
                    if meet(prints, made.new if is_new else made.old):
                        return spoken.words(self.language, with_number=not spoken.label)
            for one, spoken in there if fact.positions else ():
                if meet(prints[:1], self.look.printed_in(one, is_new=is_new)):
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
        text = CELLS.join(" ".join(filter(None, parts)) for _, parts in sorted(by_column.items()))
        key = "summary.moved_row" if fate in MOVED_FATES else ROW_ENDS.get(fate)
        text = said(key, self.language, text=text) if key else text
        return self._place(spoken, list(filter(is_changed, cells)), text)

    def _paragraph_line(self, paragraph: ComparedParagraph, spoken: Spoken) -> Iterator[ChangedPlace]:
        if only_renumbered(paragraph):
            self.renumbered += 1
            return
        if self._is_rearranged(paragraph):
            self.rearranged += paragraph.fate is Fate.MOVED_TO
            return
        text = shown(of_paragraph(paragraph))
        if paragraph.move is not None and paragraph.fate in MOVED_FATES:
            ends = self.moves[paragraph.move]
            if paragraph.fate is Fate.MOVED_FROM and Fate.MOVED_TO in ends:
                return
            old, new = (self._end(ends.get(fate)) for fate in (Fate.MOVED_FROM, Fate.MOVED_TO))
            text = said("summary.moved", self.language, old=old, new=new, text=_plain(paragraph))
        elif not _has_text(paragraph):
            if paragraph.fate is Fate.CHANGED:
                yield ChangedPlace(self._line(spoken, "", said("summary.no_text", self.language)), False, "")
            return
        elif any(piece.opaque and piece.change is not Change.KEPT for piece in paragraph.pieces):
            text = self._picture(paragraph)
        elif paragraph.fate in {Fate.ADDED, Fate.REMOVED}:
            key = "summary.added" if paragraph.fate is Fate.ADDED else "summary.removed"
            text = said(key, self.language, text=text)
        elif not _words_changed(paragraph):
            text = said("summary.reshaped", self.language, text=_plain(paragraph))
        yield self._place(spoken, [paragraph], text)

    def _end(self, index: int | None) -> str:
        return "?" if index is None else self.spoken[index].words(self.language)

    def _picture(self, paragraph: ComparedParagraph) -> str:
        """A changed picture by the words of its description that changed."""
        stretches = of_paragraph(paragraph)
        changed = any(one.change is not Change.KEPT for one in stretches)
        key = "summary.picture" if changed else "summary.picture_drawn"
        return said(key, self.language, text=shown(stretches))

    def _is_rearranged(self, paragraph: ComparedParagraph) -> bool:
        """Whether a paragraph only stands elsewhere, because of a list in another order that is told as a fact."""
        if paragraph.fate not in MOVED_FATES:
            return False
        if _unnumbered(paragraph.old_text) != _unnumbered(paragraph.new_text):
            return False
        made = self.look.made_of(paragraph)
        lists = [
            (side, path, route[:-1])
            for fact in self.facts
            if fact.positions
            for side, prints in ((made.old, fact.old_prints), (made.new, fact.new_prints))
            for path, route in prints[:1]
        ]
        return any(meet([(path, route)], side) for side, path, route in lists if route)

    def _place(self, spoken: Spoken, paragraphs: Sequence[ComparedParagraph], text: str) -> ChangedPlace:
        look = self.look
        found = (self._causes(is_cause, paragraphs) for is_cause in (look.says, look.computes_with, look.explains))
        causes = next(filter(None, found), [])
        by_template = "" if causes else next(filter(None, map(self.places.in_template, paragraphs)), "")
        if not causes and not by_template:
            causes = self._causes(look.may_explain, paragraphs)
        # What names the words that went and those that came, then a list in another order, then all else.
        exchanged = self._causes(look.exchanges, paragraphs)
        causes.sort(key=lambda fact: (fact not in exchanged, fact.positions is None))
        in_data = next(filter(None, map(_fact_place, causes)), "")
        source = in_data or by_template
        return ChangedPlace(
            self._line(spoken, source, text), bool(causes), self._headline(spoken, paragraphs, source, text)
        )

    def _causes(
        self, is_cause: Callable[[FactChange, ComparedParagraph], bool], paragraphs: Sequence[ComparedParagraph]
    ) -> list[FactChange]:
        return [fact for fact in self.facts if any(is_cause(fact, one) for one in paragraphs)]

    def _line(self, spoken: Spoken, source: str, text: str) -> str:
        where = ", ".join(filter(None, (spoken.words(self.language), code(source) if source else "")))
        return f"- {where}: {text}"

    def _headline(self, spoken: Spoken, paragraphs: Sequence[ComparedParagraph], source: str, text: str) -> str:
        where = spoken.words(self.language, with_number=not spoken.label)
        stretches = [of_paragraph(one) for one in paragraphs]
        removed, added = counted(stretch for one in stretches for stretch in one)
        if not any(map(_words_changed, paragraphs)):
            words = said("summary.words_look", self.language)
        elif 0 < removed + added <= SHOWN_WORDS:
            words = f"{counts_words(removed, added, self.language)}: {text}"
        else:
            words = counts_words(removed, added, self.language)
        line = f"- {bold(said('summary.wording_at', self.language, where=where))} {words}"
        return f"{line} · {code(source)}" if source else line


def _unnumbered(text: str) -> str:
    """A text without its label, or without what a change of the label left of it."""
    return without_label(text).lstrip("0123456789.) ")


def _has_text(paragraph: ComparedParagraph) -> bool:
    return any(piece.text.strip() for piece in paragraph.pieces)


def _words_changed(paragraph: ComparedParagraph) -> bool:
    changed = any(piece.change in {Change.ADDED, Change.REMOVED} for piece in paragraph.pieces)
    return changed or paragraph.fate in {Fate.ADDED, Fate.REMOVED} or _row_moved(paragraph)


def _fact_place(fact: FactChange) -> str:
    place = fact.new_place or fact.old_place
    return f"{place.path}:{place.line}" if place else ""


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
