"""Pairs of files, before and after a random change; the same seed gives the same pairs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.redlines.changes import Draft, Kind, proposed, table_texts, without_anchors
from tests.redlines.grounds import Grounds, Made, Subject

KINDS = tuple(Kind)
_TRIES = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """One change of one paper: what kind of change, and the files before and after it."""

    number: int
    kind: Kind
    key: str
    old: bytes
    new: bytes


def pairs(seed: int, first: int, count: int) -> Iterator[Pair]:
    """`count` pairs from number `first` on; all documents and kinds come in turn.

    A document in which nothing of a kind can be changed gives its turn to the next one.
    """
    with tempfile.TemporaryDirectory() as folder:
        grounds = Grounds.made(Path(folder))
        for number in range(first, first + count):
            yield _pair(grounds, seed, number)


def _pair(grounds: Grounds, seed: int, number: int) -> Pair:
    random = Random(f"{seed}/{number}")  # noqa: S311 # the same pairs again are what is wanted
    documents = len(grounds.subjects)
    kind = KINDS[(number % documents + number // documents) % len(KINDS)]
    for turn in range(documents):
        subject = grounds.subjects[(number + turn) % documents]
        for _ in range(_TRIES):
            found = _changed(grounds, subject, kind, random)
            if found is not None:
                name, old, new = found
                if random.random() < 0.3:
                    old, new = new, old
                return Pair(number, kind, f"{subject.root.name}/{subject.cluster}/{subject.year}/{name}", old, new)
    message = f"no document can be changed: {kind}"
    raise AssertionError(message)


def _changed(grounds: Grounds, subject: Subject, kind: Kind, random: Random) -> tuple[str, bytes, bytes] | None:
    base = grounds.base(subject)
    draft = Draft.of(subject, [one.converted for one in base.values()], random)
    edits = proposed(draft, kind)
    made = grounds.built_with(subject, edits) if edits else None
    differing = sorted(name for name in base if made and name in made and _differ(base[name], made[name], kind))
    if made is None or not differing:
        return None
    name = random.choice(differing)
    return name, base[name].docx, made[name].docx


def _differ(old: Made, new: Made, kind: Kind) -> bool:
    if without_anchors(old.converted.paper) == without_anchors(new.converted.paper):
        return False
    return kind is not Kind.TABLE or table_texts(old.converted.paper) != table_texts(new.converted.paper)
