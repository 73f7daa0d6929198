"""Markdown in a template that no paper can hold, or that does not say what it means to."""

from __future__ import annotations

import pytest
from tests.conftest import Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

BODY = "templates/plan/body.md.j2"
ELEMENTS = {
    "code_in_table": "| `mã` | Điểm |\n|------|------|\n| Một  | 10   |",
    "unknown_block": "::: {.khung #a}\nMột đoạn.\n:::",
    "unknown_class": "Một [chữ]{.to} to.",
    "block_option": "::: {.notes size=9}\nMột đoạn.\n:::",
    "image": "Xem ![hình](hinh.png) này.",
    "code_block": "```\nmã\n```",
    "indented_code": "    mã",
    "code": "Xem `mã` này.",
    "html_block": "<div>\nMột đoạn.\n</div>",
    "html": "Một <b>đoạn</b>.",
    "link": "Xem [trang](https://example.org) này.",
    "quotation": "> Một câu.",
    "rule": "* * *",
    "code_in_emphasis": "Một *chữ `mã` nghiêng*.",
}
TABLE = "| Đơn vị | Điểm |\n|---|---|\n| Một | 10 |\n"
CHART = "::: {.chart kind=bars}\nĐóng góp\n\n| Đơn vị | Tiền |\n|---|---|\n| Một | 5.000 |\n:::"
ANNEX = "::: {.annex #diem}\n# Bảng điểm\n\nMột đoạn.\n:::"
# What is broken, its code, and the line of it counted from its first.
BROKEN = {
    "table_touches_text": (f"Một đoạn.\n{TABLE}", "table.apart", 1),
    "table_cell_too_many": (f"{TABLE}| Hai | 9 | 8 |", "table.cells", 3),
    "table_cell_missing": (f"{TABLE}| Hai |", "table.cells", 3),
    "table_widths": (f'::: {{.table widths="1 2 3"}}\n{TABLE}:::', "table.widths", 0),
    "table_head": (f"::: {{.table head=3}}\n{TABLE}:::", "table.head", 0),
    "table_block_without_table": ("::: table\nMột đoạn.\n:::", "table.alone", 0),
    "merge_without_cell": (f"{TABLE}| []{{.left}} | 9 |", "table.merge", 3),
    "merge_without_rectangle": (f"{TABLE}| []{{.above}} | []{{.left}} |", "table.merge_shape", 3),
    "block_never_closed": ("::: notes\nMột đoạn.", "template.fence_open", 0),
    "block_never_opened": ("Một đoạn.\n\n:::", "template.fence", 2),
    "chart_kind": (CHART.replace("bars", "pie"), "chart.kind", 0),
    "chart_without_table": ("::: {.chart kind=bars}\nĐóng góp\n:::", "chart.content", 0),
    "chart_number": (CHART.replace("5.000", "5,000,000"), "chart.number", 5),
    "annex_without_title": (f"[](#diem)\n\n{ANNEX.replace('# ', '')}", "annex.no_title", 2),
    "annex_in_block": (f":::: notes\n{ANNEX}\n::::", "annex.inside", 1),
    "annex_unknown": (f"[](#deim), [](#diem)\n\n{ANNEX}", "annex.unknown", 0),
}
FUNDING = "{{ document.funding }}"
CODE = "template.unsupported"
FIRST = 39


def instead(element: str) -> dict[str, Changed]:
    """The element, and after it a paragraph, which nothing may follow but annexes."""
    if ANNEX[:10] in element and not element.startswith(":::"):
        return {BODY: Changed(FUNDING, f"Như sau: {FUNDING}\n\n{element}")}
    return {BODY: Changed(FUNDING, f"Như sau:\n\n{element}\n\n{FUNDING}")}


CASES = (
    {name: Case(instead(element), (CODE,), (f"{BODY}:{FIRST}:1",)) for name, element in ELEMENTS.items()}
    | {
        name: Case(instead(element), (code,), (f"{BODY}:{FIRST + line}:1",))
        for name, (element, code, line) in BROKEN.items()
    }
    | {
        "several": Case(
            {BODY: (Changed(FUNDING, "> Một câu."), Changed("\n# Phong trào", "\n`mã`\n\n# Phong trào"))},
            (CODE, CODE),
            (f"{BODY}:8:1", f"{BODY}:39:1"),
        ),
        "annex_twice": Case(
            instead(f"[](#diem)\n\n{ANNEX}\n\n{ANNEX}"), ("annex.twice",) * 2, (f"{BODY}:41:1", f"{BODY}:47:1")
        ),
        "annex_not_mentioned": Case(
            instead(f"`mã`\n\n{ANNEX}"), (CODE, "annex.not_mentioned"), (f"{BODY}:39:1", f"{BODY}:41:1")
        ),
    }
)


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
