"""Paragraphs that come, go, change their shape, or stand last."""

from __future__ import annotations

import pytest
from tests.unit.redline.documents import (
    SECTION,
    document,
    found,
    paragraph,
    paragraphs,
    part,
    redlined,
    run,
    table,
    told,
)

from planforge.redline.comparison import Fate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fates(old: str, new: str) -> list[Fate]:
    return [one.fate for one in redlined(document(old), document(new)).comparison.paragraphs]


def test_a_new_paragraph_is_marked_with_its_end() -> None:
    made = redlined(document(paragraphs("Một.", "Ba.")), document(paragraphs("Một.", "Hai.", "Ba.")))
    assert told(made) == ["{Hai.}"]
    [mark] = [one for one in found(made.docx, "ins") if one.getparent().tag == f"{W}rPr"]  # type: ignore[union-attr] # inside
    assert mark.get(f"{W}author") == "Nguyễn Văn Ví Dụ"
    assert mark.get(f"{W}date") == "2026-01-02T03:04:05Z"


@pytest.mark.parametrize(
    "longer", [("Một.", "Hai thêm."), ("Một.", "Hai thêm.", "Ba thêm."), ("Đầu.", "Một.", "Cuối.")]
)
def test_what_comes_after_the_last_paragraph_leaves_no_empty_one_behind(longer: tuple[str, ...]) -> None:
    short, long = document(paragraphs("Một.")), document(paragraphs(*longer))
    assert redlined(short, long).words == sum(len(one.split()) for one in longer if one != "Một.")
    assert redlined(long, short).words == sum(len(one.split()) for one in longer if one != "Một.")


def test_what_comes_after_the_last_paragraph_may_have_another_shape() -> None:
    old, new = paragraph("Một.", '<w:jc w:val="center"/>'), paragraph("Hai.", '<w:jc w:val="right"/>')
    for one, other in ((old, old + new), (old + new, old)):
        assert len(redlined(document(one), document(other)).comparison.paragraphs) == 2


def test_a_table_after_the_last_paragraph_comes_and_goes() -> None:
    old, new = paragraph("Một."), paragraph("Một.") + table(("a", "b")) + paragraph("Hai.")
    redlined(document(old), document(new))
    redlined(document(new), document(old))


def test_another_shape_is_told_and_can_be_undone() -> None:
    made = redlined(document(paragraph("Một.")), document(paragraph("Một.", '<w:jc w:val="center"/>')))
    [one] = made.comparison.paragraphs
    assert (one.reshaped, one.fate) == (True, Fate.CHANGED)
    assert made.revisions == 1
    assert len(found(made.docx, "pPrChange")) == 1


def test_another_look_of_the_mark_can_be_undone() -> None:
    made = redlined(document(paragraph("Một.")), document(paragraph("Một.", "<w:rPr><w:b/></w:rPr>")))
    assert made.comparison.paragraphs[0].reshaped
    assert len(found(made.docx, "rPrChange")) == 1


def test_other_pages_can_be_undone() -> None:
    wide = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')
    made = redlined(document(paragraph("Một.")), document(paragraph("Một."), section=wide))
    assert len(found(made.docx, "sectPrChange")) == 1
    assert not made.comparison.equal


def test_a_section_comes_and_goes_with_its_last_paragraph() -> None:
    one, two = paragraphs("Một.", "Hai."), paragraphs("Một.") + paragraph("Phụ lục.", SECTION) + paragraphs("Hai.")
    for old, new in ((one, two), (two, one)):
        redlined(document(old), document(new))


def test_the_same_text_among_many_alike_is_found() -> None:
    old = [f"Đơn vị {number} báo cáo kết quả thi đua năm" for number in range(30)]
    new = [*old[:12], "Đơn vị mới báo cáo kết quả thi đua năm", *old[12:]]
    made = redlined(document(paragraphs(*old)), document(paragraphs(*new)))
    assert told(made) == ["{Đơn vị mới báo cáo kết quả thi đua năm}"]


def test_a_paragraph_that_says_something_else_is_another_one() -> None:
    old = "Tập trung quán triệt các nghị quyết, kết luận, chỉ thị của Trung ương trong năm nay và năm sau."
    new = "Kinh phí do từng đơn vị chi trả, phần còn thiếu lấy ở quỹ chung theo quy chế đã được thông qua."
    assert fates(paragraphs("A.", old, "B."), paragraphs("A.", new, "B.")) == [
        Fate.KEPT,
        Fate.REMOVED,
        Fate.ADDED,
        Fate.KEPT,
    ]


def test_the_marks_of_provenance_stay_where_text_stays_or_comes() -> None:
    marked = '<w:bookmarkStart w:id="5" w:name="_pfaa"/>' + run("Hai ba.") + '<w:bookmarkEnd w:id="5"/>'
    old = '<w:bookmarkStart w:id="9" w:name="_pfbb"/>' + run("Hai năm.") + '<w:bookmarkEnd w:id="9"/>'
    made = redlined(document(paragraph(old)), document(paragraph(marked)))
    assert [one.get(f"{W}name") for one in found(made.docx, "bookmarkStart")] == ["_pfaa"]
    [one] = made.comparison.paragraphs
    assert (one.old_anchors, one.new_anchors) == (("pfbb",), ("pfaa",))
    assert {piece.text: piece.anchors for piece in one.pieces}["năm"] == ("pfbb",)
    assert {piece.text: piece.anchors for piece in one.pieces}["ba"] == ("pfaa",)


def test_equal_files_have_no_changes() -> None:
    content = document(paragraphs("Một.", "Hai.") + table(("a", "b")) + paragraph())
    made = redlined(content, content)
    assert made.comparison.equal
    assert (made.revisions, made.words) == (0, 0)
    assert [one.old for one in made.comparison.paragraphs] == [1, 2, 3, 4, 5]


def test_the_numbers_of_changes_are_all_different() -> None:
    made = redlined(
        document(paragraphs("Một hai.", "Ba.") + table(("a", "b"), ("c", "d")) + paragraph()),
        document(paragraphs("Một ba.", "Bốn năm.", "Ba.") + table(("a", "x")) + paragraph()),
    )
    marks = {"ins", "del", "rPrChange", "pPrChange", "moveFrom", "moveTo"}
    numbers = [one.get(f"{W}id") for one in part(made.docx).iter() if str(one.tag).removeprefix(W) in marks]
    assert len(numbers) == len(set(numbers)) == made.revisions


def test_the_end_of_a_section_is_passed_on_when_the_text_before_it_moves() -> None:
    last, moved = "Các quy định trước đây giữ nguyên hiệu lực.", "Việc sửa đổi quy chế do hội nghị quyết định."
    old = paragraphs("Đầu.", "Giữa.", last) + paragraph(moved, SECTION) + paragraph("Hết.")
    new = paragraphs("Đầu.", moved, "Giữa.") + paragraph(last, SECTION) + paragraph("Hết.")
    for one, other in ((old, new), (new, old)):
        made = redlined(document(one), document(other))
        assert {Fate.MOVED_FROM, Fate.MOVED_TO} < {each.fate for each in made.comparison.paragraphs}
        assert not {Fate.ADDED, Fate.REMOVED} & {each.fate for each in made.comparison.paragraphs}
