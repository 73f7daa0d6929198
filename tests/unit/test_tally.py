"""Totals, shares, ranks and balances: computed exactly, and unknown where a part of them is."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from planforge.model.amounts import Money, Points
from planforge.model.fields import Number
from planforge.model.registry import Award, Unit
from planforge.model.results import NominationsFile, ScholarshipsFile, ScoresFile, TitlesFile
from planforge.source import Text
from planforge.tally import (
    Nominations,
    ranks,
    share_percent,
    tally_nominations,
    tally_scholarships,
    tally_scores,
    tally_titles,
    total,
)

# The same examples in every run, and few enough to stay quick.
FEW = settings(derandomize=True, deadline=None, max_examples=60, database=None)

UNITS = {f"don_vi_{number}": Unit(name=Text(f"Đơn vị {number}")) for number in range(6)}
AWARDS = {f"danh_hieu_{number}": Award(name=Text(f"Danh hiệu {number}")) for number in range(4)}
CONTEXT: dict[str, Any] = {"units": UNITS, "awards": AWARDS, "people": {}, "bodies": {}}
File = TypeVar("File")
SUMS = st.integers(0, 10**12)
MAYBE_SUMS = st.none() | SUMS
COUNTS = st.none() | st.integers(0, 50)


def read(kind: type[File], data: Any) -> File:
    """A file as its model, from plain values: None stands for a key that is left out."""
    return TypeAdapter(kind).validate_python(_written(data), context=CONTEXT)


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _written(one) for key, one in value.items() if one is not None}
    return [_written(one) for one in value] if isinstance(value, list) else Text(str(value))


# Totals.


@FEW
@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_a_total_is_the_sum(amounts: list[int]) -> None:
    assert total(Money, map(Money, amounts)) == sum(amounts)


@FEW
@given(st.lists(st.integers(0, 10**9)), st.data())
def test_a_total_with_an_unknown_part_is_unknown(amounts: list[int], data: st.DataObject) -> None:
    parts: list[Number | None] = list(map(Number, amounts))
    parts.insert(data.draw(st.integers(0, len(parts))), None)
    assert total(Number, parts) is None


def test_a_total_of_nothing_is_unknown() -> None:
    assert total(Points, []) is None


def test_a_total_of_noughts_is_nought_and_known() -> None:
    assert total(Number, [Number(0), Number(0)]) == 0


@FEW
@given(st.lists(st.decimals(0, 1000, places=4), min_size=1, max_size=40))
def test_points_are_added_exactly(points: list[Decimal]) -> None:
    found = total(Points, map(Points, points))
    assert found is not None
    assert Fraction(found) == sum(map(Fraction, points))


# Ranks.

POINTS = st.none() | st.decimals(0, 10, places=1)


@FEW
@given(st.lists(POINTS, max_size=12))
def test_a_rank_counts_those_that_are_better(points: list[Decimal | None]) -> None:
    """Equal values share a rank and the next one is left out; what is unknown has none and takes none away."""
    expected = [
        None if value is None else 1 + sum(other is not None and other > value for other in points) for value in points
    ]
    assert ranks(points) == expected


def test_the_example_of_the_manual() -> None:
    assert ranks([Decimal(value) for value in ("90", "95", "80", "85", "85", "70")]) == [2, 1, 5, 3, 3, 6]


def test_equal_points_are_equal_however_written() -> None:
    assert ranks([Decimal("8.50"), Decimal("8.5"), Decimal(8)]) == [1, 1, 3]


# Shares.


@st.composite
def parts_of_a_whole(draw: st.DrawFn) -> tuple[list[int], int]:
    parts = draw(st.lists(st.integers(0, 500), min_size=1, max_size=8).filter(any))
    return parts, sum(parts)


@FEW
@given(parts_of_a_whole())
def test_a_share_is_the_nearest_hundredth_with_halves_up(drawn: tuple[list[int], int]) -> None:
    parts, whole = drawn
    for part in parts:
        share, exact = share_percent(part, whole), Fraction(100 * part, whole)
        assert 0 <= share <= 100
        assert share.as_tuple().exponent == -2
        # Half-up: the exact share lies in [share - 0.005, share + 0.005).
        assert -Fraction(1, 200) <= exact - Fraction(share) < Fraction(1, 200)


@FEW
@given(parts_of_a_whole())
def test_shares_add_up_to_the_whole_but_for_rounding(drawn: tuple[list[int], int]) -> None:
    parts, whole = drawn
    shares = sum((share_percent(part, whole) for part in parts), Decimal())
    assert abs(shares - 100) <= Decimal("0.005") * len(parts)
    if not any(10_000 * part % whole for part in parts):
        assert shares == 100


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(7, 8, "87.50"), (2, 3, "66.67"), (1, 3, "33.33"), (1, 16, "6.25"), (1, 800, "0.13"), (0, 9, "0"), (9, 9, "100")],
)
def test_shares_as_the_papers_print_them(part: int, whole: int, share: str) -> None:
    assert share_percent(part, whole) == Decimal(share)


# Votes.


def vote(votes: int | None, mark: str | None, electorate: int | None = None, members: int | None = None) -> Nominations:
    ballot = {"electorate": electorate, "pass_percent": mark}
    nominee = {"unit": "don_vi_0", "votes": votes}
    file = read(NominationsFile, {"ballot": ballot, "nominations": [{"award": "danh_hieu_0", "nominees": [nominee]}]})
    return tally_nominations(file, None if members is None else Number(members))


@pytest.mark.parametrize(
    ("votes", "of", "mark", "passed"),
    [
        (4, 5, "80", True),
        (3, 4, "75", True),
        (7, 8, "87,5", True),
        (7, 8, "87,51", False),
        # Two thirds are printed as 66,67 %, and are less than that.
        (2, 3, "66,67", False),
        (2, 3, "66,66", True),
        # 79,996 % is printed as 80 %, and is less than that.
        (19999, 25000, "80", False),
        (0, 5, "0", True),
    ],
)
def test_who_has_exactly_the_mark_has_passed(votes: int, of: int, mark: str, passed: bool) -> None:
    nomination = vote(votes, mark, electorate=of).nominations[0]
    assert nomination.nominees[0].passed is passed
    assert len(nomination.proposed) == nomination.count == int(passed)


@FEW
@given(st.integers(1, 200), st.data())
def test_passing_goes_by_the_exact_share(of: int, data: st.DataObject) -> None:
    votes, mark = data.draw(st.integers(0, of)), data.draw(st.decimals(0, 100, places=2))
    one = vote(votes, str(mark), electorate=of).nominations[0].nominees[0]
    assert one.passed is (Fraction(100 * votes, of) >= Fraction(mark))
    assert one.share == share_percent(votes, of)


@pytest.mark.parametrize(
    ("votes", "mark", "electorate", "members"),
    [(None, "80", 5, 5), (4, None, 5, 5), (4, "80", None, None)],
    ids=["no votes", "no mark", "no electorate"],
)
def test_what_is_unknown_refuses_nobody(
    votes: int | None, mark: str | None, electorate: int | None, members: int | None
) -> None:
    nomination = vote(votes, mark, electorate, members).nominations[0]
    assert nomination.nominees[0].passed is None
    assert nomination.proposed == nomination.nominees


def test_shares_are_of_the_whole_membership_unless_the_ballot_says_otherwise() -> None:
    assert vote(4, "80", members=8).electorate == 8
    assert vote(4, "80", members=8).nominations[0].nominees[0].share == 50
    assert vote(4, "80", electorate=5, members=8).nominations[0].nominees[0].share == 80


# The fund.

CONTRIBUTIONS = st.lists(MAYBE_SUMS, max_size=5)
SCHOLARSHIPS = st.lists(st.tuples(COUNTS, MAYBE_SUMS), max_size=4)
EXPENSES = st.lists(SUMS, max_size=4)


def fund(
    opening: int | None,
    contributions: list[int | None],
    scholarships: list[tuple[int | None, int | None]],
    expenses: list[int],
    **others: int | None,
) -> Any:
    data = {
        "name": "Quỹ",
        "opening": opening,
        "contributions": [{"giver": "Ai", "amount": amount} for amount in contributions],
        "scholarships": [{"count": count, "amount_each": each} for count, each in scholarships],
        "expenses": [{"purpose": "Chi", "amount": amount} for amount in expenses],
        **others,
    }
    return tally_scholarships(read(ScholarshipsFile, data))


@FEW
@given(MAYBE_SUMS, CONTRIBUTIONS, SCHOLARSHIPS, EXPENSES)
def test_the_fund_adds_up_where_it_is_known_and_only_there(
    opening: int | None,
    contributions: list[int | None],
    scholarships: list[tuple[int | None, int | None]],
    expenses: list[int],
) -> None:
    one = fund(opening, contributions, scholarships, expenses)
    assert (one.contributed is None) == (not contributions or None in contributions)
    assert (one.raised_to is None) == (opening is None or one.contributed is None)
    if one.raised_to is not None:
        assert one.opening + one.contributed == one.raised_to
    known = all(count is not None and each is not None for count, each in scholarships)
    assert (one.awarded is None) == (not known)
    assert one.spent == sum(expenses)
    assert (one.closing is None) == (one.raised_to is None or one.awarded is None)
    if one.closing is not None:
        assert one.awarded == sum(count * each for count, each in scholarships if count and each)
        assert one.raised_to - one.awarded - one.spent == one.closing


@FEW
@given(SUMS, SUMS)
def test_of_opening_contributed_and_raised_to_two_give_the_third(opening: int, contributed: int) -> None:
    whole = opening + contributed
    for made in (
        fund(opening, [], [], [], contributed=contributed),
        fund(opening, [contributed], [], []),
        fund(None, [contributed], [], [], raised_to=whole),
        fund(None, [], [], [], contributed=contributed, raised_to=whole),
        fund(opening, [contributed], [], [], raised_to=whole),
    ):
        assert (made.opening, made.contributed, made.raised_to, made.closing) == (opening, contributed, whole, whole)


@FEW
@given(SUMS)
def test_one_of_the_three_gives_no_other(amount: int) -> None:
    alone = fund(amount, [], [], [])
    assert (alone.opening, alone.contributed, alone.raised_to, alone.closing) == (amount, None, None, None)
    alone = fund(None, [], [], [], raised_to=amount)
    assert (alone.opening, alone.contributed, alone.raised_to, alone.closing) == (None, None, amount, amount)


def test_opening_and_raised_to_give_the_contributions() -> None:
    assert fund(5, [], [], [], raised_to=8).contributed == 3


def test_scholarships_are_counted_where_all_are_known() -> None:
    assert fund(0, [], [(2, 500), (3, None)], []).scholarship_count == 5
    assert fund(0, [], [(2, 500), (None, 500)], []).scholarship_count is None


# Registered titles.

ENTRY = st.none() | st.integers(0, 30) | st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=3)
ROWS = st.lists(
    st.tuples(st.dictionaries(st.sampled_from(sorted(AWARDS)), ENTRY, max_size=4), COUNTS), min_size=1, max_size=6
)
Entry = dict[str, int | list[str] | None]


def registrations(rows: list[tuple[Entry, int | None]]) -> TitlesFile:
    return read(
        TitlesFile,
        {
            "registrations": [
                {
                    "unit": f"don_vi_{number}",
                    "initiatives": initiatives,
                    "awards": [
                        {"award": name, "names" if isinstance(entry, list) else "count": entry}
                        for name, entry in entries.items()
                    ],
                }
                for number, (entries, initiatives) in enumerate(rows)
            ]
        },
    )


@FEW
@given(ROWS)
def test_the_last_row_of_the_registrations_adds_up_the_others(rows: list[tuple[Entry, int | None]]) -> None:
    made = tally_titles(registrations(rows))
    columns = dict.fromkeys(name for entries, _ in rows for name in entries)
    assert made.awards == tuple(AWARDS[name] for name in columns)
    assert [row.unit for row in made.registrations] == [UNITS[f"don_vi_{number}"] for number in range(len(rows))]
    for index, name in enumerate(columns):
        cells = [row.counts[index] for row in made.registrations]
        # What a unit does not name it does not aim at: nought, not unknown.
        written = [entries.get(name, 0) for entries, _ in rows]
        assert cells == [len(entry) if isinstance(entry, list) else entry for entry in written]
        known = [cell for cell in cells if cell is not None]
        assert made.totals[index] == (sum(known) if len(known) == len(cells) else None)
    given_up = [initiatives for _, initiatives in rows]
    assert made.initiatives == (None if None in given_up else sum(filter(None, given_up)))


# Points.

GROUPS = [
    {"name": "Một", "criteria": {"a": {"name": "A", "maximum": "10"}, "b": {"name": "B", "maximum": "20,5"}}},
    {"name": "Hai", "criteria": {"c": {"name": "C", "maximum": "30"}}},
]
GIVEN = st.dictionaries(st.sampled_from("abc"), st.decimals(0, 10, places=2), max_size=3)


@FEW
@given(st.lists(GIVEN, min_size=1, max_size=5))
def test_points_are_summed_by_group_and_unit_and_ranked(given_points: list[dict[str, Decimal]]) -> None:
    units = [
        {"unit": f"don_vi_{number}", "final": {key: str(value) for key, value in points.items()}}
        for number, points in enumerate(given_points)
    ]
    made = tally_scores(read(ScoresFile, {"groups": GROUPS, "units": units}))
    assert (made.maximum, [group.maximum for group in made.groups]) == (
        Decimal("60.5"), [Decimal("30.5"), Decimal(30)],
    )  # fmt: skip
    finals: list[Decimal | None] = []
    for index, points in enumerate(given_points):
        first, second = (group.points[index].final for group in made.groups)
        assert first == (points["a"] + points["b"] if {"a", "b"} <= points.keys() else None)
        assert second == points.get("c")
        whole = made.units[index].points.final
        assert whole == (sum(points.values()) if len(points) == 3 else None)
        assert made.units[index].points.self_score is None
        finals.append(whole)
    assert [unit.rank for unit in made.units] == ranks(finals)
    places = [unit.rank for unit in made.ranking]
    assert sorted(places, key=lambda rank: rank or 99) == places
    assert {id(unit) for unit in made.ranking} == {id(unit) for unit in made.units}
