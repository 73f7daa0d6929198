"""Where the caret stands under a line, whatever the line holds."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import click
import pytest

from planforge.cli.report import MOST_ALIKE, described, report
from planforge.diagnostics import Diagnostic, Excerpt, Severity, Span

CODE = "yaml.empty"


def columns(text: str) -> int:
    """The columns a terminal gives to a text."""
    wide = {"W": 2, "F": 2}
    return sum(0 if unicodedata.combining(sign) else wide.get(unicodedata.east_asian_width(sign), 1) for sign in text)


def excerpt(tmp_path: Path, text: str, span: Span) -> tuple[str, str]:
    """The shown line and the line of carets, without their margin."""
    (tmp_path / "a.yaml").write_bytes(text.encode())
    lines = click.unstyle(described(Diagnostic(CODE, span), tmp_path, "en")).split("\n")
    shown, carets = lines[1:3]
    margin = f"  {span.line} | "
    assert shown.startswith(margin)
    assert carets.startswith(" " * (len(margin) - 2) + "| ")
    return shown[len(margin) :], carets[len(margin) :]


def marked(tmp_path: Path, line: str, word: str) -> tuple[int, int]:
    """From which column to which the carets stand under a word of a line."""
    start = line.index(word) + 1
    shown, carets = excerpt(tmp_path, f"x: y\n{line}\n", Span("a.yaml", 2, start, 2, start + len(word)))
    assert word in shown
    return len(carets) - len(carets.lstrip()), len(carets)


@pytest.mark.parametrize(
    "line",
    [
        "name: [x]",
        "Tổ chức: [x]",
        unicodedata.normalize("NFD", "Tổ chức của đơn vị: [x]"),
        "字字: [x]",
        "\ta: [x]",
        "a\u00a0b: [x]",
    ],
)
def test_the_caret_stands_under_its_word(line: str, tmp_path: Path) -> None:
    before = columns(line[: line.index("[x]")].replace("\t", " "))
    assert marked(tmp_path, line, "[x]") == (before, before + 3)


@pytest.mark.parametrize("word", ["tổ chức", unicodedata.normalize("NFD", "tổ chức"), "字字"])
def test_the_carets_are_as_wide_as_the_word(word: str, tmp_path: Path) -> None:
    assert marked(tmp_path, f"a: {word}", word) == (3, 3 + columns(word))


@pytest.mark.parametrize("position", [0, 40, 90, 100, 300, 995])
def test_a_long_line_is_cut_around_the_caret(position: int, tmp_path: Path) -> None:
    line = "a" * position + "WORD" + "b" * (995 - position)
    shown, carets = excerpt(tmp_path, f"{line}\n", Span("a.yaml", 1, position + 1, 1, position + 5))
    start = len(carets) - len(carets.lstrip())
    assert shown[start : start + 4] == "WORD"
    assert carets.strip() == "^^^^"
    assert len(shown) <= 102
    assert ("…" in shown) == (len(line) > 100)
    assert shown.startswith("…") == ("a" * position not in shown or position > 100)


def test_the_carets_under_a_long_value_end_with_the_shown_line(tmp_path: Path) -> None:
    shown, carets = excerpt(tmp_path, "a: " + "b" * 500 + "\n", Span("a.yaml", 1, 4, 1, 504))
    assert len(carets) <= len(shown)


def test_a_value_over_several_lines_is_marked_to_the_end_of_its_first(tmp_path: Path) -> None:
    text = "a: >-\n  một hai\n  ba\n"
    assert excerpt(tmp_path, text, Span("a.yaml", 1, 4, 3, 5)) == ("a: >-", "   ^^")
    assert excerpt(tmp_path, text, Span("a.yaml", 2, 3, 3, 5)) == ("  một hai", "  ^^^^^^^")


@pytest.mark.parametrize("text", ["a: b\r\nc: d\r\n", "a: b\rc: d\r", "\ufeffa: b\nc: d\n"])
def test_line_ends_and_byte_order_marks_are_not_shown(text: str, tmp_path: Path) -> None:
    assert excerpt(tmp_path, text, Span("a.yaml", 2, 4, 2, 5)) == ("c: d", "   ^")


def test_a_control_character_does_not_reach_the_terminal(tmp_path: Path) -> None:
    shown, carets = excerpt(tmp_path, "a: \x1b[31mb\n", Span("a.yaml", 1, 4, 1, 5))
    assert (shown, carets) == ("a:  [31mb", "   ^")


@pytest.mark.parametrize("span", [Span("b.yaml", 1, 1, 1, 2), Span("a.yaml", 9, 1, 9, 2)])
def test_a_place_that_is_not_there_shows_no_line(span: Span, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n", encoding="utf-8")
    assert " | " not in described(Diagnostic(CODE, span), tmp_path, "en")


def test_a_finding_without_a_place_is_told_without_one(tmp_path: Path) -> None:
    first = click.unstyle(described(Diagnostic(CODE), tmp_path, "en")).split("\n")[0]
    assert first.startswith("error: ")


@pytest.mark.parametrize(("severity", "word"), [(Severity.WARNING, "warning"), (Severity.NOTE, "note")])
def test_the_severity_is_named(severity: Severity, word: str, tmp_path: Path) -> None:
    assert f"{word}: " in click.unstyle(described(Diagnostic(CODE, severity=severity), tmp_path, "en"))


def test_of_many_findings_alike_in_a_finished_file_the_first_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    many = [Diagnostic(CODE, Span("a.docx", line, 1), excerpt=Excerpt("x", 0, 1)) for line in range(1, 5001)]
    report(many, None, "en", err=False)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 6 * MOST_ALIKE
    assert lines[-1].startswith(f"a.docx: {5000 - MOST_ALIKE} more")


@pytest.mark.parametrize("count", [1, 200])
def test_findings_in_the_data_are_shown_one_by_one(
    count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report([Diagnostic(CODE, Span("a.yaml", line, 1)) for line in range(count)], tmp_path, "en", err=False)
    told = capsys.readouterr().out
    assert (told.count("a.yaml"), "more like" in told) == (count, False)


def test_names_of_files_steer_no_terminal(tmp_path: Path) -> None:
    told = click.unstyle(described(Diagnostic(CODE, Span("a\x1b[31m\n\udcff.yaml", 1, 1)), tmp_path, "en"))
    assert told.split("\n")[0].startswith("a[U+001B][31m \\xff.yaml:1:1: ")
