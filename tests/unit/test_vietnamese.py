"""Numbers in figures and words, shares, sums and lists."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from planforge import vietnamese


def test_small_counts_are_words_and_large_ones_figures() -> None:
    words = "không một hai ba bốn năm sáu bảy tám chín mười 11 12"
    assert [vietnamese.count_word(number) for number in range(13)] == words.split()


def test_the_first_and_the_fourth_rank_have_words_of_their_own() -> None:
    ranks = [vietnamese.ordinal(number) for number in range(1, 13)]
    words = "nhất hai ba tư năm sáu bảy tám chín mười 11 12"
    assert ranks == [f"thứ {word}" for word in words.split()]


@pytest.mark.parametrize(("number", "written"), [(0, "00"), (4, "04"), (13, "13"), (104, "104")])
def test_counts_in_figures_have_two_of_them(number: int, written: str) -> None:
    assert vietnamese.padded(number) == written


@pytest.mark.parametrize(
    ("parts", "written"),
    [([], ""), (["A"], "A"), (["A", "B"], "A và B"), (["A", "B", "C"], "A, B và C"), (["A"] * 4, "A, A, A và A")],
)
def test_the_last_of_a_list_is_joined_with_a_word(parts: list[str], written: str) -> None:
    assert vietnamese.joined(parts) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (55_000_000, "55.000.000"), (-1500, "-1.500")],
)
def test_thousands_are_grouped_with_dots(number: int, written: str) -> None:
    assert vietnamese.grouped(number) == written


@pytest.mark.parametrize(
    ("number", "places", "written"),
    [
        ("8.5", None, "8,5"),
        ("93.75", None, "93,75"),
        ("93.750", None, "93,75"),
        ("100", None, "100"),
        ("1E+2", None, "100"),
        ("0", None, "0"),
        ("0.05", None, "0,05"),
        ("1093.75", None, "1.093,75"),
        ("-8.5", None, "-8,5"),
        ("-0.0", None, "0"),
        ("8.5", 2, "8,50"),
        ("8", 1, "8,0"),
        ("8.5", 0, "9"),
        ("0.125", 2, "0,13"),
        ("-0.001", 2, "0,00"),
        ("1E+30", 1, "1" + ".000" * 10 + ",0"),
    ],
)
def test_decimals_have_a_comma(number: str, places: int | None, written: str) -> None:
    assert vietnamese.decimal(Decimal(number), places) == written


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        vietnamese.decimal(Decimal(number))


WORDS = {
    0: "không",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    41: "bốn mươi mốt",
    44: "bốn mươi tư",
    55: "năm mươi lăm",
    91: "chín mươi mốt",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    111: "một trăm mười một",
    114: "một trăm mười bốn",
    115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt",
    124: "một trăm hai mươi tư",
    505: "năm trăm linh năm",
    555: "năm trăm năm mươi lăm",
    1_000: "một nghìn",
    1_001: "một nghìn không trăm linh một",
    1_010: "một nghìn không trăm mười",
    1_015: "một nghìn không trăm mười lăm",
    1_021: "một nghìn không trăm hai mươi mốt",
    1_100: "một nghìn một trăm",
    1_954: "một nghìn chín trăm năm mươi tư",
    2_005: "hai nghìn không trăm linh năm",
    10_000: "mười nghìn",
    15_000: "mười lăm nghìn",
    21_004: "hai mươi mốt nghìn không trăm linh bốn",
    100_005: "một trăm nghìn không trăm linh năm",
    105_000: "một trăm linh năm nghìn",
    1_000_000: "một triệu",
    1_000_001: "một triệu không trăm linh một",
    1_000_100: "một triệu một trăm",
    1_005_000: "một triệu không trăm linh năm nghìn",
    1_005_005: "một triệu không trăm linh năm nghìn không trăm linh năm",
    1_050_000: "một triệu không trăm năm mươi nghìn",
    1_500_000: "một triệu năm trăm nghìn",
    55_000_000: "năm mươi lăm triệu",
    101_000_000: "một trăm linh một triệu",
    400_036_105: "bốn trăm triệu không trăm ba mươi sáu nghìn một trăm linh năm",
    10**9: "một tỷ",
    10**9 + 1: "một tỷ không trăm linh một",
    1_000_001_000: "một tỷ không trăm linh một nghìn",
    1_005_000_000: "một tỷ không trăm linh năm triệu",
    2_000_000_005: "hai tỷ không trăm linh năm",
    2_015_000_000: "hai tỷ không trăm mười lăm triệu",
    10**12: "một nghìn tỷ",
    10**12 + 5: "một nghìn tỷ không trăm linh năm",
    1_001 * 10**9: "một nghìn không trăm linh một tỷ",
    1_234 * 10**9: "một nghìn hai trăm ba mươi tư tỷ",
    105_000 * 10**9: "một trăm linh năm nghìn tỷ",
    10**15 - 1: " ".join(
        f"chín trăm chín mươi chín{unit}" for unit in (" nghìn", " tỷ", " triệu", " nghìn", "")
    ),
    10**15: "một triệu tỷ",
}  # fmt: skip


@pytest.mark.parametrize("number", WORDS)
def test_numbers_are_read_out(number: int) -> None:
    assert vietnamese.number_words(number) == WORDS[number]


@pytest.mark.parametrize("number", [-1, 10**15 + 1, 1.5, 2.0, True, "5", None, Decimal("1.5")])
def test_what_cannot_be_said_is_refused(number: Any) -> None:
    with pytest.raises(ValueError, match=r"whole number|too great"):
        vietnamese.number_words(number)


@pytest.mark.parametrize("amount", [-1, 1.5, Decimal(5), None])
def test_a_sum_is_whole_and_not_negative(amount: Any) -> None:
    for write in (vietnamese.money, vietnamese.money_words):
        with pytest.raises(ValueError, match="whole number"):
            write(amount)


def test_sums_are_written_in_figures_and_words() -> None:
    assert vietnamese.money(55_000_000) == "55.000.000 đồng"
    assert vietnamese.money_words(55_000_000) == "Năm mươi lăm triệu đồng"
    assert vietnamese.money(0) == "0 đồng"
    assert vietnamese.money_words(0) == "Không đồng"
