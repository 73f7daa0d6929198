"""PF413: no second page number at the foot."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.page_numbers import in_footer, in_header
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph, Run
from planforge.words import Words

NUMBER = Paragraph(
    "2", runs=(Run("2", "Times New Roman", 14.0, bold=False, italic=False, field="PAGE"),), align=Align.CENTRE
)


def check(paper: Anatomy) -> Iterator[Answer]:
    """A number at the foot of a paper that has one at the head already."""
    if not any(in_header(paper, sheet) for sheet in paper.reading.sheets):
        return
    for sheet in paper.reading.sheets:
        found = in_footer(paper, sheet)
        if found:
            yield paper.finding(found[0])
            return


RULE = Rule(
    code="PF413",
    name="page-number-in-footer",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("số trang còn được ghi ở cuối trang", "pages are numbered at the foot as well"),
    reason=Words(
        "Số trang chỉ được đặt ở lề trên; ghi thêm ở cuối trang là thừa. Văn bản chỉ có số ở cuối trang thì quy tắc "
        "PF409 báo.",
        "The page number stands in the top margin only, one at the foot is one too many. A document that has it at "
        "the foot alone is told so by PF409.",
    ),
    message=Words("Số trang được ghi thêm ở cuối trang", "the page number stands at the foot as well"),
    hint=Words("Bỏ số trang ở phần chân trang (footer).", "Remove the number from the footer."),
    law=decree30("Phụ lục I, Phần I, Mục I.6"),
    flagged=(
        Changed("sheet", {"footer": (NUMBER,)}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"footer": (NUMBER,)}, index=1, media=frozenset({Medium.PDF})),
    ),
    fine=(None,),
    check=check,
    form="P13",
)
