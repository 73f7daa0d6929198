"""Number and symbol of an instrument, and who signs with which letters."""

from __future__ import annotations

import pytest

from planforge.citations import Form, read_symbol
from planforge.citations.issuers import fits, is_party
from planforge.rules.citations.symbol_faults import Fault, fault_of


@pytest.mark.parametrize(
    ("text", "number", "year", "groups", "form"),
    [
        ("84/QĐ-BTP", "84", None, ("QĐ", "BTP"), Form.STATE),
        ("30/2020/NĐ-CP", "30", 2020, ("NĐ", "CP"), Form.STATE),
        ("2013/QĐ-UBND", "2013", None, ("QĐ", "UBND"), Form.STATE),
        ("36a/NQ-CP", "36a", None, ("NQ", "CP"), Form.STATE),
        ("346a/QĐ-BVD", "346a", None, ("QĐ", "BVD"), Form.STATE),
        ("1156/QĐ-TTg", "1156", None, ("QĐ", "TTg"), Form.STATE),
        ("5034/BTP-TCCB", "5034", None, ("BTP", "TCCB"), Form.STATE),
        ("06/2022/QH15", "06", 2022, ("QH15",), Form.STATE),
        ("326/2016/UBTVQH14", "326", 2016, ("UBTVQH14",), Form.STATE),
        ("01/2014/TTLT-BTP-BNV", "01", 2014, ("TTLT", "BTP", "BNV"), Form.STATE),
        ("15/KHLT-BVD-CĐVD", "15", None, ("KHLT", "BVD", "CĐVD"), Form.STATE),
        ("05/KH-CTĐSII", "05", None, ("KH", "CTĐSII"), Form.STATE),
        ("27-NQ/TW", "27", None, ("NQ", "TW"), Form.PARTY),
        ("123-KH/TWĐTN-BTG", "123", None, ("KH", "TWĐTN", "BTG"), Form.PARTY),
        ("84/QĐ/BTP", "84", None, ("QĐ", "BTP"), Form.OTHER),
        ("84-QĐ-BTP", "84", None, ("QĐ", "BTP"), Form.OTHER),
        ("30/2020-NĐ-CP", "30", 2020, ("NĐ", "CP"), Form.OTHER),
        ("84 / QĐ – BTP", "84", None, ("QĐ", "BTP"), Form.STATE),
        ("84QĐ-BTP", "84", None, ("QĐ", "BTP"), Form.OTHER),
        ("84/qđ-btp", "84", None, ("qđ", "btp"), Form.STATE),
    ],
)
def test_read(text: str, number: str, year: int | None, groups: tuple[str, ...], form: Form) -> None:
    symbol = read_symbol(text)
    assert symbol is not None
    assert (symbol.number, symbol.year, symbol.groups, symbol.form) == (number, year, groups, form)


@pytest.mark.parametrize("text", ["84", "số 84/QĐ-BTP", "84/QĐ-BTP ngày 31/01/2023", "31/01/2023", "QĐ-BTP", ""])
def test_not_read(text: str) -> None:
    assert read_symbol(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("84/QĐ-BTP", "84 / QĐ–BTP"),
        ("84/QĐ-BTP", "84/QD-BTP"),
        ("08/QĐ-BTP", "8/QĐ-BTP"),
        ("11-KH/TW", "11/KH-TW"),
        ("34-CT/TW", "34-CT/TƯ"),
        ("1156/QĐ-TTg", "1156/QĐ-TTG"),
    ],
)
def test_one_instrument_however_written(one: str, other: str) -> None:
    first, second = read_symbol(one), read_symbol(other)
    assert first is not None
    assert second is not None
    assert first.key == second.key


@pytest.mark.parametrize(
    ("text", "fault", "wanted"),
    [
        ("84/QĐ-BTP", None, ""),
        ("36a/NQ-CP", None, ""),
        ("346a/QĐ-BVD", None, ""),
        ("2013/QĐ-UBND", None, ""),
        ("12/KH-BCĐTW", None, ""),
        ("51-CP", None, ""),
        ("12-KH/ĐTN", None, ""),
        ("84 /QĐ- BTP", Fault.SPACING, "84/QĐ-BTP"),
        ("27-NQ / TW", Fault.SPACING, "27-NQ/TW"),
        ("06/2022/QH 15", Fault.SPACING, "06/2022/QH15"),
        ("84/QĐ/BTP", Fault.STATE_SHAPE, "84/QĐ-BTP"),
        ("84/ND-CP", Fault.STATE_SHAPE, "84/NĐ-CP"),
        ("84QĐ-BTP", Fault.STATE_SHAPE, "84/QĐ-BTP"),
        ("84/qđ-btp", Fault.STATE_SHAPE, "84/QĐ-BTP"),
        ("11/KH-TW", Fault.PARTY_SHAPE, "11-KH/TW"),
        ("27/2022/NQ-TW", Fault.PARTY_SHAPE, "27-NQ/TW"),
        ("84-QĐ/BTP", Fault.STATE_IN_PARTY_FORM, "84/QĐ-BTP"),
    ],
)
def test_fault(text: str, fault: Fault | None, wanted: str) -> None:
    symbol = read_symbol(text)
    assert symbol is not None
    found = fault_of(symbol)
    assert (found.fault if found else None, found.wanted if found else "") == (fault, wanted)


@pytest.mark.parametrize(
    ("letters", "issuer", "answer"),
    [
        ("BTP", "Bộ trưởng Bộ Tư pháp", True),
        ("BTP", "Bộ Tư pháp", True),
        ("BTP", "Bộ trưởng Bộ Nội vụ", False),
        ("BTP", "Bộ trưởng Bộ Ví dụ", False),
        ("BTP", "Thứ trưởng Thường trực", None),
        ("CP", "Chính phủ", True),
        ("CP", "Thủ tướng Chính phủ", False),
        ("TTg", "Thủ tướng Chính phủ", True),
        ("TTg", "Chính phủ", False),
        ("TW", "Ban Chấp hành Trung ương Đảng khóa XIII", True),
        ("TW", "Bộ Chính trị", True),
        ("TW", "Ban Bí thư Trung ương Đảng", True),
        ("TW", "Chính phủ", False),
        ("QH15", "Quốc hội", True),
        ("UBTVQH14", "Uỷ ban Thường vụ Quốc hội", True),
        ("UBTVQH14", "Quốc hội", False),
        ("UBND", "Ủy ban nhân dân tỉnh Nam Định", True),
        ("HĐND", "Ủy ban nhân dân tỉnh Nam Định", False),
        ("BGDĐT", "Bộ trưởng Bộ Giáo dục và Đào tạo", True),
        ("BVD", "Bộ trưởng Bộ Ví dụ", True),
        ("BVD", "Bộ trưởng Bộ Tư pháp", None),
        ("ĐHL", "Hiệu trưởng Trường Đại học Luật Hà Nội", None),
    ],
)
def test_issuer_fits(letters: str, issuer: str, answer: bool | None) -> None:
    assert fits(letters, issuer) is answer


def test_a_registry_settles_further_letters() -> None:
    assert fits("BVD", "Bộ trưởng Bộ Tư pháp", {"BVD": "Bộ Ví dụ"}) is False
    assert fits("BVD", "Bộ Ví dụ", {"BVD": "Bộ Ví dụ"}) is True


def test_bodies_of_the_party() -> None:
    assert [letters for letters in ("TW", "TU", "BTCTW", "BTP", "BCĐTW", "CP") if is_party(letters)] == [
        "TW",
        "TU",
        "BTCTW",
    ]
