"""PF531: the place and date are there and rightly written."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS
from planforge.rules.form.place_line import read_place_line
from planforge.rules.form.wording import FORM_MINUTES, absent, quoted
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

EXAMPLE = "Hà Nội, ngày 05 tháng 3 năm 2020"
WANTED = Words(f"viết theo dạng “{EXAMPLE}”", f"be written like “{EXAMPLE}”")


def check(paper: Anatomy) -> Iterator[Answer]:
    """The words of the line; zeros and the calendar are asked by other rules, minutes have none."""
    line = paper.part(Component.PLACE_DATE)
    if paper.form == FORM_MINUTES:
        yield NOT_HERE
    elif line is None:
        yield from absent(paper, Component.PLACE_DATE, WANTED)
    elif read_place_line(line.words) is None:
        yield paper.finding(line, part=PARTS[Component.PLACE_DATE], found=quoted(line.words), wanted=WANTED)


RULE = Rule(
    code="PF531",
    name="place-date",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("địa danh và thời gian thiếu hoặc viết sai", "the place and date are missing or wrongly written"),
    reason=Words(
        "Sau địa danh có dấu phẩy; ngày, tháng, năm viết đầy đủ bằng chữ “ngày … tháng … năm …” với chữ số Ả Rập. Dự "
        "thảo thì để trống. Biên bản không có phần này.",
        "A comma follows the place; the date is written in full, “ngày … tháng … năm …”, in Arabic figures. A draft "
        "leaves blanks. Minutes have no such line.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Điều 8; Phụ lục I, Phần I, Mục II.4"),
    flagged=(
        Changed("place_date", {"text": "Hà Nội ngày 05 tháng 3 năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, Ngày 05 tháng 3 năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 05/3/2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 05 tháng 3 năm 2030."}),
    ),
    fine=(
        Changed("place_date", {"text": "Hà Nội, ngày     tháng     năm 2030"}),
        Changed("place_date", {"text": "Thành phố Hồ Chí Minh, ngày ... tháng ... năm 2030"}),
        Changed("place_date", {"text": "Hà Nội, ngày 15 tháng 12 năm 2030"}),
    ),
    check=check,
    form="D01",
)
