"""Where two readings say other words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.review.differences import Difference, differences
from planforge.verify.reading import Paragraph, Reading, Sheet

LONG = "Các đơn vị trong Cụm phát động thi đua và kịp thời khen thưởng tập thể, cá nhân tiêu biểu trong năm"


def reading(*texts: str, margin: str = "") -> Reading:
    paragraphs = tuple(Paragraph(text, ordinal=number) for number, text in enumerate(texts, 1))
    return Reading(paragraphs, sheets=(Sheet(1, 1, header=(Paragraph(margin), Paragraph("2"))),))


def test_the_same_words_do_not_differ() -> None:
    assert differences(reading(LONG, "", "b  c"), reading(LONG, "b c", "")) == ()


def test_a_changed_word_stands_with_a_few_around_it() -> None:
    [found] = differences(reading("a", LONG), reading("a", LONG.replace("khen thưởng", "phê bình")))
    assert found == Difference(
        "… và kịp thời khen thưởng tập thể, cá …", "… và kịp thời phê bình tập thể, cá …", paragraph=2
    )


def test_a_paragraph_put_in_or_taken_out_is_told_where_it_stands() -> None:
    assert differences(reading("a", "c"), reading("a", "b", "c")) == (Difference("", "b", 2),)
    assert differences(reading("a", "b", "c"), reading("a", "c")) == (Difference("b", "", 1),)
    assert differences(reading("b", "c"), reading("c")) == (Difference("b", "", 0),)


def test_a_changed_paragraph_is_found_again_beside_a_new_one() -> None:
    changed = LONG.replace("tiêu biểu", "xuất sắc")
    found = differences(reading("a", LONG, "z"), reading("a", "Một đoạn hoàn toàn mới", changed, "z"))
    assert [bool(one.old) for one in found] == [False, True]
    assert found[1].paragraph == 3


def test_headers_count_and_numbers_of_pages_do_not() -> None:
    [found] = differences(reading("a"), reading("a", margin="Bản sao"))
    assert (found.new, found.margin) == ("Bản sao", True)


@given(st.lists(st.text("ab \n", max_size=6), max_size=8), st.lists(st.text("ab \n", max_size=6), max_size=8))
def test_nothing_is_told_exactly_where_nothing_differs(old: list[str], new: list[str]) -> None:
    same = [" ".join(one.split()) for one in old if one.strip()] == [
        " ".join(one.split()) for one in new if one.strip()
    ]
    assert (differences(reading(*old), reading(*new)) == ()) is same
