"""Corrections in data files: they change one value and nothing else, and can be written twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.fixing import fix_files, fixed_file
from planforge.rule import Edit

PATH = "data/mau/2030/plan.yaml"


def edit(text: str, old: str, new: str, quote: str = "") -> Edit:
    start = text.index(old)
    return Edit(PATH, start, start + len(old), new, quote)


@pytest.mark.parametrize(
    ("text", "old", "new", "quote", "after"),
    [
        ("a: của của # chú thích\n", "của của", "của", "", "a: của # chú thích\n"),
        ('a: "nói \\"x\\""\n', "nói", 'nói "', '"', 'a: "nói \\" \\"x\\""\n'),
        ("a: 'nói x'\n", "nói", "nói '", "'", "a: 'nói '' x'\n"),
        ("a: >-\n  của\n  của Quỹ\nb: 1\n", "của\n  của", "của", "", "a: >-\n  của Quỹ\nb: 1\n"),
    ],
)
def test_an_edit_is_written_as_the_value_is_quoted(text: str, old: str, new: str, quote: str, after: str) -> None:
    assert fixed_file(PATH, text.encode(), [edit(text, old, new, quote)]).decode() == after


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("a: một hai\nb: 1\n", "một", "một: hai"),
        ("a: một hai\nb: 1\n", "hai\nb", "hai"),
        ("a: một hai\n", "một", "một #"),
        ("a: một\nb: hai\n", "một\nb: hai", "một\nb: ba"),
        ("a: một # hai\n", "hai", "ba"),
        ("a: một\n", "một", "*một"),
    ],
)
def test_what_would_change_more_than_a_value_is_left(text: str, old: str, new: str) -> None:
    assert fixed_file(PATH, text.encode(), [edit(text, old, new)]) == text.encode()


def test_overlapping_edits_are_not_both_written() -> None:
    text = "a: của của của\n"
    edits = [Edit(PATH, 3, 10, "của"), Edit(PATH, 7, 14, "của")]
    assert fixed_file(PATH, text.encode(), edits).decode() == "a: của của\n"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends_and_the_mark_at_the_start_stay(end: str) -> None:
    text = "a: của của\nb: 1\n"
    raw = b"\xef\xbb\xbf" + text.replace("\n", end).encode()
    after = fixed_file(PATH, raw, [edit(text, "của của", "của")])
    assert after == b"\xef\xbb\xbf" + f"a: của{end}b: 1{end}".encode()


def test_only_data_of_the_workspace_is_written(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("a: của của\n", encoding="utf-8")
    root = tmp_path / "root"
    (root / "data").mkdir(parents=True)
    (root / "templates").mkdir()
    (root / "data" / "link.yaml").symlink_to(outside)
    (root / "templates" / "a.yaml").write_text("a: của của\n", encoding="utf-8")
    (root / "data" / "own.yaml").write_text("a: của của\n", encoding="utf-8")
    edits = [Edit(name, 3, 10, "của") for name in ("data/link.yaml", "data/own.yaml", "templates/a.yaml")]
    read = {edit.path: (root / edit.path).read_bytes() for edit in edits}
    assert fix_files(root, edits, {**read, "data/own.yaml": b"a: ba\n"}) == []
    assert fix_files(root, edits, read) == ["data/own.yaml"]
    assert outside.read_text(encoding="utf-8") == "a: của của\n"
    assert sorted(path.name for path in (root / "data").iterdir()) == ["link.yaml", "own.yaml"]
    assert fix_files(root, [], {}) == []
