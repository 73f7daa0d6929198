"""Mistakes in templates: those seen before any data is there, and those seen when the words are put in."""

from __future__ import annotations

import pytest
from tests.conftest import Changed
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

BODY, LISTS = "templates/plan/body.md.j2", "templates/_shared/lists.md.j2"
FUNDING = "{{ document.funding }}"


def body(text: str) -> dict[str, Changed]:
    return {BODY: Changed(FUNDING, text)}


CASES = {
    "undefined_name": Case(body("Năm {{ yaer }}."), ("template.unknown_name",)),
    "undefined_name_in_shared": Case(
        {LISTS: Changed("- {{ item.text }}", "- {{ itme.text }}")}, ("template.unknown_name",)
    ),
    "undefined_attribute": Case(body("Của {{ cluster.naem }}."), ("template.unknown_name",)),
    "undefined_attribute_compared": Case(
        body('{% if cluster.naem == "x" %}Có.{% endif %}'), ("template.unknown_name",)
    ),
    "undefined_attribute_tested": Case(body("{% if cluster.naem %}Có.{% endif %}"), ("template.unknown_name",)),
    "undefined_field_looped": Case(
        body("{% for one in document.purpose %}{{ one }}{% endfor %}"), ("template.unknown_name",)
    ),
    "several_undefined_attributes": Case(
        body("{{ cluster.naem }}, {{ document.fundign }}, {{ waves.wave }}."), ("template.unknown_name",) * 3
    ),
    "method": Case(body("{{ cluster.theme.upper() }}."), ("template.unknown_name",), (f"{BODY}:37:18",)),
    "syntax": Case(body("{% if waves %}Có."), ("template.syntax",)),
    "syntax_in_expression": Case(body("Năm {{ year + }}."), ("template.syntax",)),
    "open_comment": Case(body("Một {# chữ."), ("template.syntax",), (f"{BODY}:37:1",)),
    "open_statement": Case(body("Một {% if year"), ("template.syntax",), (f"{BODY}:37:1",)),
    "odd_character": Case(body("Một {{ year ? }}"), ("template.syntax",), (f"{BODY}:37:1",)),
    "unknown_filter": Case(body("{{ document.funding | uper }}"), ("template.unknown_filter",)),
    "absent_filter": Case(body("{{ document.basis | join }}"), ("template.unknown_filter",)),
    "missing_import": Case({BODY: Changed("_shared/lists", "_shared/list")}, ("template.no_such_file",)),
    "missing_include": Case(body('{% include "_shared/chu_ky.md.j2" %}'), ("template.no_such_file",)),
    "missing_macro": Case(
        {BODY: Changed("import dashed, numbered", "import dashed, number as numbered")}, ("template.unknown_name",)
    ),
    "joined_with_tilde": Case(body("{{ year ~ cluster.name }}"), ("template.joined_words",)),
    "joined_with_plus": Case(
        body("{{ dashed(document.purposes) + dashed(document.purposes) }}"), ("template.joined_words",)
    ),
    "prints_nothing": Case(body("{{ none }}"), ("template.nothing_to_print",)),
    "prints_list": Case(body("{{ document.basis }}"), ("template.cannot_print",)),
    "prints_yes_no": Case(body("{{ waves.waves[1].and_others }}"), ("template.cannot_print",)),
    "raises_to_a_power": Case(body("{{ year ** 2 }}"), ("template.no_such_operator",)),
    "repeats_words": Case(body('{{ "a" * 3 }}'), ("template.no_such_operator",)),
    "divides_by_nothing": Case(body("{{ year // 0 }}"), ("template.failed",), (f"{BODY}:37:1",)),
    "calls_itself": Case(
        body("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}"), ("template.endless",), (f"{BODY}:37:1",)
    ),
    "control_character": Case(body("Có\x0b thế."), ("text.forbidden_character",)),
    "private_use": Case(body("Có \ue000\ue100\ue100 thế."), ("text.forbidden_character",) * 3),
    "no_body": Case({BODY: None}, ("template.no_body",)),
    "several": Case(
        {BODY: (Changed(FUNDING, "{{ yaer }} {{ a ~ b }}"), Changed("_shared/lists", "_shared/list"))},
        (
            "template.no_such_file",
            "template.unknown_name",
            "template.unknown_name",
            "template.joined_words",
            "template.unknown_name",
        ),
        (f"{BODY}:1:10", f"{BODY}:37:4", f"{BODY}:37:15", f"{BODY}:37:17", f"{BODY}:37:19"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
