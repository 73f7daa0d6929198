"""The head of a paper found: cells 1 to 4 and 5b, wherever on the first page they were put."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planforge.decree30 import NATIONAL_MOTTO, NATIONAL_NAME, Component
from planforge.verify.likeness import alike, letters, mostly_capitals, plain
from planforge.verify.paper_types import type_beginning, type_of
from planforge.verify.pieces import broken_before, first_line_apart, lines_of, side_by_side
from planforge.verify.reading import Paragraph
from planforge.verify.stance import is_bold, is_running

Parts = dict[Component, tuple[Paragraph, ...]]

NUMBER = re.compile(r"so\b ?[:.]|so ?[\d._…]* ?/|so \d+|\d* ?/ ?[a-z0-9]+-[a-z]|\d+-[a-z]+/[a-z]")
DATE = re.compile(
    r"[^:;]{0,60}\bngay\b.{0,24}\bthang\b.{0,24}\bnam\b.{0,16}$"
    r"|[^:;]{0,60}(\bngay ?|, ?)\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4}\.?$"
)
LETTER_SUBJECT = re.compile(r"v ?[/.] ?v\b|vv ?:")
ADDRESSEES = re.compile(r"kinh gui\b")
BASIS = re.compile(r"can cu\b")
# The head is looked for among so many first paragraphs that say something.
REACH = 30
_OPEN_END, _GOES_ON = ("-", "–", ",", " VÀ"), ("-", "–", "VÀ ")
_LONGEST_LINE = 110


@dataclass(slots=True)
class Letterhead:
    """The components found, and where in the paragraphs what follows them begins."""

    parts: Parts = field(default_factory=dict)
    end: int = 0


def find_letterhead(paragraphs: Sequence[Paragraph]) -> Letterhead:
    """The letterhead among the first paragraphs; `end` is 0 where there is none."""
    zone = _zone(paragraphs)
    found: dict[Component, list[Paragraph]] = {}
    others: list[tuple[int, Paragraph]] = []
    last = -1
    for index in range(zone):
        for piece in _pieces(paragraphs[index]):
            component = _recognised(piece, found)
            if component is not None:
                found.setdefault(component, []).append(piece)
                last = index
            elif letters(piece.words):
                others.append((index, piece))
    head = Letterhead({component: tuple(pieces) for component, pieces in found.items()}, last + 1)
    if found:
        anchors = _anchors(head.parts)
        lines = [(index, piece) for index, piece in others if _may_be_body(piece, anchors, head.parts, index <= last)]
        head.parts.update(_bodies([piece for _, piece in lines]))
        head.end = max([head.end, *(index + 1 for index, _ in lines)])
    return head


def has_letterhead(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first paragraphs show the national name or motto."""
    said = [paragraph for paragraph in paragraphs[:REACH] if paragraph.words]
    return any(
        alike(piece.words, model)
        for paragraph in said
        for piece in side_by_side(paragraph)
        for model in (NATIONAL_NAME, NATIONAL_MOTTO)
    )


def _zone(paragraphs: Sequence[Paragraph]) -> int:
    """How many of the first paragraphs may belong to the letterhead: up to the title, the addressees or the text."""
    said = 0
    anchored = False
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.words
        if not words:
            continue
        said += 1
        simple = plain(words)
        if said > REACH or ADDRESSEES.match(simple) or BASIS.match(simple) or is_running(paragraph):
            return index
        if anchored and _is_title(paragraph):
            return index
        anchored = anchored or any(_recognised(piece, {}) for piece in side_by_side(paragraph))
    return len(paragraphs)


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """What stands side by side in a paragraph, and what stands right under a number apart from it."""
    for piece in side_by_side(paragraph):
        if NUMBER.match(plain(piece.words)):
            yield from broken_before(piece, _follows_number)
        else:
            yield piece


def _follows_number(words: str) -> bool:
    simple = plain(words)
    return bool(LETTER_SUBJECT.match(simple) or DATE.match(simple))


