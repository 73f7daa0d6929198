"""Which words of a paragraph are marked."""

from __future__ import annotations

from unicodedata import normalize

from tests.unit.redline.documents import document, found, paragraph, redlined, run, told

from planforge.redline.comparison import Change, Fate


def changed(old: str, new: str) -> list[str]:
    return told(redlined(document(paragraph(old)), document(paragraph(new))))


def test_only_the_words_that_changed_are_marked() -> None:
    assert changed("Đợt 1 kết thúc ngày 30/6/2023.", "Đợt 1 kết thúc ngày 15/7/2023.") == [
        "Đợt 1 kết thúc ngày [30/6]{15/7}/2023."
    ]


def test_a_label_is_renumbered_by_its_figures_alone() -> None:
    assert changed("2.1. Tổ chức Lễ ký kết", "2.2. Tổ chức Lễ ký kết") == ["2.[1]{2}. Tổ chức Lễ ký kết"]


def test_replaced_words_that_follow_each_other_are_one_change() -> None:
    assert changed("Viện Khoa học pháp lý họp", "Viện Đời sống xã hội họp") == [
        "Viện [Khoa học pháp lý]{Đời sống xã hội} họp"
    ]


def test_a_word_that_comes_in_takes_its_blank_along() -> None:
    assert changed("Cụm thi đua", "Cụm trưởng thi đua") == ["Cụm {trưởng }thi đua"]


def test_another_look_of_the_same_word_is_marked_as_that() -> None:
    old, new = (
        document(paragraph(run("Một hai ba"))),
        document(paragraph(run("Một ") + run("hai", "<w:b/>") + run(" ba"))),
    )
    made = redlined(old, new)
    assert told(made) == ["Một ~hai~ ba"]
    [change] = found(made.docx, "rPrChange")
    assert len(change[0]) == 0
    assert not found(made.docx, "ins")
    assert not found(made.docx, "del")


def test_how_runs_are_cut_is_no_change() -> None:
    made = redlined(document(paragraph(run("Một hai"))), document(paragraph(run("Mộ") + run("t h") + run("ai"))))
    assert made.comparison.equal
    assert made.revisions == 0


def test_a_word_cut_by_a_bookmark_or_a_look_is_still_one_word() -> None:
    new = paragraph(run("Cụ") + '<w:bookmarkStart w:id="1" w:name="_pf1"/>' + run("m") + '<w:bookmarkEnd w:id="1"/>')
    made = redlined(document(paragraph("Cụm")), document(new))
    assert made.comparison.equal


def test_the_same_letters_written_in_another_way_are_a_change_that_can_be_undone() -> None:
    assert changed("Khen thưởng", normalize("NFD", "Khen thưởng")) != []


def test_breaks_and_tabs_are_compared() -> None:
    old = document(paragraph(run("Một") + "<w:r><w:br/></w:r>" + run("hai")))
    made = redlined(old, document(paragraph(run("Một") + "<w:r><w:tab/></w:r>" + run("hai"))))
    assert told(made) == ["Một[\n]{\t}hai"]


def test_a_field_is_taken_as_a_whole() -> None:
    def field(instruction: str, result: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    made = redlined(document(paragraph(field("PAGE", "2"))), document(paragraph(field("NUMPAGES", "9"))))
    assert told(made) == ["[2]{9}"]
    assert [one.text for one in found(made.docx, "delInstrText")] == [" PAGE "]


def test_a_formula_is_opaque_and_is_exchanged() -> None:
    def formula(letter: str) -> str:
        math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        return f'<m:oMath xmlns:m="{math}"><m:r><m:t>{letter}</m:t></m:r></m:oMath>'

    made = redlined(document(paragraph(formula("x"))), document(paragraph(formula("y"))))
    [one] = made.comparison.paragraphs
    assert [(piece.text, piece.change, piece.opaque) for piece in one.pieces] == [
        ("x", Change.REMOVED, True),
        ("y", Change.ADDED, True),
    ]


def test_a_long_paragraph_is_marked_as_little_as_can_be() -> None:
    words = [f"từ{number % 97}" for number in range(4000)]
    other = [*words]
    other[100], other[3000] = "khác", "lạ"
    made = redlined(document(paragraph(" ".join(words))), document(paragraph(" ".join(other))))
    assert made.words == 4
    assert made.comparison.paragraphs[0].fate is Fate.CHANGED
