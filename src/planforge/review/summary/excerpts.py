"""Changed text with `<ins>` and `<del>`, and so much around it as tells where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from planforge.redline.comparison import Change, ComparedParagraph
from planforge.redline.tokens import tokens_of, word_count
from planforge.review.markdown import escape

AROUND = 6
LONGEST = 60
LETTERS = 400
MOST_COMPARED = 1_000_000
ENDS = (Change.REMOVED, Change.ADDED)


class Stretch(NamedTuple):
    """A stretch of text and what became of it."""

    text: str
    change: Change


def of_paragraph(paragraph: ComparedParagraph) -> list[Stretch]:
    """The stretches of a compared paragraph; text of another look counts as kept.

    Of a picture that was put in another's place the words of the description that differ changed.
    """
    found: list[Stretch] = []
    for is_picture, group in groupby(paragraph.pieces, key=lambda piece: piece.opaque and piece.change in ENDS):
        pieces = list(group)
        if is_picture:
            old, new = ("".join(piece.text for piece in pieces if piece.change is end) for end in ENDS)
            found += of_texts(old, new)
        else:
            found += [Stretch(one.text, Change.KEPT if one.change is Change.RESTYLED else one.change) for one in pieces]
    return _joined(found)


def of_texts(old: str, new: str) -> list[Stretch]:
    """Two texts word by word."""
    before, after = tokens_of(old), tokens_of(new)
    if len(before) * len(after) > MOST_COMPARED:
        return [Stretch(old, Change.REMOVED), Stretch(new, Change.ADDED)]
    found: list[Stretch] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Stretch("".join(before[a:b]), Change.KEPT))
        else:
            found.append(Stretch("".join(before[a:b]), Change.REMOVED))
            found.append(Stretch("".join(after[c:d]), Change.ADDED))
    return _joined(_without_islands([one for one in found if one.text]))


def counted(stretches: Iterable[Stretch]) -> tuple[int, int]:
    """How many words were taken away and how many came."""
    removed = added = 0
    for one in stretches:
        count = word_count(one.text)
        removed += count if one.change is Change.REMOVED else 0
        added += count if one.change is Change.ADDED else 0
    return removed, added


def shown(stretches: Sequence[Stretch], *, longest: int = LONGEST) -> str:
    """The stretches as Markdown: what changed, with some words around; cut off where it is long."""
    parts: list[str] = []
    left = longest
    for index, one in enumerate(stretches):
        if left <= 0:
            parts.append("…")
            break
        if one.change is Change.KEPT:
            text = _around(one.text, is_first=index == 0, is_last=index == len(stretches) - 1)
        else:
            text = _cut(one.text, left)
            left -= len(text.split())
        if one.change is Change.ADDED and parts and parts[-1].endswith("</del>"):
            # Where a program shows no colours, one would run into the other.
            parts.append(" ")
        tag = {Change.ADDED: "ins", Change.REMOVED: "del"}.get(one.change)
        parts.append(f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text))
    return "".join(parts).strip()


def _around(text: str, *, is_first: bool, is_last: bool) -> str:
    """The words of a kept stretch that stand beside a change."""
    found = re.findall(r"\S+\s*", text)
    lead = text[: len(text) - len(text.lstrip())]
    if is_first and is_last:
        return _cut(text, 2 * AROUND)
    if is_first:
        kept = "".join(found[-AROUND:])
        return kept if len(found) <= AROUND else f"…{_tail(kept)}"
    if is_last:
        kept = "".join(found[:AROUND]).rstrip()
        return lead + (kept if len(found) <= AROUND else f"{_cut(kept, AROUND)}…")
    if len(found) <= 2 * AROUND:
        return text[:LETTERS]
    return f"{lead}{_cut(''.join(found[:AROUND]).rstrip(), AROUND)} … {_tail(''.join(found[-AROUND:]))}"


def _tail(text: str) -> str:
    return text[-LETTERS:]


def _cut(text: str, words: int) -> str:
    found = re.findall(r"\s*\S+", text)
    kept = "".join(found[:words]) if len(found) > words else text
    if len(kept) > LETTERS:
        return f"{kept[:LETTERS]}…"
    return kept if len(found) <= words else f"{kept}…"


def _without_islands(stretches: list[Stretch]) -> list[Stretch]:
    """Blanks alone between two changes are read as part of them."""
    found: list[Stretch] = []
    for index, one in enumerate(stretches):
        between = 0 < index < len(stretches) - 1
        if one.change is Change.KEPT and between and not one.text.strip():
            found += [Stretch(one.text, Change.REMOVED), Stretch(one.text, Change.ADDED)]
        else:
            found.append(one)
    return found


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours of one fate as one; of what came and went between two kept stretches, first all that went."""
    found: list[Stretch] = []
    pending = {Change.REMOVED: "", Change.ADDED: ""}

    def settle() -> None:
        found.extend(Stretch(text, change) for change, text in pending.items() if text)
        pending.update({Change.REMOVED: "", Change.ADDED: ""})

    for one in stretches:
        if one.change is not Change.KEPT:
            pending[one.change] += one.text
            continue
        settle()
        if found and found[-1].change is Change.KEPT:
            found[-1] = Stretch(found[-1].text + one.text, Change.KEPT)
        elif one.text:
            found.append(one)
    settle()
    return found
