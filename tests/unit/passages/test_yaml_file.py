"""Texts of YAML as passages: the words are the value's, and each character knows where it is written."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planforge.corpus import REFERENCE, Passage, Voice
from planforge.model.fields import Prose
from planforge.passages.yaml_file import texts_by_file, yaml_passages
from planforge.source import SourceFile, Text, parse

WORDS = st.text(st.sampled_from("abừơđĐ “”‘’\"'\\:#-,.;!?%&*[]{}|>\n\té\u0301 "), min_size=1, max_size=60)


def source_of(text: str) -> SourceFile:
    parsed = parse("data/mau/2030/plan.yaml", text.encode())
    assert parsed.value is not None, parsed.diagnostics
    return parsed.value


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a file whose values are all running text."""
    source = source_of(text)
    values = [Prose(value, value.origin) for value in leaves(source.data)]
    return yaml_passages(source, texts_by_file(values).get(source.path, ()))


def leaves(value: object) -> list[Text]:
    if isinstance(value, dict):
        return [leaf for entry in value.values() for leaf in leaves(entry)]
    if isinstance(value, list):
        return [leaf for entry in value for leaf in leaves(entry)]
    return [value] if isinstance(value, Text) else []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: một hai", "một hai"),
        ("a: 'ông ''hai'''", "ông 'hai'"),
        ('a: "ông \\"hai\\" \\u0111"', 'ông "hai" đ'),
        ("a: >-\n  một\n  hai\n", "một hai"),
        ("a: |\n  một\n  hai\n", "một\nhai\n"),
        ("a: một\n  hai", "một hai"),
        ("a: năm {{ year }} đến {{ next_year }}", f"năm {REFERENCE} đến {REFERENCE}"),
        ("a: chủ đề **“Đoàn kết”**", "chủ đề “Đoàn kết”"),
    ],
)
def test_the_words_are_those_of_the_value(text: str, words: str) -> None:
    [passage] = passages(text)
    assert passage.text == words
    assert passage.voice is Voice.PROSE
    assert passage.field == "a"


def test_a_finding_points_at_its_characters_in_a_folded_value() -> None:
    text = "a:\n  - b: >-\n      Phong trào thi đua của\n      của Cụm\n"
    [passage] = passages(text)
    start = passage.text.index("của của")
    finding = passage.finding(start, start + len("của của"), fix="của")
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (3, 26)
    assert (finding.span.end_line, finding.span.end_column) == (4, 10)
    assert finding.edit is not None
    assert text[finding.edit.start : finding.edit.end] == "của\n      của"


def test_a_name_is_not_running_text() -> None:
    source = source_of("a: Bộ Ví dụ")
    [passage] = yaml_passages(source, texts_by_file(leaves(source.data))[source.path])
    assert passage.voice is Voice.NAME


def test_values_come_in_the_order_of_the_file_and_once() -> None:
    source = source_of("a: một\nb:\n  - hai\n  - ba\n")
    values = leaves(source.data)
    found = yaml_passages(source, texts_by_file([*reversed(values), *values])[source.path])
    assert [passage.text for passage in found] == ["một", "hai", "ba"]


@given(words=WORDS, style=st.sampled_from([None, '"', "'", ">", "|"]), width=st.integers(5, 40))
def test_every_character_is_where_it_says(words: str, style: str | None, width: int) -> None:
    value = unicodedata.normalize("NFC", words.strip().replace("\t", " ").replace("{", "(").replace("*", "+"))
    written = yaml.safe_dump({"a": value}, default_style=style, allow_unicode=True, width=width)
    parsed = parse("a.yaml", written.encode())
    if parsed.value is None or not isinstance(parsed.value.data.get("a"), Text) or not value:
        return
    text = parsed.value.data["a"]
    [passage] = yaml_passages(parsed.value, [Prose(text, text.origin)]) or [None]
    if passage is None:
        return
    assert passage.text == text
    assert passage.written is not None
    last = 0
    for index, character in enumerate(passage.text):
        start, end = passage.written(index, index + 1)
        assert last <= start <= end
        last = start
        if character.isalpha():
            assert character in unicodedata.normalize("NFC", written[start:end])
