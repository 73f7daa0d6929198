"""The filters of templates: the few of Jinja's that are safe here, and ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Undefined

from planforge import calendar, vietnamese
from planforge.compose.blanks import DOTS, SHORT_DOTS, Absent
from planforge.source import Text

DATE_DOTS = f"{SHORT_DOTS}/{SHORT_DOTS}/{SHORT_DOTS}"
LONG_DATE_DOTS = f"ngày {SHORT_DOTS} tháng {SHORT_DOTS} năm {SHORT_DOTS}"


def default(value: Any, otherwise: Any = "") -> Any:
    """The value, or another where the data leaves it blank."""
    return otherwise if value is None or isinstance(value, Absent) else value


def is_known(value: Any) -> bool:
    """True for a value that the data tells, be it 0 or an empty list."""
    return value is not None and not isinstance(value, Absent)


def written(write: Callable[..., str], blank: str = DOTS) -> Callable[..., Any]:
    """A filter that writes a value in some form, keeping its place; what is absent stays blank, in a like form."""

    def filtered(value: Any, *arguments: Any) -> Any:
        if isinstance(value, Absent):
            return value.shown_as(blank)
        if isinstance(value, Undefined):
            # Reported where it is printed; a form of it would be a second, misleading report.
            return value
        return Text(write(value, *arguments), getattr(value, "origin", None))

    return filtered


# Every filter of Jinja's beyond these would apply HTML's escaping, or reach methods of values.
KEPT_FILTERS = ("count", "first", "last", "length", "list", "reverse", "sort", "sum")
OWN_FILTERS = {
    "default": default,
    "count_word": written(vietnamese.count_word, SHORT_DOTS),
    "ordinal": written(vietnamese.ordinal, SHORT_DOTS),
    "padded": written(vietnamese.padded, SHORT_DOTS),
    "grouped": written(vietnamese.grouped),
    "money": written(vietnamese.money, f"{DOTS} đồng"),
    "money_words": written(vietnamese.money_words),
    "short_date": written(calendar.short_date, DATE_DOTS),
    "long_date": written(calendar.long_date, LONG_DATE_DOTS),
    "weekday": written(calendar.weekday, SHORT_DOTS),
}
OWN_TESTS = {"known": is_known}
# Those that print what they are given, and so belong to the environment of one paper.
PRINTING_FILTERS = ("joined", "upper", "lower")
