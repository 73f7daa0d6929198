"""Where two readings say other words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planforge.review.differences import Difference, Kind, changed_pictures, differences
from planforge.verify.reading import Paragraph, Reading, Run, Sheet

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
    assert (found.new, found.kind) == ("Bản sao", Kind.MARGIN)


def looking(*runs: Run) -> Reading:
    return Reading((Paragraph("".join(run.text for run in runs), runs=runs, ordinal=1),))


def test_a_word_that_looks_otherwise_is_told() -> None:
    plain = looking(Run("không được khen", bold=False, hidden=False))
    for other in (Run("được", bold=True), Run("được", hidden=True), Run("được", colour="FFFFFF")):
        [found] = differences(plain, looking(Run("không ", bold=False), other, Run(" khen", bold=False)))
        assert (found.old, found.new, found.kind) == ("… được …", "… được …", Kind.LOOK)


def test_how_runs_are_cut_and_what_is_not_told_is_no_other_look() -> None:
    plain = looking(Run("không được khen", bold=False, size=14.0))
    assert (
        differences(plain, looking(Run("không đ", bold=False, size=14.0), Run("ược", bold=False), Run("  khen"))) == ()
    )


def test_other_pictures_are_told_and_other_names_are_not() -> None:
    built = {"word/media/chart1.png": b"a", "word/media/chart1.svg": b"s", "word/document.xml": b"x"}
    assert changed_pictures(built, {"word/media/image1.png": b"a"}) == ()
    found = changed_pictures(built, {"word/media/image1.png": b"b"})
    assert [(one.old, one.new, one.kind) for one in found] == [
        ("", "word/media/image1.png", Kind.PICTURE),
        ("word/media/chart1.png", "", Kind.PICTURE),
    ]


@given(st.lists(st.text("ab \n", max_size=6), max_size=8), st.lists(st.text("ab \n", max_size=6), max_size=8))
def test_nothing_is_told_exactly_where_nothing_differs(old: list[str], new: list[str]) -> None:
    same = [" ".join(one.split()) for one in old if one.strip()] == [
        " ".join(one.split()) for one in new if one.strip()
    ]
    assert (differences(reading(*old), reading(*new)) == ()) is same
