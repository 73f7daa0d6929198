"""YAML as the author wrote it: kinds, places, and what is done to the text."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.diagnostics import Span
from planforge.source import SourceFile, Text, decode, parse


def read(text: str) -> SourceFile:
    checked = parse("a.yaml", text.encode())
    assert checked.value is not None, checked.diagnostics
    assert not checked.diagnostics
    return checked.value


def codes(raw: bytes) -> list[str]:
    return [finding.code for finding in parse("a.yaml", raw).diagnostics]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("1.10", "float"),
        ("12", "int"),
        ("no", "bool"),
        ("2030-01-15", "timestamp"),
        ("không", "str"),
        ("y", "str"),
        ("1.10.2", "str"),
        ('"1.10"', "str"),
        ("'no'", "str"),
    ],
)
def test_a_scalar_keeps_its_letters_and_knows_what_yaml_takes_it_for(written: str, kind: str) -> None:
    value = read(f"key: {written}\n").data["key"]
    assert (str(value), value.kind) == (written.strip("\"'"), kind)


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(written: str) -> None:
    assert read(f"key: {written}\n").data == {"key": None}


@pytest.mark.parametrize("written", ['""', "''", '"null"', "'~'"])
def test_a_quoted_nothing_is_a_text(written: str) -> None:
    assert read(f"key: {written}\n").data["key"] == written[1:-1]


def test_texts_and_keys_are_composed() -> None:
    source = read("khóa: tổ chức\n".replace("ó", "o\u0301").replace("ổ", "o\u0302\u0309"))
    assert source.data == {"khóa": "tổ chức"}
    assert len(next(iter(source.data))) == 4


def test_every_value_knows_its_address_and_its_place() -> None:
    source = read("a:\n  - b: một\n    c:\n      - hai ba\n")
    value = source.data["a"][0]["c"][0]
    assert value.origin.path == "a.yaml"
    assert value.origin.route == ("a", 0, "c", 0)
    assert value.origin.span == Span("a.yaml", 4, 9, 4, 15)
    assert source.span(("a", 0, "b")) == Span("a.yaml", 2, 8, 2, 11)
    assert source.span(("a", 0, "b"), of_key=True) == Span("a.yaml", 2, 5, 2, 6)


def test_a_route_that_leads_nowhere_gives_the_nearest_place() -> None:
    source = read("a:\n  - b: một\n")
    assert source.span(("a", 0, "x", 3)).line == 2
    assert source.span(("x",)).line == 1


def test_places_are_counted_in_characters_after_a_byte_order_mark_and_other_line_ends() -> None:
    checked = parse("a.yaml", "\ufeffđơn vị: 1\r\nnăm: 2\r".encode())
    assert checked.value is not None
    assert checked.value.data["năm"].origin.span == Span("a.yaml", 2, 6, 2, 7)


@pytest.mark.parametrize("line_end", ["\u0085", "\u2028", "\u2029"])
def test_odd_line_ends_inside_a_text_do_not_move_the_lines_below(line_end: str) -> None:
    checked = parse("a.yaml", f'a: "một{line_end}hai"\nb: ba\n'.encode())
    if checked.value is None:
        assert checked.diagnostics
    else:
        assert checked.value.data["b"].origin.span.line == 2


def test_upper_case_keeps_the_origin_and_slices_do_not() -> None:
    value = read("a: đoàn kết\n").data["a"]
    assert value.upper() == "ĐOÀN KẾT"
    assert value.upper().origin == value.origin
    assert not isinstance(value[:4], Text)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"a: [1, 2", "yaml.syntax"),
        (b"a: b\n\xff", "yaml.not_utf8"),
        (b"? [a]\n: b\n", "yaml.odd_key"),
        (b"<<: {a: 1}\n", "yaml.odd_key"),
        (b"a: &x [1]\nb: *x\n", "yaml.alias"),
        (b"a: b\na: c\n", "yaml.duplicate_key"),
        (b"a: &x [*x]\n", "yaml.alias"),
    ],
)
def test_what_would_be_lost_is_refused(raw: bytes, code: str) -> None:
    assert codes(raw) == [code]


def test_keys_that_differ_only_in_composition_are_the_same_key() -> None:
    assert codes("tổ: 1\nto\u0302\u0309: 2\n".encode()) == ["yaml.duplicate_key"]


@pytest.mark.parametrize("opening", ["- ", "[", "{b: "])
@pytest.mark.parametrize("depth", [10, 600, 5000])
def test_a_file_nested_too_deeply_is_a_finding(opening: str, depth: int) -> None:
    closing = {"[": "]", "{b: ": "}"}.get(opening, "")
    text = f"a:\n  {opening * depth}c{closing * depth}\n"
    assert bool(parse("a.yaml", text.encode()).diagnostics) == (depth > 10)


def test_every_forbidden_character_is_told_with_its_place() -> None:
    checked = decode("a.yaml", "a: \ue000\nb: \x07\ufffe".encode())
    found = [(finding.values["code"], str(finding.span)) for finding in checked.diagnostics]
    assert found == [("U+E000", "a.yaml:1:4"), ("U+0007", "a.yaml:2:4"), ("U+FFFE", "a.yaml:2:5")]


@pytest.mark.parametrize("character", ["\t", "\u00a0", "\u200b", "\u2011", "Ỹ", "😀"])
def test_other_characters_are_allowed(character: str) -> None:
    assert decode("a.yaml", f"a: x{character}y".encode()).diagnostics == ()


def test_mappings_and_lists_are_plain() -> None:
    data: Any = read("a: {b: c}\nd: [e]\n").data
    assert data == {"a": {"b": "c"}, "d": ["e"]}
    assert type(data["a"]) is dict
    assert type(data["d"]) is list
