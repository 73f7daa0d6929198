"""PF722: the list of recipients is upright, of 11 pt, each with a dash at the left edge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, all_look
from planforge.rules.form.closing import flush_left, recipient_items
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

# Which dash it is concerns the rule about dashes.
DASH = re.compile(r"[-\u2010-\u2015\u2212]\s")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Looks of all items, then the first one without a dash, then their place."""
    items = paper.all_of(Component.RECIPIENTS)
    if not items:
        yield NOT_HERE
        return
    part = PARTS[Component.RECIPIENTS]
    yield from all_look(paper, Component.RECIPIENTS, items)
    firsts = [first for first, _ in recipient_items(paper)]
    bare = next((item for item in firsts if not DASH.match(item.words)), None)
    if bare is not None:
        yield paper.finding(
            bare,
            part=part,
            found=Words("không bắt đầu bằng “- ”", "does not begin with “- ”"),
            wanted=Words("có gạch đầu dòng và một dấu cách", "begin with a dash and a space"),
        )
    yield from flush_left(paper, firsts, part)


RULE = Rule(
    code="PF722",
    name="recipients-look",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("danh sách nơi nhận sai cách trình bày", "the looks of the list of recipients"),
    reason=Words(
        "Mỗi nơi nhận ở một dòng riêng, đầu dòng có gạch sát lề trái, chữ in thường, cỡ chữ 11, kiểu chữ đứng.",
        "Each recipient has a line of its own that begins with a dash at the left edge, in upright lower case of 11 "
        "pt.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.9 và Mục V"),
    flagged=(
        Changed("recipients", {"size": 12.0}),
        Changed("recipients", {"italic": True}, index=1),
        Changed("recipients", {"bold": True}, index=2),
        Changed("recipients", {"text": "Bộ Ví dụ (để báo cáo);"}),
    ),
    fine=(None, Changed("recipients", {"text": "- Bộ Ví dụ;"}), Changed("recipients", {"text": "– Bộ Ví dụ;"})),
    check=check,
    form="R02",
)
