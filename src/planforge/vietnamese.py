"""Numbers and lists as official Vietnamese writes them, in figures and in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

COUNTS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
ORDINALS = {1: "nhất", 2: "hai", 3: "ba", 4: "tư"}
CURRENCY = "đồng"
LARGEST_IN_WORDS = 10**15

# Every float has fewer digits than this before the comma.
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
# CLDR's rules for Vietnamese say "lẻ" for "linh" and leave "không trăm" out after millions and milliards:
# decision 8. Each is the number from which the rule holds, the rule, and the set that it replaces a rule of.
_CARDINAL, _AFTER_HUNDRED, _AFTER_GROUP = "spellout-cardinal", "after-hundred", "after-thousand-or-more"
_OWN_RULES = (
    (0, f"linh =%{_CARDINAL}=;", _AFTER_HUNDRED),
    (10**3, f"←%%{_AFTER_GROUP}← nghìn[ →%%{_AFTER_GROUP}→];", _AFTER_GROUP),
    (10**6, f"←%%{_AFTER_GROUP}← triệu[ →%%{_AFTER_GROUP}→];", _AFTER_GROUP),
    (10**6, f"←← triệu[ →%%{_AFTER_GROUP}→];", _CARDINAL),
    (10**9, f"←← tỷ[ →%%{_AFTER_GROUP}→];", _CARDINAL),
)


def count_word(number: int) -> str:
    """A small count in a word, a larger one in figures: hai, mười, 13."""
    return COUNTS[number] if 0 <= number < len(COUNTS) else str(number)


def ordinal(number: int) -> str:
    """A rank, from 1: thứ nhất, thứ hai, thứ tư, thứ năm."""
    return f"thứ {ORDINALS.get(number) or count_word(number)}"


def padded(number: int) -> str:
    """A count in figures with the leading zero of official papers: 04, 13."""
    return f"{number:02d}"


def joined(parts: Sequence[str]) -> str:
    """A list within a sentence: A; A và B; A, B và C."""
    return " và ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def grouped(number: int) -> str:
    """A whole number with a dot after every three digits: 55.000.000."""
    return f"{number:,}".replace(",", ".")


def decimal(number: Decimal, places: int | None = None) -> str:
    """A number with the decimal comma: 8,5; 1.093,75.

    With `places` it has exactly so many digits after the comma, rounded half up; without, no zeros at its end.
    Raises ValueError when it is infinite or no number.
    """
    if not number.is_finite():
        raise ValueError(f"no number: {number}")
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    if not number:
        number = abs(number)
    whole, _, rest = f"{number:,f}".partition(".")
    if places is None:
        rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def money(amount: int) -> str:
    """A sum in figures: 55.000.000 đồng. Raises ValueError when it is negative or not whole."""
    return f"{grouped(_natural(amount))} {CURRENCY}"


def money_words(amount: int) -> str:
    """A sum in words: Năm mươi lăm triệu đồng. Raises ValueError as `number_words` does."""
    words = number_words(amount)
    return f"{words[0].upper()}{words[1:]} {CURRENCY}"


def number_words(number: int) -> str:
    """A number in words: một nghìn không trăm linh năm.

    Raises ValueError when it is negative, not whole, or greater than a million milliards (10^15).
    """
    if _natural(number) > LARGEST_IN_WORDS:
        raise ValueError(f"too great to be said: {number}")
    return _engine().format_number(number, ruleset_names=[_CARDINAL]).text


def _natural(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise ValueError(f"no whole number from 0: {number!r}")
    return number


@cache
def _engine() -> RbnfEngine:
    """The spelling rules, read once: they are needed by few papers."""
    from unicode_rbnf import RbnfEngine

    engine = RbnfEngine.for_language("vi")
    for start, rule, rules in _OWN_RULES:
        engine.add_rule(str(start), rule, rules)
    return engine
