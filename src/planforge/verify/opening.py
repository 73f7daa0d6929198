"""What stands between the letterhead and the text found: type, subject, addressees, issuing authority, legal bases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planforge.decree30 import Component
from planforge.verify.letterhead import ADDRESSEES, BASIS, Parts
from planforge.verify.likeness import mostly_capitals, plain
from planforge.verify.outline import label_of
from planforge.verify.paper_types import PaperType, type_beginning, type_of
from planforge.verify.pieces import first_line_apart
from planforge.verify.reading import Align, Paragraph
from planforge.verify.stance import is_bold, is_running, stands_centred

# Title and subject stand among so many paragraphs after the letterhead, and the addressees among so many after them.
_REACH = 6
_MOST_SUBJECT_PARAGRAPHS = 4
_LONGEST_TYPE_WORDS = 10
_WITH_AUTHORITY = frozenset({"NQ", "QĐ"})
_SENTENCE = re.compile(r"[,;] ?[^,;]*\b(ban hanh|bao cao|de nghi|kinh moi|xay dung|thong bao|trinh|to chuc) ")
_PROPOSAL = re.compile(r"(theo|xet) (de nghi|bien ban|to trinh)\b|xet ")
_DASHED = re.compile(r"[-–—+•*]")


@dataclass(slots=True)
class Opening:
    """The components found, the legal bases, and where the text begins (the bases are a part of it)."""

    parts: Parts = field(default_factory=dict)
    type: PaperType | None = None
    type_words: str | None = None
    bases: tuple[Paragraph, ...] = ()
    start: int = 0


def find_opening(paragraphs: Sequence[Paragraph], start: int, *, is_letter: bool) -> Opening:
    """What follows the letterhead, from index `start` on; a letter has no type but what a line plainly names."""
    opening = Opening(start=start)
    _find_title(opening, paragraphs, named=is_letter)
    _find_addressees(opening, paragraphs)
    _find_authority(opening, paragraphs)
    opening.start = _said(paragraphs, opening.start)
    opening.bases = _bases(paragraphs, opening.start)
    return opening


def _said(paragraphs: Sequence[Paragraph], index: int) -> int:
    """The first paragraph from here on that says something."""
    while index < len(paragraphs) and not paragraphs[index].words:
        index += 1
    return index


def _find_title(opening: Opening, paragraphs: Sequence[Paragraph], *, named: bool) -> None:
    place = _title_place(paragraphs, opening.start)
    if place is None or (named and type_of(first_line_apart(paragraphs[place])[0].words) is None):
        return
    head, *rest = first_line_apart(paragraphs[place])
    if rest and type_of(head.words) is None:
        head, rest = paragraphs[place], []
    opening.type = type_of(head.words) or type_beginning(head.words)
    opening.type_words = " ".join(head.words.upper().split())
    opening.parts[Component.TYPE_NAME] = (head,)
    subject = tuple(rest)
    index = place + 1
    if not (subject and subject[-1].stroke):
        lines, index = _subject(paragraphs, index, opening.type)
        subject += lines
    if subject:
        opening.parts[Component.SUBJECT] = subject
    opening.start = index


def _title_place(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    """Where the type stands: a line that names one, else the first line in capitals in the middle."""
    said = 0
    candidate = None
    for index in range(start, len(paragraphs)):
        paragraph = paragraphs[index]
        words = paragraph.words
        if not words:
            continue
        said += 1
        if said > _REACH or is_running(paragraph) or BASIS.match(plain(words)) or ADDRESSEES.match(plain(words)):
            break
        line = first_line_apart(paragraph)[0].words
        if (type_of(line) and not line.endswith(":")) or type_beginning(line):
            return index
        if said == 1 and _may_be_title(paragraph):
            candidate = index
    return candidate


def _may_be_title(paragraph: Paragraph) -> bool:
    words = paragraph.words
    return (
        mostly_capitals(words)
        and stands_centred(paragraph)
        and len(words.split()) <= _LONGEST_TYPE_WORDS
        and label_of(paragraph) is None
    )


def _subject(paragraphs: Sequence[Paragraph], index: int, kind: PaperType | None) -> tuple[tuple[Paragraph, ...], int]:
    """The subject under the type, up to the line under it, and where what follows begins."""
    found: list[Paragraph] = []
    while index < len(paragraphs) and len(found) < _MOST_SUBJECT_PARAGRAPHS:
        paragraph = paragraphs[index]
        if not paragraph.words:
            index += 1
            if found:
                break
            continue
        if not _may_be_subject(paragraph, found, kind):
            break
        found.append(paragraph)
        index += 1
        if paragraph.stroke is not None:
            break
    return tuple(found), index


def _may_be_subject(paragraph: Paragraph, before: list[Paragraph], kind: PaperType | None) -> bool:
    simple = plain(paragraph.words)
    if ADDRESSEES.match(simple) or BASIS.match(simple) or label_of(paragraph) is not None or simple.endswith("./."):
        return False
    if paragraph.cell is not None and paragraph.cell.bordered:
        return False
    if paragraph.stroke is not None:
        return True
    if before and (mostly_capitals(paragraph.words) or is_bold(paragraph) is not is_bold(before[-1])):
        return False
    if not before and kind and kind.symbol in _WITH_AUTHORITY and mostly_capitals(paragraph.words):
        return False
    centred = paragraph.align is Align.CENTRE or (
        paragraph.align is None and (paragraph.centre is not None or not before) and stands_centred(paragraph)
    )
    return centred or (not before and is_bold(paragraph) and not paragraph.words.endswith((";", ":")))


def _find_addressees(opening: Opening, paragraphs: Sequence[Paragraph]) -> None:
    said = 0
    for index in range(opening.start, len(paragraphs)):
        words = paragraphs[index].words
        if not words:
            continue
        said += 1
        if said > _REACH:
            return
        if ADDRESSEES.match(plain(words)):
            items, end = _items(paragraphs, index)
            opening.parts[Component.ADDRESSEES] = items
            if said == 1:
                opening.start = end
            return


def _items(paragraphs: Sequence[Paragraph], index: int) -> tuple[tuple[Paragraph, ...], int]:
    """The label and the addressees under it."""
    label = paragraphs[index]
    found = [label]
    open_list = not label.words.rstrip(" .").partition(":")[2].strip()
    index += 1
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        words = paragraph.words
        beside = label.cell is not None and paragraph.cell is not None and paragraph.cell.table == label.cell.table
        if not words:
            if not beside:
                break
        elif BASIS.match(plain(words)) or is_running(paragraph):
            break
        elif beside or open_list or _DASHED.match(words) or found[-1].words.endswith(";"):
            found.append(paragraph)
            open_list = False
        else:
            break
        index += 1
    return tuple(found), index


def _find_authority(opening: Opening, paragraphs: Sequence[Paragraph]) -> None:
    """The issuing authority of a decision: a line in capitals before the legal bases."""
    index = _said(paragraphs, opening.start)
    if opening.type is None or opening.type.symbol not in _WITH_AUTHORITY or index >= len(paragraphs):
        return
    paragraph = paragraphs[index]
    if label_of(paragraph) is not None or is_running(paragraph) or BASIS.match(plain(paragraph.words)):
        return
    if mostly_capitals(paragraph.words) or (stands_centred(paragraph) and is_bold(paragraph)):
        opening.parts[Component.ISSUING_AUTHORITY] = (paragraph,)
        opening.start = index + 1


def _bases(paragraphs: Sequence[Paragraph], index: int) -> tuple[Paragraph, ...]:
    """The lines "Căn cứ …" at the head of the text and the proposal after them; the sentence of the text is none."""
    found: list[Paragraph] = []
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        simple = plain(paragraph.words[:40])
        if simple and not BASIS.match(simple) and not (found and _PROPOSAL.match(simple)):
            break
        if simple:
            found.append(paragraph)
        index += 1
    if found and _is_sentence(found[-1]):
        found.pop()
    return tuple(found)


def _is_sentence(paragraph: Paragraph) -> bool:
    """Whether the last line "Căn cứ …" is the text itself: "Căn cứ …, Cụm báo cáo như sau:"."""
    words = paragraph.words
    if words.endswith(":"):
        return True
    italic = all(run.italic for run in paragraph.shown_runs) and bool(paragraph.shown_runs)
    return not italic and not words.endswith(";") and bool(_SENTENCE.search(plain(words)))
