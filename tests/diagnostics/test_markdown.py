"""Markdown in a template that no paper can hold."""

from __future__ import annotations

import pytest
from tests.conftest import Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

BODY = "templates/plan/body.md.j2"
ELEMENTS = {
    "table": "| Đơn vị | Điểm |\n|--------|------|\n| Một    | 10   |",
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
FUNDING = "{{ document.funding }}"
CODE = "template.unsupported"
CASES = {
    name: Case({BODY: Changed(FUNDING, f"Như sau:\n\n{element}\n\n{FUNDING}")}, (CODE,), (f"{BODY}:39:1",))
    for name, element in ELEMENTS.items()
} | {
    "several": Case(
        {BODY: (Changed(FUNDING, "> Một câu."), Changed("\n# Phong trào", "\n`mã`\n\n# Phong trào"))},
        (CODE, CODE),
        (f"{BODY}:8:1", f"{BODY}:39:1"),
    )
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
