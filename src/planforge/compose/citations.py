"""Citations: in full at first mention, short later (Decree 30/2020/NĐ-CP, Appendix I, section II.6.b).

Which mention is the first is known only when the whole paper stands, so a mention is a mark until then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from planforge import calendar
from planforge.compose.marks import CITATION, DIGIT, DIGITS_FROM, NUMBER, decode, encode
from planforge.model.fields import Prose
from planforge.model.registry import Instrument
from planforge.source import Text

FORMS = "afsd"
MENTION = re.compile(f"{CITATION}({NUMBER})({DIGIT})")
NESTING_LIMIT = 4
LAWS = frozenset({"hiến pháp", "bộ luật", "luật", "pháp lệnh"})
Part = Text | Prose | str


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an instrument: `automatic` decides by place, the other forms are the author's wish."""

    instrument: Instrument
    number: int
    form: str = "a"

    @property
    def full(self) -> Mention:
        """Type, number, date, issuer and title, wherever it stands."""
        return Mention(self.instrument, self.number, "f")

    @property
    def short(self) -> Mention:
        """Type and number only."""
        return Mention(self.instrument, self.number, "s")

    @property
    def dated(self) -> Mention:
        """Type, number and date, for a sentence that names issuer and title itself."""
        return Mention(self.instrument, self.number, "d")

    @property
    def mark(self) -> str:
        """What stands in the text until the order of mentions is known."""
        return f"{CITATION}{encode(self.number)}{chr(DIGITS_FROM + FORMS.index(self.form))}"


class Citations(Mapping[str, Mention]):
    """The instruments a paper may cite, by id; called with an instrument it gives its mention."""

    def __init__(self, instruments: Mapping[str, Instrument]) -> None:
        self._names = list(instruments)
        self._instruments = dict(instruments)

    def __getitem__(self, name: str) -> Mention:
        return Mention(self._instruments[name], self._names.index(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __call__(self, instrument: Instrument) -> Mention:
        """The mention of a record that a data file refers to."""
        number = next(index for index, name in enumerate(self._names) if self._instruments[name] is instrument)
        return Mention(instrument, number)

    def by_number(self, number: int) -> Instrument:
        """The instrument behind a mark."""
        return self._instruments[self._names[number]]


def expand(text: str, citations: Citations, write: Callable[[Part], str]) -> str:
    """Replace the marks by citations, in the order of the text; `write` turns a part into Markdown or plain text.

    A title may cite another instrument; the nesting is bounded, so that titles citing each other end in short forms.
    """
    mentioned: set[int] = set()

    def filled(part: str, depth: int) -> str:
        def citation(match: re.Match[str]) -> str:
            number, form = decode(match[1]), FORMS[ord(match[2]) - DIGITS_FROM]
            if form == "a":
                form = "s" if number in mentioned or depth > NESTING_LIMIT else "f"
            mentioned.add(number)
            words = "".join(write(part) for part in _parts(citations.by_number(number), form))
            return filled(words, depth + 1) if depth <= NESTING_LIMIT else MENTION.sub("", words)

        return MENTION.sub(citation, part)

    return filled(text, 0)


def _parts(instrument: Instrument, form: str) -> Iterator[Part]:
    yield instrument.type
    if instrument.type.casefold() in LAWS:
        # Laws and ordinances are cited by type and name, without number, date or issuing body.
        if instrument.title:
            yield " "
            yield instrument.title
        return
    if instrument.symbol:
        yield " số "
        yield instrument.symbol
    if form in "fd" and instrument.date:
        yield " ngày "
        yield Text(calendar.short_date(instrument.date), instrument.date.origin)
    if form == "f":
        if instrument.issuer:
            yield " của "
            yield instrument.issuer.name
        if instrument.title:
            yield " "
            yield instrument.title
