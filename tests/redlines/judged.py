"""What became of the pairs: is each redline proven, is it small, how long did it take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from planforge.redline.redline import redline
from tests.redlines.needed import marked, needed
from tests.redlines.pairs import Pair, pairs

from planforge.redline.comparison import Author, ComparedParagraph, Piece
from planforge.redline.proof import prove

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


def author(_paragraph: ComparedParagraph, _piece: Piece | None) -> Author:
    """Who makes every change here."""
    return Author("Người Ví dụ")


def judged(pair: Pair, folder: Path) -> Judged:
    """Make the redline of a pair, keep it in a folder, and judge it."""
    start = time.perf_counter()
    made = redline(pair.old, pair.new, author)
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


def judge_all(
    seed: int, first: int, count: int, folder: Path, workers: int, say: Callable[[Judged], None]
) -> list[Judged]:
    """Judge pairs by number, in some processes; the answer is in the order of the numbers."""
    found: list[Judged] = []
    if workers == 1:
        for one in _share(seed, first, count, 1, folder):
            say(one)
            found.append(one)
        return found
    # Small shares, so that what one process learns of a document is soon shown.
    with ProcessPoolExecutor(workers) as pool:
        size = max(20, count // (workers * 8))
        shares = [(start, min(size, first + count - start)) for start in range(first, first + count, size)]
        for share in pool.map(partial(_listed, seed, folder), shares):
            for one in share:
                say(one)
                found.append(one)
    return found


def _listed(seed: int, folder: Path, share: tuple[int, int]) -> list[Judged]:
    return list(_share(seed, *share, 1, folder))


def _share(seed: int, first: int, count: int, step: int, folder: Path) -> Iterable[Judged]:
    for pair in pairs(seed, first, count, step):
        yield judged(pair, folder)
