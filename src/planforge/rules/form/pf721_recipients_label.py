"""PF721: "Nơi nhận:" is bold italic, of 12 pt, at the left edge."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import LOOK_MESSAGE, PARTS, looks
from planforge.rules.form.closing import flush_left
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

LABEL = "Nơi nhận:"


def check(paper: Anatomy) -> Iterator[Answer]:
    """Its words, its looks, its place."""
    label = paper.part(Component.RECIPIENTS_LABEL)
    if label is None:
        yield NOT_HERE
        return
    part = PARTS[Component.RECIPIENTS_LABEL]
    if label.words != LABEL:
        yield paper.finding(
            label,
            part=part,
            found=Words(f"viết “{label.words}”", f"is written “{label.words}”"),
            wanted=Words(f"viết “{LABEL}”", f"be “{LABEL}”"),
        )
    yield from looks(paper, Component.RECIPIENTS_LABEL, label)
    yield from flush_left(paper, [label], part)


RULE = Rule(
    code="PF721",
    name="recipients-label",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("từ “Nơi nhận” sai cách trình bày", "the words “Nơi nhận”"),
    reason=Words(
        "Từ “Nơi nhận” ở một dòng riêng, ngang với quyền hạn, chức vụ của người ký, sát lề trái, sau có dấu hai chấm, "
        "chữ in thường, cỡ chữ 12, kiểu chữ nghiêng, đậm.",
        "The words “Nơi nhận” with a colon have a line of their own, level with the signer's title, at the left "
        "edge, in bold italic lower case of 12 pt.",
    ),
    message=LOOK_MESSAGE,
    law=decree30("Phụ lục I, Phần I, Mục II.9 và Mục V"),
    flagged=(
        Changed("recipients_label", {"text": "Nơi nhận"}),
        Changed("recipients_label", {"size": 14.0}),
        Changed("recipients_label", {"bold": False}),
        Changed("recipients_label", {"italic": False}),
    ),
    fine=(None, Changed("recipients_label", {"keep_next": False})),
    check=check,
    form="R01",
)
