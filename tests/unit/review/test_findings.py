"""Findings that came and went are told apart by what they say, not by where they stand."""

from __future__ import annotations

from planforge.diagnostics import Diagnostic, Span
from planforge.review.findings import new_and_gone


def finding(code: str, line: int, path: str = "data/a.yaml", **values: object) -> Diagnostic:
    return Diagnostic(code, Span(path, line), values)


def test_a_finding_that_moved_is_neither_new_nor_gone() -> None:
    assert new_and_gone([finding("PF301", 3, word="x")], [finding("PF301", 9, word="x")]) == ((), ())


def test_a_second_one_of_the_same_words_is_new() -> None:
    new, gone = new_and_gone([finding("PF301", 3)], [finding("PF301", 3), finding("PF301", 7)])
    assert ([one.span.line for one in new if one.span], gone) == ([7], ())


def test_other_words_another_rule_or_another_file_are_new_and_the_old_gone() -> None:
    old = [finding("PF301", 1, word="x"), finding("PF302", 1), finding("PF303", 1)]
    new = [finding("PF301", 1, word="y"), finding("PF304", 1), finding("PF303", 1, "data/b.yaml")]
    assert new_and_gone(old, new) == (tuple(new), tuple(old))


def test_the_line_that_a_finding_names_does_not_count() -> None:
    assert new_and_gone([finding("yaml.duplicate_key", 9, first=3)], [finding("yaml.duplicate_key", 12, first=6)]) == (
        (),
        (),
    )
