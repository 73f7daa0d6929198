"""Rows and cells."""

from __future__ import annotations

from tests.unit.redline.documents import document, found, paragraph, redlined, run, table, told

from planforge.redline.comparison import Fate, Redline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEAD = ("TT", "Đơn vị", "Điểm")


def compared(old: str, new: str) -> Redline:
    return redlined(document(old + paragraph()), document(new + paragraph()))


def rows(made: Redline) -> dict[int, Fate]:
    return {one.spot.row: one.spot.row_fate for one in made.comparison.paragraphs if one.spot is not None}


def test_a_new_row_changes_the_numbers_after_it_and_nothing_else() -> None:
    old = table(HEAD, ("1", "Đơn vị Ví dụ A", "90"), ("2", "Đơn vị Ví dụ C", "70"))
    new = table(HEAD, ("1", "Đơn vị Ví dụ A", "90"), ("2", "Đơn vị Ví dụ B", "80"), ("3", "Đơn vị Ví dụ C", "70"))
    made = compared(old, new)
    assert rows(made) == {0: Fate.KEPT, 1: Fate.KEPT, 2: Fate.ADDED, 3: Fate.KEPT}
    assert told(made) == ["{2}", "{Đơn vị Ví dụ B}", "{80}", "[2]{3}"]
    [mark] = [one for one in found(made.docx, "ins") if one.getparent().tag == f"{W}trPr"]  # type: ignore[union-attr] # inside
    assert mark.get(f"{W}author")


def test_a_row_that_went_is_marked_as_gone() -> None:
    made = compared(table(HEAD, ("1", "Một", "9"), ("2", "Hai", "8")), table(HEAD, ("1", "Một", "9")))
    assert rows(made) == {0: Fate.KEPT, 1: Fate.KEPT, 2: Fate.REMOVED}


def test_a_cell_that_changed_is_marked_in_place() -> None:
    assert told(compared(table(HEAD, ("1", "Một", "9")), table(HEAD, ("1", "Một", "10")))) == ["[9]{10}"]


def test_a_merged_cell_tells_how_many_columns_it_takes() -> None:
    def of(total: str) -> str:
        sum_row = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph(run("Cộng"))}</w:tc>'
        return table(HEAD).replace("</w:tbl>", f"{sum_row}<w:tc>{paragraph(run(total))}</w:tc></w:tr></w:tbl>")

    spots = [one.spot for one in compared(of("9"), of("8")).comparison.paragraphs if one.spot is not None]
    assert [one.span for one in spots] == [1, 1, 1, 2, 1]


def test_a_row_of_other_cells_is_out_and_in() -> None:
    made = compared(table(HEAD, ("1", "Một", "9"), ("2", "Hai", "8")), table(HEAD, ("Cộng", "9"), ("2", "Hai", "8")))
    assert rows(made) == {0: Fate.KEPT, 1: Fate.REMOVED, 2: Fate.ADDED, 3: Fate.KEPT}


def test_a_table_of_other_columns_is_out_and_in() -> None:
    made = compared(table(("a", "b")), table(("a", "b", "c")))
    assert {one.spot.table: one.spot.row_fate for one in made.comparison.paragraphs if one.spot} == {
        0: Fate.REMOVED,
        1: Fate.ADDED,
    }


def test_a_table_comes_and_goes_as_a_whole() -> None:
    text = paragraph("Trước.")
    for old, new in ((text, text + table(("a", "b"))), (text + table(("a", "b")), text)):
        compared(old, new)


def test_other_widths_and_properties_can_be_undone() -> None:
    old = table(("a", "b"))
    new = old.replace('w:w="2000"', 'w:w="2100"').replace('w:w="0" w:type="auto"', 'w:w="4200" w:type="dxa"')
    new = new.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>", 1)
    new = new.replace("<w:tc>", '<w:tc><w:tcPr><w:tcW w:w="2100" w:type="dxa"/></w:tcPr>', 1)
    for one, other in ((old, new), (new, old)):
        made = compared(one, other)
        assert not made.comparison.equal
        for name in ("tblPrChange", "tblGridChange", "trPrChange", "tcPrChange"):
            assert len(found(made.docx, name)) == 1, name


def test_paragraphs_in_a_cell_come_and_go() -> None:
    two = table((paragraph("Một.") + paragraph("Hai."),))
    one = two.replace(paragraph("Hai."), "")
    assert told(compared(one, two)) == ["{Hai.}"]
    assert told(compared(two, one)) == ["[Hai.]"]


def test_a_table_in_a_cell_is_compared_too() -> None:
    old = table((table(("x", "y")) + paragraph(),))
    assert told(compared(old, old.replace(">y<", ">z<"))) == ["[y]{z}"]


def test_cells_say_where_they_stand_and_whether_lines_are_seen() -> None:
    bare = table(("a", "b"), ("c", "d"))
    lined = bare.replace("</w:tblPr>", '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>')
    made = compared(bare + paragraph(run("giữa")) + lined, bare + paragraph(run("giữa")) + lined)
    spots = [one.spot for one in made.comparison.paragraphs if one.spot is not None]
    assert [(one.table, one.row, one.column) for one in spots[:4]] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]
    assert [one.bordered for one in spots] == [False] * 4 + [True] * 4


def test_a_row_that_moved_is_told_as_moved() -> None:
    first, second, third = (f"Đơn vị Ví dụ {letter}" for letter in "ABC")
    old = table(HEAD, ("1", first, "9"), ("2", second, "8"), ("3", third, "7"))
    new = table(HEAD, ("1", third, "7"), ("2", first, "9"), ("3", second, "8"))
    assert rows(compared(old, new)) == {
        0: Fate.KEPT,
        1: Fate.MOVED_TO,
        2: Fate.KEPT,
        3: Fate.KEPT,
        4: Fate.MOVED_FROM,
    }
