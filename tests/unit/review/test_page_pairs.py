"""Pages are paired by what they have in common, and text that only moved to another page is no change."""

from __future__ import annotations

from planforge.review.page_pairs import PagePair, pair_pages


def pages(*texts: str) -> list[list[str]]:
    return [text.split() for text in texts]


def shown(pairs: list[PagePair]) -> list[tuple[int | None, int | None, tuple[int, ...], tuple[int, ...]]]:
    return [(pair.old, pair.new, pair.removed, pair.added) for pair in pairs]


def test_equal_files_have_nothing_changed() -> None:
    text = pages("một hai ba", "bốn năm sáu", "")
    found = pair_pages(text, text)
    assert shown(found) == [(0, 0, (), ()), (1, 1, (), ()), (2, 2, (), ())]
    assert all(pair.same_words and not pair.changed for pair in found)


def test_a_changed_word_is_found_on_its_page_alone() -> None:
    found = pair_pages(pages("một hai ba", "bốn năm sáu"), pages("một hai ba", "bốn lăm sáu"))
    assert shown(found) == [(0, 0, (), ()), (1, 1, (1,), (1,))]
    assert found[1].kept == ((0, 0), (2, 2))
    assert [pair.changed for pair in found] == [False, True]


def test_text_pushed_to_the_next_page_is_not_changed() -> None:
    found = pair_pages(pages("a b c d", "e f g h", "i k"), pages("a X b c", "d e f g", "h i k"))
    assert shown(found) == [(0, 0, (), (1,)), (1, 1, (), ()), (2, 2, (), ())]
    assert [pair.same_words for pair in found] == [False, False, False]


def test_a_new_page_between_stands_alone_and_the_others_stay_paired() -> None:
    found = pair_pages(pages("a b c", "d e f"), pages("a b c", "x y z", "d e f"))
    assert shown(found) == [(0, 0, (), ()), (1, 1, (), (0, 1, 2)), (1, 2, (), ())]


def test_a_page_that_is_gone_is_shown() -> None:
    found = pair_pages(pages("a b c", "x y z", "d e f"), pages("a b c", "d e f"))
    assert (1, None, (0, 1, 2), ()) in shown(found)
    assert next(pair for pair in found if pair.old == 1).changed


def test_two_pages_that_become_one_are_both_there() -> None:
    found = pair_pages(pages("a b", "c d e"), pages("a b c d e"))
    assert shown(found) == [(0, 0, (), ()), (1, 0, (), ())]


def test_every_page_stands_in_a_pair_even_where_a_side_is_empty() -> None:
    assert shown(pair_pages([], pages("a", ""))) == [(None, 0, (), (0,)), (None, 1, (), ())]
    assert shown(pair_pages(pages("a", ""), [])) == [(0, None, (0,), ()), (1, None, (), ())]
    assert all(pair.changed for pair in pair_pages([], pages("a", "")))


def test_pages_without_words_go_by_their_number() -> None:
    assert shown(pair_pages(pages("", ""), pages("", ""))) == [(0, 0, (), ()), (1, 1, (), ())]
