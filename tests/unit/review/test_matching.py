"""Entries of lists are found again by what they are, never by their place alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.review.facts.matching import Entry, content, moved, paired

TEXTS = st.lists(st.sampled_from("abcdef"), max_size=8)


def entries(*texts: str) -> list[Entry]:
    return [Entry(text, words=tuple(text.split())) for text in texts]


def test_an_entry_put_in_front_moves_none_of_the_others() -> None:
    pairs = paired(entries("một", "hai"), entries("mới", "một", "hai"))
    assert pairs == [(0, 1), (1, 2)]
    assert moved(pairs) == set()


def test_of_entries_out_of_order_as_few_as_possible_have_moved() -> None:
    pairs = paired(entries("a", "b", "c", "d"), entries("d", "a", "b", "c"))
    assert moved(pairs) == {(3, 0)}


def test_an_edited_entry_is_found_by_its_words() -> None:
    old = entries("báo cáo kết quả hằng quý", "tổ chức hội nghị tổng kết năm")
    new = entries("tổ chức hội nghị tổng kết cuối năm", "gửi thư mời", "báo cáo kết quả hằng tháng")
    assert paired(old, new) == [(0, 2), (1, 0)]


def test_an_entry_put_in_other_words_between_the_same_neighbours_is_that_entry() -> None:
    assert paired(entries("a", "x y", "b"), entries("a", "z", "b")) == [(0, 0), (1, 1), (2, 2)]
    assert paired(entries("a", "x y", "b"), entries("a", "b", "z")) == [(0, 0), (2, 1)]


def test_records_of_two_units_are_never_one() -> None:
    old = [Entry("a", ("truong_mot",), ("10", "phiếu"), "truong_mot")]
    new = [Entry("b", ("truong_hai",), ("10", "phiếu"), "truong_hai")]
    assert paired(old, new) == []


def test_a_key_that_stands_twice_identifies_nothing() -> None:
    old = [Entry("a", ("k",)), Entry("b", ("k",))]
    assert paired(old, [Entry("c", ("k",)), Entry("d", ("k",))]) == []


def test_long_lists_that_share_nothing_take_no_time() -> None:
    old, new = entries(*(f"a{n}" for n in range(3000))), entries(*(f"b{n}" for n in range(3000)))
    assert paired(old, new) == []


@given(TEXTS, TEXTS)
def test_no_entry_is_two_and_what_is_not_moved_keeps_its_order(old: list[str], new: list[str]) -> None:
    pairs = paired(entries(*old), entries(*new))
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    kept = [b for pair in pairs if pair not in moved(pairs) for b in pair[1:]]
    assert kept == sorted(kept)


@given(TEXTS)
def test_a_list_is_itself(texts: list[str]) -> None:
    pairs = paired(entries(*texts), entries(*texts))
    assert pairs == [(index, index) for index in range(len(texts))]


def test_blanks_and_the_order_of_keys_say_nothing() -> None:
    assert content({"a": "x  y\n", "b": [], "c": None}) == content({"c": None, "a": "x y"})
    assert content(["a", "b"]) != content(["b", "a"])
