"""What is counted in a year: titles, points, votes, money, inspections, and when conferences begin."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Change, Changed, MakeWorkspace
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

TYPE = "templates/plan/document.yaml"
UNITS = "data/registry/units.yaml"
# A file of the year is checked in full only where the paper uses it.
TITLES = """\
registrations:
  - unit: truong_mot
    awards:
      - award: co_mau
        count: 2
  - unit: truong_hai
"""
SCORES = """\
groups:
  - name: Chuyên môn
    criteria:
      day_hoc:
        name: Dạy học
        maximum: 10
      nghien_cuu:
        name: Nghiên cứu
        maximum: 5
units:
  - unit: truong_mot
    self_score:
      day_hoc: 8,5
    final:
      day_hoc: 8
  - unit: truong_hai
"""
NOMINATIONS = """\
ballot:
  issued: 3
  pass_percent: 80
nominations:
  - award: co_mau
    nominees:
      - unit: truong_mot
        votes: 3
      - person: nguyen_van_a
"""
SCHOLARSHIPS = """\
name: Quỹ học bổng mẫu
opening: 5000000
contributions:
  - unit: truong_mot
    amount: 2000000
  - giver: Công ty Mẫu
    amount: 1_000_000
raised_to: 8.000.000
scholarships:
  - count: 2
    amount_each: 500_000
expenses:
  - purpose: In giấy khen
    amount: 200000
"""
INSPECTIONS = """\
inspections:
  - inspected: truong_mot
    inspectors:
      - truong_hai
    start: 8:30
  - inspected: truong_hai
    inspectors:
      - bao_mau
"""
CONFERENCES = """\
launch:
  date: 2030-01-10
  session: sáng
  start: 08:30
