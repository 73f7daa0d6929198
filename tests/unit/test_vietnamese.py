"""Number words and lists."""

from __future__ import annotations

import pytest

from planforge import vietnamese


def test_small_counts_are_words_and_large_ones_figures() -> None:
    words = "không một hai ba bốn năm sáu bảy tám chín mười 11 12"
    assert [vietnamese.count_word(number) for number in range(13)] == words.split()


def test_the_first_and_the_fourth_rank_have_words_of_their_own() -> None:
    ranks = [vietnamese.ordinal(number) for number in range(1, 13)]
    words = "nhất hai ba tư năm sáu bảy tám chín mười 11 12"
    assert ranks == [f"thứ {word}" for word in words.split()]


@pytest.mark.parametrize(("number", "written"), [(0, "00"), (4, "04"), (13, "13"), (104, "104")])
def test_counts_in_figures_have_two_of_them(number: int, written: str) -> None:
    assert vietnamese.padded(number) == written


@pytest.mark.parametrize(
    ("parts", "written"),
    [([], ""), (["A"], "A"), (["A", "B"], "A và B"), (["A", "B", "C"], "A, B và C"), (["A"] * 4, "A, A, A và A")],
)
def test_the_last_of_a_list_is_joined_with_a_word(parts: list[str], written: str) -> None:
    assert vietnamese.joined(parts) == written
