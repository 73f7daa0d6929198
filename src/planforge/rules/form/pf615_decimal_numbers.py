"""PF615: decimal numbers, where a paper uses them, agree with their clause and are not mixed with points."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.outline_order import counted
from planforge.verify.anatomy import Anatomy, Level, Numbered
from planforge.words import Words

Path = tuple[int, ...]


def path_of(label: str) -> Path | None:
    """The numbers of a decimal label: "1.10." is (1, 10); None where it holds anything else."""
    parts = label.strip().rstrip(".").split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else None


def wanted_after(clause: Path | None, previous: Path | None, found: Path) -> Path | None:
    """What should stand where `found` stands; None where it is right or nothing can be said.

    `previous` is the decimal before it in the same clause, `clause` that clause's own number.
    """
    parent = clause[:1] if clause else found[:1]
    if previous is None:
        return None if found == (*parent, 1) else (*parent, 1)
    next_ones = [(*previous, 1)]
    next_ones += [(*previous[: depth - 1], previous[depth - 1] + 1) for depth in range(len(previous), 1, -1)]
    if found in next_ones:
        return None
    return next((one for one in next_ones if len(one) == len(found)), next_ones[-1])


def check(paper: Anatomy) -> Iterator[Answer]:
    """The first wrong number of each clause; the first point beside decimals of the same clause."""
    marked = counted(paper)
    if all(one.level is not Level.DECIMAL for one in marked):
        yield NOT_HERE
        return
    for clause, inner in _clauses(marked):
        yield from _order(paper, clause, [one for one in inner if one.level is Level.DECIMAL])
        yield from _mixture(paper, inner)


def _clauses(marked: list[Numbered]) -> Iterator[tuple[Path | None, list[Numbered]]]:
    """What stands in each clause, with the clause's number; None for what stands outside of clauses."""
    clause: Path | None = None
    inner: list[Numbered] = []
    annex: int | None = None
    for one in marked:
        if one.level not in (Level.DECIMAL, Level.POINT, Level.DASH) or one.annex != annex:
            yield clause, inner
            annex, inner = one.annex, []
            clause = (one.number,) if one.level is Level.CLAUSE and one.number is not None else None
        if one.level in (Level.DECIMAL, Level.POINT):
            inner.append(one)
    yield clause, inner


def _order(paper: Anatomy, clause: Path | None, decimals: list[Numbered]) -> Iterator[Answer]:
    previous: Path | None = None
    for one in decimals:
        found = path_of(one.label)
        if found is None:
            return
        wanted = wanted_after(clause, previous, found)
        if wanted is not None:
            label, right = one.label.strip(), ".".join(map(str, wanted)) + "."
            fault = Words(f"“{label}” ở đây phải là “{right}”", f"“{label}” should be “{right}” here")
            yield paper.finding(one.paragraph, fault=fault)
            return
        previous = found


def _mixture(paper: Anatomy, inner: list[Numbered]) -> Iterator[Answer]:
    """Points before the first decimal of a clause stand on the same level as it."""
    first = next((index for index, one in enumerate(inner) if one.level is Level.DECIMAL), 0)
    if first:
        point, decimal = inner[0].label.strip(), inner[first].label.strip()
        fault = Words(
            f"trong cùng một khoản vừa có điểm “{point}” vừa có số “{decimal}”",
            f"one clause has the point “{point}” and the number “{decimal}” side by side",
        )
        yield paper.finding(inner[first].paragraph, fault=fault)


RULE = Rule(
    code="PF615",
    name="decimal-numbers",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("số thập phân (1.1, 1.2) không khớp với khoản", "decimal numbers that do not agree with their clause"),
    reason=Words(
        "Nghị định không có cách đánh số 1.1, 1.2: dưới khoản là điểm a), b). Nhiều cơ quan vẫn dùng số thập phân; "
        "quy tắc này chỉ báo khi số sai (1.1 dưới khoản 2, bỏ số, lặp số) hoặc dùng lẫn với điểm trong cùng một "
        "khoản.",
        "The decree knows no 1.1, 1.2: below a clause there are points a), b). Many bodies use decimals all the "
        "same; this rule speaks only where they are wrong (1.1 under clause 2, skipped, doubled) or mixed with "
        "points in one clause.",
    ),
    message=Words("số thập phân: {fault}", "decimal numbers: {fault}"),
    law=decree30("Phụ lục I, Phần I, Mục II.6"),
    flagged=(
        Changed("decimal", {"text": "1.3. Các đơn vị bám sát nhiệm vụ trọng tâm của ngành."}, index=1, paper="report"),
        Changed("decimal", {"text": "2.1. Các đơn vị bám sát nhiệm vụ trọng tâm của ngành."}, paper="report"),
    ),
    fine=(None, Changed("decimal", {"size": 13.0}, paper="report")),
    check=check,
    form="B15",
)
