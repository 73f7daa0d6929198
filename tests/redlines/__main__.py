"""Proves redlines of random changes over all documents, and counts how many words they mark.

    python -m tests.redlines [--count 1000] [--seed 1] [--first 0] [--workers 2] [--sample 25] [--keep FOLDER] [--fast]

Every redline is resolved both ways by the proof and read by the Open XML SDK validator; of every `--sample`th one the
text is also compared in LibreOffice and in pandoc. `--fast` leaves out the other programs. The exit code is 1 when a
redline is not proven or not valid, another program reads another text, or more is marked than 1.2 times the least.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.redlines.figures import by_kind, summed, troubles
from tests.redlines.judged import MOST, Judged, judge_all
from tests.redlines.oracles import VALIDATE, disagreements, invalid

Invalid = dict[str, str] | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge all pairs and report; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.redlines")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sample", type=int, default=25)
    parser.add_argument("--keep", type=Path, help="a folder for the files of every pair")
    parser.add_argument("--fast", action="store_true", help="no validator, LibreOffice or pandoc")
    chosen = parser.parse_args(arguments)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = _judge(chosen, folder)
        broken, other = (None, []) if chosen.fast else _ask_others(found, folder, Path(temporary), chosen.sample)
    say(by_kind(found, broken))
    errors = [f"invalid: {name}: {said}" for name, said in (broken or {}).items()]
    for line in (*troubles(found), *errors, *other):
        say(line)
    marked, needed = summed(found)
    say(f"seed {chosen.seed}; words marked / needed: {marked / max(needed, 1):.3f}; {_minutes(started)}")
    good = all(one.proven for one in found) and not broken and not other and marked <= MOST * needed
    return 0 if good else 1


def _judge(chosen: argparse.Namespace, folder: Path) -> list[Judged]:
    found: list[Judged] = []
    for one in judge_all(chosen.seed, chosen.first, chosen.count, folder, chosen.workers):
        found.append(one)
        if len(found) % 100 == 0:
            say(f"{len(found)} of {chosen.count}")
    return found


def _ask_others(found: Sequence[Judged], folder: Path, work: Path, sample: int) -> tuple[Invalid, list[str]]:
    files = [folder / f"{one.number:05}.redline.docx" for one in found]
    made = [path for path in files if path.exists()]
    chosen = made[::sample]
    office = shutil.which("soffice") is not None
    say(f"LibreOffice, pandoc: {len(chosen)} files" if office else "LibreOffice is not installed: pandoc only")
    other = disagreements(chosen, work, office=office)
    if shutil.which("node") is None or not (VALIDATE.parent / "node_modules").is_dir():
        say("the validator is not installed: npm install --prefix tests/tools")
        return None, other
    say(f"validator: {len(made)} files")
    return {name: str(errors[0].get("description", errors[0])) for name, errors in invalid(made).items()}, other


def _minutes(started: float) -> str:
    seconds = round(time.perf_counter() - started)
    return f"{seconds // 60} min {seconds % 60} s"


def say(text: str) -> None:
    """Some lines of the report."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
