"""Texts into Markdown that means exactly that text, and the emphasis that stars may give."""

from __future__ import annotations

import string

import pytest

from planforge.compose.markdown import emphasize, escape, plain, plain_literal


def test_every_punctuation_mark_is_escaped() -> None:
    assert escape(string.punctuation) == "".join(f"\\{mark}" for mark in string.punctuation)


def test_letters_and_other_marks_are_left_alone() -> None:
    text = "Đoàn kết “sáng tạo” – … №1 ₫"
    assert escape(text) == text


@pytest.mark.parametrize("blanks", [" ", "  ", "\n", "\t", " \r\n  "])
def test_blanks_are_one_space(blanks: str) -> None:
    assert escape(f"a{blanks}b") == plain_literal(f"a{blanks}b") == plain(f"a{blanks}b") == "a b"


def test_a_no_break_space_is_no_blank() -> None:
    assert escape("10\u00a0km") == "10\u00a0km"


@pytest.mark.parametrize(
    ("text", "markdown", "words"),
    [
        ("một *hai* ba", "một [hai]{.emph} ba", "một hai ba"),
        ("**hai**", "[hai]{.strong}", "hai"),
        ("***hai***", "[hai]{.strong-emph}", "hai"),
        ("“*hai*”", "“[hai]{.emph}”", "“hai”"),
        ("(*hai*),", r"\([hai]{.emph}\)\,", "(hai),"),
        ("*hai ba*", "[hai ba]{.emph}", "hai ba"),
        ("*hai* và *ba*", "[hai]{.emph} và [ba]{.emph}", "hai và ba"),
        ("**đậm *và* nghiêng**", "[đậm [và]{.emph} nghiêng]{.strong}", "đậm và nghiêng"),
        ("*nghiêng **và** đậm*", "[nghiêng [và]{.strong} đậm]{.emph}", "nghiêng và đậm"),
        ("*a\nb*", "[a b]{.emph}", "a b"),
    ],
)
def test_stars_around_words_emphasise(text: str, markdown: str, words: str) -> None:
    assert emphasize(text) == markdown
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a* b *c", "a* b *c"),
        ("* một", "* một"),
        ("một *hai", "một *hai"),
        ("một hai*", "một hai*"),
        ("**", "**"),
        ("****", "****"),
        ("**một*", "**một*"),
        (r"\*một\*", "*một*"),
        (r"\*một*", "*một*"),
        (r"*một\*", "*một*"),
        ("**** một ****", "**** một ****"),
    ],
)
def test_other_stars_are_stars(text: str, words: str) -> None:
    assert emphasize(text) == escape(words)
    assert plain(text) == words


@pytest.mark.parametrize("text", ["_một_", "__một__", "`mã`", "[a](b)", "<b>", "# a", "1. a", "- a", "&amp;", "~~a~~"])
def test_no_other_markup_is_known(text: str) -> None:
    assert emphasize(text) == escape(text)
    assert plain(text) == text


def test_a_backslash_before_anything_else_is_a_backslash() -> None:
    assert plain(r"a\b \_ \\") == r"a\b \_ \\"
    assert emphasize(r"a\b") == r"a\\b"


def test_braces_after_emphasis_do_not_become_its_attributes() -> None:
    assert emphasize("*a*{.strong}") == r"[a]{.emph}\{\.strong\}"
