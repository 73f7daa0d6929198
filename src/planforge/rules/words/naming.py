"""From misspelt official names to findings."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.rule import Finding
from planforge.rules.words.legacy import legible
from planforge.rules.words.names import NameKind, misnamed
from planforge.rules.words.telling import Slip, told


def misnamings(corpus: Corpus, kind: NameKind) -> Iterator[Finding]:
    """Each name of a kind that is written otherwise; mended where only capitals and dashes differ."""
    yield from told(
        Slip(passage, one.start, one.end, one.official if one.certain else None, {"official": one.official})
        for passage in legible(corpus)
        for one in misnamed(passage, corpus.names)
        if one.kind is kind
    )
