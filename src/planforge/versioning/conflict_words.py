"""A conflict of a merge in words: the file, the fact, what it was, what each side made of it."""

from __future__ import annotations

from planforge.language import message
from planforge.printable import OurLines, printable
from planforge.versioning.merge_file import shown_value
from planforge.versioning.merging import ABSENT, Conflict, Place
from planforge.versioning.tree import Data

LONGEST = 300


def conflict_lines(conflict: Conflict, path: str, language: str) -> str:
    """What both sides changed, on four lines."""
    place = OurLines(place_words(conflict.place, language))
    values = (
        ("merge.value_before", conflict.base),
        ("merge.value_ours", conflict.ours),
        ("merge.value_theirs", conflict.theirs),
    )
    lines = [message("merge.conflict", language, {"path": path, "place": place})]
    lines += [f"  {message(code, language, {'value': OurLines(_value(value, language))})}" for code, value in values]
    return "\n".join(lines)


def place_words(place: Place, language: str) -> str:
    """The way to a fact: keys, and items by their number with what tells them apart."""
    return " › ".join(_step(step, language) for step in place)


def _step(step: str | tuple[int, str], language: str) -> str:
    if isinstance(step, str):
        return printable(step)
    number, name = step
    code = "merge.item_named" if name else "merge.item"
    return message(code, language, {"number": number, "name": _short(name)})


def _value(value: Data, language: str) -> str:
    if value is ABSENT:
        return message("merge.absent", language)
    return _short(shown_value(value)) or message("merge.empty", language)


def _short(text: str) -> str:
    text = printable(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
