"""Days that do not exist, are written otherwise, or do not go together."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

CLUSTER, WAVES, PLAN = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("cluster", "waves", "plan"))
ANNIVERSARIES, MOVEMENTS = (f"data/registry/{name}.yaml" for name in ("anniversaries", "movements"))
DATE = "date: 2030-01-15"
START, END = "start: 2030-07-01", "end: 2030-12-31"

CASES = {
    "impossible": Case({PLAN: Changed(DATE, "date: 2023-02-30")}, ("data.impossible_date",)),
    "vietnamese_order": Case({PLAN: Changed(DATE, "date: 31/01/2023")}, ("data.date_order",)),
    "vietnamese_dots": Case({PLAN: Changed(DATE, "date: 5.1.2030")}, ("data.date_order",)),
    "vietnamese_impossible": Case({PLAN: Changed(DATE, "date: 30/02/2023")}, ("data.impossible_date",)),
    "no_date": Case({PLAN: Changed(DATE, "date: đầu năm")}, ("data.date_expected",)),
    "list_for_date": Case({PLAN: Changed(DATE, "date: [2030, 1, 15]")}, ("data.date_expected",)),
    "with_time": Case({PLAN: Changed(DATE, "date: 2030-01-15 08:00:00")}, ("data.date_expected",)),
    "short_month": Case({PLAN: Changed(DATE, "date: 2030-1-15")}, ("data.date_expected",)),
    "outside_year": Case({WAVES: Changed(END, "end: 2031-01-31")}, ("data.outside_year",)),
    "outside_school_year": Case(
        {
            CLUSTER: Changed("year: 2030", "year: 2030\nstarts: 2030-01-01\nends: 2030-11-30"),
            WAVES: Changed(END, "end: 2030-12-01"),
        },
        ("data.outside_year",),
    ),
    "anniversary_not_yet": Case({ANNIVERSARIES: Changed("2005-09", "2030-09")}, ("wave.not_yet",)),
    "overlapping_waves": Case({WAVES: Changed(START, "start: 2030-06-30")}, ("wave.overlaps",)),
    "backwards_wave": Case({WAVES: Changed(END, "end: 2030-06-30")}, ("wave.backwards",)),
    "backwards_and_overlapping": Case(
        {WAVES: (Changed("end: 2030-06-30", "end: 2029-12-31"), Changed(START, "start: 2030-13-01"))},
        ("data.outside_year", "data.impossible_date"),
    ),
    "half_a_date": Case(
        {ANNIVERSARIES: Changed("origin: 2005-09", "origin: tháng 9")}, ("data.partial_date_expected",)
    ),
    "month_thirteen": Case({ANNIVERSARIES: Changed("origin: 2005-09", "origin: 2005-13")}, ("data.impossible_date",)),
    "vietnamese_half": Case(
        {ANNIVERSARIES: Changed("origin: 2005-09", "origin: 9/2005")}, ("data.partial_date_expected",)
    ),
    "in_period": Case({MOVEMENTS: Changed("end: 2032-12-31", "end: 2032-11-31")}, ("data.impossible_date",)),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
