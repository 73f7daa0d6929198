"""The annexes of a paper found: by their label, or by the line in brackets that says what they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import islice

from planforge.rule import Medium
from planforge.verify.anatomy import FoundAnnex
from planforge.verify.letterhead import REACH, has_letterhead
from planforge.verify.likeness import mostly_capitals, plain
from planforge.verify.paper_types import type_of
from planforge.verify.pieces import lines_of
from planforge.verify.reading import Paragraph, Reading, Sheet
from planforge.verify.stance import is_bold, is_running, stands_centred

LABEL = re.compile(r"phu luc( (so )?[ivxlc\d]+)?[.:]?$")
_LABEL_AND_TITLE = re.compile(r"phu luc( (so )?[ivxlc\d]+)? ?[.:–-] ?\S")
REFERENCE = re.compile(r"\(? ?(ban hanh )?(dinh )?kem theo\b")
_UNNUMBERED = frozenset({"danh sach", "bieu mau", "mau"})
# So many paragraphs above the line in brackets are the label and the title.
_MOST_HEAD_PARAGRAPHS = 5
_HEAD_OF_FILE = 8
# More of them no paper has; what follows is the text of the last.
_MOST_ANNEXES = 300
_LONGEST_HEAD = 400
_FARTHEST_PAGE_START = 24


def annex_starts(reading: Reading, paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where each annex begins among the paragraphs; 0 where the whole file is one."""
    simple = [
        plain(one.words) if one.words and len(one.words) < _LONGEST_HEAD and not in_bordered_table(one) else ""
        for one in paragraphs
    ]
    starts = [index for index, words in enumerate(simple) if words and _is_label(reading, paragraphs, index, words)]
    for index, words in enumerate(simple):
        if REFERENCE.match(words) and paragraphs[index].words.startswith("("):
            place = bisect_left(starts, index)
            if place and _near(paragraphs, starts[place - 1], index):
                continue
            start = _head_start(reading, paragraphs, index)
            if start is not None:
                insort(starts, start)
    found = sorted(set(starts))
    if found and not has_letterhead(paragraphs[: found[0]]) and _said(paragraphs, 0, found[0]) < _HEAD_OF_FILE:
        found[0] = 0
    return found[:_MOST_ANNEXES]


