"""Words of a PDF page → lines in reading order: columns side by side come apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planforge.verify.pdf_strokes import Drawn
from planforge.verify.pdf_words import Look, Word
from planforge.verify.reading import Box, Line, Run

# In parts of the size. Words stand apart by a quarter; in a justified line by more, but blanks are drawn there.
_SPACE = 0.15
_WIDEST_WITHOUT_BLANK = 0.9
_WIDEST_BLANK = 2.8
# Between "Số:" and the slash before a symbol, blanks are left for the number.
_SYMBOL_MARK, _WIDEST_OPEN_NUMBER = "/", 8.0
# Between a bullet or a number that a program sets by itself and its text, in points.
_AFTER_MARKER = 45.0
_MARKER = re.compile(r"[-–—+*•◦▪●○■□➢✓\uE000-\uF8FF]|\(?(\d{1,3}|[a-zđ])[.)]|[IVXL]+\.")
# A line that is stretched to both edges after a forced break: so many words or more, all this alike apart.
_STRETCHED_WORDS, _ALIKE = 4, 0.6
_SAME_BASELINE = 1.0
_RAISED = 0.6
_OVERLAP = 0.5
# The room between two columns, in points.
_GUTTER = 6.0
# A gap of this height inside a column is room for a signature, and no end of a row.
_SIGNATURE_ROOM = 40.0
# Rows of a letterhead stand this much further apart than lines, in parts of the size.
_ROW_PITCH = 1.35


@dataclass(frozen=True)
class TextLine:
    """Words on one baseline, from left to right; `page` counts from 1, `column` is the side-by-side column, if any."""

    words: tuple[Word, ...]
    page: int

    @cached_property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where the last word ends."""
        return max(word.right for word in self.words)

    @cached_property
    def centre(self) -> float:
        """The middle of the line."""
        return (self.left + self.right) / 2

    @cached_property
    def size(self) -> float:
        """The size most of its letters have."""
        return self._usual.size

    @cached_property
    def baseline(self) -> float:
        """The baseline of most of its letters: not of what is raised."""
        return next(word.baseline for word in self.words if word.look.size == self.size)

    @cached_property
    def _usual(self) -> Look:
        letters: Counter[Look] = Counter()
        for word in self.words:
            letters[word.look] += len(word.text)
        return max(letters, key=lambda look: letters[look])

    @property
    def look(self) -> Look:
        """The look most of its letters have."""
        return self._usual

    @property
    def block(self) -> int | None:
        """The paragraph the file says it belongs to."""
        return next((word.block for word in self.words if word.block is not None), None)

    @cached_property
    def box(self) -> Box:
        """The line as high as its largest letters."""
        return Box(self.left, min(word.top for word in self.words), self.right, max(word.bottom for word in self.words))

    @cached_property
    def text(self) -> str:
        """The words with the blanks that are seen between them."""
        return unicodedata.normalize("NFC", "".join(blank + word.text for blank, word in self.spaced()))

    def spaced(self) -> Iterator[tuple[str, Word]]:
        """Every word and the blanks before it: those drawn, or one where only a gap is seen."""
        previous: Word | None = None
        for word in self.words:
            blank = ""
            if previous is not None:
                blank = word.before
                if not blank and word.left - previous.right > _SPACE * max(previous.look.size, word.look.size):
                    blank = " "
            yield blank, word
            previous = word

    @property
    def first_word_width(self) -> float:
        """How wide its first word is, in whatever pieces it was drawn."""
        pieces = list(self.spaced())
        last = next((index for index, (blank, _) in enumerate(pieces) if index and blank), len(pieces))
        return self.words[last - 1].right - self.left

    def drawn(self) -> Line:
        """The line as a reading tells it."""
        return Line(self.text, self.box, self.baseline, self.page)


def runs_of(lines: Iterable[TextLine]) -> tuple[Run, ...]:
    """The runs of consecutive lines; a line end is a blank, except after a hyphen that was drawn inside a word."""
    runs: list[tuple[Look, list[str]]] = []
    last = ""
    for number, line in enumerate(lines):
        for place, (blank, word) in enumerate(line.spaced()):
            gap = blank
            if number and not place:
                gap = "" if last.endswith("-") and last[-2:-1].isalnum() else " "
            last = word.text
            if runs and runs[-1][0] == word.look:
                runs[-1][1].append(gap + word.text)
                continue
            if runs:
                runs[-1][1].append(gap)
            runs.append((word.look, [word.text]))
    return tuple(_run(look, "".join(texts)) for look, texts in runs)


