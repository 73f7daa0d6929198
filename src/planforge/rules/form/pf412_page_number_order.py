"""PF412: pages are counted from 1 in Arabic figures."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.page_numbers import in_footer, in_header
from planforge.rules.form.sheets import sheets_named
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Sheet
from planforge.words import Words

# "- 2 -" is written in Arabic figures too.
ARABIC = frozenset({"decimal", "numberInDash"})


def check(paper: Anatomy) -> Iterator[Answer]:
    """How the sections of a DOCX count, or what the pages of a PDF show."""
    numbered = [one for one in paper.reading.sheets if in_header(paper, one) or in_footer(paper, one)]
    if not numbered:
        yield NOT_HERE
    elif paper.reading.medium is Medium.DOCX:
        yield from _asked(paper, numbered)
    else:
        yield from _shown(paper)


def _asked(paper: Anatomy, numbered: list[Sheet]) -> Iterator[Answer]:
    for sheet in numbered:
        where = sheets_named(paper, [sheet])
        if sheet.number_format and sheet.number_format not in ARABIC:
            yield paper.finding(
                None,
                where=where,
                found=Words("không dùng chữ số Ả Rập (1, 2, 3 …)", "are not in Arabic figures (1, 2, 3 …)"),
            )
        # Where an annex begins to count is asked by the rule about annexes.
        if sheet is paper.reading.sheets[0] and sheet.first_number not in (None, 1):
            number = sheet.first_number
            yield paper.finding(
                None,
                where=where,
                found=Words(f"bắt đầu từ {number}, phải bắt đầu từ 1", f"are counted from {number}, it must be 1"),
            )


def _shown(paper: Anatomy) -> Iterator[Answer]:
    """The first page whose number is neither the next one, nor that of its place in the file, nor a new beginning."""
    last = 0
    for place, sheet in enumerate(paper.reading.sheets, start=1):
        shown = sheet.shown_number
        if shown is None:
            # The first page of the paper or of an annex: counted as 1, or on from the page before.
            last = 1 if _next_is(paper, place, "2") else last + 1
            continue
        digits = shown.strip("-– ")
        if not (digits.isascii() and digits.isdigit()):
            found = Words(f"ghi là “{shown}”, không phải chữ số Ả Rập", f"show “{shown}”, which is no Arabic figure")
        elif int(digits) in (last + 1, place) or (int(digits) == 1 and place > 2):
            last = int(digits)
            continue
        else:
            found = Words(f"ghi số {digits}, đúng ra là {last + 1}", f"show {digits}, where {last + 1} comes next")
        yield paper.finding(None, where=sheets_named(paper, [sheet]), found=found)
        return


def _next_is(paper: Anatomy, place: int, number: str) -> bool:
    sheets = paper.reading.sheets
    return place < len(sheets) and (sheets[place].shown_number or "").strip("-– ") == number


RULE = Rule(
    code="PF412",
    name="page-number-order",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("trang không được đánh số từ 1 bằng chữ số Ả Rập", "pages are not counted from 1 in Arabic figures"),
    reason=Words(
        "Số trang được đánh từ số 1, bằng chữ số Ả Rập; mỗi phụ lục được đánh số riêng, cũng từ 1.",
        "Pages are counted from 1 in Arabic figures; each annex is counted by itself, from 1 as well.",
    ),
    message=Words("Số trang ({where}) {found}", "the page numbers ({where}) {found}"),
    hint=Words(
        "Word: Format Page Numbers, chọn kiểu 1, 2, 3 và Start at 1.",
        "Word: Format Page Numbers, choose 1, 2, 3 and Start at 1.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.6"),
    flagged=(
        Changed("sheet", {"first_number": 3}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"number_format": "lowerRoman"}, media=frozenset({Medium.DOCX})),
        Changed("page_number", {"text": "7"}, media=frozenset({Medium.PDF})),
        Changed("page_number", {"text": "ii"}, media=frozenset({Medium.PDF})),
    ),
    fine=(
        Changed("sheet", {"first_number": 1}, media=frozenset({Medium.DOCX})),
        Changed("sheet", {"number_format": None}, media=frozenset({Medium.DOCX})),
    ),
    check=check,
    form="P12",
)