def label_apart(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The lines of a paragraph whose first is the label of an annex, which a PDF may show as one with the title."""
    if len(paragraph.lines) < 2 or not LABEL.match(plain(paragraph.lines[0].text)):
        return (paragraph,)
    return lines_of(paragraph)


def _said(paragraphs: Sequence[Paragraph], start: int, end: int) -> int:
    """How many paragraphs between two places say something, as far as that is asked: a few more than a head has."""
    saying = (index for index in range(start, end) if paragraphs[index].words)
    return sum(1 for _ in islice(saying, _HEAD_OF_FILE))


def _near(paragraphs: Sequence[Paragraph], label: int, reference: int) -> bool:
    """Whether a label and a reference behind it belong to the same annex."""
    return _said(paragraphs, label, reference) <= _MOST_HEAD_PARAGRAPHS


def _is_label(reading: Reading, paragraphs: Sequence[Paragraph], index: int, words: str) -> bool:
    """Whether a paragraph is the label of an annex, alone or with its title behind it."""
    paragraph = paragraphs[index]
    if LABEL.match(words):
        return begins_page(reading, paragraphs, index) or (stands_centred(paragraph) and is_bold(paragraph))
    joined = _LABEL_AND_TITLE.match(words) is not None and not is_running(paragraph)
    return joined and begins_page(reading, paragraphs, index)


def in_bordered_table(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands in a table of the text."""
    return paragraph.cell is not None and bool(paragraph.cell.bordered)


def begins_page(reading: Reading, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph is the first of a page: a section that begins one, a break, or what the PDF shows."""
    place = next((at for at in reversed(range(index)) if paragraphs[at].words), None)
    paragraph = paragraphs[index]
    if place is None:
        return True
    before = paragraphs[place]
    if reading.medium is Medium.PDF:
        last = before.lines[-1].page if before.lines else before.page
        return last != paragraph.page
    breaks = any(one.page_break_before or "\f" in one.text for one in paragraphs[place + 1 : index + 1])
    if paragraph.section != before.section:
        sheet = sheet_of(reading, paragraph)
        return breaks or sheet is None or sheet.starts_page is not False
    return breaks


def sheet_of(reading: Reading, paragraph: Paragraph) -> Sheet | None:
    """The sheet a paragraph stands on."""
    number = (paragraph.page or 1) - 1 if reading.medium is Medium.PDF else paragraph.section
    return reading.sheets[number] if 0 <= number < len(reading.sheets) else None


def _head_start(reading: Reading, paragraphs: Sequence[Paragraph], reference: int) -> int | None:
    """Where the annex with this reference begins: the lines of its label and title above it, or its letterhead."""
    first = _first_of_page(reading, paragraphs, reference)
    if first is not None and (
        _said(paragraphs, first, reference) <= _MOST_HEAD_PARAGRAPHS or has_letterhead(paragraphs[first:reference])
    ):
        return first if first > 0 or not has_letterhead(paragraphs[: min(reference, REACH)]) else None
    start = reference
    for index in reversed(range(max(0, reference - _MOST_HEAD_PARAGRAPHS), reference)):
        paragraph = paragraphs[index]
        if paragraph.words:
            if paragraph.cell is not None or not stands_centred(paragraph):
                break
            if not (is_bold(paragraph) or mostly_capitals(paragraph.words)):
                break
            start = index
    return start


def _first_of_page(reading: Reading, paragraphs: Sequence[Paragraph], index: int) -> int | None:
    at = index
    while at > 0 and index - at < _FARTHEST_PAGE_START:
        if begins_page(reading, paragraphs, at):
            return at
        at -= 1
    return at if at == 0 else None


def read_annex(reading: Reading, paragraphs: Sequence[Paragraph], whole: Sequence[Paragraph], start: int) -> FoundAnnex:
    """The annex that these paragraphs are; `start` is the place of the first among all paragraphs, `whole`."""
    reference_at = next(
        (
            index
            for index, paragraph in enumerate(paragraphs[: _MOST_HEAD_PARAGRAPHS + 14])
            if paragraph.cell is None and REFERENCE.match(plain(paragraph.words)) and _may_be_reference(paragraph)
        ),
        None,
    )
    label_at = _label_place(paragraphs, reference_at)
    label = paragraphs[label_at] if label_at is not None else None
    first = label_at + 1 if label_at is not None else _after_letterhead(paragraphs, reference_at)
    title, after = _title(paragraphs, first, reference_at)
    body_start = reference_at + 1 if reference_at is not None else after
    while body_start < len(paragraphs) and not paragraphs[body_start].words and paragraphs[body_start].cell is None:
        body_start += 1
    head = next((paragraph for paragraph in paragraphs if paragraph.words), None)
    above = paragraphs[: label_at if label_at is not None else first]
    return FoundAnnex(
        label=label,
        title=title,
        reference=paragraphs[reference_at] if reference_at is not None else None,
        body=tuple(paragraphs[body_start:]),
        sheet=sheet_of(reading, head) if head is not None else None,
        starts_page=begins_page(reading, whole, start) if head is not None else None,
        enclosed=label is not None and type_of(label.words) is not None,
        letterhead=tuple(paragraph for paragraph in above if paragraph.words),
    )


def _may_be_reference(paragraph: Paragraph) -> bool:
    """Whether it stands in brackets, or at least in the middle."""
    return paragraph.words.startswith("(") or (stands_centred(paragraph) and not is_running(paragraph))


def _label_place(paragraphs: Sequence[Paragraph], reference: int | None) -> int | None:
    limit = reference if reference is not None else _MOST_HEAD_PARAGRAPHS
    for index, paragraph in enumerate(paragraphs[:limit]):
        if LABEL.match(plain(paragraph.words)):
            return index
    lines = [index for index in range(limit) if index < len(paragraphs) and _is_head_line(paragraphs[index])]
    if reference is not None and len(lines) > 1:
        first = lines[0] if not has_letterhead(paragraphs[:limit]) else _first_title(paragraphs, lines)
        if first is not None and (
            plain(paragraphs[first].words) in _UNNUMBERED or type_of(paragraphs[first].words) is not None
        ):
            return first
    return None


def _first_title(paragraphs: Sequence[Paragraph], lines: list[int]) -> int | None:
    return next((index for index in lines if type_of(paragraphs[index].words)), None)


def _is_head_line(paragraph: Paragraph) -> bool:
    return bool(paragraph.words) and paragraph.cell is None and not is_running(paragraph)


def _after_letterhead(paragraphs: Sequence[Paragraph], reference: int | None) -> int:
    """Where a title without a label begins."""
    if reference is None or not has_letterhead(paragraphs[: min(reference, REACH)]):
        return 0
    cells = [index for index in range(reference) if paragraphs[index].cell is not None]
    return cells[-1] + 1 if cells else 0


def _title(paragraphs: Sequence[Paragraph], first: int, reference: int | None) -> tuple[tuple[Paragraph, ...], int]:
    """The lines of the title, and where what follows them begins."""
    found: list[Paragraph] = []
    index = first
    limit = reference if reference is not None else len(paragraphs)
    while index < limit:
        paragraph = paragraphs[index]
        if paragraph.words:
            if reference is None and not (
                paragraph.cell is None
                and not is_running(paragraph)
                and stands_centred(paragraph)
                and (mostly_capitals(paragraph.words) or is_bold(paragraph))
                and len(found) < _MOST_HEAD_PARAGRAPHS
            ):
                break
            found.append(paragraph)
        index += 1
        if paragraph.stroke is not None and reference is None:
            break
    return tuple(found), index
