"""PF514: components of the letterhead that go together are of one size."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.decree30 import Component
from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.appearance import PARTS, decimal, mid_sentence, same_size
from planforge.rules.form.size_profiles import ALIKE, Sized, head_sizes
from planforge.verify.anatomy import Anatomy
from planforge.words import Words


def check(paper: Anatomy) -> Iterator[Answer]:
    """In each group, the component that differs from the others, or the second of two."""
    sizes: dict[Component, Sized] = {}
    for one in head_sizes(paper):
        sizes.setdefault(one.component, one)
    if len(sizes) < 2:
        yield NOT_HERE
    for group in ALIKE:
        found = [sizes[component] for component in group if component in sizes]
        odd = _odd_one(found)
        if odd is not None:
            other = next(one for one in found if not same_size(one.size, odd.size))
            yield paper.finding(
                odd.paragraph,
                part=PARTS[odd.component],
                found=decimal(odd.size),
                other=mid_sentence(PARTS[other.component]),
                size=decimal(other.size),
            )


def _odd_one(found: list[Sized]) -> Sized | None:
    """The component that the fewest others agree with; the last such. None where all agree."""
    agreeing = [sum(same_size(one.size, other.size) for other in found) for one in found]
    if all(count == len(found) for count in agreeing):
        return None
    return found[max(range(len(found)), key=lambda index: (-agreeing[index], index))]


RULE = Rule(
    code="PF514",
    name="letterhead-sizes",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("các thành phần ở đầu văn bản không cùng cỡ chữ", "parts of the letterhead differ in size"),
    reason=Words(
        "Cỡ chữ trong một văn bản tăng, giảm phải thống nhất: Quốc hiệu, tên cơ quan chủ quản và tên cơ quan ban hành "
        "cùng một cỡ; Tiêu ngữ cùng cỡ với địa danh và thời gian.",
        "Sizes rise and fall together within a document: the national name, the parent and the issuing body are of one "
        "size; the motto is as large as the place and date.",
    ),
    message=Words(
        "{part} có cỡ chữ {found} mà {other} có cỡ chữ {size}, hai phần này phải cùng cỡ",
        "{part} is {found} pt and {other} {size} pt, the two must be of one size",
    ),
    hint=Words(
        "Chọn 12-12-12-13-13 hoặc 13-13-13-14-14 cho Quốc hiệu, hai tên cơ quan, Tiêu ngữ, địa danh.",
        "Choose 12-12-12-13-13 or 13-13-13-14-14 for national name, both bodies, motto, place and date.",
    ),
    law=decree30("Phụ lục I, Phần I, Mục V (ghi chú)", "Appendix I, part I, section V (note)"),
    flagged=(
        Changed("national_name", {"size": 12.0}),
        Changed("issuing_org", {"size": 12.0}),
        Changed("parent_org", {"size": 12.0}),
        Changed("place_date", {"size": 13.0}),
    ),
    fine=(
        (
            Changed("national_name", {"size": 12.0}),
            Changed("parent_org", {"size": 12.0}),
            Changed("issuing_org", {"size": 12.0}),
        ),
    ),
    check=check,
    form="H14",
)
