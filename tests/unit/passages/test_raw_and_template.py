"""Raw texts and templates as passages."""

from __future__ import annotations

import pytest

from planforge.corpus import REFERENCE
from planforge.passages.raw import raw_passages
from planforge.passages.template import template_passages


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Một.\n\nHai.", ["Một.", "Hai."]),
        ("tạo động lực khuyến\n\nkhích các tập thể;", ["tạo động lực khuyến khích các tập thể;"]),
        ("theo Nghị quyết số\n\n27-NQ/TW ngày", ["theo Nghị quyết số 27-NQ/TW ngày"]),
        ("Việt Nam\n\n(03/02/1930)", ["Việt Nam (03/02/1930)"]),
        ("I. MỤC ĐÍCH\n\n1. Mục đích", ["I. MỤC ĐÍCH", "1. Mục đích"]),
        ("**CỤM TRƯỞNG\nCỤM THI ĐUA**", ["CỤM TRƯỞNG", "CỤM THI ĐUA"]),
        ("một;\nhai", ["một;", "hai"]),
        ("Cụm Thi đua\nĐại diện Ủy ban", ["Cụm Thi đua", "Đại diện Ủy ban"]),
        (
            "Quyết định số 84/QĐ-\nBTP ngày\n31/01/2023 của\nBộ trưởng",
            ["Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng"],
        ),
        ("Nghị định số 30/2020/\n\nNĐ-CP ngày 05 tháng\n3", ["Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3"]),
        ("Nghị định số\n30/2020/NĐ-CP", ["Nghị định số 30/2020/NĐ-CP"]),
        ("trong năm\n2. Yêu cầu", ["trong năm", "2. Yêu cầu"]),
        ("  \n\n ", []),
    ],
)
def test_a_paragraph_goes_on_where_a_page_tore_it(text: str, paragraphs: list[str]) -> None:
    assert [passage.text for passage in raw_passages("a.txt", text)] == paragraphs


def test_places_are_those_of_the_file() -> None:
    _, passage = raw_passages("a.txt", "Một.\n\n  **hai** ba")
    start = passage.text.index("hai")
    span = passage.finding(start, start + 3).span
    assert span is not None
    assert (span.line, span.column, span.end_line, span.end_column) == (3, 5, 3, 8)


TEMPLATE = """\
{#- Chú thích -#}
{% macro one(a) %}
Đề nghị {{ a.b | joined }} tặng “{{ c }}”{% if d %}, gồm{% endif %}:
{% endmacro %}

# Mục đích

- Ý *một* của [bảng]{.small};

| TT | Đơn vị |
|---|---|
::: annex
Xem [](#titles)\\.
:::
"""


def test_the_wording_of_a_template_stands_between_its_commands() -> None:
    found = template_passages("templates/a/body.md.j2", TEMPLATE)
    assert [passage.text for passage in found] == [
        f"Đề nghị {REFERENCE} tặng “{REFERENCE}”",
        ", gồm",
        "Mục đích",
        "Ý một của bảng;",
        "TT",
        "Đơn vị",
        f"Xem {REFERENCE}.",
    ]


def test_a_fragment_neither_opens_nor_closes_a_paragraph() -> None:
    found = {passage.text: passage for passage in template_passages("a", TEMPLATE)}
    assert not found[f"Đề nghị {REFERENCE} tặng “{REFERENCE}”"].closes
    assert not found[", gồm"].opens
    assert found["Mục đích"].opens
    assert found["Mục đích"].closes
