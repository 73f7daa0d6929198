"""PF408: text is black."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.appearance import letters
from planforge.rules.form.text_runs import Tally, every_paragraph
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import BLACK
from planforge.words import Words

# What no eye tells from black on paper.
DARKEST_SEEN = 0x20
# Cells 10a and 10b are printed in red ink.
RED_STAMPS = frozenset({"MẬT", "TỐI MẬT", "TUYỆT MẬT", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC", "HỎA TỐC HẸN GIỜ"})
HIGHLIGHT = "highlight"


def check(paper: Anatomy) -> Iterator[Answer]:
    """One finding for each other colour, and one for highlighting, at the first place."""
    if not paper.reading.paragraphs:
        yield NOT_HERE
    unknown = False
    found = Tally()
    for paragraph in every_paragraph(paper):
        if all(run.colour == BLACK and not run.highlighted for run in paragraph.runs) or paragraph.words in RED_STAMPS:
            continue
        for start, run in letters(paragraph):
            if run.highlighted:
                found.add(HIGHLIGHT, paragraph, start, run)
            elif run.colour is None:
                unknown = True
            elif not is_black(run.colour):
                found.add(run.colour, paragraph, start, run)
    for kind, place in found.places():
        found_kind, wanted = _said(kind)
        yield place.finding(paper, found=found_kind, wanted=wanted)
    if unknown and not found:
        yield Untold(Words("không rõ màu của một phần chữ", "the colour of a part of the text is not known"))


def _said(kind: str) -> tuple[Words, Words]:
    """What was found, and what is wanted instead."""
    if kind == HIGHLIGHT:
        return Words("bị tô nền", "is highlighted"), Words("bỏ tô nền", "not be highlighted")
    return Words(f"có màu #{kind}", f"is #{kind}"), Words("là màu đen", "be black")


def is_black(colour: str) -> bool:
    """Whether six hexadecimal figures are black to the eye."""
    try:
        return all(int(colour[start : start + 2], 16) <= DARKEST_SEEN for start in (0, 2, 4))
    except ValueError:
        return True


RULE = Rule(
    code="PF408",
    name="text-colour",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("chữ không phải màu đen", "text that is not black"),
    reason=Words(
        "Màu chữ của văn bản là màu đen; nền tô để nhắc việc khi soạn cũng phải bỏ trước khi trình ký. Dấu chỉ mức độ "
        "mật, khẩn thì in đỏ.",
        "The text is black; highlighting that served the drafting goes before the document is signed. Stamps of "
        "secrecy and urgency are red.",
    ),
    message=Words(
        "Chữ {found} (số đoạn: {count}), phải {wanted}", "the text {found} (paragraphs: {count}); it must {wanted}"
    ),
    hint=Words(
        "Đặt màu chữ là tự động (Automatic) và bỏ tô nền.", "Set the colour to automatic and remove highlighting."
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.4"),
    flagged=(
        Changed("body", {"colour": "FF0000"}),
        Changed("heading", {"colour": "2E74B5"}),
        Changed("place_date", {"highlighted": True}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("body", {"colour": "0D0D0D"}),),
    check=check,
    form="P08",
)
