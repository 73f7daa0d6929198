"""What is known of instruments beside the text: the registry's records, and those settled by the law itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from planforge.citations import Citation, Symbol, read_symbol
from planforge.citations.issuers import HEADS, plain
from planforge.citations.symbol import SymbolKey
from planforge.model.registry import Instrument
from planforge.words import Words

REFERENCE_MARK = re.compile(r"\{\{")
ALIKE = 0.6
JOINING = re.compile(r"^(?:về việc|về|v/v)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one instrument; `title` is only as much of it as is written without references.

    `later` names what replaced it, `earlier` what held before it. `settled`: known beyond any registry.
    """

    type: str
    symbol: Symbol | None
    name: str = ""
    day: date | None = None
    issuers: tuple[str, ...] = ()
    title: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    later: str = ""
    earlier: str = ""
    settled: bool = False

    @property
    def called(self) -> str:
        """As a paper cites it for short: "Nghị định số 98/2023/NĐ-CP", "Luật Thi đua, khen thưởng năm 2022"."""
        if self.name:
            return f"{self.type} {self.name} năm {self.day.year}" if self.day else f"{self.type} {self.name}"
        return f"{self.type} số {self.symbol.text}" if self.symbol else self.type


@cache
def settled_records() -> tuple[Record, ...]:
    """The instruments whose dates the law itself settles."""
    with (Path(__file__).parent / "in_force.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(
        Record(
            type=entry["type"],
            symbol=read_symbol(entry["symbol"]),
            name=entry.get("name", ""),
            day=entry["date"],
            issuers=(entry["issuer"],) if "issuer" in entry else (),
            in_force_from=entry.get("from"),
            in_force_until=entry.get("until"),
            later=entry.get("by", ""),
            earlier=entry.get("earlier", ""),
            settled=True,
        )
        for entry in table["instrument"]
    )


def registry_records(instruments: Mapping[str, Instrument]) -> Iterator[Record]:
    """The records of a registry that have a symbol or a date."""
    for instrument in instruments.values():
        body = instrument.issuer
        successor = instruments.get(str(instrument.replaced_by)) if instrument.replaced_by else None
        yield Record(
            type=str(instrument.type),
            symbol=read_symbol(instrument.symbol) if instrument.symbol else None,
            day=instrument.date,
            issuers=tuple(str(name) for name in (body.name, body.short, body.abbreviation) if name) if body else (),
            title=REFERENCE_MARK.split(str(instrument.title or ""))[0],
            in_force_from=instrument.in_force_from,
            in_force_until=instrument.in_force_until,
            later=f"{successor.type} số {successor.symbol}" if successor and successor.symbol else "",
        )


def all_records(instruments: Mapping[str, Instrument]) -> tuple[Record, ...]:
    """The registry's records, what the law settles filled in, and the settled ones it does not have itself."""
    settled = {record.symbol.key: record for record in settled_records() if record.symbol}
    own = tuple(_filled(record, settled) for record in registry_records(instruments))
    keys = {record.symbol.key for record in own if record.symbol}
    return (*own, *(record for key, record in settled.items() if key not in keys))


def _filled(record: Record, settled: Mapping[SymbolKey, Record]) -> Record:
    known = settled.get(record.symbol.key) if record.symbol else None
    if known is None:
        return record
    return replace(
        record,
        day=record.day or known.day,
        issuers=record.issuers or known.issuers,
        in_force_from=record.in_force_from or known.in_force_from,
        in_force_until=record.in_force_until or known.in_force_until,
        later=record.later or known.later,
        earlier=record.earlier or known.earlier,
    )


def in_place_of(records: tuple[Record, ...], record: Record, day: date) -> str:
    """What to cite on a day instead of an instrument that has ended: down the chain, what has not ended itself."""
    by_name = {one.called: one for one in records}
    seen = {record.called}
    later = record.later
    while later in by_name and later not in seen and by_name[later].later:
        until = by_name[later].in_force_until
        if until is None or until >= day:
            break
        seen.add(later)
        later = by_name[later].later
    return later


def of_symbol(records: tuple[Record, ...], citation: Citation) -> list[Record]:
    """The records under the symbol of a citation; numbers begin anew every year, so there may be several."""
    symbol = citation.symbol
    if symbol is None or not symbol.groups or citation.is_law:
        return []
    return [record for record in records if record.symbol and record.symbol.key == symbol.key]


def same_instrument(record: Record, citation: Citation) -> bool:
    """Whether a citation of this symbol is certainly of this record: the symbol has its year, or the dates are one."""
    if citation.symbol is None:
        return False
    day = citation.date.day if citation.date else None
    return citation.symbol.year is not None or (day is not None and day == record.day)


def dates_contradict(one: date, other: date, symbol: Symbol) -> bool:
    """Whether two dates of one symbol cannot both be right.

    A number is given once in a year. In another year it may be another instrument's, unless only the year differs.
    """
    if one == other:
        return False
    return symbol.year is not None or one.year == other.year or (one.day, one.month) == (other.day, other.month)


def contradicted(records: tuple[Record, ...], citation: Citation) -> Record | None:
    """The record that shows the date of a citation to be wrong; None where it is right, or may be another year's."""
    symbol, day = citation.symbol, citation.date.day if citation.date else None
    known = [record for record in of_symbol(records, citation) if record.day]
    if symbol is None or day is None or any(record.day == day for record in known):
        return None
    for record in known:
        titled = bool(citation.title and record.title and titles_agree(citation.title.text, record.title))
        if record.day and (titled or dates_contradict(record.day, day, symbol)):
            return record
    return None


def names_agree(written: str, names: tuple[str, ...]) -> bool:
    """Whether an issuer as written is one of some names, perhaps shortened, head and body being one."""
    words = HEADS.sub("", plain(written)).casefold()
    known = [HEADS.sub("", plain(name)).casefold() for name in names]
    return any(words.startswith(name) or name.startswith(words) for name in known)


def title_words(title: str) -> list[str]:
    """A title for comparing: its words without marks and case, without "về việc"."""
    return re.findall(r"\w+", JOINING.sub("", plain(title)).casefold())


def titles_agree(written: str, known: str) -> bool:
    """Whether a written title is the known one, as far as both go: the sentence may go on, or the title be cut."""
    ours, theirs = title_words(written), title_words(known)
    length = min(len(ours), len(theirs))
    return ours[:length] == theirs[:length]


def title_differs(written: str, known: str) -> int:
    """How many characters of a written title it takes to see that it is not the known one; 0 where it may be it.

    A verb after a citation may be the sentence's own ("Quyết định số … giao các đơn vị …"): without "về", only a title
    that is mostly the known one is taken for a title.
    """
    if titles_agree(written, known):
        return 0
    ours, theirs = title_words(written), title_words(known)
    length = min(len(ours), len(theirs))
    alike = SequenceMatcher(None, ours[:length], theirs[:length]).ratio()
    if not JOINING.match(written) and alike < ALIKE:
        return 0
    same = next((index for index in range(length) if ours[index] != theirs[index]), length)
    skipped = len(re.findall(r"\w+", written)) - len(ours)
    ends = [match.end() for match in re.finditer(r"\w+", written)]
    return ends[min(same + skipped, len(ends) - 1)]


def source_of(record: Record) -> Words:
    """Where a record stands, for a message."""
    return Words("chính văn bản ấy", "the instrument itself") if record.settled else Words("danh mục", "the registry")
