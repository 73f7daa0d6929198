"""Numbers and dashes as literal text: headings and lists of the Markdown body become labelled paragraphs.

Word's and pandoc's own lists would renumber, drop `đ)` and turn dashes into bullets; an official paper's numbers are
part of its text. The schemes are those of Decree 30/2020/NĐ-CP, Appendix I, section II.6, and of practice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from planforge.paper import LABEL_CLASS, Role

Node = dict[str, Any]
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
DASHES = ("-", "+")


def roman(number: int) -> str:
    """A number from 1 in Roman figures."""
    digits = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        digits += sign * count
    return digits


def point_letter(number: int) -> str:
    """The letter of a point, from 1, in the order of the Vietnamese alphabet: a, b, c, d, đ, e, g and so on.

    After the last of the 23 letters it goes on with two: aa, ab …
    """
    count = len(POINT_LETTERS)
    if number <= count:
        return POINT_LETTERS[number - 1]
    return point_letter((number - 1) // count) + POINT_LETTERS[(number - 1) % count]


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the levels are labelled: one style per level, the last for all deeper ones."""

    styles: tuple[str, ...]

    @property
    def arabic(self) -> int:
        """How many levels stand above the one of 1., 2., 3."""
        return self.styles.index("arabic")

    def label(self, counters: tuple[int, ...]) -> str:
        """The label of a paragraph whose position is given by one counter per level."""
        level = len(counters)
        style = self.styles[min(level, len(self.styles)) - 1]
        number = counters[-1]
        if style == "roman":
            return f"{roman(number)}."
        if style == "capital":
            return f"{chr(ord('A') + number - 1)}." if number <= 26 else f"{number}."
        if style == "point":
            return f"{point_letter(number)})"
        if style == "dash":
            return DASHES[0]
        if style == "decimal":
            # 1.1. counts below the Arabic level: the Roman number of the section is not repeated.
            return "".join(f"{counter}." for counter in counters[self.arabic :] if counter)
        return f"{number}."


SCHEMES = {
    "decimal": Scheme(("roman", "arabic", "decimal")),
    "points": Scheme(("roman", "arabic", "point", "dash")),
    "letters": Scheme(("capital", "roman", "arabic", "decimal")),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with its label in front of its text, or an element that no paper can hold."""

    role: Role
    level: int
    inlines: tuple[Node, ...]
    unsupported: bool = False


@dataclass(slots=True)
class Numberer:
    """Walks the blocks of one body and labels them."""

    scheme: Scheme
    counters: list[int] = field(default_factory=list)
    level: int = 0

    def blocks(self, nodes: list[Node]) -> Iterator[Labelled]:
        """The labelled paragraphs of the blocks at the outer level."""
        for node in nodes:
            kind: str = node["t"]
            content: Any = node.get("c")
            if kind == "Header":
                self.level, _, inlines = content
                yield self._numbered(Role.HEADING, self.level, inlines)
            elif kind in {"Para", "Plain"}:
                yield Labelled(Role.BODY, 0, tuple(content))
            elif kind == "OrderedList":
                # Outside any heading a list counts 1., 2., 3.: Roman numbers are for sections.
                depth = max(self.level, self.scheme.arabic) + 1
                for item in content[1]:
                    yield from self._item(item, depth)
            elif kind == "BulletList":
                yield from self._dashes(content, 0)
            elif kind == "Div" and content[0] == ["", [], []]:
                yield from self.blocks(content[1])
            else:
                yield Labelled(Role.BODY, 0, (), unsupported=True)

    def _numbered(self, role: Role, level: int, inlines: list[Node]) -> Labelled:
        del self.counters[level:]
        self.counters += [0] * (level - len(self.counters))
        self.counters[level - 1] += 1
        label = self.scheme.label(tuple(self.counters[:level]))
        if role is Role.HEADING and level == 1:
            inlines = [upper(inline) for inline in inlines]
        return Labelled(role, level if role is Role.HEADING else 0, labelled(label, inlines))

    def _item(self, item: list[Node], depth: int) -> Iterator[Labelled]:
        """A numbered item: its first paragraph is labelled, what follows stands below it."""
        first, rest = _parted(item)
        yield self._numbered(Role.BODY, depth, first)
        outer, self.level = self.level, depth
        yield from self.blocks(rest)
        self.level = outer

    def _dashes(self, items: list[list[Node]], depth: int) -> Iterator[Labelled]:
        dash = DASHES[min(depth, len(DASHES) - 1)]
        for item in items:
            first, rest = _parted(item)
            yield Labelled(Role.BODY, 0, labelled(dash, first))
            for node in rest:
                if node["t"] == "BulletList":
                    yield from self._dashes(node["c"], depth + 1)
                else:
                    yield from self.blocks([node])


def _parted(item: list[Node]) -> tuple[list[Node], list[Node]]:
    """The inlines of an item's first paragraph, and the blocks that follow it."""
    if item and item[0]["t"] in {"Para", "Plain"}:
        return item[0]["c"], item[1:]
    return [], item


def labelled(label: str, inlines: list[Node]) -> tuple[Node, ...]:
    """Inlines with a label in front."""
    text = [{"t": "Str", "c": label}]
    return ({"t": "Span", "c": [["", [LABEL_CLASS], []], text]}, {"t": "Space"}, *inlines)


def upper(node: Any) -> Any:
    """The same inlines in capitals."""
    if isinstance(node, list):
        return [upper(child) for child in node]
    if isinstance(node, dict) and node["t"] == "Str":
        return {"t": "Str", "c": node["c"].upper()}
    if isinstance(node, dict) and node["t"] == "Span":
        return {"t": "Span", "c": [node["c"][0], upper(node["c"][1])]}
    if isinstance(node, dict) and "c" in node:
        return {**node, "c": upper(node["c"])}
    return node
