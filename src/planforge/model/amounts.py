"""Sums of money, points and times of day in a data file, each keeping the place it came from."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from planforge.model.fields import Number, error
from planforge.source import Origin, Text

# With one group of three figures a dot could as well be a decimal point: 55.000 is 55 to every other program.
GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:_[0-9]{3})+")
ONE_GROUP = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
POINTS = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,4})?")
CLOCK = re.compile(r"([0-9]{1,2})(?::|h|\s*giờ\s*)([0-9]{2})?(?:\s*phút)?")
LARGEST_SUM = 10**15


class Money(Number):
    """A sum in đồng, a whole number."""


class Points(Decimal):
    """A decimal number (a score, a rate) that knows where it was written."""

    origin: Origin | None = None


class ClockTime(datetime.time):
    """A time of day, in hours and minutes, that knows where it was written."""

    origin: Origin | None = None


def _read_money(value: Any) -> Money:
    written = str(value) if isinstance(value, Text) else ""
    if ONE_GROUP.fullmatch(written):
        raise error("money_unclear", value=written, whole=written.replace(".", ""))
    plain = re.sub(r"[._]", "", written) if GROUPED.fullmatch(written) else written
    if not re.fullmatch(r"[0-9]{1,16}", plain) or int(plain) > LARGEST_SUM:
        raise error("money_expected", value=written)
    money = Money(int(plain))
    money.origin = value.origin
    return money


def _read_points(value: Any) -> Points:
    if isinstance(value, Text) and ONE_GROUP.fullmatch(value):
        raise error("points_unclear", value=str(value), whole=value.replace(".", ""), fraction=value.replace(".", ","))
    if not isinstance(value, Text) or not POINTS.fullmatch(value):
        raise error("points_expected", value=str(value) if isinstance(value, Text) else "")
    points = Points(value.replace(",", "."))
    points.origin = value.origin
    return points


def _read_clock(value: Any) -> ClockTime:
    match = CLOCK.fullmatch(value) if isinstance(value, Text) else None
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise error("time_expected", value=str(value) if isinstance(value, Text) else "")
    time = ClockTime(int(match[1]), int(match[2] or 0))
    time.origin = value.origin
    return time


def _schema(**values: Any) -> Any:
    return WithJsonSchema(values)


MoneyField = Annotated[Money, PlainValidator(_read_money), _schema(type=["integer", "string"], minimum=0)]
PointsField = Annotated[Points, PlainValidator(_read_points), _schema(type=["number", "string"], minimum=0)]
ClockField = Annotated[ClockTime, PlainValidator(_read_clock), _schema(type="string", pattern=r"^\d{1,2}(:|h)\d\d$")]
