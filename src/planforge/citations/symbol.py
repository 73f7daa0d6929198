"""Number and symbol of an instrument: 84/QĐ-BTP, 30/2020/NĐ-CP, 27-NQ/TW, 06/2022/QH15."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from planforge.citations.issuers import is_party, spelt
from planforge.citations.kinds import abbreviations, alternatives
from planforge.remembering import remembered

DASHES = "–—‑−"
MARK = rf"[/\-{DASHES}]"
LOOSE = rf"[ \t\u00a0]*{MARK}[ \t\u00a0]*"
LETTERS = r"[A-ZĐÐ](?:[A-Za-zĐđÐ&]|Ư|Ơ)*[0-9]{0,2}"
NUMBER = r"(?<![\w/.,:\-])(?P<number>[0-9]{1,6}[a-zđ]?)"
YEAR = r"(?:19|20)[0-9]{2}"
# Written without đ by people whose keyboard has none, and so never the abbreviation of anything else.
WITHOUT_BAR = {"QD": "QĐ", "ND": "NĐ"}
ASSEMBLY = re.compile(r"(?:QH|UBTVQH)[0-9]{1,2}")


SymbolKey = tuple[str, int | None, tuple[str, ...]]


class Form(StrEnum):
    """How a symbol is put together: by the State's rule, by the Party's, or by neither."""

    STATE = "state"
    PARTY = "party"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol as written: `groups` are its groups of letters, `marks` what stands before each of them.

    `year` is the part between number and letters (30/2020/NĐ-CP); 2013/QĐ-UBND has none, 2013 is its number. `letters`
    are the groups as they should be written: Đ with its bar, TTg, TW. `key` is what two mentions of one instrument
    share, however they are written.
    """

    text: str
    number: str
    year: int | None
    year_mark: str
    groups: tuple[str, ...]
    marks: tuple[str, ...]
    letters: tuple[str, ...] = field(init=False, compare=False, repr=False)
    key: SymbolKey = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Spell the letters once: every rule asks for them."""
        letters = tuple(_spelt(group, first=not index) for index, group in enumerate(self.groups))
        object.__setattr__(self, "letters", letters)
        folded = tuple(group.casefold() for group in letters)
        object.__setattr__(self, "key", (self.number.lstrip("0").casefold(), self.year, folded))

    @property
    def kind(self) -> str | None:
        """The abbreviation of the kind it opens with: QĐ; None where it opens with none, as letters and laws do."""
        first = self.letters[0] if self.groups else ""
        return first if first in abbreviations() else None

    @property
    def bodies(self) -> tuple[str, ...]:
        """The groups that name who issued it: of a joint one all, of a letter the first."""
        if self.kind is None:
            return self.letters[:1]
        return self.letters[1:] if self.kind.endswith("LT") else self.letters[1:2]

    @property
    def of_assembly(self) -> bool:
        """Of the National Assembly or its Standing Committee: 06/2022/QH15."""
        return bool(self.groups) and ASSEMBLY.fullmatch(self.letters[0]) is not None

    @property
    def of_party(self) -> bool:
        """Issued by a body of the Party, and therefore to be written in the Party's form."""
        return self.kind is not None and bool(self.bodies) and is_party(self.bodies[0])

    @property
    def form(self) -> Form:
        """What form its marks have; blanks and long dashes do not matter here."""
        marks = tuple(_plain(mark) for mark in self.marks)
        if not marks:
            return Form.OTHER
        if marks[0] == "/" and _plain(self.year_mark) in {"", "/"} and set(marks[1:]) <= {"-"}:
            return Form.STATE
        if self.year is None and marks[0] == "-" and marks[1:2] == ("/",) and set(marks[2:]) <= {"-"}:
            return Form.PARTY
        return Form.OTHER

    @property
    def tidy(self) -> str:
        """The same without blanks, its dashes hyphens."""
        year = f"{_plain(self.year_mark)}{self.year}" if self.year else ""
        rest = (f"{_plain(mark)}{group}" for mark, group in zip(self.marks, self.groups, strict=True))
        return f"{self.number}{year}{''.join(rest)}"

    @property
    def as_state(self) -> str:
        """In the State's form: number, slash, year if any, slash, letters joined by hyphens."""
        year = f"/{self.year}" if self.year else ""
        return f"{self.number}{year}/{'-'.join(self.letters)}"

    @property
    def as_party(self) -> str:
        """In the Party's form: number, hyphen, kind, slash, body."""
        return f"{self.number}-{self.letters[0]}/{'-'.join(self.letters[1:])}"


