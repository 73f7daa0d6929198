"""Papers as a clerk makes them with Word: one style, everything set by hand, borders of paragraphs for lines.

They conform to Decree 30/2020/NĐ-CP, and nothing in them is of this program's making.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

CENTRE, LEFT, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
TEXT_WIDTH, LEFT_COLUMN = 165.0, 66.0
PARENT, ISSUER, SIGNER = "BỘ VÍ DỤ", "TRƯỜNG VÍ DỤ MỘT", "Nguyễn Văn Mẫu"
DATE = "Thành phố Ví Dụ, ngày 05 tháng 3 năm 2030"
RECIPIENTS = ("- Ban Giám hiệu;", "- Các đơn vị trực thuộc;", "- Lưu: VT, TCHC.")


def element(name: str, **values: object) -> Any:
    """An element of WordprocessingML with attributes of its namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


class Clerk:
    """Writes one paper; `size` is 13 or 14 points, names and letterhead a point smaller."""

    def __init__(self, title: str, size: float = 14) -> None:
        self.document: Any = Document()
        self.size, self.small = size, size - 1
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(size)
        properties = normal.element.get_or_add_rPr()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            properties.find(qn("w:rFonts")).set(qn(f"w:{script}"), "Times New Roman")
        for language in self.document.styles.element.iter(qn("w:lang")):
            for key in ("val", "eastAsia"):
                language.set(qn(f"w:{key}"), "vi-VN")
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1.0
        core = self.document.core_properties
        core.title, core.author, core.language = title, "Trường Ví dụ Một", "vi-VN"
        self._page(self.document.sections[0])

    def save(self, path: Path) -> Path:
        """Write the paper."""
        self.document.save(path)
        return path

    def section(self, *, landscape: bool = False, annex: bool = False) -> None:
        """New pages; those of an annex are counted from 1."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        self._page(section, landscape=landscape, first_differs=annex)
        if annex:
            section._sectPr.append(element("pgNumType", start=1))

    def line(self, text: str = "", where: Any = None, **look: Any) -> Any:
        """A paragraph: `bold`, `italic`, `size`, `align`, `before`, `after`, `first`, `left` in mm, `keep`, `lines`."""
        empty = where is not None and len(where.paragraphs) == 1 and not where.paragraphs[0].runs
        made = where.paragraphs[0] if empty else (where or self.document).add_paragraph()
        form = made.paragraph_format
        made.alignment = look.get("align")
        form.space_before, form.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 0))
        form.keep_with_next = look.get("keep")
        for name, value in (("first_line_indent", look.get("first")), ("left_indent", look.get("left"))):
            if value is not None:
                setattr(form, name, Mm(value))
        if "lines" in look:
            form.line_spacing = look["lines"]
        self.add(made, text, **look)
        return made

    def add(self, paragraph: Any, text: str, **look: Any) -> None:
        """Text at the end of a paragraph; a line end is a soft one."""
        run = paragraph.add_run(text)
        run.bold, run.italic = look.get("bold") or None, look.get("italic") or None
        if "size" in look:
            run.font.size = Pt(look["size"])

    def text(self, *texts: str, **look: Any) -> None:
        """Paragraphs of the body."""
        for text in texts:
            self.line(text, **{"align": BOTH, "before": 6, "first": 12.7, "lines": 1.1, **look})

    def heading(self, text: str, **look: Any) -> None:
        """The title of a section or an article."""
        self.text(text, bold=True, keep=True, **look)

    def middle(self, *texts: str, **look: Any) -> None:
        """Bold lines in the middle."""
        for text in texts:
            self.line(text, **{"align": CENTRE, "bold": True, "keep": True, **look})

    def head(self, number: str, *, issuer: str = ISSUER, about: str = "", date: str = DATE) -> None:
        """Cells 1 to 4 and 5b in a table without borders."""
        self._bodies(PARENT if issuer == ISSUER else "", issuer)
        row = self.document.tables[-1].add_row().cells
        self.line(number, row[0], align=CENTRE, size=13)
        if about:
            self.line(about, row[0], align=CENTRE, size=self.small, before=6)
        if date:
            self.line(date, row[1], align=CENTRE, italic=True)

    def title(self, kind: str, subject: str) -> None:
        """Cell 5a."""
        self.middle(kind, before=14)
        self.middle(subject)
        width = max(map(len, subject.split("\n"))) * 2.35 * self.size / 14
        self._rule(self.document, (TEXT_WIDTH - 0.42 * width) / 2, after=10)

    def enclosed(self, kind: str, subject: str, reference: str) -> None:
        """The head of a text that a decision issues."""
        self._bodies(PARENT, ISSUER)
        self.middle(kind, before=14)
        self.middle(subject)
        self.middle(reference, bold=False, italic=True)

    def end(self, recipients: Sequence[str], *authority: str) -> None:
        """Recipients and signature, kept with the last lines of the text."""
        self._keep_with_signature()
        left, right = self._columns(75.0)
        self.line("Nơi nhận:", left, bold=True, italic=True, size=12)
        for recipient in recipients:
            self.line(recipient, left, size=11)
        self.signature(right, SIGNER, *authority)

    def signers(self, *who: tuple[str, str]) -> None:
        """Two who sign beside each other: office and name."""
        self._keep_with_signature()
        for cell, (office, name) in zip(self._columns(82.0), who, strict=True):
            self.signature(cell, name, office)

    def signature(self, cell: Any, name: str, *authority: str) -> None:
        """Authority and title, room to sign, and the name."""
        for line in authority:
            self.line(line, cell, align=CENTRE, bold=True)
        for _ in range(4):
            cell.add_paragraph()
        self.line(name, cell, align=CENTRE, bold=True)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True

    def table(self, widths: Sequence[float], head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table with borders whose head is repeated."""
        made = self._table([head, *rows], widths)
        made.style, made.alignment = "Table Grid", 1
        made.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
        for number, (row, texts) in enumerate(zip(made.rows, [head, *rows], strict=True)):
            for cell, text in zip(row.cells, texts, strict=True):
                self.line(text, cell, align=CENTRE, bold=not number, size=13)

    def draft(self, text: str) -> None:
        """A line over the page number."""
        header = self.document.sections[0].header
        above = self.line(text, header, align=RIGHT, italic=True, size=11)
        header._element.insert(0, above._p)

    def _keep_with_signature(self) -> None:
        """A narrow empty line, and the last lines of the text on the page of what follows."""
        self.line().paragraph_format.line_spacing = Pt(12)
        for last in self.document.paragraphs[-3:]:
            last.paragraph_format.keep_with_next = True

    def _page(self, section: Any, *, landscape: bool = False, first_differs: bool = True) -> None:
        sides = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        section.page_width, section.page_height = sides
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin, section.header_distance = Mm(30), Mm(15), Mm(10)
        section.different_first_page_header_footer = first_differs
        section.header.is_linked_to_previous = False
        number = section.header.paragraphs[0]
        number.alignment = CENTRE
        for part in (element("fldChar", fldCharType="begin"), None, element("fldChar", fldCharType="end")):
            instruction = element("instrText")
            instruction.text = " PAGE "
            number.add_run()._r.append(instruction if part is None else part)

    def _bodies(self, parent: str, issuer: str) -> None:
        left, right = self._columns(LEFT_COLUMN)
        if parent:
            self.line(parent, left, align=CENTRE, size=self.small)
        self.line(issuer, left, align=CENTRE, bold=True, size=self.small)
        self._rule(left, 22.5 if self.size > 13 else 23.5)
        self.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", right, align=CENTRE, bold=True, size=self.small)
        self.line("Độc lập - Tự do - Hạnh phúc", right, align=CENTRE, bold=True)
        self._rule(right, 17.9 if self.size > 13 else 20.5)

    def _rule(self, where: Any, inset: float, after: float = 4) -> None:
        """A line, as the lower border of an empty paragraph that is drawn in on both sides."""
        form = where.add_paragraph().paragraph_format
        form.left_indent = form.right_indent = Mm(inset)
        form.line_spacing_rule, form.line_spacing, form.space_after = WD_LINE_SPACING.EXACTLY, Pt(4), Pt(after)
        border = element("pBdr")
        border.append(element("bottom", val="single", sz=6, space=1, color="000000"))
        form._element.pPr.find(qn("w:spacing")).addprevious(border)

    def _columns(self, left: float) -> Any:
        made = self._table([["", ""]], (left, TEXT_WIDTH - left))
        made.rows[0]._tr.get_or_add_trPr().append(element("cantSplit"))
        margins = element("tblCellMar")
        for side in ("left", "right"):
            margins.append(element(side, w=0, type="dxa"))
        made._tbl.tblPr.append(margins)
        return made.rows[0].cells

    def _table(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Any:
        made = self.document.add_table(len(rows), len(widths))
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return made


def exactly(points: float) -> Length:
    """Lines of a fixed height."""
    return Pt(points)
