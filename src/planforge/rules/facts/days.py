"""The days of a cluster's year: the first, the last, and those of its conferences that can be believed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planforge.model.conferences import CONFERENCES, Conference, Inspection
from planforge.words import Words
from planforge.years import ClusterYear

Bounds = tuple[date, date]

CONFERENCE_NAMES = {
    "launch": Words("Hội nghị phát động", "the launch conference"),
    "midyear": Words("Hội nghị sơ kết", "the midyear conference"),
    "annual": Words("Hội nghị tổng kết", "the annual conference"),
}
# A pledge for the year is signed at the end of the year before, a review may be held at the beginning of the next one.
QUARTER = timedelta(92)
MONTH = timedelta(31)
MARGINS = {
    "launch": (QUARTER, timedelta(0)),
    "midyear": (timedelta(0), MONTH),
    "annual": (timedelta(0), QUARTER),
}


def bounds(one: ClusterYear) -> Bounds:
    """The first and the last day of a cluster's year."""
    record = one.content.cluster.record
    return record.starts or date(record.year, 1, 1), record.ends or date(record.year, 12, 31)


def conference_bounds(one: ClusterYear, name: str) -> Bounds:
    """The first and the last day on which a conference of the year may be held."""
    first, last = bounds(one)
    before, after = MARGINS[name]
    return first - before, last + after


def conferences(one: ClusterYear) -> Iterator[tuple[str, Conference]]:
    """The conferences of a year with their names, in the order of the year."""
    if one.content.conferences is not None:
        for name in CONFERENCES:
            conference = getattr(one.content.conferences, name)
            if conference is not None:
                yield name, conference


def conference_days(one: ClusterYear) -> dict[str, date]:
    """When conferences are held, without days of another year and days that end before they begin."""
    days: dict[str, date] = {}
    for name, conference in conferences(one):
        first, last = conference_bounds(one, name)
        day = conference.date
        if day is not None and first <= day <= last and (conference.end_date or day) >= day:
            days[name] = day
    return days


def inspection_days(one: ClusterYear) -> list[tuple[Inspection, date]]:
    """The inspections held on days of the year."""
    first, last = bounds(one)
    every = one.content.inspections.inspections if one.content.inspections else []
    return [(each, each.date) for each in every if each.date is not None and first <= each.date <= last]


def sure_conference_days(one: ClusterYear) -> dict[str, date]:
    """The same where they follow each other as they should; else nobody can tell which of them is wrong."""
    days = conference_days(one)
    return days if list(days.values()) == sorted(days.values()) else {}
