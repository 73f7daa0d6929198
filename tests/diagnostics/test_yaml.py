"""What YAML itself does not allow, or allows and loses."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

CLUSTER, WAVES, DUTIES, PLAN = (
    f"{YEAR_FOLDER}/{name}.yaml" for name in ("cluster", "waves", "responsibilities", "plan")
)
UNITS = "data/registry/units.yaml"
FUNDING = "funding: Trích từ quỹ của từng đơn vị."
END = "    end: 2030-06-30"
THEME = "theme: Đoàn kết, sáng tạo"

CASES = {
    "duplicate_key": Case({PLAN: Changed(FUNDING, f"{FUNDING}\nnumber: 2")}, ("yaml.duplicate_key",)),
    "duplicate_id": Case({UNITS: Changed("bao_mau:", "truong_hai:")}, ("data.unknown_id", "yaml.duplicate_key")),
    "tab": Case({WAVES: Changed(END, "\tend: 2030-06-30")}, ("yaml.tab",)),
    "no_break_space": Case({WAVES: Changed(END, "  \u00a0 end: 2030-06-30")}, ("yaml.odd_space",)),
    "wide_space": Case({WAVES: Changed(END, "\u3000end: 2030-06-30")}, ("yaml.odd_space",)),
    "two_documents": Case(
        {DUTIES: Changed("members:", "---\nmembers:")}, ("yaml.several_documents",), (f"{DUTIES}:3:1",)
    ),
    "empty": Case({DUTIES: ""}, ("yaml.empty",)),
    "only_comments": Case({DUTIES: "# Chưa có gì.\n"}, ("yaml.empty",)),
    "not_utf8": Case(
        {DUTIES: "leaders:\n  - Báo cáo t\udcecnh hình.\n".encode("utf-8", "surrogateescape")}, ("yaml.not_utf8",)
    ),
    "utf16": Case({DUTIES: "leaders: []\n".encode("utf-16")}, ("yaml.not_utf8",)),
    "private_use": Case({CLUSTER: Changed(THEME, f"{THEME}\ue001")}, ("text.forbidden_character",)),
    "control": Case({CLUSTER: Changed(THEME, "theme: Đoàn\x08 kết")}, ("text.forbidden_character",)),
    "escaped_private_use": Case(
        {CLUSTER: Changed(THEME, r'theme: "Đoàn \uE000\uE200\uE200 kết"')}, ("text.forbidden_character",)
    ),
    "escaped_control": Case({CLUSTER: Changed(THEME, r'theme: "Đoàn \e[31m kết"')}, ("text.forbidden_character",)),
    "alias": Case({DUTIES: "leaders: &chung\n  - Báo cáo.\nmembers: *chung\n"}, ("yaml.alias",)),
    "open_quote": Case({CLUSTER: Changed(THEME, 'theme: "Đoàn kết, sáng tạo')}, ("yaml.open_quote",)),
    "quote_in_text": Case({CLUSTER: Changed(THEME, 'theme: "Đoàn kết" và sáng tạo')}, ("yaml.syntax",)),
    "colon_in_text": Case({PLAN: Changed(FUNDING, "funding: Kinh phí: từ quỹ.")}, ("yaml.colon_in_text",)),
    "dash_in_text": Case({PLAN: Changed(FUNDING, "funding: - Trích từ quỹ.")}, ("yaml.dash_in_text",)),
    "bad_start": Case({CLUSTER: Changed(THEME, "theme: @Đoàn kết")}, ("yaml.bad_start",)),
    "percent_start": Case({CLUSTER: Changed(THEME, "theme: %100")}, ("yaml.bad_start",)),
    "list_at_top": Case({DUTIES: "- Báo cáo.\n- Tổ chức.\n"}, ("yaml.not_a_mapping",)),
    "text_at_top": Case({DUTIES: "Báo cáo.\n"}, ("yaml.not_a_mapping",)),
    "odd_key": Case({DUTIES: Changed("leaders:", "[leaders, head]: x\nleaders:")}, ("yaml.odd_key",)),
    "wrong_indentation": Case({CLUSTER: Changed("head: truong_mot", " head: truong_mot")}, ("yaml.syntax",)),
    "reference_without_quotes": Case(
        {PLAN: Changed(FUNDING, "funding: {{ year }} là năm")}, ("yaml.starts_with_brace",)
    ),
    "star_without_quotes": Case({PLAN: Changed(FUNDING, "funding: *Quỹ* của đơn vị")}, ("yaml.starts_with_star",)),
    "too_deep": Case({DUTIES: f"leaders: {'[' * 2000}x{']' * 2000}\n"}, ("yaml.too_deep",)),
    "unreadable_registry": Case({UNITS: Changed("  kind: press", "\tkind: press")}, ("yaml.tab",)),
    "unreadable_type": Case({"templates/plan/document.yaml": Changed("form:", "\tform:")}, ("yaml.tab",)),
    "several_files": Case(
        {WAVES: Changed(END, "\tend: 2030-06-30"), CLUSTER: Changed(THEME, 'theme: "Đoàn'), DUTIES: ""},
        ("yaml.open_quote", "yaml.empty", "yaml.tab"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
