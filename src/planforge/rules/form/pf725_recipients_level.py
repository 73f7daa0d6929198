"""PF725: "Nơi nhận" is level with the authority and title of the signer."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.closing import MINUTES, is_docx, row_of
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph
from planforge.words import Words

# Lines of 12 and of 14 pt that begin at the same height have their baselines two points apart.
NEAR_PT = 5.0
LINE_PT = 16.1
_UNKNOWN = Untold(
    Words("không rõ “Nơi nhận” có ngang với chức vụ hay không", "it is not known what “Nơi nhận” is level with")
)


def check(paper: Anatomy) -> Iterator[Answer]:
    """Where one signs; in minutes the recipients stand below the secretary, and many signatures fill a page."""
    label = paper.part(Component.RECIPIENTS_LABEL)
    authority = paper.signers[0].authority if len(paper.signers) == 1 else ()
    if label is None or not authority or paper.form == MINUTES:
        yield NOT_HERE
        return
    level = is_level_docx(paper, label, authority[0]) if is_docx(paper) else is_level_pdf(label, authority[0])
    if level is None:
        yield _UNKNOWN
    elif not level:
        yield paper.finding(label, title=authority[0].words)


def is_level_docx(paper: Anatomy, label: Paragraph, title: Paragraph) -> bool | None:
    """By the row of the table and by what stands above each in its cell; None outside of tables."""
    row, other = row_of(label), row_of(title)
    if row is None or other is None:
        return None
    depth, other_depth = _depth(paper, label), _depth(paper, title)
    return row == other and abs(depth - other_depth) <= NEAR_PT


def _depth(paper: Anatomy, paragraph: Paragraph) -> float:
    """How far below the top of its cell a paragraph begins, in points, about."""
    cell = paragraph.cell
    above = [one for one in paper.reading.paragraphs if one.cell == cell and one.ordinal < paragraph.ordinal]
    return (paragraph.gap or 0.0) + sum((one.gap or 0.0) + (one.spacing or 1.0) * LINE_PT for one in above)


def is_level_pdf(label: Paragraph, title: Paragraph) -> bool | None:
    """By what is drawn; None where a line is not known."""
    if not label.lines or not title.lines:
        return None
    first, second = label.lines[0], title.lines[0]
    return first.page == second.page and abs(first.baseline - second.baseline) <= NEAR_PT


RULE = Rule(
    code="PF725",
    name="recipients-level",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("“Nơi nhận” không ngang với chức vụ của người ký", "“Nơi nhận” is not level with the signer's title"),
    reason=Words(
        "Từ “Nơi nhận” được trình bày trên một dòng riêng, ngang hàng với dòng quyền hạn, chức vụ của người ký. Biên "
        "bản thì nơi nhận ở dưới chữ ký của thư ký.",
        "The words “Nơi nhận” have a line of their own, level with the signer's authority and title. In minutes the "
        "recipients stand below the secretary.",
    ),
    message=Words(
        "“Nơi nhận” không ngang với dòng “{title}”",
        "“Nơi nhận” is not level with the line “{title}”",
    ),
    hint=Words("Đặt cả hai vào một hàng của bảng không viền.", "Put both in one row of a table without borders."),
    law=decree30("Phụ lục I, Phần I, Mục II.9"),
    flagged=(Changed("recipients_label", {"gap": 40.0}, media=frozenset({Medium.DOCX})),),
    fine=(None, Changed("recipients_label", {"gap": 10.0})),
    check=check,
    form="R05",
)
