"""Every citation of the sources, written down by hand, and what the rules say of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planforge.citations import find_citations
from planforge.corpus import Corpus
from planforge.passages.raw import raw_passages
from planforge.rule import ask
from planforge.rules import family

PLAN = Path(__file__).parents[1] / "documents" / "sources" / "ii-2023-plan.txt"
REPORT_OF_2016 = (
    "quán triệt, triển khai thực hiện nghiêm túc Chuẩn mực đạo đức nghề nghiệp cán bộ, công chức, viên chức Ngành Tư "
    "pháp ban hành kèm theo Quyết định số 2659/QĐ-BTP ngày 03/10/2012 của Bộ trưởng Bộ Tư pháp. Thủ trưởng các đơn vị"
)
REPORT_OF_2020 = (
    "trong đó chú trọng triển khai thực hiện cung cấp dịch vụ hành chính công mức độ 3, 4 theo yêu cầu tại Nghị "
    "quyết số 36a/NQ-CP."
)
CENTRAL = "Ban Chấp hành Trung ương Đảng khóa XIII"
MINISTER = "Bộ trưởng Bộ Tư pháp"
OF_THE_PLAN = [
    ("Quyết định", "84/QĐ-BTP", date(2023, 1, 31), MINISTER),
    ("Quyết định", "1208/QĐ-BTP", date(2021, 7, 29), MINISTER),
    ("Quyết định", "2247/QĐ-BTP", date(2022, 11, 16), MINISTER),
    ("Nghị quyết", "27-NQ/TW", date(2022, 11, 9), CENTRAL),
    ("Kế hoạch", "11/KH-TW", date(2022, 11, 28), ""),
    ("Nghị quyết", "27-NQ/TW", None, ""),
    ("Nghị quyết", "27-NQ/TW", date(2022, 11, 9), CENTRAL),
    ("Quyết định", "1156/QĐ-TTg", date(2022, 9, 30), ""),
    ("Quyết định", "1155/QĐ-TTg", date(2022, 9, 30), ""),
    ("Quyết định", "2659/QĐ-BTP", date(2012, 10, 3), MINISTER),
    ("Chỉ thị", "05-CT/TW", date(2016, 5, 15), "Bộ Chính trị"),
    ("Chỉ thị", "34-CT/TW", date(2014, 4, 7), "Bộ Chính trị"),
]


def parts_of(text: str) -> list[tuple[str, str, date | None, str]]:
    return [
        (
            one.type.text if one.type else "",
            one.symbol.text if one.symbol else "",
            one.date.day if one.date else None,
            one.issuer.text if one.issuer else "",
        )
        for passage in raw_passages("source.txt", text)
        for one in find_citations(passage.text)
    ]


def findings_of(text: str) -> list[tuple[str, str]]:
    corpus = Corpus(raw_passages("source.txt", text))
    return sorted(
        (found.code, str(found.values["found"]))
        for rule in family("citations")
        for found, _ in ask(rule, corpus).findings
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(PLAN.read_text(encoding="utf-8"), OF_THE_PLAN, id="plan of 2023"),
        pytest.param(REPORT_OF_2016, [("Quyết định", "2659/QĐ-BTP", date(2012, 10, 3), MINISTER)], id="report of 2016"),
        pytest.param(REPORT_OF_2020, [("Nghị quyết", "36a/NQ-CP", None, "")], id="report of 2020"),
    ],
)
def test_every_citation_is_read(text: str, parts: list[tuple[str, str, date | None, str]]) -> None:
    assert parts_of(text) == parts


def test_the_wrong_ones_are_found() -> None:
    assert findings_of(PLAN.read_text(encoding="utf-8")) == [
        ("PF204", "Kế hoạch số 11/KH-TW"),
        ("PF206", "11/KH-TW"),
        ("PF207", "09/11/2022"),
    ]


@pytest.mark.parametrize("text", [REPORT_OF_2016, REPORT_OF_2020])
def test_odd_ones_that_are_right_are_left_alone(text: str) -> None:
    assert findings_of(text) == []