def _is_title(paragraph: Paragraph) -> bool:
    line = first_line_apart(paragraph)[0].words
    return type_of(line) is not None or (paragraph.cell is None and type_beginning(line) is not None)


def _recognised(piece: Paragraph, found: dict[Component, list[Paragraph]]) -> Component | None:
    """What a line of the head is, told by its words; None for the names of bodies and for what is nothing of the head.

    A national name or motto broken into two lines is put together by its parts: each is a piece of the model.
    """
    words = piece.words
    simple = plain(words)
    if not letters(words):
        return None
    for component, model in (
        (Component.NATIONAL_NAME, NATIONAL_NAME),
        (Component.NATIONAL_MOTTO, NATIONAL_MOTTO),
    ):
        if alike(words, model) or _is_half(words, model, found.get(component, [])):
            return component
    if len(words) > _LONGEST_LINE:
        return Component.LETTER_SUBJECT if LETTER_SUBJECT.match(simple) else None
    if LETTER_SUBJECT.match(simple):
        return Component.LETTER_SUBJECT
    if DATE.match(simple) and Component.PLACE_DATE not in found:
        return Component.PLACE_DATE
    if NUMBER.match(simple) and Component.NUMBER not in found and len(words) <= 60:
        return Component.NUMBER
    return None


def _is_half(words: str, model: str, before: list[Paragraph]) -> bool:
    """Whether a line is one half of the model, where the other half stands on another line."""
    part, whole = letters(words), letters(model)
    if len(part) < 6 or len(part) >= len(whole):
        return False
    if before:
        return whole == letters("".join(one.words for one in before)) + part
    return whole.startswith(part)


def _anchors(parts: Parts) -> list[Paragraph]:
    """What the bodies of cell 2 stand beside."""
    names = [*parts.get(Component.NATIONAL_NAME, ()), *parts.get(Component.NATIONAL_MOTTO, ())]
    return names or [one for pieces in parts.values() for one in pieces]


def _bodies(lines: list[Paragraph]) -> Parts:
    """The bodies of cell 2 among their lines: the issuing body is bold, or has the line under it, or stands last."""
    if not lines:
        return {}
    if len(lines) == 1 and len(lines[0].lines) > 1:
        lines = list(lines_of(lines[0]))
    split = _first_of_issuer(lines)
    found: Parts = {Component.ISSUER: tuple(lines[split:])}
    if split:
        found[Component.PARENT] = tuple(lines[:split])
    return found


def _may_be_body(piece: Paragraph, anchors: list[Paragraph], parts: Parts, among: bool) -> bool:
    """Whether a line of the head may name a body; `among` tells that it stands before the last known component."""
    if type_of(piece.words) is not None:
        return False
    cell = anchors[0].cell
    if cell is not None and piece.cell is not None:
        return piece.cell.table == cell.table and piece.cell.depth == cell.depth
    box = anchors[0].box
    if box is not None and piece.box is not None:
        lowest = max(one.box.bottom for pieces in parts.values() for one in pieces if one.box)
        return piece.page == anchors[0].page and piece.box.top < lowest
    return among and mostly_capitals(piece.words)


def _one_name(first: str, second: str) -> bool:
    """Whether a name goes on in the second line: broken at a hyphen, a comma or "và"."""
    return first.endswith(_OPEN_END) or second.startswith(_GOES_ON)


def _first_of_issuer(lines: list[Paragraph]) -> int:
    """Where the issuing body begins among the lines of cell 2."""
    if len(lines) == 1:
        return 0
    bold = [is_bold(piece) for piece in lines]
    first = bold.index(True) if True in bold else 0
    if first:
        return first
    stroked = next((index for index, piece in enumerate(lines) if piece.stroke is not None), len(lines) - 1)
    if all(bold):
        return 0 if _one_name(lines[0].words, lines[1].words) else 1
    return max(1, min(stroked, len(lines) - 1))
