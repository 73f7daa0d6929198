"""From places in passages to findings: where text is only read, the same slip is told once, with its count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from planforge.corpus import Passage, Voice
from planforge.rule import Finding
from planforge.words import NOTHING, Words

# Text of files that are only read: many findings alike would hide the others.
READ_ONLY = frozenset({Voice.RAW, Voice.PAPER})


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of a passage that is written otherwise than it should be.

    `fix` is what should stand there, where that is safe; `like` groups slips that are told together.
    """

    passage: Passage
    start: int
    end: int
    fix: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    like: str = ""


def told(slips: Iterable[Slip]) -> Iterator[Finding]:
    """The findings; `{again}` says how many more there are like it, or nothing."""
    shown: list[Slip] = []
    counts: dict[tuple[str, str], int] = {}
    for slip in slips:
        key = _key(slip)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] == 1 or slip.passage.voice not in READ_ONLY:
            shown.append(slip)
    for slip in shown:
        more = counts[_key(slip)] - 1 if slip.passage.voice in READ_ONLY else 0
        yield slip.passage.finding(slip.start, slip.end, fix=slip.fix, **slip.values, again=_again(more))


def _key(slip: Slip) -> tuple[str, str]:
    return slip.passage.path, slip.like or slip.passage.text[slip.start : slip.end].casefold()


def _again(more: int) -> Words:
    return Words(f"; còn {more} chỗ nữa như vậy", f"; {more} more like it") if more else NOTHING
