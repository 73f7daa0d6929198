"""Whatever text stands in the data is, letter by letter, the text of the paper."""

from __future__ import annotations

import json
import string
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.compose import markdown
from planforge.convert.nodes import text_of
from planforge.convert.papers import READER
from planforge.toolchain import run_pandoc

Node = dict[str, Any]
# What the loader refuses cannot stand in a text: controls, private use, what is no character.
FORBIDDEN = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF]))
LETTERS = st.characters(exclude_categories=("Cs", "Co"), exclude_characters=FORBIDDEN)
MARKUP = st.sampled_from(
    [
        *string.punctuation,
        *"  \n\t",
        "- ",
        "1. ",
        "# ",
        "    ",
        "::: ",
        "](",
        "![",
        "<b>",
        "&lt;",
        "{.a}",
        "|",
        "đ)",
        "\u00a0",
    ]
)
TEXTS = st.lists(st.one_of(MARKUP, LETTERS, st.text("aăđ .,“”", max_size=3)), min_size=1, max_size=12).map("".join)
BATCH = 2000


def paragraphs(markdown_texts: list[str]) -> list[list[Node]]:
    """The inlines of texts that each make a paragraph, from one call of pandoc."""
    body = "\n\n".join(f"::: {{#p{number}}}\n{text}\n:::" for number, text in enumerate(markdown_texts))
    blocks = json.loads(run_pandoc(["-f", READER, "-t", "json"], body.encode()))["blocks"]
    assert [block["t"] for block in blocks] == ["Div"] * len(markdown_texts)
    found = []
    for text, block in zip(markdown_texts, blocks, strict=True):
        inner = block["c"][1]
        assert [one["t"] for one in inner] in (["Para"], []), (text, inner)
        found.append(inner[0]["c"] if inner else [])
    return found


def folded(text: str) -> str:
    """The text as a paragraph holds it: a run of blanks is one, and none stand at the ends."""
    return markdown.plain_literal(text).strip(" ")


def kinds(inlines: list[Node]) -> set[str]:
    inner = [kinds(node["c"][1]) for node in inlines if node["t"] == "Span"]
    return {node["t"] for node in inlines}.union(*inner)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Some thousand texts, so that pandoc has to be asked once only."""
    drawn: list[str] = []

    @settings(max_examples=BATCH)
    @given(TEXTS)
    def draw(text: str) -> None:
        drawn.append(unicodedata.normalize("NFC", text))

    draw()
    return drawn


def test_an_escaped_text_comes_out_as_it_is(texts: list[str]) -> None:
    found = paragraphs([markdown.escape(text) for text in texts])
    differing = [(text, text_of(one)) for text, one in zip(texts, found, strict=True) if text_of(one) != folded(text)]
    assert differing == []
    assert set().union(*map(kinds, found)) <= {"Str", "Space"}


def test_an_escaped_text_stays_literal_inside_a_line(texts: list[str]) -> None:
    found = paragraphs([f"Đầu {markdown.escape(text)} cuối" for text in texts])
    differing = [
        (text, text_of(one))
        for text, one in zip(texts, found, strict=True)
        if " ".join(text_of(one).split(" ")) != folded(f"Đầu {text} cuối")
    ]
    assert differing == []


def test_running_text_is_its_words_with_emphasis_only_from_stars(texts: list[str]) -> None:
    found = paragraphs([markdown.emphasize(text) for text in texts])
    differing = [
        (text, text_of(one))
        for text, one in zip(texts, found, strict=True)
        if text_of(one).strip() != markdown.plain(text)
    ]
    assert differing == []
    for text, one in zip(texts, found, strict=True):
        assert kinds(one) <= {"Str", "Space"} | ({"Span"} if "*" in text else set())


@given(TEXTS)
def test_a_text_without_stars_means_the_same_with_and_without_emphasis(text: str) -> None:
    bare = text.replace("*", "+")
    assert markdown.emphasize(bare) == markdown.escape(bare)
    assert markdown.plain(bare) == folded(bare).strip()


@given(st.text("* a\\", max_size=14))
def test_emphasis_always_comes_to_an_end(text: str) -> None:
    assert markdown.emphasize(text).count("]{") == markdown.emphasize(text).count("[")
    assert set(markdown.plain(text)) <= set(text)


@given(TEXTS)
def test_no_word_is_lost_with_the_stars(text: str) -> None:
    def words(given: str) -> str:
        return "".join(sign for sign in given if sign not in "*\\ \n\t\r").strip()

    assert words(markdown.plain(text)) == words(text)