def _run(look: Look, text: str) -> Run:
    return Run(
        unicodedata.normalize("NFC", text),
        look.font,
        look.size,
        look.bold,
        look.italic,
        look.underline,
        look.colour,
        look.highlighted,
        hidden=look.hidden,
    )


def cut_lines_by_place(words: Sequence[Word], page: int, walls: Sequence[Drawn]) -> list[TextLine]:
    """Lines of words that the file holds in no order of reading."""
    return cut_lines(_level(sorted(words, key=lambda word: (word.baseline, word.left))), page, walls)


def is_reading_order(lines: Sequence[TextLine], *, tabular: bool = False) -> bool:
    """Whether no line stands above one that comes before it in the same columns, or on the left beside one.

    The latter is not asked of a table, where a cell over several rows may come before what is beside its middle.
    """
    for index, line in enumerate(lines):
        for earlier in lines[max(0, index - 60) : index]:
            above = line.baseline < earlier.baseline - _RAISED * line.size
            beside = not tabular and abs(line.baseline - earlier.baseline) <= _SAME_BASELINE
            if above and min(line.right, earlier.right) - max(line.left, earlier.left) > 2.0:
                return False
            if beside and line.left < earlier.left:
                return False
    return True


def in_reading_order(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines from top to bottom; of columns side by side the left one first, row by row."""
    ordered: list[TextLine] = []
    for group in _side_by_side(bands_of(lines)):
        for row in _rows(group):
            ordered.extend(_column_by_column(row))
    return ordered


def cut_lines(words: Sequence[Word], page: int, walls: Sequence[Drawn]) -> list[TextLine]:
    """Lines in the order of the words; `walls` are vertical lines, which no line of text goes across."""
    lines: list[TextLine] = []
    current: list[Word] = []
    for word in words:
        if current and not _goes_on(current, word, walls):
            lines.append(TextLine(tuple(current), page))
            current = []
        if current and _drawn_again(current[-1], word):
            continue
        current.append(word)
    if current:
        lines.append(TextLine(tuple(current), page))
    return _stretched_joined(lines, walls)


def _goes_on(current: Sequence[Word], word: Word, walls: Sequence[Drawn]) -> bool:
    """Whether a word continues a line."""
    last = current[-1]
    size = max(last.look.size, word.look.size)
    gap = word.left - last.right
    apart = abs(word.baseline - last.baseline)
    if apart > _SAME_BASELINE:
        raised = min(last.look.size, word.look.size) <= 0.8 * size and apart <= _RAISED * size
        if not raised or abs(gap) > _OVERLAP * size:
            base = next((one for one in reversed(current) if abs(one.baseline - word.baseline) <= _SAME_BASELINE), None)
            if base is None or len(current) < 2 or apart > _RAISED * size:
                return False
    if gap < -_OVERLAP * size:
        return False
    if gap > _widest_gap(current, word, size):
        return False
    return not _walled_off(last, word, walls)


def _walled_off(last: Word, word: Word, walls: Sequence[Drawn]) -> bool:
    middle = word.baseline - 0.3 * word.look.size
    return any(last.right - 1 <= wall.level <= word.left + 1 and wall.covers(middle) for wall in walls)


def _widest_gap(current: Sequence[Word], word: Word, size: float) -> float:
    """How far a word of the same line may stand from the one before it."""
    if word.text.startswith(_SYMBOL_MARK) and word.before:
        return size * _WIDEST_OPEN_NUMBER
    if word.before:
        return size * _WIDEST_BLANK
    marker = len(current) == 1 and _MARKER.fullmatch(current[0].text)
    return _AFTER_MARKER if marker else size * _WIDEST_WITHOUT_BLANK


def _stretched_joined(lines: Sequence[TextLine], walls: Sequence[Drawn]) -> list[TextLine]:
    """Single words one after the other on one baseline, all alike apart, are one line that was stretched."""
    joined: list[TextLine] = []
    run: list[TextLine] = []
    for line in (*lines, None):
        if line and run and _follows_alike(run, line, walls):
            run.append(line)
            continue
        if len(run) >= _STRETCHED_WORDS:
            joined.append(TextLine(tuple(word for one in run for word in one.words), run[0].page))
        else:
            joined.extend(run)
        run = [line] if line else []
    return joined


def _follows_alike(run: Sequence[TextLine], line: TextLine, walls: Sequence[Drawn]) -> bool:
    if len(line.words) > 1 or len(run[0].words) > 1 or abs(line.baseline - run[0].baseline) > _SAME_BASELINE:
        return False
    if _walled_off(run[-1].words[0], line.words[0], walls):
        return False
    gap = line.left - run[-1].right
    return gap > 0 and (len(run) == 1 or abs(gap - (run[-1].left - run[-2].right)) <= _ALIKE)


def _drawn_again(last: Word, word: Word) -> bool:
    """Whether a word is the one before it once more, a little aside: bold by hand."""
    return last.text == word.text and abs(last.left - word.left) < 1.0 and abs(last.baseline - word.baseline) < 1.0


def _level(words: Sequence[Word]) -> list[Word]:
    """Words by place, those of nearly the same baseline from left to right."""
    levelled: list[Word] = []
    row: list[Word] = []
    for word in words:
        if row and word.baseline - row[0].baseline > _ALIKE:
            levelled.extend(sorted(row, key=lambda one: one.left))
            row = []
        row.append(word)
    return levelled + sorted(row, key=lambda one: one.left)


def bands_of(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines grouped by height: those of a band overlap each other from top to bottom."""
    bands: list[list[TextLine]] = []
    low = float("-inf")
    for line in sorted(lines, key=lambda one: (one.baseline, one.left)):
        top = line.baseline - _RAISED * line.size
        if bands and top < low:
            bands[-1].append(line)
        else:
            bands.append([line])
        low = max(low, line.baseline)
    return bands


def _side_by_side(bands: Sequence[list[TextLine]]) -> Iterator[list[list[TextLine]]]:
    """Consecutive bands that are set in the same columns, as one group; a band over the whole width alone."""
    group: list[list[TextLine]] = []
    gutter: tuple[float, float] | None = None
    for band in bands:
        own = gutter_of(band)
        if group and gutter:
            narrowed = _narrowed(gutter, band)
            if narrowed:
                group.append(band)
                gutter = narrowed
                continue
        if group:
            yield group
        group, gutter = [band], own
    if group:
        yield group


def gutter_of(band: Sequence[TextLine]) -> tuple[float, float] | None:
    """The widest empty stretch between the lines of a band; None where there is none."""
    spans = sorted((line.left, line.right) for line in band)
    widest: tuple[float, float] | None = None
    reach = spans[0][1]
    for left, right in spans[1:]:
        if left - reach >= _GUTTER and (widest is None or left - reach > widest[1] - widest[0]):
            widest = (reach, left)
        reach = max(reach, right)
    return widest


def _narrowed(gutter: tuple[float, float], band: Sequence[TextLine]) -> tuple[float, float] | None:
    """What is left of a gutter beside further lines; None where one of them goes across."""
    left, right = gutter
    for line in band:
        if line.left < left and line.right <= right - _GUTTER:
            left = max(left, line.right)
        elif line.right > right and line.left >= left + _GUTTER:
            right = min(right, line.left)
        else:
            return None
    return left, right


def _rows(group: Sequence[list[TextLine]]) -> Iterator[list[TextLine]]:
    """The rows of a group of bands: a row ends at a gap in all columns, unless it is room for a signature."""
    row: list[TextLine] = []
    for band in group:
        if row:
            size = max(line.size for line in (*row, *band))
            room = min(line.baseline for line in band) - max(line.baseline for line in row)
            if _ROW_PITCH * size < room < _SIGNATURE_ROOM and len(group) > 1:
                yield row
                row = []
        row.extend(band)
    yield row


def _column_by_column(row: Sequence[TextLine]) -> list[TextLine]:
    """The lines of one row, left column first."""
    columns: list[list[TextLine]] = []
    for line in sorted(row, key=lambda one: one.left):
        for column in columns:
            if min(line.right, max(one.right for one in column)) - max(line.left, min(one.left for one in column)) > 0:
                column.append(line)
                break
        else:
            columns.append([line])
    return [line for column in columns for line in sorted(column, key=lambda one: one.baseline)]
