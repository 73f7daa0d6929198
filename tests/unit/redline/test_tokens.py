"""How text is cut into words, blanks and signs."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.redline.tokens import bag_of, shared, tokens_of, without_label, word_count


@given(st.text())
def test_the_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens_of(text)) == text


def test_words_blanks_and_signs_are_tokens() -> None:
    assert tokens_of("Số 84/QĐ-BTP,  ngày") == ["Số", " ", "84", "/", "QĐ", "-", "BTP", ",", "  ", "ngày"]


def test_letters_written_apart_from_their_marks_stay_one_word() -> None:
    assert len(tokens_of(normalize("NFD", "thưởng"))) == 1


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("III. GIẢI PHÁP", "GIẢI PHÁP"),
        ("2.1. Tổ chức", "Tổ chức"),
        ("a) Nội dung", "Nội dung"),
        ("- Kịp  thời", "Kịp thời"),
        ("1) Việc", "Việc"),
        ("Điều 3. Tổ chức thực hiện", "Tổ chức thực hiện"),
        ("CHƯƠNG II\nĐIỀU KHOẢN THI HÀNH", "ĐIỀU KHOẢN THI HÀNH"),
        ("Điều lệ mới", "Điều lệ mới"),
        ("2023 là năm", "2023 là năm"),
        ("Lưu: VT", "Lưu: VT"),
    ],
)
def test_the_label_of_an_item_is_no_part_of_it(text: str, rest: str) -> None:
    assert without_label(text) == rest


def test_words_in_two_normal_forms_are_the_same_words() -> None:
    one, other = bag_of("1. Khen thưởng"), bag_of(normalize("NFD", "2. Khen thưởng"))
    assert one == other
    assert shared(one, other) == 2


def test_only_words_are_counted() -> None:
    assert word_count("Một, hai – 30/6.") == 4
