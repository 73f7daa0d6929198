"""How many words a redline marks, and how few would do.

A word is a run of letters and digits. **Marked** are the words in inserted and in deleted text; text that was moved
as a whole counts once. **Needed** is the least number of words that have to be inserted and deleted to make one text of
the other where blocks keep their order: over all ways to pair paragraphs with paragraphs and tables with tables (a
table's rows with rows, its cells by their place), the sum of what is left out of the longest common subsequence of each
pair and of all words of what has no partner. A paragraph of at least `MOVED` words that stands once in each text, the
same but for its number, needs its words once where that is less. Written for the figures, without a line of the engine.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = re.compile(r"[^\W_]+")
MOVED = 5
MOVES_TRIED = 6
Words = tuple[str, ...]
_STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_LABEL = re.compile(r"[0-9]+|[IVXLC]+|[a-zđ]")
_LABEL_WORDS = 3
_MARKS = ("ins", "del", "moveFrom", "moveTo")


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: the words of its cells by row; a cell is its blocks."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


Block = Words | Rows
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a redline marks: words put in and taken out, words moved, and how many revisions there are."""

    inserted: int
    deleted: int
    moved: int
    revisions: int

    @property
    def words(self) -> int:
        """All words that a reader sees marked, a move counted once."""
        return self.inserted + self.deleted + self.moved


