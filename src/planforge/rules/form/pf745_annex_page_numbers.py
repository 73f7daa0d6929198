"""PF745: the pages of every annex are counted from 1."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.annex_parts import heads, later_annexes
from planforge.rules.form.closing import is_docx
from planforge.verify.anatomy import Anatomy, FoundAnnex
from planforge.verify.reading import Paragraph, Sheet
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Every annex that something stands before: by its section in a DOCX, by the numbers shown in a PDF."""
    annexes = later_annexes(paper)
    if not annexes:
        yield NOT_HERE
    for annex in annexes:
        name = next(iter(heads(annex)), None)
        first = next(iter(annex.letterhead), name)
        if annex.sheet is None or first is None or name is None:
            yield Untold(Words("không rõ trang của phụ lục", "the pages of the annex are not known"))
            continue
        fault = _asked(annex.sheet, first, _before(paper, first)) if is_docx(paper) else _shown(paper, annex)
        if fault is not None:
            yield paper.finding(name, annex=name.words, fault=fault)


def _before(paper: Anatomy, first: Paragraph) -> Paragraph | None:
    earlier = [one for one in paper.reading.paragraphs if one.words and one.ordinal < first.ordinal]
    return earlier[-1] if earlier else None


def _asked(sheet: Sheet, first: Paragraph, before: Paragraph | None) -> Words | None:
    """Whether counting goes on; a section that begins with another number than 1 is the matter of its own rule."""
    if before is not None and before.section == first.section:
        return Words("không ở section riêng nên không đếm lại từ 1", "is in no section of its own that counts from 1")
    if sheet.first_number is None:
        return Words("đếm tiếp số trang của phần trước", "goes on counting the pages before it")
    return None


def _shown(paper: Anatomy, annex: FoundAnnex) -> Words | None:
    """The numbers on the first two pages: none or 1, then 2."""
    pages = {sheet.page: sheet.shown_number for sheet in paper.reading.sheets if sheet.page is not None}
    start = annex.sheet.page if annex.sheet is not None else None
    if start is None:
        return None
    last = max(
        (page for one in annex.body for page in (one.page, *(line.page for line in one.lines)) if page), default=0
    )
    for page, wanted in ((start, "1"), (start + 1, "2")):
        shown = pages.get(page)
        if page <= max(last, start) and shown is not None and shown != wanted:
            return Words(f"mang số trang {shown}, phải là {wanted}", f"bears the page number {shown}, not {wanted}")
    return None


RULE = Rule(
    code="PF745",
    name="annex-page-numbers",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("số trang của phụ lục không đếm lại từ 1", "the pages of an annex are not counted from 1"),
    reason=Words(
        "Số trang của phụ lục được đánh riêng theo từng phụ lục, bắt đầu từ 1. Trong Word: Format Page Numbers, Start "
        "at 1 cho section của phụ lục.",
        "The pages of each annex are counted by themselves from 1. In Word: Format Page Numbers, Start at 1 for the "
        "section of the annex.",
    ),
    message=Words("“{annex}” {fault}", "“{annex}” {fault}"),
    law=decree30("Phụ lục I, Phần I, Mục III.1"),
    flagged=(
        Changed("sheet", {"first_number": None}, index=1, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"first_number": None}, index=2, paper="report", media=frozenset({Medium.DOCX})),
    ),
    fine=(None,),
    check=check,
    form="A05",
)