"""
SOUND = {
    "titles": TITLES,
    "scores": SCORES,
    "nominations": NOMINATIONS,
    "scholarships": SCHOLARSHIPS,
    "inspections": INSPECTIONS,
    "conferences": CONFERENCES,
}


def wrong(name: str, old: str, new: str, **others: Change) -> dict[str, Change]:
    """A file of the year that the plan uses, with something wrong in it."""
    text = SOUND[name]
    assert text.count(old) == 1, old
    return {
        f"{YEAR_FOLDER}/{name}.yaml": text.replace(old, new),
        TYPE: Changed("responsibilities]", f"responsibilities, {name}]"),
        **others,
    }


def place(name: str, line: int, column: int) -> tuple[str]:
    return (f"{YEAR_FOLDER}/{name}.yaml:{line}:{column}",)


CASES = {
    "money_one_dot": Case(wrong("scholarships", "5000000", "55.000"), ("data.money_unclear",)),
    "money_in_words": Case(wrong("scholarships", "5000000", "55 triệu"), ("data.money_expected",)),
    "money_with_commas": Case(wrong("scholarships", "5000000", "5,000,000"), ("data.money_expected",)),
    "money_list": Case(wrong("scholarships", "5000000", "[5000000]"), ("data.money_expected",)),
    "money_below_nought": Case(wrong("scholarships", "5000000", "-5000000"), ("data.money_expected",)),
    "points_with_per_cent": Case(wrong("nominations", "80", "80%"), ("data.points_expected",)),
    "points_as_fraction": Case(wrong("scores", "8,5", "8/10"), ("data.points_expected",)),
    "points_three_decimals": Case(wrong("scores", "8,5", "8.125"), ("data.points_unclear",)),
    "points_mapping": Case(wrong("nominations", "80", "{it_nhat: 80}"), ("data.points_expected",)),
    "time_with_dot": Case(wrong("conferences", "08:30", "8.30"), ("data.time_expected",)),
    "time_of_no_day": Case(wrong("inspections", "8:30", "24:00"), ("data.time_expected",)),
    "session_unknown": Case(wrong("conferences", "sáng", "trưa"), ("data.not_a_choice",)),
    "conference_unknown": Case(wrong("conferences", "launch:", "lauch:"), ("data.unknown_key",)),
    "unknown_award": Case(wrong("titles", "co_mau", "co_mua"), ("data.unknown_id",)),
    "unknown_person": Case(wrong("nominations", "nguyen_van_a", "nguyen_van_b"), ("data.unknown_id",)),
    "unknown_inspector": Case(wrong("inspections", "bao_mau", "bao_mua"), ("data.unknown_id",)),
    "no_inspectors": Case(
        wrong("inspections", "    inspectors:\n      - bao_mau\n", ""), ("data.missing",), place("inspections", 6, 5)
    ),
    "no_registrations": Case(
        {**wrong("titles", "registrations", "registrations"), f"{YEAR_FOLDER}/titles.yaml": "registrations: []\n"},
        ("data.list_empty",),
    ),
    "registered_twice": Case(
        wrong("titles", "unit: truong_hai", "unit: truong_mot"), ("data.unit_twice",), place("titles", 6, 11)
    ),
    "award_twice": Case(
        wrong("titles", "        count: 2\n", "        count: 2\n      - award: co_mau\n        count: 3\n"),
        ("data.award_twice",),
        place("titles", 6, 16),
    ),
    "names_and_count": Case(
        wrong("titles", "count: 2", "count: 2\n        names:\n          - Khoa Một\n          - Khoa Hai"),
        ("data.count_typed",),
        place("titles", 5, 9),
    ),
    "scored_twice": Case(
        wrong("scores", "unit: truong_hai", "unit: truong_mot"), ("data.unit_twice",), place("scores", 16, 11)
    ),
    "criterion_twice": Case(
        wrong(
            "scores",
            "units:\n",
            "  - name: Phong trào\n    criteria:\n      day_hoc:\n        name: Dạy\n        maximum: 10\nunits:\n",
        ),
        ("scores.criterion_twice",) * 2,
        (*place("scores", 4, 7), *place("scores", 12, 7)),
    ),
    "unknown_criterion": Case(
        wrong("scores", "day_hoc: 8,5", "day_hocc: 8,5"), ("scores.unknown_criterion",), place("scores", 13, 7)
    ),
    "above_maximum": Case(
        wrong("scores", "day_hoc: 8,5", "day_hoc: 10,5"), ("scores.above_maximum",), place("scores", 13, 16)
    ),
    "nominee_nobody": Case(wrong("nominations", "person: nguyen_van_a", "votes: 2"), ("nominations.unit_or_person",)),
    "nominee_both": Case(
        wrong("nominations", "person: nguyen_van_a", "person: nguyen_van_a\n        unit: truong_hai"),
        ("nominations.unit_or_person",),
    ),
    "nominee_twice": Case(wrong("nominations", "person: nguyen_van_a", "unit: truong_mot"), ("data.unit_twice",)),
    "giver_nobody": Case(
        wrong("scholarships", "giver: Công ty Mẫu\n    amount: 1_000_000", "amount: 1_000_000"),
        ("scholarships.unit_or_giver",),
        place("scholarships", 6, 5),
    ),
    "giver_and_unit": Case(
        wrong("scholarships", "unit: truong_mot", "unit: truong_mot\n    giver: Trường Một"),
        ("scholarships.unit_or_giver",),
        place("scholarships", 4, 5),
    ),
    "total_typed": Case(
        wrong("scholarships", "opening:", "contributed: 3000000\nopening:"),
        ("data.count_typed",),
        place("scholarships", 2, 1),
    ),
    "fund_does_not_add_up": Case(
        wrong("scholarships", "8.000.000", "9.000.000"), ("scholarships.balance",), place("scholarships", 8, 12)
    ),
    "fund_overspent": Case(
        wrong("scholarships", "    amount: 200000\n", "    amount: 7.200.000\n"), ("scholarships.overspent",)
    ),
    "expense_without_amount": Case(
        wrong("scholarships", "    amount: 200000\n", ""), ("data.missing",), place("scholarships", 13, 5)
    ),
    "inspects_itself": Case(
        wrong("inspections", "- truong_hai", "- bao_mau\n      - truong_mot"),
        ("inspections.itself",),
        place("inspections", 5, 9),
    ),
    "inspected_twice": Case(
        wrong("inspections", "inspected: truong_hai", "inspected: truong_mot"),
        ("data.unit_twice",),
        place("inspections", 6, 16),
    ),
    "needed_file_missing": Case({TYPE: Changed("responsibilities]", "responsibilities, scores]")}, ("file.missing",)),
}


def test_contributions_of_nought_are_added_too(workspace: MakeWorkspace) -> None:
    text = "name: Quỹ\nopening: 5000000\ncontributed: 0\nraised_to: 9000000\n"
    changes = {**wrong("scholarships", "opening", "opening"), f"{YEAR_FOLDER}/scholarships.yaml": text}
    assert [one.code for one in workspace(changes).findings()] == ["scholarships.balance"]


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
