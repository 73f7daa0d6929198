"""PF515: the sizes of the whole paper follow one consistent choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import PARTS, decimal, same_size
from planforge.rules.form.size_profiles import CHOICES, Sized, all_sizes, pairs_agree
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

Choice = Mapping[Component, float]


def check(paper: Anatomy) -> Iterator[Answer]:
    """The components that differ from the choice most of the paper follows; each is told once."""
    sizes = list(all_sizes(paper))
    if not sizes:
        yield NOT_HERE
    if not pairs_agree(paper):
        return
    choice = min(CHOICES, key=lambda one: _strays(sizes, one))
    told: set[Component] = set()
    for one in sizes:
        if not _fits(one, choice) and one.component not in told:
            told.add(one.component)
            yield paper.finding(
                one.paragraph,
                part=PARTS[one.component],
                found=decimal(one.size),
                wanted=decimal(choice[one.component]),
            )


def _strays(sizes: list[Sized], choice: Choice) -> tuple[int, int]:
    """How many components, and then how many paragraphs, differ from a choice."""
    strays = [one.component for one in sizes if not _fits(one, choice)]
    return len(set(strays)), len(strays)


def _fits(one: Sized, choice: Choice) -> bool:
    return same_size(one.size, choice[one.component])


RULE = Rule(
    code="PF515",
    name="size-profile",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("cỡ chữ trong văn bản không thống nhất", "the sizes of a document do not go together"),
    reason=Words(
        "Cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất. Phần đầu có thể chọn cỡ 12-13 hoặc 13-14, phần nội "
        "dung và chữ ký cùng cỡ 13 hoặc cùng cỡ 14; phần đầu cỡ lớn thì nội dung không được nhỏ hơn. Quy tắc này chỉ "
        "xét những cỡ chữ nằm trong khoảng cho phép.",
        "Sizes rise and fall together within a document. The letterhead may be 12-13 or 13-14 pt, text and signature "
        "are 13 or 14 pt alike, and the text is not smaller than a large letterhead asks for. Only sizes inside the "
        "allowed ranges are judged here.",
    ),
    message=Words(
        "{part} có cỡ chữ {found}, phải có cỡ chữ {wanted} để thống nhất với các phần khác của văn bản",
        "{part} is {found} pt; it must be {wanted} pt to go with the rest of the document",
    ),
    hint=Words("Đổi phần này sang cỡ chữ {wanted}.", "Make this part {wanted} pt."),
    law=decree30("Phụ lục I, Phần I, Mục V (ghi chú)", "Appendix I, part I, section V (note)"),
    flagged=(
        Changed("doc_type", {"size": 13.0}),
        Changed("body", {"size": 13.0}),
        Changed("signer_name", {"size": 13.0}),
        Changed("subject", {"size": 13.5}),
    ),
    fine=(
        (
            Changed("national_name", {"size": 12.0}),
            Changed("parent_org", {"size": 12.0}),
            Changed("issuing_org", {"size": 12.0}),
            Changed("national_motto", {"size": 13.0}),
            Changed("place_date", {"size": 13.0}),
        ),
    ),
    check=check,
    form="H15",
)
