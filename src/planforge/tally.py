"""What follows from the counted facts of a year: totals, balances, shares and ranks, computed and never typed.

A total of which a part is unknown is unknown too: None, which papers show as a blank. `computed_from` names the field
of the record that is then to be filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar, TypeVar

from planforge.model.amounts import Money, Points
from planforge.model.fields import Number
from planforge.model.registry import Award, Body, Person, Unit
from planforge.model.results import (
    PHASES,
    Ballot,
    Contribution,
    CriteriaGroup,
    NominationsFile,
    Nominee,
    Registration,
    ScholarshipsFile,
    ScoresFile,
    TitlesFile,
    UnitScore,
)
from planforge.source import Origin, Text

Amount = TypeVar("Amount", Number, Money, Points)


def total(kind: type[Amount], values: Iterable[Amount | None]) -> Amount | None:
    """The sum of amounts, at the place of the first; None where one is unknown, and where there is none at all."""
    known = list(values)
    if not known or any(value is None for value in known):
        return None
    amount = kind(sum(value for value in known if value is not None))
    amount.origin = next((value.origin for value in known if value is not None), None)
    return amount


def share_percent(part: int, whole: int) -> Decimal:
    """A share in per cent, to two places, halves rounded up."""
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def ranks(values: Sequence[Decimal | None]) -> list[int | None]:
    """The rank of each value from the highest; equal values share a rank, and the next one is left out: 1, 1, 3."""
    known = sorted((value for value in values if value is not None), reverse=True)
    return [None if value is None else known.index(value) + 1 for value in values]


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """What one unit registered, in the order of the table's columns: 0 where it registered none, None where unknown."""

    unit: Unit
    counts: tuple[Number | None, ...]
    names: tuple[tuple[Text, ...], ...]
    initiatives: Number | None
    note: Text | None
    record: Registration


@dataclass(frozen=True, slots=True)
class Titles:
    """All registrations as a table: one column for each award that anybody registered."""

    awards: tuple[Award, ...]
    registrations: tuple[RegistrationRow, ...]
    totals: tuple[Number | None, ...]
    initiatives: Number | None
    record: TitlesFile


def tally_titles(file: TitlesFile) -> Titles:
    """The registrations as a table."""
    found = {id(entry.award): entry.award for registration in file.registrations for entry in registration.awards}
    awards = list(found.values())
    rows = tuple(_registration_row(registration, awards) for registration in file.registrations)
    totals = tuple(total(Number, (row.counts[index] for row in rows)) for index in range(len(awards)))
    initiatives = total(Number, (row.initiatives for row in rows))
    return Titles(tuple(awards), rows, totals, initiatives, file)


def _registration_row(registration: Registration, awards: list[Award]) -> RegistrationRow:
    entries = {id(entry.award): entry for entry in registration.awards}
    counts: list[Number | None] = []
    names = []
    for award in awards:
        entry = entries.get(id(award))
        count = Number(0) if entry is None else entry.count
        if entry is not None and entry.names:
            count = Number(len(entry.names))
            count.origin = entry.names[0].origin
        counts.append(count)
        names.append(tuple(entry.names) if entry else ())
    return RegistrationRow(
        registration.unit, tuple(counts), tuple(names), registration.initiatives, registration.note, registration
    )


@dataclass(frozen=True, slots=True)
class PhasePoints:
    """The points of one unit: its own, the inspectors', and those decided on."""

    self_score: Points | None
    cross_check: Points | None
    final: Points | None
    record: UnitScore


@dataclass(frozen=True, slots=True)
class ScoredCriterion:
    """A criterion, and the points of every unit in the order of the units."""

    name: Text
    maximum: Points
    points: tuple[PhasePoints, ...]


@dataclass(frozen=True, slots=True)
class ScoredGroup:
    """A group of criteria with the sums of each unit."""

    name: Text
    maximum: Points | None
    criteria: tuple[ScoredCriterion, ...]
    points: tuple[PhasePoints, ...]


