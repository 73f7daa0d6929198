"""The labels of headings and points, under each scheme of numbering.

Word's and pandoc's own lists would renumber, drop `đ)` and turn dashes into bullets; an official paper's numbers are
part of its text. The schemes are those of Decree 30/2020/NĐ-CP, Appendix I, section II.6, and of practice.
"""

from __future__ import annotations

from dataclasses import dataclass, field

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
DASHES = ("-", "+")
CHAPTER, ARTICLE = "chapter", "article"


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


def dash(depth: int) -> str:
    """The sign of a list without numbers, by how many such lists it stands in."""
    return DASHES[min(depth, len(DASHES) - 1)]


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the levels are labelled: one style per level, the last for all deeper ones."""

    styles: tuple[str, ...]

    @property
    def arabic(self) -> int:
        """How many levels stand above the one of 1., 2., 3."""
        return self.styles.index("arabic")

    def style(self, level: int) -> str:
        """The style of a level, from 1."""
        return self.styles[min(level, len(self.styles)) - 1]

    def label(self, counters: tuple[int, ...]) -> str:
        """The label of a paragraph whose position is given by one counter per level."""
        style, number = self.style(len(counters)), counters[-1]
        if style == "roman":
            return f"{roman(number)}."
        if style == "capital":
            return f"{chr(ord('A') + number - 1)}." if number <= 26 else f"{number}."
        if style == "point":
            return f"{point_letter(number)})"
        if style == "dash":
            return dash(0)
        if style == CHAPTER:
            return f"Chương {roman(number)}"
        if style == ARTICLE:
            return f"Điều {number}."
        if style == "decimal":
            # 1.1. counts below the Arabic level: the Roman number of the section is not repeated.
            return "".join(f"{counter}." for counter in counters[self.arabic :] if counter)
        return f"{number}."


SCHEMES = {
    "decimal": Scheme(("roman", "arabic", "decimal")),
    "points": Scheme(("roman", "arabic", "point", "dash")),
    "letters": Scheme(("capital", "roman", "arabic", "decimal")),
    "articles": Scheme((CHAPTER, ARTICLE, "arabic", "point", "dash")),
}


@dataclass(slots=True)
class Counters:
    """Counts the headings and points of one body, level by level."""

    scheme: Scheme
    counts: list[int] = field(default_factory=list)

    def next_label(self, level: int) -> str:
        """The label of the next paragraph of a level; what is deeper starts anew, but articles count on."""
        self.counts += [0] * (level - len(self.counts))
        for below in range(level + 1, len(self.counts) + 1):
            if self.scheme.style(below) != ARTICLE:
                self.counts[below - 1] = 0
        self.counts[level - 1] += 1
        return self.scheme.label(tuple(self.counts[:level]))
