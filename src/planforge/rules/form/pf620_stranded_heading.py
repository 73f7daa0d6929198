"""PF620: a heading stays on the page of what it heads."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule
from planforge.rules.form.body_text import once, page_ends, shows_pages, untold
from planforge.rules.form.outline_order import counted, followers, titles
from planforge.verify.anatomy import Anatomy, Level
from planforge.verify.reading import Paragraph
from planforge.words import Words

ALWAYS = (Level.PART, Level.CHAPTER, Level.SECTION_TITLE, Level.HEADING)
SOMETIMES = (Level.CLAUSE, Level.DECIMAL)


def headings(paper: Anatomy) -> list[Paragraph]:
    """The titles of the outline, in order."""
    titled = {ordinal for level in SOMETIMES for ordinal, is_title in titles(paper, level).items() if is_title}
    return [
        one.paragraph
        for one in counted(paper, *ALWAYS, *SOMETIMES)
        if one.level in ALWAYS or one.paragraph.ordinal in titled
    ]


def check(paper: Anatomy) -> Iterator[Answer]:
    """Where pages are known, by them; else by what the file asks the program to keep together."""
    found = headings(paper)
    if not found:
        yield NOT_HERE
        return
    if shows_pages(paper):
        after = followers(paper)
        stranded = [one for one in found if (page := _page_after(one, after)) is not None and page > page_ends(one)]
        yield from once(
            paper, stranded, fault=Words("đứng cuối trang, tách khỏi nội dung", "is the last line of a page")
        )
        return
    if all(one.keep_next is None for one in found):
        yield untold(Words("việc giữ tiêu đề cùng trang với nội dung", "keeping of headings with the text"))
    loose = [one for one in found if one.keep_next is False]
    fault = Words("có thể rơi xuống cuối trang", "may be left at the foot of a page")
    yield from once(paper, loose, fault=fault)


def _page_after(heading: Paragraph, after: dict[int, Paragraph]) -> int | None:
    follower = after.get(heading.ordinal)
    return follower.page if follower is not None else None


RULE = Rule(
    code="PF620",
    name="stranded-heading",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("tiêu đề bị tách khỏi nội dung ở cuối trang", "a heading left at the foot of a page"),
    reason=Words(
        "Tiêu đề phải ở cùng trang với dòng đầu của nội dung; trong Word chọn “Keep with next” cho tiêu đề. Nghị định "
        "không nêu, đây là thông lệ trình bày.",
        "A heading stands on the page of the first line of its text; in Word set “Keep with next”. The decree is "
        "silent; this is good practice.",
    ),
    message=Words("tiêu đề {fault} ({count} chỗ)", "the heading {fault} (places: {count})"),
    hint=Words("Chọn “Keep with next” cho các tiêu đề.", "Set “Keep with next” for headings."),
    flagged=(
        Changed("heading", {"keep_next": False}, media=frozenset({Medium.DOCX})),
        Changed("clause", {"keep_next": False}, index=1, media=frozenset({Medium.DOCX})),
    ),
    fine=(None, Changed("body", {"keep_next": False}, index=1)),
    check=check,
    form="B20",
)
