"""References in running text, with the column of the name at fault."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

PLAN, CLUSTER = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("plan", "cluster"))
FUNDING = "funding: Trích từ quỹ của từng đơn vị."


def funding(text: str) -> dict[str, Changed]:
    return {PLAN: Changed(FUNDING, f"funding: {text}")}


CASES = {
    "unknown": Case(funding("Trích từ quỹ năm {{ yaer }}."), ("data.reference_unknown",)),
    "unknown_member": Case(funding("Quỹ của {{ cluster.haed.name }}."), ("data.reference_unknown",)),
    "unknown_id": Case(funding("Theo {{ cite.qd_mto }}."), ("data.reference_unknown",)),
    "method": Case(funding("Theo {{ cluster.name.upper }}."), ("data.reference_unknown",)),
    "filter": Case(funding("Năm {{ year | upper }}."), ("data.reference_not_a_name",)),
    "call": Case(funding("Theo {{ cite(qd_mot) }}."), ("data.reference_not_a_name",)),
    "empty": Case(funding('"Năm {{ }}."'), ("data.reference_not_a_name",)),
    "opening_alone": Case(funding("Năm {{ year."), ("data.reference_mark_alone",)),
    "closing_alone": Case(funding("Năm year }}."), ("data.reference_mark_alone",)),
    "closing_alone_after_a_good_one": Case(
        funding("Năm {{ year }} và }}."), ("data.reference_mark_alone",), (f"{PLAN}:8:28",)
    ),
    "opening_alone_after_a_good_one": Case(
        funding("Năm {{ year }} và {{ x."), ("data.reference_mark_alone",), (f"{PLAN}:8:28",)
    ),
    "statement": Case(funding("Năm {% if year %}."), ("data.reference_mark_alone",) * 2),
    "in_plain_text": Case(
        {CLUSTER: Changed("theme: Đoàn kết", "theme: Đoàn kết {{ year }}")}, ("data.no_reference_here",)
    ),
    "several_in_one_text": Case(
        funding('"{{ yaer }}, {{ year }}, {{ clutser }} và {{ yaer }}."'),
        ("data.reference_unknown",) * 3,
    ),
    "in_folded_text": Case(
        funding(">-\n  Trích từ quỹ của từng đơn vị,\n  theo {{ cite.qd_mto }}\n  và {{ yaer }}."),
        ("data.reference_unknown",) * 2,
    ),
    "across_lines": Case(funding(">-\n  Trích từ quỹ năm {{\n  yaer }}."), ("data.reference_unknown",)),
    "in_template_subject": Case(
        {"templates/plan/document.yaml": Changed("{{ cluster }}", "{{ clutser }}")}, ("data.reference_unknown",)
    ),
    "only_of_several_papers": Case(funding("Đơn vị {{ each.inspected }}."), ("prose.nothing_there",)),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
