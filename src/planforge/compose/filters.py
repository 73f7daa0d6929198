"""The filters of templates: the few of Jinja's that are safe here, and ours."""

from __future__ import annotations

from typing import Any

from planforge import calendar, vietnamese


def default(value: Any, otherwise: Any = "") -> Any:
    """The value, or another where the data leaves it blank."""
    return otherwise if value is None else value


# Every filter of Jinja's beyond these would apply HTML's escaping, or reach methods of values.
KEPT_FILTERS = ("count", "first", "last", "length", "list", "reverse", "sort", "sum")
OWN_FILTERS = {
    "default": default,
    "count_word": vietnamese.count_word,
    "ordinal": vietnamese.ordinal,
    "padded": vietnamese.padded,
    "short_date": calendar.short_date,
    "long_date": calendar.long_date,
}
# Those that print what they are given, and so belong to the environment of one paper.
PRINTING_FILTERS = ("joined", "upper", "lower")
