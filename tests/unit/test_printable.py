"""What strangers wrote is shown on one line and steers nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.language import message
from planforge.printable import LONGEST, OurLines, printable, shown_value
from planforge.words import Words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kế hoạch số 1", "Kế hoạch số 1"),
        ("a\nb\r\nc\u2028d\te", "a b c d e"),
        ("a\x1b[31mb\x9b", "a[U+001B][31mb[U+009B]"),
        ("thi\u200b đua\u202e", "thi[U+200B] đua[U+202E]"),
        ("một\u00a0hai", "một hai"),
        ("a\udcffb", "a\\xffb"),
        ("x" * (LONGEST + 1), "x" * LONGEST + "…"),
    ],
)
def test_text_becomes_one_printable_line(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert shown.isprintable()


def test_numbers_and_our_own_lines_stay() -> None:
    assert shown_value(3) == 3
    assert shown_value(Path("a\nb")) == "a b"
    assert printable(OurLines("a\nb")) == "a\nb"


@pytest.mark.parametrize("text", ["{", "}", "{0}", "{a.b}", "{a[0]}", "{x:999999999999}", "{{}}"])
def test_brackets_of_a_text_are_no_places_for_values(text: str) -> None:
    quoted = Words(f"viết “{text}”", f"is written “{text}”")
    assert Words("{found}", "{found}").in_language("en", {"found": quoted}) == f"is written “{text}”"
    assert Words("{found}", "{found}").in_language("vi", {"found": text}) == text
    assert quoted.in_language("en") == f"is written “{text}”"


def test_messages_show_printable_values() -> None:
    assert "\x1b" not in message("file.empty", "en", {"path": "a\x1b.docx"})
