"""The numbers and bullets that Word adds to paragraphs by itself, as they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planforge.verify.docx import limits
from planforge.verify.docx.names import VAL, Element, count, is_on, w
from planforge.verify.docx.paragraph_properties import read_paragraph_properties
from planforge.verify.docx.run_properties import Properties

_LEVELS = 9
_LARGEST_ROMAN = 3999
_MOST_LETTERS = 5
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
# The fonts of symbols put their signs at private places of their own.
PRIVATE_SIGNS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "□",
    "\uf06f": "□",
    "\uf071": "□",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "-",
    "\uf0be": "-",
    "\uf0fe": "☑",
    "\uf0fd": "☒",
    "\uf0e0": "→",
    "\uf076": "❖",
    "\uf06c": "●",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b4": "×",
    "\uf0a3": "≤",
    "\uf0b3": "≥",
    "\uf0a5": "∞",
    "\uf053": "Σ",
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    text: str
    restart: int | None
    legal: bool
    properties: Properties
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it: its levels, whose count it shares, and where it begins its own."""

    shared: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted: paragraphs are to be asked for in their order."""

    lists: Mapping[str, _List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def properties(self, name: str, level: int) -> Properties:
        """The properties that a level of a list gives its paragraphs."""
        found = self._level(name, level)
        return found.properties if found else {}

    def level_of(self, name: str, style: str) -> int:
        """The level of a list that belongs to a style; the first where none does."""
        known = self.lists.get(name)
        levels = known.levels if known else {}
        return next((number for number, level in levels.items() if level.style == style), 0)

    def shown(self, name: str, level: int) -> str | None:
        """The number of the next paragraph of a list; None where nothing is seen."""
        current = self._level(name, level)
        if current is None:
            return None
        counts = self._counted(name, level, current)
        if current.kind == "none":
            return None
        text = current.text
        if current.kind != "bullet":
            for number in range(_LEVELS):
                mark = f"%{number + 1}"
                other = self._level(name, number) if mark in text else None
                if other is not None:
                    kind = "decimal" if current.legal else other.kind
                    text = text.replace(mark, _figure(counts.get(number, other.start), kind))
        return "".join(map(sign, text)).strip() or None

    def _level(self, name: str, level: int) -> _Level | None:
        known = self.lists.get(name)
        return known.levels.get(level) if known else None

    def _counted(self, name: str, level: int, current: _Level) -> dict[int, int]:
        """Count on: a level begins anew after one above it, unless it says otherwise."""
        known = self.lists[name]
        counts = self._counts.setdefault(known.shared, {})
        if name not in self._begun:
            self._begun.add(name)
            for number in known.starts:
                counts.pop(number, None)
        before = counts.get(level)
        counts[level] = known.starts.get(level, current.start) if before is None else before + 1
        for number in range(level):
            if number not in counts and number in known.levels:
                counts[number] = known.starts.get(number, known.levels[number].start)
        for number in list(counts):
            lower = known.levels.get(number)
            if number > level and (lower is None or lower.restart is None or level < lower.restart):
                del counts[number]
        return counts


def read_numbering(root: Element | None) -> Numbering:
    """The lists in a part."""
    if root is None:
        return Numbering()
    abstracts = {element.get(w("abstractNumId"), ""): element for element in root.iterfind(w("abstractNum"))}
    by_link: dict[str | None, str] = {}
    for name, element in abstracts.items():
        link = element.find(w("styleLink"))
        if link is not None:
            by_link.setdefault(link.get(VAL), name)
    levels: dict[str, dict[int, _Level]] = {}
    lists: dict[str, _List] = {}
    for element in root.iterfind(w("num")):
        reference = element.find(w("abstractNumId"))
        shared = reference.get(VAL, "") if reference is not None else ""
        link = abstracts[shared].find(w("numStyleLink")) if shared in abstracts else None
        if link is not None:
            shared = by_link.get(link.get(VAL), shared)
        if shared not in levels:
            levels[shared] = _levels(abstracts.get(shared))
        lists[element.get(w("numId"), "")] = _list(element, shared, levels[shared])
    return Numbering(lists)


def _list(element: Element, shared: str, levels: Mapping[int, _Level]) -> _List:
    own, starts = dict(levels), {}
    for override in element.iterfind(w("lvlOverride")):
        number = count(override.get(w("ilvl"))) or 0
        own.update(_levels(override))
        start = override.find(w("startOverride"))
        if start is not None:
            starts[number] = count(start.get(VAL)) or 0
    return _List(shared, own, starts)


def _levels(parent: Element | None) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for element in parent.iterfind(w("lvl")) if parent is not None else ():
        number = count(element.get(w("ilvl")))
        if number is not None and 0 <= number < _LEVELS:
            found[number] = _read_level(element)
    return found


def _read_level(element: Element) -> _Level:
    children = {child.tag: child for child in element}

    def value(name: str) -> str | None:
        child = children.get(w(name))
        return child.get(VAL) if child is not None else None

    start, legal = count(value("start")), children.get(w("isLgl"))
    return _Level(
        1 if start is None else start,
        value("numFmt") or "decimal",
        (value("lvlText") or "")[: limits.NUMBER_LENGTH],
        count(value("lvlRestart")),
        legal is not None and is_on(legal),
        read_paragraph_properties(children.get(w("pPr"))),
        value("pStyle"),
    )


def sign(character: str) -> str:
    """A sign of a font of symbols as the letter that looks like it."""
    if "\uf000" <= character <= "\uf0ff":
        return PRIVATE_SIGNS.get(character, "•")
    return character


def _figure(number: int, kind: str) -> str:
    if kind in {"upperRoman", "lowerRoman"} and 0 < number <= _LARGEST_ROMAN:
        return _roman(number) if kind == "upperRoman" else _roman(number).lower()
    if kind in {"upperLetter", "lowerLetter"} and 0 < number <= 26 * _MOST_LETTERS:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{number:02d}"
    return "" if kind == "none" else str(number)


def _roman(number: int) -> str:
    figures = ""
    for value, letters in _ROMAN:
        figures += letters * (number // value)
        number %= value
    return figures