def _plain(mark: str) -> str:
    return re.sub(rf"[{DASHES}]", "-", "".join(mark.split()))


@remembered(1024)
def _spelt(group: str, *, first: bool) -> str:
    letters = group.replace("Ð", "Đ").replace("TƯ", "TW")
    if first:
        letters = WITHOUT_BAR.get(letters, letters)
        known = {abbreviation.casefold(): abbreviation for abbreviation in abbreviations()}
        return letters if letters in abbreviations() else known.get(letters.casefold(), letters)
    return spelt(letters) or (letters.upper() if letters.islower() else letters)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    opening = alternatives([*abbreviations(), *WITHOUT_BAR])
    small = alternatives([abbreviation.lower() for abbreviation in abbreviations() if len(abbreviation) > 1])
    year = rf"(?:(?P<year_mark>{MARK})(?P<year>{YEAR})(?={MARK}))?"
    loose_year = rf"(?:(?P<year_mark>{LOOSE})(?P<year>{YEAR})(?={LOOSE}))?"
    body = r"[A-ZĐÐ][a-z]?[A-ZĐÐ&ƯƠ][A-Za-zĐđÐ&ƯƠ]*[0-9]{0,2}"
    term = r"[ \t\u00a0-]?[0-9]{1,2}"
    return tuple(
        re.compile(rf"{NUMBER}{pattern}(?!\w|[/-]\w)")
        for pattern in (
            rf"{year}(?P<rest>(?:{MARK}{LETTERS})+)",
            # Blanks around the marks, where the first letters are certainly those of a kind.
            rf"{loose_year}(?P<rest>{LOOSE}(?:{opening}){LOOSE}{body}(?:{MARK}{LETTERS})*)",
            rf"{loose_year}(?P<rest>{LOOSE}(?:QH|UBTVQH){term})",
            # The mark before the kind forgotten, or small letters throughout.
            rf"(?P<year_mark>)(?P<year>)(?P<rest>(?:QĐ|NĐ|NQ|KH|CT|TT|QD|ND)(?:{MARK}{LETTERS})+)",
            rf"{year}(?P<rest>{MARK}(?:{small}){MARK}[A-Za-zđĐ]{{2,8}}[0-9]{{0,2}})",
        )
    )


FIGURES = re.compile(r"[0-9]+")
# Where a symbol may begin: a number, perhaps with a year, before a mark and letters, or before letters at once.
OPENING = re.compile(
    rf"(?<![\w/.,:\-])[0-9]{{1,6}}[a-zđ]?(?:{LOOSE}{YEAR})?(?:(?={LOOSE}[A-Za-zĐđÐ])|(?=[QNKC][ĐDQHT]|TT))"
)
GROUP = re.compile(rf"(?P<mark>{LOOSE}|)(?P<letters>[A-Za-zĐđÐ&ƯƠ]+(?:[ \t\u00a0-]?[0-9]{{1,2}})?)")


def symbols_in(text: str) -> Iterator[tuple[int, Symbol]]:
    """Everything in a text that has the shape of a symbol, in order, with its place; the longest reading holds."""
    position = 0
    for figures in FIGURES.finditer(text):
        start = figures.start()
        if start < position or not OPENING.match(text, start):
            continue
        matches = [match for match in (pattern.match(text, start) for pattern in _patterns()) if match]
        if matches:
            longest = max(matches, key=lambda match: match.end())
            position = longest.end()
            yield start, _symbol(longest)


@remembered(1024)
def read_symbol(text: str) -> Symbol | None:
    """A text that is one symbol and nothing else; None where it has no such shape."""
    found = list(symbols_in(text))
    return found[0][1] if len(found) == 1 and found[0][1].text == text else None


def number_alone(text: str) -> Symbol:
    """A symbol of which only the number is written, perhaps with its year: 84, 98/2023."""
    number, _, year = text.partition("/")
    return Symbol(text, number, int(year) if year else None, "/" if year else "", (), ())


def _symbol(match: re.Match[str]) -> Symbol:
    groups = list(GROUP.finditer(match["rest"]))
    year = match["year"]
    return Symbol(
        text=match[0],
        number=match["number"],
        year=int(year) if year else None,
        year_mark=match["year_mark"] or "",
        groups=tuple(re.sub(r"[\s-]", "", group["letters"]) for group in groups),
        marks=tuple(group["mark"] for group in groups),
    )