@dataclass(frozen=True, slots=True)
class ScoredUnit:
    """A unit's whole score and its rank by the points decided on."""

    unit: Unit
    points: PhasePoints
    rank: Number | None
    record: UnitScore

    computed_from: ClassVar[Mapping[str, str]] = {"rank": "final"}


@dataclass(frozen=True, slots=True)
class Scores:
    """The scoreboard."""

    groups: tuple[ScoredGroup, ...]
    units: tuple[ScoredUnit, ...]
    maximum: Points | None
    record: ScoresFile

    computed: ClassVar[tuple[str, ...]] = ("ranking",)

    @property
    def ranking(self) -> tuple[ScoredUnit, ...]:
        """The units by rank, those without one last."""
        return tuple(sorted(self.units, key=lambda unit: unit.rank or len(self.units) + 1))


def tally_scores(file: ScoresFile) -> Scores:
    """Sums by group and unit, and ranks."""
    groups = tuple(_scored_group(group, file.units) for group in file.groups)
    sums = [_phase_sums(unit, (group.points[index] for group in groups)) for index, unit in enumerate(file.units)]
    units = []
    for unit, points, rank in zip(file.units, sums, ranks([points.final for points in sums]), strict=True):
        number = None if rank is None else Number(rank)
        if number is not None and points.final is not None:
            number.origin = points.final.origin
        units.append(ScoredUnit(unit.unit, points, number, unit))
    return Scores(groups, tuple(units), total(Points, (group.maximum for group in groups)), file)


def _scored_group(group: CriteriaGroup, units: list[UnitScore]) -> ScoredGroup:
    criteria = tuple(
        ScoredCriterion(
            criterion.name,
            criterion.maximum,
            tuple(_by_phase(unit, [getattr(unit, phase).get(key) for phase in PHASES]) for unit in units),
        )
        for key, criterion in group.criteria.items()
    )
    sums = tuple(_phase_sums(unit, (one.points[index] for one in criteria)) for index, unit in enumerate(units))
    return ScoredGroup(group.name, total(Points, (criterion.maximum for criterion in criteria)), criteria, sums)


def _phase_sums(unit: UnitScore, parts: Iterable[PhasePoints]) -> PhasePoints:
    rows = list(parts)
    return _by_phase(unit, [total(Points, (getattr(row, phase) for row in rows)) for phase in PHASES])


def _by_phase(unit: UnitScore, points: Sequence[Points | None]) -> PhasePoints:
    own, inspected, final = points
    return PhasePoints(own, inspected, final, unit)


