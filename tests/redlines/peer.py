"""Our redlines beside those of python-redlines with its Docxodus engine, on the same pairs.

    python -m venv /tmp/peer && /tmp/peer/bin/pip install 'python-redlines[docxodus]==2.0.0'
    python -m tests.redlines.peer --peer /tmp/peer/bin/python [--count 60] [--seed 5] [--equal 10]

The peer is 44 MB with a .NET runtime and no part of this project: it is asked in an environment of its own, named by
`--peer` or PLANFORGE_PEER_PYTHON. Both are asked in turn, pair by pair, so that the load of the machine falls on both.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.redlines.figures import table
from tests.redlines.grounds import Grounds
from tests.redlines.judged import authored
from tests.redlines.needed import W, marked, needed, stories
from tests.redlines.oracles import invalid
from tests.redlines.pairs import pairs

from planforge.errors import UserError
from planforge.redline.proof import prove
from planforge.redline.redline import redline
from planforge.redline.resolution import accept_all, reject_all

_WORKER = """
import json, sys
from python_redlines.engines import DocxodusEngine
engine = DocxodusEngine()
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    old, new, out = json.loads(line)
    try:
        made = engine.run_redline("Nguoi Vi du", open(old, "rb").read(), open(new, "rb").read(),
                                  date_time="2030-01-01T00:00:00Z")
        open(out, "wb").write(made[0])
        print(json.dumps(""), flush=True)
    except Exception as error:
        print(json.dumps(str(error)[:200] or "failed"), flush=True)
"""
Make = Callable[[Path, Path, Path], str]


@dataclass(slots=True)
class Tally:
    """What one program made of one set of pairs."""

    name: str
    failed: int = 0
    revisions: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    needed: list[int] = field(default_factory=list)
    proven: int = 0
    but_for_settings: int = 0
    same_text: int = 0
    seconds: list[float] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare and print the tables; the exit code is 2 where the peer is not there."""
    parser = argparse.ArgumentParser(prog="python -m tests.redlines.peer")
    parser.add_argument("--peer", default=os.environ.get("PLANFORGE_PEER_PYTHON", ""))
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--equal", type=int, default=10)
    parser.add_argument("--seed", type=int, default=5)
    chosen = parser.parse_args(arguments)
    if not chosen.peer or shutil.which(chosen.peer) is None:
        sys.stderr.write(f"the peer is not installed; see {__name__}\n{__doc__}")
        return 2
    with tempfile.TemporaryDirectory() as folder, peer(chosen.peer) as theirs:
        makers = {"planforge": ours, "docxodus": theirs}
        for title, made in sets(Path(folder), chosen):
            tallies = [Tally(name) for name in makers]
            for number, (old, new) in enumerate(made):
                for tally in tallies:
                    out = old.with_name(f"{old.name}.{tally.name}.{number}.redline.docx")
                    one(tally, makers[tally.name], old, new, out)
            print_table(title, tallies)
    return 0


def sets(folder: Path, chosen: argparse.Namespace) -> Iterator[tuple[str, Iterator[tuple[Path, Path]]]]:
    """The sets of pairs: changed, equal, and saved again by LibreOffice."""
    yield "random changes", _changed(folder, chosen)
    papers = _papers(folder / "grounds", chosen.equal)
    yield "equal files", iter([(path, path) for path in papers])
    if shutil.which("soffice") is not None:
        first = _saved_again(papers, folder / "office")
        yield "the same file saved by LibreOffice", iter(first)
        second = _saved_again([path for _, path in first], folder / "again")
        yield "that file saved by LibreOffice again", iter(second)


def _changed(folder: Path, chosen: argparse.Namespace) -> Iterator[tuple[Path, Path]]:
    for pair in pairs(chosen.seed, 0, chosen.count):
        old, new = (folder / f"{pair.number:05}.{side}.docx" for side in ("old", "new"))
        old.write_bytes(pair.old)
        new.write_bytes(pair.new)
        yield old, new


