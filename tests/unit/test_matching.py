"""Entries of lists are found again by what they are, never by their place alone: for the review and for the merge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.matching import NAMING, Entry, Pairing, Rank, content, first_name, moved, names_of
from planforge.review.facts.records import list_entry, paired
from planforge.review.facts.shapes import Kind, RecordShape, Shape
from planforge.versioning.pairs import pair_additions, pair_items
from planforge.versioning.tree import Fact
from planforge.words import NOTHING

RECORDS = st.lists(
    st.fixed_dictionaries({}, optional={field: st.sampled_from("ab") for field in ("id", "unit", "title", "date")}),
    max_size=6,
)
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


def test_no_field_names_records_twice() -> None:
    fields = [field for names in NAMING.values() for name in names for field in name.split()]
    assert len(fields) == len(set(fields))


def test_what_a_record_is_about_names_it_before_what_it_is_called() -> None:
    record = {"date": "2030-01-01", "title": "Phong trào", "movement": "nep_song", "note": "x"}
    assert [(name.rank, name.value) for name in names_of(record) if name] == [
        (Rank.ABOUT, "nep_song"),
        (Rank.CALLED, "Phong trào"),
        (Rank.SAID, "2030-01-01"),
    ]


def test_who_approved_which_document_names_an_approval_and_nothing_else_does() -> None:
    approval = {"document": "plan", "by": "Người Ví Dụ", "date": "2030-01-01", "unit": "don_vi_a"}
    assert [(name.rank, name.value) for name in names_of(approval) if name] == [(Rank.WHOLE, "plan, Người Ví Dụ")]
    assert first_name({"by": "Người Ví Dụ", "task": "Báo cáo"}) == (Rank.CALLED, "task", "Báo cáo")


@pytest.mark.parametrize(
    "nothing", [None, "một", 5, [], {}, {"unit": None}, {"unit": " "}, {"unit": ["a"]}, {"x": "y"}]
)
def test_what_has_no_name_has_none(nothing: object) -> None:
    assert first_name(nothing) is None


def test_of_equal_entries_those_that_kept_their_order_are_paired() -> None:
    pairs = paired(entries("a", "b", "a"), entries("b", "a"))
    assert pairs == [(1, 0), (2, 1)]


def test_long_lists_in_another_order_are_paired_in_little_time() -> None:
    texts = [f"a{n}" for n in range(2000)]
    assert len(paired(entries(*texts), entries(*texts[::-1]))) == 2000


EDITED = "tổ chức hội nghị tổng kết năm", "tổ chức hội nghị tổng kết cuối năm"


def test_a_merge_takes_no_edited_line_for_another_that_stands_elsewhere() -> None:
    old, new = ("a", EDITED[0], "b", "c"), ("a", "b", "c", EDITED[1])
    assert (1, 3) in paired(entries(*old), entries(*new))
    assert pair_items(*map(facts, (old, new))) == {0: 0, 2: 1, 3: 2}
    assert pair_items(*map(facts, (old, ("a", EDITED[1], "c", "b")))) == {0: 0, 1: 1, 2: 3, 3: 2}


def test_a_merge_goes_by_the_weightiest_name_alone() -> None:
    old = {"unit": "don_vi_a", "date": "2030-01-01", "amount": "1"}
    new = {"unit": "don_vi_b", "date": "2030-01-01", "amount": "2"}
    shape = Shape(Kind.RECORD, record=RecordShape("Contribution", NOTHING))
    assert paired([list_entry(shape, old)], [list_entry(shape, new)]) == [(0, 0)]
    assert pair_items([fields(old)], [fields(new)]) == {}


def test_another_id_is_another_record_for_a_merge_and_a_new_id_for_a_review() -> None:
    old, new = {"id": "a", "note": "một hai ba"}, {"id": "b", "note": "một hai ba bốn"}
    shape = Shape(Kind.RECORD, record=RecordShape("Ví dụ", NOTHING))
    assert paired([list_entry(shape, old)], [list_entry(shape, new)]) == [(0, 0)]
    assert pair_items([fields(old)], [fields(new)]) == {}


def test_new_records_of_two_people_are_one_where_they_are_called_alike_and_not_for_a_date() -> None:
    ours, theirs = {"title": "Một", "text": "x"}, {"title": "Một", "text": "y"}
    assert pair_additions([fields(ours)], [fields(theirs)]) == {0: 0}
    ours, theirs = {"date": "2030-01-01", "text": "x"}, {"date": "2030-01-01", "text": "y"}
    assert pair_additions([fields(ours)], [fields(theirs)]) == {}


@given(RECORDS, RECORDS)
def test_a_record_is_never_paired_twice_nor_by_likeness_with_one_of_another_identity(
    old: list[dict[str, str]], new: list[dict[str, str]]
) -> None:
    sides = [[Entry(content(one), (), tuple(one.values()), first_name(one)) for one in side] for side in (old, new)]
    pairing = Pairing(*sides)
    pairing.equal()
    pairing.alike(anywhere=True)
    pairing.replaced()
    assert len({b for _, b in pairing.pairs}) == len(pairing.pairs)
    for a, b in pairing.pairs:
        names = first_name(old[a]), first_name(new[b])
        assert names[0] == names[1] or None in names


@given(RECORDS, RECORDS)
def test_a_merge_pairs_no_record_twice(old: list[dict[str, str]], new: list[dict[str, str]]) -> None:
    pairs = pair_items([fields(one) for one in old], [fields(one) for one in new])
    assert len(set(pairs.values())) == len(pairs)
    assert pair_items([fields(one) for one in old], [fields(one) for one in old]) == {at: at for at in range(len(old))}


def facts(texts: Sequence[str]) -> list[Fact]:
    return [Fact("str", text) for text in texts]


def fields(record: Mapping[str, str]) -> dict[str, Fact]:
    return {name: Fact("str", text) for name, text in record.items()}
