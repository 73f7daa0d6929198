"""PF407: the font is Times New Roman."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import FONT_FAMILY
from planforge.diagnostics import Severity
from planforge.fonts import SYSTEM_FAMILIES
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold, decree30
from planforge.rules.form.appearance import letters
from planforge.rules.form.text_runs import Tally, every_paragraph
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

# As wide as Times New Roman, glyph by glyph; a PDF without the licensed font shows these in its place.
TWINS = frozenset(name.casefold() for name in SYSTEM_FAMILIES)
NAMES = frozenset({FONT_FAMILY.casefold(), "times new roman ps", "timesnewroman"})


def check(paper: Anatomy) -> Iterator[Answer]:
    """One finding for each other font, at its first place."""
    fine = NAMES | TWINS if paper.reading.medium is Medium.PDF else NAMES
    if not paper.reading.paragraphs:
        yield NOT_HERE
    unknown = False
    found = Tally()
    for paragraph in every_paragraph(paper):
        if all(run.font == FONT_FAMILY for run in paragraph.runs):
            continue
        for start, run in letters(paragraph):
            if run.font is None:
                unknown = True
            elif run.font.casefold() not in fine:
                found.add(run.font, paragraph, start, run)
    for font, place in found.places():
        yield place.finding(paper, font=font, wanted=FONT_FAMILY)
    if unknown and not found:
        yield Untold(Words("không rõ phông chữ của một phần văn bản", "the font of a part of the text is not known"))


RULE = Rule(
    code="PF407",
    name="font",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("phông chữ không phải Times New Roman", "the font is not Times New Roman"),
    reason=Words(
        "Văn bản dùng phông chữ tiếng Việt Times New Roman. Trong tệp PDF, phông cùng số đo được dùng thay khi máy "
        "không có Times New Roman (Tinos, Liberation Serif) thì không báo: chữ rộng, cao và ngắt dòng như nhau.",
        "Documents are set in Times New Roman. In a PDF the fonts of the same measures that stand in where Times New "
        "Roman is not installed (Tinos, Liberation Serif) are left alone: letters and lines are as wide and as high.",
    ),
    message=Words(
        "Phông chữ là “{font}” (số đoạn: {count}), phải là “{wanted}”",
        "the font is “{font}” (paragraphs: {count}), it must be “{wanted}”",
    ),
    hint=Words(
        "Đổi phông ngay trong kiểu Normal để cả văn bản cùng đổi.",
        "Change the font of the style Normal, which changes all.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục I.4"),
    flagged=(
        Changed("body", {"font": "Arial"}),
        Changed("national_motto", {"font": ".VnTime"}),
        Changed("page_number", {"font": "Calibri"}),
        Changed("clause", {"font": "Liberation Serif"}, media=frozenset({Medium.DOCX})),
    ),
    fine=(
        Changed("body", {"font": "Tinos"}, media=frozenset({Medium.PDF})),
        Changed("body", {"font": "times new roman"}),
    ),
    check=check,
    form="P07",
)
