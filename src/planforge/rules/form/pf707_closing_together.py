"""PF707: signature, name and recipients stand on one page, with at least two lines of the text."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold
from planforge.rules.form.body_text import page_ends, shows_pages
from planforge.rules.form.closing import MOST_KEPT_SIGNERS, closing_parts, is_docx, is_kept_with_next, row_of
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

LEAST_LINES = 2
MOST_LETTERS_OF_A_PAGE = 2400
_TORN = Words("bị ngắt sang trang khác", "is torn over two pages")
_ALONE = Words("đứng riêng một trang, không có ít nhất hai dòng nội dung", "has not two lines of text on its page")
_MAY_TEAR = Words("có thể bị ngắt sang trang khác", "may be torn over two pages")
_MAY_STAND_ALONE = Words("có thể đứng riêng một trang, không có nội dung", "may stand on a page without any text")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Where pages are known, by them; else by what the file asks the program to keep together."""
    parts = closing_parts(paper)
    body = [paragraph for paragraph in paper.body if paragraph.words]
    if not paper.signers or len(paper.signers) > MOST_KEPT_SIGNERS or not body:
        yield NOT_HERE
    elif shows_pages(paper):
        yield from _on_pages(paper, parts, body)
    elif is_docx(paper) and not fits_one_page(paper):
        yield from _asked(paper, parts, body[-1])


def fits_one_page(paper: Anatomy) -> bool:
    """Whether the file says that it has one page, and may be right: programs that lay nothing out count wrongly."""
    return paper.reading.page_count == 1 and len(paper.reading.text) <= MOST_LETTERS_OF_A_PAGE


def _on_pages(paper: Anatomy, parts: list[Paragraph], body: list[Paragraph]) -> Iterator[Answer]:
    pages = [page for part in parts for page in (part.page, page_ends(part)) if page]
    if not pages:
        return
    if min(pages) != max(pages):
        later = next(part for part in parts if part.page != min(pages) or page_ends(part) != min(pages))
        yield paper.finding(later, fault=_TORN)
        return
    lines = [
        line
        for paragraph in body
        for line in ([line.page for line in paragraph.lines] or [paragraph.page or 0, page_ends(paragraph)])
        if line == pages[0]
    ]
    if len(lines) < LEAST_LINES:
        yield paper.finding(parts[0], fault=_ALONE)


def _asked(paper: Anatomy, parts: list[Paragraph], last: Paragraph) -> Iterator[Answer]:
    kept_whole = [part.cell.row_kept_whole for part in parts if part.cell is not None]
    torn = next((part for part in parts if part.cell is not None and part.cell.row_kept_whole is False), None)
    rows = [row_of(part) for part in parts]
    joints = [
        part for part, row, following in zip(parts, rows, rows[1:], strict=False) if row is None or row != following
    ]
    loose = next((part for part in joints if is_kept_with_next(paper, part) is False), None)
    kept = is_kept_with_next(paper, last)
    if torn is not None or loose is not None:
        yield paper.finding(torn or loose, fault=_MAY_TEAR)
    elif kept is False:
        yield paper.finding(last, fault=_MAY_STAND_ALONE)
    if kept is None and all(value is None for value in kept_whole):
        yield Untold(
            Words(
                "tệp không cho biết phần chữ ký có cùng trang hay không", "the file does not tell what is kept together"
            )
        )


RULE = Rule(
    code="PF707",
    name="closing-together",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("phần chữ ký bị ngắt trang hoặc đứng riêng", "the signature is torn or stands alone on a page"),
    reason=Words(
        "Chức vụ, họ tên, nơi nhận phải cùng một trang, có ít nhất hai dòng nội dung đi kèm, để không ai ghép được "
        "chữ ký vào văn bản khác. Nghị định không nêu, đây là thông lệ. Tệp Word không cho biết trang thì xét “Keep "
        "with next” của đoạn cuối và “Allow row to break across pages” của bảng chữ ký.",
        "Title, name and recipients stand on one page with at least two lines of the text, so that nobody can join "
        "the signature to another text. The decree is silent; this is practice. Where a Word file does not tell its "
        "pages, “Keep with next” of the last paragraph and “Allow row to break across pages” of the table decide.",
    ),
    message=Words("phần chữ ký {fault}", "the signature {fault}"),
    flagged=(Changed("body", {"keep_next": False}, index=2, media=frozenset({Medium.DOCX})),),
    fine=(None,),
    check=check,
    form="G07",
)
