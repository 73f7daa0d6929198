"""What became of the pairs: is each redline proven, is it small, how long did it take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from tests.redlines.needed import marked, needed
from tests.redlines.pairs import Pair, pairs

from planforge.redline.comparison import Author, AuthorOf
from planforge.redline.proof import prove
from planforge.redline.redline import redline

MOST = 1.2
# Of very small changes, one more word is no sign of anything.
SLACK = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair and its redline; `trouble` is empty where everything is as it must be."""

    number: int
    kind: str
    key: str
    proven: bool
    marked: int
    needed: int
    revisions: int
    seconds: float
    trouble: str = ""

    @property
    def wordy(self) -> bool:
        """Whether more is marked than a little above the least."""
        return self.marked > max(MOST * self.needed, self.needed + SLACK)


def authored(number: int) -> AuthorOf:
    """Who makes every change of a pair; every second one has no date, as in a working tree."""
    date = datetime(2030, 1, 1, tzinfo=UTC) + timedelta(minutes=number) if number % 2 else None
    return lambda _paragraph, _piece: Author("Người Ví dụ", date)


def judged(pair: Pair, folder: Path) -> Judged:
    """Make the redline of a pair, keep it in a folder, and judge it."""
    start = time.perf_counter()
    made = redline(pair.old, pair.new, authored(pair.number))
    seconds = time.perf_counter() - start
    name = f"{pair.number:05}"
    (folder / f"{name}.old.docx").write_bytes(pair.old)
    (folder / f"{name}.new.docx").write_bytes(pair.new)
    least = needed(pair.old, pair.new)
    if made.docx is None:
        trouble = "; ".join(words.en for words in made.unproven) or "no file"
        return Judged(pair.number, pair.kind, pair.key, False, 0, least, 0, seconds, trouble)
    (folder / f"{name}.redline.docx").write_bytes(made.docx)
    failures = [words.en for words in prove(made.docx, pair.old, pair.new)]
    found = marked(made.docx)
    if made.comparison.equal:
        failures.append("nothing is said to have changed")
    return Judged(
        pair.number,
        pair.kind,
        pair.key,
        not failures,
        found.words,
        least,
        found.revisions,
        seconds,
        "; ".join(failures[:3]),
    )


def judge_all(seed: int, first: int, count: int, folder: Path, workers: int) -> Iterator[Judged]:
    """Judge pairs by number, in some processes, in the order of their numbers."""
    if workers == 1:
        yield from _share(seed, folder, (first, count))
        return
    # Shares so small that something is soon shown, and so large that each document is built before it is changed once.
    size = min(60, max(20, count // (workers * 4)))
    shares = [(start, min(size, first + count - start)) for start in range(first, first + count, size)]
    with ProcessPoolExecutor(workers) as pool:
        for share in pool.map(partial(_listed, seed, folder), shares):
            yield from share


def _listed(seed: int, folder: Path, share: tuple[int, int]) -> list[Judged]:
    return list(_share(seed, folder, share))


def _share(seed: int, folder: Path, share: tuple[int, int]) -> Iterator[Judged]:
    for pair in pairs(seed, *share):
        yield judged(pair, folder)