def stories(docx: bytes) -> list[Element]:
    """The parts of a file that hold text, in the order of their names."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        names = sorted(name for name in archive.namelist() if _STORY.fullmatch(name))
        return [etree.fromstring(archive.read(name)) for name in names]


def marked(redline: bytes) -> Marks:
    """The words that a redline marks."""
    counts: Counter[str] = Counter()
    revisions = 0
    for root in stories(redline):
        for paragraph in root.iter(f"{W}p"):
            for mark, text in _stretches(paragraph):
                counts[mark] += len(WORD.findall(text))
        revisions += sum(f"{W}author" in element.attrib for element in root.iter("{*}*"))
    return Marks(counts["ins"], counts["del"], counts["moveTo"], revisions)


def _stretches(paragraph: Element) -> list[tuple[str, str]]:
    """The text of a paragraph in stretches of one mark ("" for none), without what lies in text boxes inside it."""
    found: list[tuple[str, list[str]]] = []
    for element in paragraph.iter(f"{W}t", f"{W}delText", f"{W}br", f"{W}tab"):
        if next(element.iterancestors(f"{W}p")) is not paragraph:
            continue
        holder = next(element.iterancestors(*(f"{W}{name}" for name in _MARKS)), None)
        mark = "" if holder is None else etree.QName(holder).localname
        if not found or found[-1][0] != mark:
            found.append((mark, []))
        found[-1][1].append(element.text or "" if element.tag in {f"{W}t", f"{W}delText"} else " ")
    return [(mark, "".join(pieces)) for mark, pieces in found]


def needed(old: bytes, new: bytes) -> int:
    """The fewest words that show what is other in a file."""
    before, after = stories(old), stories(new)
    total = 0
    for index in range(max(len(before), len(after))):
        first = blocks(before[index]) if index < len(before) else ()
        second = blocks(after[index]) if index < len(after) else ()
        total += _least(first, second)
    return total


def blocks(container: Element) -> tuple[Block, ...]:
    """The paragraphs and tables of a story or of a cell, as words."""
    found: list[Block] = []
    for child in container:
        if child.tag == f"{W}p":
            found.append(_words(child))
        elif child.tag == f"{W}tbl":
            rows = child.iterchildren(f"{W}tr")
            found.append(Rows(tuple(tuple(blocks(cell) for cell in row.iterchildren(f"{W}tc")) for row in rows)))
        elif child.tag in {f"{W}body", f"{W}footnote", f"{W}endnote", f"{W}sdt", f"{W}sdtContent"}:
            found += blocks(child)
    return tuple(found)


def _words(paragraph: Element) -> Words:
    return tuple(WORD.findall("".join(text for _, text in _stretches(paragraph))))


def _least(old: Sequence[Block], new: Sequence[Block]) -> int:
    """The least in place, or with what moved as a whole counted once: the best move is taken out while one helps."""
    best, moved, found = aligned(old, new, size, distance), 0, True
    while found:
        found = False
        for body in _crossing(old, new)[:MOVES_TRIED]:
            first, second = _without(old, body), _without(new, body)
            labels = [_label(items, body) for items in (old, new)]
            cost = moved + len(body) + distance_of_words(*labels)
            total = cost + aligned(first, second, size, distance)
            if total < best:
                best, step, found = total, (first, second, cost), True
        if found:
            old, new, moved = step
    return best


def _crossing(old: Sequence[Block], new: Sequence[Block]) -> list[Words]:
    """The paragraphs that stand once in each text, but for their labels, and in another order; what moved far first."""
    first, second = _bodies(old), _bodies(new)
    shared = [body for body in first if body in second]
    order = [second[body] for body in shared]
    crossed = [sum((i < j) != (one < other) for j, other in enumerate(order)) for i, one in enumerate(order)]
    ranked = sorted(zip(crossed, shared, strict=True), key=lambda one: (-one[0], len(one[1]), one[1]))
    return [body for count, body in ranked if count > 1 or (count == 1 and len(shared) > 1)]


def _bodies(items: Sequence[Block]) -> dict[Words, int]:
    """The places of the longer paragraphs that stand there once, without their labels."""
    bodies = [body_of(one) for one in items if not isinstance(one, Rows)]
    counts = Counter(bodies)
    places = {body: place for place, body in enumerate(bodies)}
    return {body: place for body, place in places.items() if counts[body] == 1 and len(body) >= MOVED}


def body_of(words: Words) -> Words:
    """A paragraph without the number or letter at its beginning."""
    start = 0
    while start < min(_LABEL_WORDS, len(words)) and _LABEL.fullmatch(words[start]):
        start += 1
    return words[start:]


def _is(block: Block, body: Words) -> bool:
    return not isinstance(block, Rows) and body_of(block) == body


def _label(items: Sequence[Block], body: Words) -> Words:
    return next(one[: len(one) - len(body)] for one in items if not isinstance(one, Rows) and body_of(one) == body)


def _without(items: Sequence[Block], body: Words) -> list[Block]:
    return [one for one in items if not _is(one, body)]


def _shared_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    shortest = min(len(old), len(new))
    start = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    rest = shortest - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return start, end


def size(block: Block) -> int:
    """All words of a block."""
    if isinstance(block, Rows):
        return sum(_row_size(row) for row in block.rows)
    return len(block)


def distance(old: Block, new: Block) -> int | None:
    """The fewest words that make one block of another; None where they are not of one kind."""
    if old == new:
        return 0
    if isinstance(old, Rows) or isinstance(new, Rows):
        if isinstance(old, Rows) and isinstance(new, Rows):
            return aligned(old.rows, new.rows, _row_size, _row_distance)
        return None
    return distance_of_words(old, new)


def distance_of_words(old: Words, new: Words) -> int:
    """The fewest words that make one paragraph of another."""
    return len(old) + len(new) - 2 * common(old, new)


def _row_size(row: tuple[tuple[Block, ...], ...]) -> int:
    return sum(size(block) for cell in row for block in cell)


def _row_distance(old: tuple[tuple[Block, ...], ...], new: tuple[tuple[Block, ...], ...]) -> int | None:
    if len(old) != len(new):
        return None
    return sum(aligned(first, second, size, distance) for first, second in zip(old, new, strict=True))


def aligned(
    old: Sequence[_Item],
    new: Sequence[_Item],
    weight: Callable[[_Item], int],
    change: Callable[[_Item, _Item], int | None],
) -> int:
    """The least cost of making one sequence of another in order: items go, come, or are changed."""
    start, end = _shared_ends(old, new)
    first, second = old[start : len(old) - end], new[start : len(new) - end]
    costs = [0]
    for item in second:
        costs.append(costs[-1] + weight(item))
    for item in first:
        above, costs = costs, [costs[0] + weight(item)]
        for column, other in enumerate(second, 1):
            best = min(above[column] + weight(item), costs[-1] + weight(other))
            # The difference of sizes is the least that a pair can cost.
            if above[column - 1] + abs(weight(item) - weight(other)) < best:
                pair = change(item, other)
                best = best if pair is None else min(best, above[column - 1] + pair)
            costs.append(best)
    return costs[-1]


def common(old: Words, new: Words) -> int:
    """The length of the longest common subsequence, exactly: one bit of a whole number for each word of `old`."""
    start, end = _shared_ends(old, new)
    first, second = old[start : len(old) - end], new[start : len(new) - end]
    if not first or not second:
        return start + end
    places: dict[str, int] = {}
    for index, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << index
    everything = (1 << len(first)) - 1
    unmatched = everything
    for word in second:
        hit = unmatched & places.get(word, 0)
        unmatched = ((unmatched + hit) | (unmatched - hit)) & everything
    return start + end + len(first) - unmatched.bit_count()
