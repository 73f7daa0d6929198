"""Numbers in figures can be read back; numbers in words agree with a reader of our own."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import reduce

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import vietnamese

DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()
# Random numbers rarely have the zeros and ones that are read in words of their own.
TRICKY = st.lists(st.sampled_from([0, 0, 1, 4, 5, 10, 11, 15, 21, 24, 55, 100, 101, 105, 114, 999]), max_size=5).map(
    lambda classes: reduce(lambda number, three: number * 1000 + three, classes, 0)
)
NUMBERS = st.one_of(st.integers(0, 10**15), TRICKY, st.integers(0, 15).map(lambda zeros: 10**zeros))


def three_digits(number: int, *, whole: bool) -> str:
    """A class of three digits; `whole` where something stands before it, so that its hundreds are said."""
    hundreds, tens, ones = (number // 100, number // 10 % 10, number % 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or whole else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [DIGITS[tens], "mươi"]
    elif ones and words:
        words.append("linh")
    if ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 4 and tens > 1:
        words.append("tư")
    elif ones == 5 and tens:
        words.append("lăm")
    elif ones:
        words.append(DIGITS[ones])
    return " ".join(words)


def read_out(number: int) -> str:
    """The words of a number: what is before the milliards is read like a number of its own."""
    if not number:
        return DIGITS[0]
    before, after = divmod(number, 10**9)
    said = f"{read_out(before)} tỷ" if before else ""
    for power, unit in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        three = after // power % 1000
        if three:
            said = f"{said} {three_digits(three, whole=bool(said))} {unit}".strip()
    return said


@settings(max_examples=1000)
@given(NUMBERS)
def test_words_are_those_of_the_rules(number: int) -> None:
    assert vietnamese.number_words(number) == read_out(number)


def test_the_first_thousands_are_those_of_the_rules() -> None:
    for number in range(3000):
        assert vietnamese.number_words(number) == read_out(number)


@given(st.lists(NUMBERS, min_size=2, max_size=2, unique=True))
def test_no_two_numbers_have_the_same_words(numbers: list[int]) -> None:
    assert len({vietnamese.number_words(number) for number in numbers}) == 2


@given(NUMBERS)
def test_a_sum_is_the_number_with_the_currency(amount: int) -> None:
    assert vietnamese.money(amount).replace(".", "") == f"{amount} đồng"
    words = vietnamese.money_words(amount)
    assert words[0].isupper()
    assert words.lower() == f"{vietnamese.number_words(amount)} đồng"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6))
def test_a_decimal_can_be_read_back(number: Decimal) -> None:
    written = vietnamese.decimal(number)
    assert Decimal(written.replace(".", "").replace(",", ".")) == number
    assert not written.endswith(("," if "," in written else " ", "0" if "," in written else " "))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9), st.integers(0, 6))
def test_places_are_exactly_those_asked_for(number: Decimal, places: int) -> None:
    written = vietnamese.decimal(number, places)
    assert len(written.partition(",")[2]) == places
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(written.replace(".", "").replace(",", ".")) == rounded
