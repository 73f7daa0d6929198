"""An old page as if its text stood where it stands in the new one: the difference then shows changes, not movement."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw

from planforge.review.page_pairs import PagePair
from planforge.review.page_words import Box, PageText, PlacedWord

# Glyphs reach a little beyond the boxes that the file gives.
_AROUND = 2
# A word that is drawn so much wider or higher has another look.
_SAME_SIZE = 1


def in_place(old: Image.Image, new: Image.Image, old_text: PageText, new_text: PageText, pair: PagePair) -> Image.Image:
    """The old page with every kept word at its new place.

    A word that was removed stands beside its neighbour of the old line, and is left out where that is on another page.
    """
    made = old.copy()
    pen = ImageDraw.Draw(made)
    for word in old_text.words:
        for box in word.boxes:
            pen.rectangle(wider(box, _AROUND), fill="white")
    before = {new_place: old_text.words[place] for place, new_place in pair.kept}
    added = set(pair.added)
    for place, word in enumerate(new_text.words):
        if place not in added:
            _set_kept(made, old, new, before.get(place), word)
    moved = {place: new_text.words[new_place] for place, new_place in pair.kept}
    for place in pair.removed:
        _set_removed(made, old, old_text, place, moved)
    return made


def wider(box: Box, by: int) -> Box:
    """A box with some pixels more on each side."""
    left, top, right, bottom = box
    return left - by, top - by, right + by, bottom + by


def _set_kept(
    made: Image.Image, old: Image.Image, new: Image.Image, before: PlacedWord | None, word: PlacedWord
) -> None:
    """A kept word as it looked before; as it looks now where it had the same size, for dots may fall otherwise."""
    if before is None or len(before.boxes) != len(word.boxes) or all(map(_alike, before.boxes, word.boxes)):
        for box in word.boxes:
            _paste(made, new, box, box)
        return
    for was, box in zip(before.boxes, word.boxes, strict=True):
        _paste(made, old, was, box)


def _set_removed(made: Image.Image, old: Image.Image, text: PageText, place: int, moved: dict[int, PlacedWord]) -> None:
    box = text.words[place].boxes[0]
    for near in sorted(moved, key=lambda other: abs(other - place))[:4]:
        was, now = text.words[near].boxes[-1], moved[near].boxes[-1]
        if was[1] < box[3] and box[1] < was[3]:
            across, down = now[0] - was[0], now[1] - was[1]
            _paste(made, old, box, (box[0] + across, box[1] + down, box[2] + across, box[3] + down))
            return


def _paste(made: Image.Image, source: Image.Image, box: Box, target: Box) -> None:
    """Copy the ink of one box to the place of another; what is there stays."""
    ink = source.crop(wider(box, _AROUND))
    left, top = target[0] - _AROUND, target[1] - _AROUND
    ground = made.crop((left, top, left + ink.width, top + ink.height))
    # Beyond the edge of a page there is no paper, and a crop is black.
    if ground.size == ink.size and left >= 0 and top >= 0:
        made.paste(ImageChops.darker(ground, ink), (left, top))


def _alike(first: Box, second: Box) -> bool:
    widths, heights = (
        abs((first[end] - first[start]) - (second[end] - second[start])) for start, end in ((0, 2), (1, 3))
    )
    return widths <= _SAME_SIZE and heights <= _SAME_SIZE