def _papers(folder: Path, count: int) -> list[Path]:
    grounds = Grounds.made(folder)
    step = max(1, len(grounds.subjects) // count)
    found = []
    for subject in grounds.subjects[::step][:count]:
        for name, made in list(grounds.base(subject).items())[:1]:
            found.append(folder / f"{subject.cluster}-{subject.year}-{name}.docx")
            found[-1].write_bytes(made.docx)
    return found


def _saved_again(papers: Sequence[Path], folder: Path) -> list[tuple[Path, Path]]:
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    arguments = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), *map(str, papers)]
    subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=300)
    return [(path, folder / path.name) for path in papers]


def ours(old: Path, new: Path, out: Path) -> str:
    """Our redline as a file; what kept it from being made, or nothing."""
    made = redline(old.read_bytes(), new.read_bytes(), authored(1))
    if made.docx is None:
        return "; ".join(words.en for words in made.unproven) or "no file"
    out.write_bytes(made.docx)
    return ""


@contextmanager
def peer(python: str) -> Iterator[Make]:
    """The peer in a process of its own, which stays while it is asked."""
    with subprocess.Popen([python, "-c", _WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answers = process.stdin, process.stdout
        json.loads(answers.readline())

        def make(old: Path, new: Path, out: Path) -> str:
            asked.write(json.dumps([str(old), str(new), str(out)]) + "\n")
            asked.flush()
            return str(json.loads(answers.readline()))

        yield make
        asked.close()


def one(tally: Tally, make: Make, old: Path, new: Path, out: Path) -> None:
    """Make one redline and add it to the tally."""
    start = time.perf_counter()
    trouble = make(old, new, out)
    tally.seconds.append(time.perf_counter() - start)
    if trouble:
        tally.failed += 1
        return
    made, before, after = out.read_bytes(), old.read_bytes(), new.read_bytes()
    marks = marked(made)
    tally.files.append(out)
    tally.revisions.append(marks.revisions)
    tally.words.append(marks.words)
    tally.needed.append(needed(before, after))
    try:
        failures = prove(made, before, after)
        tally.proven += not failures
        tally.but_for_settings += all("word/settings.xml" in words.en for words in failures)
        tally.same_text += texts(accept_all(made)) == texts(after) and texts(reject_all(made)) == texts(before)
    except UserError:
        tally.failed += 1


def texts(docx: bytes) -> list[str]:
    """The text of every paragraph that has some: what a check sees that is blind to all looks."""
    found = []
    for root in stories(docx):
        for paragraph in root.iter(f"{W}p"):
            text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
            found += [text] if text.strip() else []
    return found


def print_table(title: str, tallies: Iterable[Tally]) -> None:
    """One column for each program."""
    found = list(tallies)
    broken = invalid([path for one in found for path in one.files])
    rows: list[tuple[str, ...]] = [(title, *(one.name for one in found))]
    rows += [
        ("pairs", *(str(len(one.seconds)) for one in found)),
        ("no file made", *(str(one.failed) for one in found)),
        ("proven (canonical form)", *(_share(one.proven, one) for one in found)),
        ("the same, settings of the file aside", *(_share(one.but_for_settings, one) for one in found)),
        ("same text both ways", *(_share(one.same_text, one) for one in found)),
        ("files with validator errors", *(str(sum(path.name in broken for path in one.files)) for one in found)),
        ("revisions per pair", *(f"{sum(one.revisions) / max(len(one.revisions), 1):.1f}" for one in found)),
        ("words marked", *(str(sum(one.words)) for one in found)),
        ("words needed", *(str(sum(one.needed)) for one in found)),
        ("median seconds", *(f"{median(one.seconds):.2f}" for one in found)),
    ]
    sys.stdout.write(f"\n{table(rows)}\n")
    sys.stdout.flush()


def _share(count: int, tally: Tally) -> str:
    return f"{count} of {len(tally.seconds)}"


if __name__ == "__main__":
    sys.exit(main())
