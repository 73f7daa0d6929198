"""Silenced findings: where a comment reaches, what the settings say, and what is wrong with a silence itself."""

from __future__ import annotations

import pytest

from planforge.diagnostics import Diagnostic, Excerpt, Severity, Span
from planforge.model.lint_settings import LintSettings, Silence
from planforge.silence import Silences, comment_silences
from planforge.source import Text

TEXT = """\
purposes:
  # planforge: bỏ qua PF321: tên riêng lặp lại
  - >-
    Một
    hai
  - ba
theme: bốn # planforge: ignore PF321 - a name
"""
PATH = "data/mau/2030/plan.yaml"


def found(line: int, code: str = "PF321", path: str = PATH) -> Diagnostic:
    return Diagnostic(code, Span(path, line, 1, line, 2), {"found": "của của"})


def silences(text: str = TEXT, **settings: object) -> Silences:
    return Silences(LintSettings.model_validate(settings), tuple(comment_silences(PATH, text)))


@pytest.mark.parametrize(("line", "silenced"), [(1, False), (3, True), (4, True), (5, True), (6, False), (7, True)])
def test_a_comment_reaches_as_far_as_its_entry(line: int, silenced: bool) -> None:
    assert len(list(silences().applied([found(line)]))) == (0 if silenced else 1)


def test_a_comment_is_for_its_rule_and_file_alone() -> None:
    assert list(silences().applied([found(4, "PF322"), found(4, path="data/other.yaml")]))


def test_a_template_has_comments_of_its_own() -> None:
    [silence] = comment_silences("a.j2", "{#- planforge: ignore PF321: a name -#}\nMột\n")
    assert (silence.rule, silence.reason, silence.first, silence.last) == ("PF321", "a name", 2, 2)


def test_a_silence_that_is_not_used_or_has_no_reason_is_a_finding() -> None:
    once = silences("a: một # planforge: bỏ qua PF321\nb: hai # planforge: bỏ qua PF322: đúng\n")
    assert not list(once.applied([found(1)]))
    assert [(one.code, one.span and one.span.line, one.severity) for one in once.unused()] == [
        ("silence.no_reason", 1, Severity.ERROR),
        ("silence.unused", 2, Severity.WARNING),
    ]


def test_a_rule_that_is_not_there_cannot_be_silenced() -> None:
    once = silences("a: một # planforge: bỏ qua PF999: đúng\n", severities={Text("PF998"): Text("note")})
    assert {one.values["rule"] for one in once.unknown({"PF321"})} == {"PF999", "PF998"}


def test_settings_change_severities_or_ignore_a_rule() -> None:
    once = silences("", severities={Text("PF321"): Text("note"), Text("PF322"): Text("ignore")})
    [kept] = once.applied([found(1), found(2, "PF322")])
    assert kept.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("silence", "silenced"),
    [
        ({"rule": "PF703"}, True),
        ({"rule": "PF703", "path": "build/ii/2023/plan.*"}, True),
        ({"rule": "PF703", "path": "build/ii/2023/plan.pdf"}, False),
        ({"rule": "PF703", "words": "PHỤ TRÁCH"}, True),
        ({"rule": "PF703", "words": "THƯỜNG TRỰC"}, False),
        ({"rule": "PF704"}, False),
    ],
)
def test_settings_silence_a_finding_by_path_and_words(silence: dict[str, str], silenced: bool) -> None:
    values = {name: Text(value) for name, value in {**silence, "reason": "đã ký"}.items()}
    once = Silences(LintSettings(silenced=[Silence.model_validate(values)]))
    one = Diagnostic(
        "PF703", Span("build/ii/2023/plan.docx", 90), {}, excerpt=Excerpt("PHÓ TỔNG BIÊN TẬP PHỤ TRÁCH", 0, 3)
    )
    assert len(list(once.applied([one]))) == (0 if silenced else 1)
