"""PF409: pages are numbered in the middle of the top margin."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.appearance import ALIGNED, CENTRE_TOLERANCE_PT, LOOK_MESSAGE, PARTS, decimal
from planforge.rules.form.page_numbers import begins_numbering, has_further_pages, in_footer, in_header
from planforge.rules.form.sheets import sheets_named
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align, Paragraph, Sheet
from planforge.words import Words

PART = PARTS[Component.PAGE_NUMBER]
WANTED = Words("đặt canh giữa trong phần lề trên của văn bản", "stand in the middle of the top margin")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Whether there is a number where there must be one, and where it stands."""
    sheets = paper.reading.sheets
    numbered = [sheet for sheet in sheets if in_header(paper, sheet)]
    footed = [sheet for sheet in sheets if in_footer(paper, sheet)]
    if numbered:
        yield from _off_the_middle(paper, numbered)
        yield from _left_out(paper, numbered)
    elif footed:
        yield paper.finding(
            in_footer(paper, footed[0])[0],
            part=PART,
            found=Words("nằm ở cuối trang", "stands at the foot of the page"),
            wanted=WANTED,
        )
    elif not sheets or has_further_pages(paper) is False:
        yield NOT_HERE
    elif has_further_pages(paper) is None:
        yield Untold(Words("không rõ văn bản có mấy trang", "the number of pages is not known"))
    else:
        yield paper.finding(None, part=PART, found=MISSING, wanted=WANTED)


MISSING = Words("không có, mà văn bản nhiều hơn một trang", "is missing, and the document has more than one page")


def _off_the_middle(paper: Anatomy, numbered: list[Sheet]) -> Iterator[Answer]:
    for sheet in numbered:
        for paragraph in in_header(paper, sheet):
            found = _misplaced(paper, paragraph)
            if isinstance(found, Untold):
                yield found
                return
            if found is not None:
                yield paper.finding(paragraph, part=PART, found=found, wanted=WANTED)
                return


def _misplaced(paper: Anatomy, paragraph: Paragraph) -> Words | Untold | None:
    """How a number stands off the middle; None where it does not."""
    if paper.reading.medium is Medium.PDF:
        off = paragraph.centre
        if off is None or abs(off) <= CENTRE_TOLERANCE_PT:
            return None
        text = decimal(abs(off), 0)
        return Words(f"lệch giữa {text.vi} pt", f"is {text.en} pt off the middle")
    if paragraph.align is None or paragraph.framed or "\t" in paragraph.text or paragraph.cell:
        return Untold(Words("không rõ số trang đứng ở đâu", "it is not known where the page number stands"))
    if paragraph.align is Align.CENTRE:
        return None
    return Words(f"đang {ALIGNED[paragraph.align].vi}", f"is {ALIGNED[paragraph.align].en}")


def _left_out(paper: Anatomy, numbered: list[Sheet]) -> Iterator[Answer]:
    """Pages of a PDF without a number that do not begin the paper or an annex, while others have one."""
    if paper.reading.medium is not Medium.PDF:
        return
    shown = {sheet.page for sheet in numbered}
    bare = [one for one in paper.reading.sheets if one.page not in shown and not begins_numbering(paper, one)]
    restarted = {sheet.page for sheet in numbered if sheet.shown_number == "2"}
    bare = [one for one in bare if one.page is None or one.page + 1 not in restarted]
    if (bare and bare[-1].page != paper.reading.sheets[-1].page) or len(bare) > 1:
        where = sheets_named(paper, bare)
        yield paper.finding(
            None, part=PART, found=Words(f"không có ở {where.vi}", f"is missing on {where.en}"), wanted=WANTED
        )


RULE = Rule(
    code="PF409",
    name="page-number-place",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words(
        "số trang thiếu hoặc không ở giữa lề trên", "the page number is missing or not in the middle of the head"
    ),
    reason=Words(
        "Số trang được đặt canh giữa theo chiều ngang trong phần lề trên; nhiều mẫu Word cũ đặt ở cuối trang, bên "
        "phải. Văn bản chỉ có một trang thì không cần số trang.",
        "The page number stands in the middle of the top margin; many old Word templates put it at the foot, on the "
        "right. A document of one page needs none.",
    ),
    message=LOOK_MESSAGE,
    hint=Words(
        "Word: Insert > Page Number > Top of Page > Plain Number 2.",
        "Word: Insert > Page Number > Top of Page > Plain Number 2.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.6"),
    flagged=(
        (
            Changed("page_number", {"absent": True}),
            Changed("page_number", {"absent": True}),
            Changed("file", {"page_count": 9}),
        ),
        Changed("page_number", {"align": Align.RIGHT}, media=frozenset({Medium.DOCX})),
        Changed("page_number", {"centre": -150.0}, media=frozenset({Medium.PDF})),
    ),
    fine=(Changed("page_number", {"size": 13.0}),),
    check=check,
    form="P09",
)
