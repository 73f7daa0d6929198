"""PF618: parts, chapters and their sections: a centred bold label, and under it a title in centred bold capitals."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import is_upper
from planforge.rules.form.body_text import CHAPTERS, once, share
from planforge.rules.form.outline_faults import order_faults
from planforge.rules.form.outline_order import counted, followers, title_of
from planforge.verify.anatomy import Anatomy, Numbered
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """Order of each level, then labels, then titles; each fault once."""
    marked = counted(paper, *CHAPTERS)
    if not marked:
        yield NOT_HERE
        return
    for level in CHAPTERS:
        yield from order_faults(paper, level)
    labels = [one.paragraph for one in marked]
    inside = {one.paragraph.ordinal: words for one in marked if (words := _title_inside(one))}
    joined = [one.paragraph for one in marked if title_of(one).strip(" .:") and one.paragraph.ordinal not in inside]
    yield from once(
        paper, joined, fault=Words("tiêu đề phải ở dòng dưới", "the title must stand on the line below the label")
    )
    shouted = [one.paragraph for one in marked if is_upper(one.label)]
    yield from once(paper, shouted, fault=Words("từ chỉ phần, chương, mục viết thường", "the label is in lower case"))
    yield from _standing(paper, labels)
    after = followers(paper)
    numbered = {one.paragraph.ordinal for one in paper.numbered}
    titles = [
        title
        for one in marked
        if not title_of(one).strip(" .:") and (title := after.get(one.paragraph.ordinal)) is not None
    ]
    missing = [title for title in titles if title.ordinal in numbered or title.align is Align.BOTH]
    yield from once(paper, missing, fault=Words("thiếu tiêu đề ở dòng này", "the title is missing on this line"))
    lost = {title.ordinal for title in missing}
    present = [title for title in titles if title.ordinal not in lost]
    small = [title for title in present if not is_upper(title.text)]
    small += [one.paragraph for one in marked if not is_upper(inside.get(one.paragraph.ordinal, ""))]
    yield from once(paper, small, fault=Words("tiêu đề phải viết bằng chữ in hoa", "the title must be in capitals"))
    yield from _standing(paper, present)


def _title_inside(one: Numbered) -> str:
    """The title under the label in one paragraph with it, after a line break; empty where it is elsewhere."""
    paragraph = one.paragraph
    lines = [line.text for line in paragraph.lines] or paragraph.text.split("\n")
    alone = " ".join(lines[0].split()).strip(" .:") == one.label.strip(" .:")
    return " ".join(lines[1:]).strip() if alone else ""


def _standing(paper: Anatomy, paragraphs: list[Paragraph]) -> Iterator[Answer]:
    aside = [one for one in paragraphs if one.align not in (None, Align.CENTRE)]
    yield from once(paper, aside, fault=Words("phải canh giữa", "it must be centred"))
    thin = [one for one in paragraphs if (weight := share(one, "bold")) is not None and weight < 1.0]
    yield from once(paper, thin, fault=Words("phải in đậm", "it must be bold"))


RULE = Rule(
    code="PF618",
    name="chapters",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("phần, chương, mục sai cách trình bày", "parts, chapters and sections: number or looks"),
    reason=Words(
        "Từ “Phần”, “Chương”, “Mục” và số thứ tự ở một dòng riêng, canh giữa, chữ in thường, kiểu chữ đứng, đậm; tiêu "
        "đề ở dòng dưới, canh giữa, chữ in hoa, kiểu chữ đứng, đậm.",
        "The words “Phần”, “Chương”, “Mục” with their number have a line of their own, centred, in bold lower case; "
        "the title stands below, centred, in bold capitals.",
    ),
    message=Words("phần, chương, mục: {fault} ({count} chỗ)", "part, chapter or section: {fault} (places: {count})"),
    law=decree30("Phụ lục I, Phần I, Mục II.6 và Mục V"),
    flagged=(
        Changed("chapter", {"text": "Chương III"}, index=1, paper="regulation"),
        Changed("chapter", {"bold": False}, paper="regulation"),
        Changed("chapter", {"text": "CHƯƠNG I"}, paper="regulation"),
        Changed("annex_body", {"text": "Quy định chung"}, paper="regulation"),
        Changed("chapter", {"text": "Chương I\nQuy định chung"}, paper="regulation", media=frozenset({Medium.DOCX})),
    ),
    fine=(
        Changed("annex_body", {"text": "NHỮNG QUY ĐỊNH CHUNG"}, paper="regulation"),
        Changed("chapter", {"text": "Chương I\nQUY ĐỊNH CHUNG"}, paper="regulation", media=frozenset({Medium.DOCX})),
    ),
    check=check,
    form="B18",
)
