"""Every fact that the sources state is found in the documents of its cluster-year.

`facts.yaml` lists them by source, each with the document and the stretch of text in which it must stand. Emphasis,
escapes and the way lines are broken do not count.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from planforge.fonts import cache_folder, find_font
from planforge.pipeline import load_writers, make_papers, write_papers

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "tests" / "documents" / "facts.yaml"
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
SOURCES = ("ii-2016", "ii-2020-first", "ii-2020-second", "iii-2020", "ii-2023")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a source, and the stretch of a document's text that tells it."""

    fact: str
    document: str
    cluster: str
    year: int
    text: str


def read_facts() -> dict[str, list[Fact]]:
    told = yaml.safe_load(FACTS.read_text(encoding="utf-8"))
    return {source: [Fact(**entry) for entry in entries] for source, entries in told.items()}


def plain(text: str) -> str:
    """The words alone: no stars, no escapes, every run of blanks and line breaks as one space."""
    unescaped = ESCAPE.sub(lambda found: "" if found[1] == "*" else found[1], text.replace("\\\n", " "))
    return re.sub(r"\s+", " ", unescaped.replace("*", "")).strip()


@functools.cache
def texts(cluster: str, year: int) -> dict[str, str]:
    """The Markdown of every document of a cluster-year that the facts speak of, as plain words."""
    wanted = tuple(
        dict.fromkeys(
            fact.document
            for facts in read_facts().values()
            for fact in facts
            if (fact.cluster, fact.year) == (cluster, year)
        )
    )
    made = make_papers(ROOT, cluster, str(year), wanted, cache=cache_folder())
    assert made.value is not None, made.diagnostics
    files = write_papers(made.value, load_writers(("md",), find_font().choice, cache_folder()))
    return {
        document: plain("\n".join(files[document][name].decode() for name in files[document] if name.endswith(".md")))
        for document in wanted
    }


def missing(facts: list[Fact]) -> list[str]:
    """A line for every fact that its document does not tell."""
    return [
        f"{fact.cluster}/{fact.year} {fact.document}: {fact.fact}: {fact.text}"
        for fact in facts
        if plain(fact.text) not in texts(fact.cluster, fact.year)[fact.document]
    ]


def test_no_fact_is_listed_twice() -> None:
    assert tuple(read_facts()) == SOURCES
    for source, facts in read_facts().items():
        named = Counter((fact.document, fact.fact) for fact in facts)
        assert [name for name, count in named.items() if count > 1] == [], source
        assert all(fact.text == plain(fact.text) for fact in facts), source


def test_plain_text_has_neither_stars_nor_escapes() -> None:
    assert plain("1\\. **Cụm\\\nThi đua**\n số \\*II") == "1. Cụm Thi đua số II"


@pytest.mark.acceptance
@pytest.mark.parametrize("source", SOURCES)
def test_every_fact_of_a_source_is_told(source: str) -> None:
    lost = missing(read_facts()[source])
    assert not lost, "\n".join(["", *lost])
