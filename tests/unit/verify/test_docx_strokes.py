"""Lines under texts, however they are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.unit.verify.docx_maker import paragraph, reading_of, run

from planforge.verify.reading import BLACK, Stroke
from planforge.write.wordml import Element, w

NAMES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
# A sheet with a column of 400 points.
SHEET = w("sectPr", w("pgSz", w=11900, h=16840), w("pgMar", top=1000, bottom=1000, left=1900, right=2000))


def border(edge: str = "bottom", **attributes: str | int) -> Element:
    return w("pBdr", w(edge, **{"val": "single", "sz": 6, "color": "auto", **attributes}))


def anchored(
    *,
    across: str = "<wp:align>center</wp:align>",
    down: int | None = 200_000,
    line: str = '<a:ln w="9525"/>',
    width: int = 1_270_000,
    relative: str = "column",
    shape: str = "line",
    style: str = "",
    height: int = 0,
) -> Element:
    """A line that Word 2010 and later draw."""
    vertical = (
        ""
        if down is None
        else f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
    )
    drawing = etree.fromstring(
        f"""<x {DECLARED}><wp:anchor><wp:positionH relativeFrom="{relative}">{across}</wp:positionH>{vertical}
        <wp:extent cx="{width}" cy="{height}"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr>
        <a:prstGeom prst="{shape}"/>{line}</wps:spPr>{style}</wps:wsp></a:graphicData></a:graphic></wp:anchor></x>"""
    )
    return w("r", w("drawing", *drawing))


def vml(text: str) -> Element:
    return w("r", w("pict", *etree.fromstring(f"<x {DECLARED}>{text}</x>")))


def strokes(folder: Path, *content: Element, **parts: Element) -> list[Stroke | None]:
    sheet = etree.fromstring(etree.tostring(SHEET))
    return [one.stroke for one in reading_of(folder, *content, sheet, **parts).paragraphs]


def only_stroke(folder: Path, *content: Element, **parts: Element) -> Stroke | None:
    return strokes(folder, w("p", run("text"), *content), **parts)[0]


def test_a_border_below_a_text(tmp_path: Path) -> None:
    [found] = strokes(tmp_path, paragraph("a", border(sz=8), w("ind", left=2000, right=1000)))

    assert found == Stroke(250.0, 1.0, solid=True, offset=25.0, colour=BLACK)


def test_a_border_of_an_empty_paragraph_is_under_the_text_above(tmp_path: Path) -> None:
    below = paragraph("", border(), w("ind", left=2000, right=2000))
    above = paragraph("", border("top"), w("ind", left=2000, right=2000))
    expected = Stroke(200.0, 0.75, solid=True, offset=0.0, colour=BLACK)

    assert strokes(tmp_path, paragraph("a"), below, paragraph("b"), above) == [expected, None, expected, None]


def test_a_border_above_a_text_is_not_under_what_is_before_it(tmp_path: Path) -> None:
    assert strokes(tmp_path, paragraph("a"), paragraph("b", border("top"))) == [None, None]


def test_paragraphs_of_the_same_borders_have_one_line_below_all(tmp_path: Path) -> None:
    found = strokes(tmp_path, paragraph("a", border()), paragraph("b", border()), paragraph("c"))

    assert [one is not None for one in found] == [False, True, False]


@pytest.mark.parametrize(
    ("attributes", "solid", "colour"),
    [
        ({"val": "single", "color": "FF0000"}, True, "FF0000"),
        ({"val": "double"}, False, BLACK),
        ({"val": "dashed"}, False, BLACK),
        ({"val": "thick"}, True, BLACK),
    ],
)
def test_kinds_of_borders(tmp_path: Path, attributes: dict[str, str], solid: bool, colour: str) -> None:
    [found] = strokes(tmp_path, paragraph("a", border(**attributes)))

    assert found is not None
    assert (found.solid, found.colour) == (solid, colour)


def test_a_border_that_is_switched_off_is_none(tmp_path: Path) -> None:
    assert strokes(tmp_path, paragraph("a", border(val="nil"))) == [None]


def test_a_line_in_a_cell_is_measured_by_the_cell(tmp_path: Path) -> None:
    margins = w("tblCellMar", w("left", w=100, type="dxa"), w("right", w=100, type="dxa"))
    ruled = w("tc", w("tcPr", w("tcW", w=4200, type="dxa")), paragraph("a"), paragraph("", border()))
    found = strokes(tmp_path, w("tbl", w("tblPr", margins), w("tr", ruled)), paragraph(""))

    assert found[0] is not None
    assert found[0].length == 200.0


def test_a_line_in_the_next_row_is_under_the_text_of_the_cell_above(tmp_path: Path) -> None:
    rows = (w("tr", w("tc", paragraph("a"))), w("tr", w("tc", paragraph("", border()))))
    found = strokes(tmp_path, w("tbl", *rows), paragraph(""))

    assert [one is not None for one in found] == [True, False, False]


def test_a_line_behind_a_table_is_under_no_text(tmp_path: Path) -> None:
    table = w("tbl", w("tr", w("tc", paragraph("b"))))

    assert strokes(tmp_path, paragraph("a"), table, paragraph("", border())) == [None, None, None]


def test_a_drawn_line_has_its_length_weight_and_place(tmp_path: Path) -> None:
    assert only_stroke(tmp_path, anchored()) == Stroke(100.0, 0.75, solid=True, offset=0.0, colour=BLACK)


@pytest.mark.parametrize(
    ("relative", "across", "offset"),
    [
        ("column", "<wp:posOffset>1905000</wp:posOffset>", 0.0),
        ("column", "<wp:posOffset>0</wp:posOffset>", -150.0),
        ("margin", "<wp:align>right</wp:align>", 150.0),
        ("page", "<wp:align>center</wp:align>", 2.5),
        ("character", "<wp:posOffset>0</wp:posOffset>", None),
        ("column", "<wp:align>inside</wp:align>", None),
    ],
)
def test_places_of_drawn_lines(tmp_path: Path, relative: str, across: str, offset: float | None) -> None:
    found = only_stroke(tmp_path, anchored(relative=relative, across=across))

    assert found is not None
    assert found.offset == offset


@pytest.mark.parametrize(
    ("line", "solid", "weight"),
    [
        ('<a:ln w="12700"><a:prstDash val="dash"/></a:ln>', False, 1.0),
        ('<a:ln w="12700"><a:prstDash val="solid"/></a:ln>', True, 1.0),
        ('<a:ln w="12700" cmpd="dbl"/>', False, 1.0),
        ("<a:ln/>", True, 0.75),
        ("", True, 0.75),
    ],
)
def test_looks_of_drawn_lines(tmp_path: Path, line: str, solid: bool, weight: float) -> None:
    found = only_stroke(tmp_path, anchored(line=line))

    assert found is not None
    assert (found.solid, found.weight) == (solid, weight)


def test_a_line_may_take_its_weight_and_colour_from_the_theme(tmp_path: Path) -> None:
    reference = '<wps:style><a:lnRef idx="2"><a:schemeClr val="accent1"/></a:lnRef></wps:style>'
    theme = etree.fromstring(
        f"""<a:theme {DECLARED}><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="4472C4"/></a:accent1>
        </a:clrScheme><a:fmtScheme><a:lnStyleLst><a:ln w="6350"/><a:ln w="12700"/></a:lnStyleLst></a:fmtScheme>
        </a:themeElements></a:theme>"""
    )
    found = only_stroke(tmp_path, anchored(line="", style=reference), theme=theme)

    assert found is not None
    assert (found.weight, found.colour) == (1.0, "4472C4")
    unknown = only_stroke(tmp_path, anchored(line="", style=reference))
    assert unknown is not None
    assert (unknown.weight, unknown.colour) == (None, None)


@pytest.mark.parametrize(
    "drawn",
    [
        anchored(line="<a:ln><a:noFill/></a:ln>"),
        anchored(shape="rect"),
        anchored(height=900_000),
        vml('<v:line from="0,0" to="0,80pt"/>'),
        vml('<v:line from="0,0" to="80pt,0" stroked="f"/>'),
        vml('<v:line from="a,b" to="c"/>'),
    ],
)
def test_what_is_no_horizontal_line(tmp_path: Path, drawn: Element) -> None:
    assert only_stroke(tmp_path, drawn) is None


def test_lines_of_older_programs(tmp_path: Path) -> None:
    line = vml('<v:line style="position:absolute" from="150pt,15pt" to="250pt,15pt" strokeweight=".5pt"/>')
    place = "position:absolute;margin-left:100pt;margin-top:15pt;width:85.05pt;height:0"
    connector = vml(f'<v:shape type="#_x0000_t32" style="{place}"/>')

    assert only_stroke(tmp_path, line) == Stroke(100.0, 0.5, solid=True, offset=0.0, colour=BLACK)
    found = only_stroke(tmp_path, connector)
    assert found is not None
    assert (found.length, found.weight) == (85.05, 0.75)
    assert found.offset == pytest.approx(-57.475)


def test_a_line_whose_ends_are_its_size(tmp_path: Path) -> None:
    style = "position:absolute;left:0pt;margin-left:150pt;margin-top:15pt;height:0pt;width:100pt"

    assert only_stroke(tmp_path, vml(f'<v:line style="{style}"/>')) == Stroke(
        100.0, 0.75, solid=True, offset=0.0, colour=BLACK
    )


def test_a_dashed_line_of_an_older_program(tmp_path: Path) -> None:
    found = only_stroke(
        tmp_path,
        vml('<v:line from="0,15pt" to="80pt,15pt" strokecolor="#ff0000"><v:stroke dashstyle="dash"/></v:line>'),
    )

    assert found is not None
    assert (found.solid, found.colour) == (False, "FF0000")


@pytest.mark.parametrize(("down", "owner"), [(200_000, 1), (0, 0), (-50_000, 0), (500_000, 3)])
def test_a_line_is_under_the_text_it_is_moved_to(tmp_path: Path, down: int, owner: int) -> None:
    content = (
        paragraph("a"),
        w("p", run("b", w("sz", val=28)), anchored(down=down)),
        paragraph(""),
        w("p", run("c", w("sz", val=28))),
        paragraph("d"),
    )
    found = strokes(tmp_path, *content)

    assert [index for index, one in enumerate(found) if one] == [owner]


def test_a_line_in_the_row_of_text_is_under_the_text_above(tmp_path: Path) -> None:
    drawn = anchored()
    [inline] = drawn.iter(f"{{{NAMES['wp']}}}anchor")
    inline.tag = f"{{{NAMES['wp']}}}inline"
    found = strokes(tmp_path, paragraph("a"), w("p", drawn))

    assert [one is not None for one in found] == [True, False]