@dataclass(frozen=True, slots=True)
class VotedNominee:
    """A nominee with the share of the votes; `passed` is None where the votes or the threshold are not known."""

    name: Text | None
    unit: Unit | None
    person: Person | None
    votes: Number | None
    against: Number | None
    share: Points | None
    passed: bool | None
    achievement: Text | None
    record: Nominee

    computed_from: ClassVar[Mapping[str, str]] = {"share": "votes", "name": "unit"}


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote on one award; `proposed` are the nominees that the vote did not refuse."""

    award: Award
    proposed_to: Body | None
    unanimous: bool
    nominees: tuple[VotedNominee, ...]
    proposed: tuple[VotedNominee, ...]
    count: Number


@dataclass(frozen=True, slots=True)
class Nominations:
    """All votes, and the ballot; the electorate is the total membership, whoever was present."""

    ballot: Ballot
    electorate: Number | None
    nominations: tuple[Vote, ...]
    record: NominationsFile

    computed_from: ClassVar[Mapping[str, str]] = {"electorate": "ballot"}


def tally_nominations(file: NominationsFile, member_count: Number | None) -> Nominations:
    """Shares of the total membership, and who is proposed for what."""
    electorate = member_count if file.ballot.electorate is None else file.ballot.electorate
    votes = []
    for nomination in file.nominations:
        nominees = tuple(_voted(nominee, file.ballot, electorate) for nominee in nomination.nominees)
        proposed = tuple(nominee for nominee in nominees if nominee.passed is not False)
        count = Number(len(proposed))
        count.origin = nomination.award.name.origin
        votes.append(
            Vote(nomination.award, nomination.proposed_to, bool(nomination.unanimous), nominees, proposed, count)
        )
    return Nominations(file.ballot, electorate, tuple(votes), file)


def _voted(nominee: Nominee, ballot: Ballot, electorate: Number | None) -> VotedNominee:
    share, passed = None, None
    if nominee.votes is not None and electorate:
        exact = Decimal(int(nominee.votes)) * 100 / Decimal(int(electorate))
        share = Points(share_percent(nominee.votes, electorate))
        share.origin = nominee.votes.origin
        passed = None if ballot.pass_percent is None else exact >= ballot.pass_percent
    named = nominee.unit or nominee.person
    return VotedNominee(
        named.name if named else None,
        nominee.unit,
        nominee.person,
        nominee.votes,
        nominee.against,
        share,
        passed,
        nominee.achievement,
        nominee,
    )


@dataclass(frozen=True, slots=True)
class GivenSum:
    """One contribution, with the name of who gave."""

    name: Text | None
    amount: Money | None
    date: object
    record: Contribution


@dataclass(frozen=True, slots=True)
class AwardedScholarships:
    """Scholarships awarded together, with their sum."""

    count: Number | None
    amount_each: Money | None
    amount: Money | None
    recipients: Text | None
    schools: tuple[Unit, ...] | None
    date: object
    record: object


@dataclass(frozen=True, slots=True)
class Scholarships:
    """The fund's year: opening + contributed = raised_to; raised_to - awarded - spent = closing."""

    name: Text
    keeper: Unit | None
    opening: Money | None
    contributed: Money | None
    raised_to: Money | None
    contributions: tuple[GivenSum, ...]
    scholarships: tuple[AwardedScholarships, ...]
    scholarship_count: Number | None
    awarded: Money | None
    expenses: tuple[object, ...]
    spent: Money
    closing: Money | None
    record: ScholarshipsFile

    computed_from: ClassVar[Mapping[str, str]] = {
        "scholarship_count": "scholarships",
        "awarded": "scholarships",
        "closing": "scholarships",
    }


def tally_scholarships(file: ScholarshipsFile) -> Scholarships:
    """Totals and balances; of opening, contributed and raised_to, two give the third."""
    contributed = file.contributed
    if file.contributions:
        contributed = total(Money, (contribution.amount for contribution in file.contributions))
    opening, raised_to = file.opening, file.raised_to
    if raised_to is None and opening is not None and contributed is not None:
        raised_to = _money(opening + contributed, contributed.origin)
    elif opening is None and raised_to is not None and contributed is not None:
        opening = _money(raised_to - contributed, raised_to.origin)
    elif contributed is None and raised_to is not None and opening is not None and not file.contributions:
        contributed = _money(raised_to - opening, raised_to.origin)
    scholarships = tuple(
        AwardedScholarships(
            one.count,
            one.amount_each,
            None
            if one.count is None or one.amount_each is None
            else _money(one.count * one.amount_each, one.amount_each.origin),
            one.recipients,
            tuple(one.schools) or None,
            one.date,
            one,
        )
        for one in file.scholarships
    )
    awarded = total(Money, (one.amount for one in scholarships)) if scholarships else Money(0)
    spent = total(Money, (expense.amount for expense in file.expenses)) or Money(0)
    closing = None if raised_to is None or awarded is None else _money(raised_to - awarded - spent, raised_to.origin)
    return Scholarships(
        name=file.name,
        keeper=file.keeper,
        opening=opening,
        contributed=contributed,
        raised_to=raised_to,
        contributions=tuple(
            GivenSum(one.unit.name if one.unit else one.giver, one.amount, one.date, one) for one in file.contributions
        ),
        scholarships=scholarships,
        scholarship_count=total(Number, (one.count for one in file.scholarships)),
        awarded=awarded,
        expenses=tuple(file.expenses),
        spent=spent,
        closing=closing,
        record=file,
    )


def _money(amount: int, origin: Origin | None) -> Money:
    money = Money(amount)
    money.origin = origin
    return money
