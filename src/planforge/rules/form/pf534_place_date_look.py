"""PF534: the place and date are italic, 13-14 pt, not bold, in the middle of the right column."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, looks
from planforge.rules.form.letterhead_parts import centred_under
from planforge.rules.form.wording import FORM_MINUTES
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Align
from planforge.words import Words

PART = PARTS[Component.PLACE_DATE]


def check(paper: Anatomy) -> Iterator[Answer]:
    """Size, weight, slant and place; of minutes it is only said that they have no such line.

    Of a PDF nobody sees how far the room goes that is left after "năm" for a year written by hand.
    """
    line = paper.part(Component.PLACE_DATE)
    if line is None or paper.form == FORM_MINUTES:
        yield NOT_HERE
        return
    yield from looks(paper, Component.PLACE_DATE, line)
    if paper.reading.medium is Medium.PDF and line.words.endswith("năm"):
        return
    yield from centred_under(paper, line, paper.part(Component.NATIONAL_MOTTO), PART)


RULE = Rule(
    code="PF534",
    name="place-date-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words(
        "địa danh và thời gian sai cỡ chữ, kiểu chữ hoặc vị trí", "place and date have the wrong size, style or place"
    ),
    reason=Words(
        "Địa danh và thời gian: chữ in thường, cỡ chữ 13-14, kiểu chữ nghiêng, không đậm, canh giữa dưới Quốc hiệu và "
        "Tiêu ngữ.",
        "Place and date are in lower case, 13-14 pt, italic and not bold, in the middle under the national name and "
        "motto.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.4"),
    flagged=(
        Changed("place_date", {"size": 12.0}),
        Changed("place_date", {"italic": False}),
        Changed("place_date", {"bold": True}),
        Changed("place_date", {"align": Align.RIGHT}, media=frozenset({Medium.DOCX})),
    ),
    fine=(Changed("place_date", {"colour": "000000"}),),
    check=check,
    form="D04",
)
