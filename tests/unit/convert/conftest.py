"""Papers made of a body alone, marked as a template would have marked it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from planforge.compose.environment import BLOCK_OPENING, UNMARKED_LINE
from planforge.compose.frame import Frame
from planforge.compose.marks import Marks
from planforge.compose.papers import ComposedPaper
from planforge.convert.nodes import text_of
from planforge.convert.papers import convert
from planforge.decree30 import PROFILES
from planforge.diagnostics import Checked, Span
from planforge.paper import Block, Cell, Chart, Element, Letterhead, Line, Paper, Row, Table
from planforge.provenance import Provenance
from planforge.source import Origin

BODY = "plan/body.md.j2"
PLACE = f"templates/{BODY}"
ORIGIN = Origin("a.yaml", ("number",), Span("a.yaml", 3, 9))
FRAME = Frame(
    title="Kế hoạch",
    author="Cụm",
    letterhead=Letterhead(None, (Line("CỤM"),), None, None),
    type_name=Line("Mẫu số 1"),
    subject=Line("PHIẾU ĐIỂM"),
    letter_subject=None,
    addressees=(Line("Các đơn vị"),),
    recipients=(Line("- Lưu: VT."),),
    signers=(),
    annex_reference="(Kèm theo Kế hoạch số 1)",
    annex_origins=(ORIGIN,),
    enclosure_letterhead=Letterhead(None, (Line("BỘ"),), None, None),
)


def marked_lines(text: str, marks: Marks) -> str:
    """A body as a template without values gives it: every line with its mark."""
    marked = []
    for number, line in enumerate(text.split("\n"), 1):
        opening = BLOCK_OPENING.match(line)
        position = opening.end() if opening else 0
        is_marked = line[position:].strip() and not UNMARKED_LINE.match(line)
        mark = marks.at_line(BODY, number) if is_marked else ""
        marked.append(f"{line[:position]}{mark}{line[position:]}")
    return "\n".join(marked)


def checked(
    text: str, *, numbering: str = "decimal", is_annex: bool = False, marks: Marks | None = None, frame: Frame = FRAME
) -> tuple[Checked[Paper], Provenance]:
    """The paper of a body and its provenance; without `marks` the body gets those of its lines."""
    own = marks or Marks((BODY,))
    composed = ComposedPaper(
        name="plan",
        document="plan",
        frame=frame,
        profile=PROFILES["p14"],
        numbering=numbering,
        moment=datetime(2030, 1, 1, tzinfo=UTC),
        markdown=text if marks else marked_lines(text, own),
        marks=own,
        provenance=Provenance(),
        is_annex=is_annex,
        landscape=is_annex,
    )
    made = convert((composed,))
    paper = made.value[0].paper if made.value else None
    return Checked(paper, made.diagnostics), composed.provenance


def converted(text: str, *, numbering: str = "decimal", is_annex: bool = False) -> Paper:
    """The paper of a body that nothing is wrong with."""
    made, _ = checked(text, numbering=numbering, is_annex=is_annex)
    assert not made.diagnostics
    return made.product()


def complaints(text: str, *, is_annex: bool = False) -> list[tuple[str, int]]:
    """The codes and lines of what is wrong with a body, in the order of its lines."""
    made, _ = checked(text, is_annex=is_annex)
    spans = [(finding.code, finding.span) for finding in made.diagnostics]
    assert all(span and span.path == PLACE for _, span in spans)
    return sorted(((code, span.line) for code, span in spans if span), key=lambda one: (one[1], one[0]))


def texts(elements: Sequence[Element]) -> list[str]:
    """The words of the paragraphs among the elements."""
    return [text_of(element.inlines) for element in elements if isinstance(element, Block)]


def table_of(paper: Paper) -> Table:
    """The one table of a body."""
    [table] = [element for element in paper.body if isinstance(element, Table)]
    return table


def chart_of(paper: Paper) -> Chart:
    """The one chart of a body."""
    [chart] = [element for element in paper.body if isinstance(element, Chart)]
    return chart


def cells(rows: Sequence[Row]) -> list[list[str]]:
    """The words of every cell, with the columns and rows it covers where these are several."""
    return [[_cell(cell) for cell in row.cells] for row in rows]


def _cell(cell: Cell) -> str:
    size = "" if (cell.columns, cell.rows) == (1, 1) else f" {cell.columns}x{cell.rows}"
    return f"{text_of(cell.inlines)}{size}"
