"""Paragraphs that stand elsewhere."""

from __future__ import annotations

from tests.unit.redline.documents import document, found, paragraphs, redlined, text_of

from planforge.redline.comparison import Change, Fate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "1. Đổi mới nội dung, hình thức tổ chức phong trào thi đua."
B = "2. Tăng cường công tác kiểm tra, giám sát ở các đơn vị."
C = "3. Duy trì và huy động các nguồn tài chính cho Quỹ chung."


def test_a_paragraph_that_moved_is_neither_deleted_nor_added() -> None:
    made = redlined(document(paragraphs(A, B, C)), document(paragraphs(C, A, B)))
    fates = [(one.fate, one.move) for one in made.comparison.paragraphs]
    assert fates == [(Fate.MOVED_TO, 1), (Fate.KEPT, None), (Fate.KEPT, None), (Fate.MOVED_FROM, 1)]
    assert not [one for one in found(made.docx, "del") if text_of(one)]
    [start], [other] = found(made.docx, "moveFromRangeStart"), found(made.docx, "moveToRangeStart")
    assert start.get(f"{W}name") == other.get(f"{W}name")


def test_its_new_number_is_a_change_on_the_way() -> None:
    moved = "1" + C[1:]
    made = redlined(document(paragraphs(A, B, C)), document(paragraphs(moved, A, B)))
    there, *_, here = made.comparison.paragraphs
    assert [(piece.text, piece.change) for piece in there.pieces] == [("1", Change.ADDED), (C[1:], Change.KEPT)]
    assert [(piece.text, piece.change) for piece in here.pieces] == [("3", Change.REMOVED), (C[1:], Change.KEPT)]
    assert (there.old_text, there.new_text) == (C[1:], moved)


def test_what_was_edited_on_the_way_is_still_moved() -> None:
    made = redlined(document(paragraphs(A, B, C)), document(paragraphs(C.replace("chung", "riêng"), A, B)))
    assert made.comparison.paragraphs[0].fate is Fate.MOVED_TO


def test_a_heading_moves_with_its_paragraph_in_one_go() -> None:
    old, new = paragraphs("Phần một", A, "Phần hai", B, "Hết."), paragraphs("Phần hai", B, "Phần một", A, "Hết.")
    made = redlined(document(old), document(new))
    assert [one.fate for one in made.comparison.paragraphs].count(Fate.MOVED_TO) == 2
    assert len(found(made.docx, "moveFromRangeStart")) == len(found(made.docx, "moveToRangeStart")) == 1


def test_a_few_words_are_not_followed() -> None:
    made = redlined(document(paragraphs("Hai chữ.", A, B)), document(paragraphs(A, "Hai chữ.", B)))
    assert {one.fate for one in made.comparison.paragraphs} == {Fate.KEPT, Fate.ADDED, Fate.REMOVED}


def test_every_end_of_a_move_closes_one_that_began() -> None:
    made = redlined(document(paragraphs(A, B, C, "Hết.")), document(paragraphs("Đầu.", C, B, A)))
    for name in ("moveFrom", "moveTo"):
        starts = [one.get(f"{W}id") for one in found(made.docx, f"{name}RangeStart")]
        assert starts
        assert starts == [one.get(f"{W}id") for one in found(made.docx, f"{name}RangeEnd")]
