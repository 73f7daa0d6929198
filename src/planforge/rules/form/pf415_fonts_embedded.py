"""PF415: a PDF carries its fonts."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, Untold
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Font
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """All fonts that are not in the file, in one finding."""
    fonts = paper.reading.fonts
    if paper.reading.medium is not Medium.PDF or not fonts:
        yield NOT_HERE
        return
    outside = [font.name for font in fonts if font.embedded is False]
    if outside:
        yield paper.finding(None, fonts=", ".join(dict.fromkeys(outside)))
    elif any(font.embedded is None for font in fonts):
        yield Untold(Words("không rõ phông có được nhúng hay không", "it is not known whether the fonts are embedded"))


RULE = Rule(
    code="PF415",
    name="fonts-embedded",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("tệp PDF không nhúng phông chữ", "the PDF does not carry its fonts"),
    reason=Words(
        "Phông không được nhúng thì máy khác lấy phông của mình thay vào: chữ Việt có thể mất dấu, dòng ngắt khác đi. "
        "Nghị định không nói đến việc này.",
        "Where a font is not embedded, another machine takes one of its own: Vietnamese letters lose their marks and "
        "lines break elsewhere. The decree does not speak of it.",
    ),
    message=Words("Phông chữ không được nhúng trong tệp: {fonts}", "fonts that are not embedded in the file: {fonts}"),
    hint=Words("Xuất lại PDF theo chuẩn PDF/A.", "Export the PDF again as PDF/A."),
    flagged=(
        Changed("file", {"fonts": (Font("Times New Roman", embedded=False),)}, media=frozenset({Medium.PDF})),
        Changed(
            "file",
            {"fonts": (Font("Times New Roman", embedded=True), Font("Symbol", embedded=False))},
            media=frozenset({Medium.PDF}),
        ),
    ),
    fine=(None,),
    check=check,
    media=frozenset({Medium.PDF}),
    form="P15",
)
