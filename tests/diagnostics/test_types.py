"""Document types that contradict themselves, and data that does not go with its type."""

from __future__ import annotations

import warnings

import pytest
from tests.conftest import YEAR_FOLDER, Change, Changed, MakeWorkspace, Run
from tests.diagnostics.conftest import Case, CheckCase, NoLeftovers

TYPE, PLAN = "templates/plan/document.yaml", f"{YEAR_FOLDER}/plan.yaml"
FORM, SYMBOL = 'form: "1.4"', "symbol: KH"
FUNDING = "  funding:\n    kind: prose"
INSPECTIONS = "inspections:\n  - inspected: truong_mot\n    inspectors:\n      - truong_hai\n"
COSTS = "  costs:\n    kind: rows\n    fields:\n      name: {kind: prose}\n      sum: {kind: money, optional: true}\n"
MINUTES = 'name: Biên bản\nform: "1.9"\ntype: Biên bản\nsubject: Họp\n'


def several(papers: str) -> dict[str, Change]:
    """A plan for each inspected unit, with something in their own frames."""
    return {
        TYPE: Changed("numbering:", "each: inspections\nnumbering:"),
        f"{YEAR_FOLDER}/inspections.yaml": INSPECTIONS,
        PLAN: Changed("number: 1\n", f"number: 1\npapers:\n{papers}"),
    }


def costs(row: str) -> dict[str, Change]:
    """A table of costs in the plan."""
    return {
        TYPE: Changed("  funding:", f"{COSTS}  funding:"),
        PLAN: Changed("number: 1\n", f"number: 1\ncosts:\n  - {row}\n"),
    }


CASES = {
    "annex_of_nothing": Case({TYPE: Changed(FORM, 'form: "2.1"')}, ("template.annex_of_what",), (f"{TYPE}:2:1",)),
    "goes_with_but_no_annex": Case(
        {TYPE: Changed(SYMBOL, f"{SYMBOL}\naccompanies: plan")}, ("template.annex_of_what",), (f"{TYPE}:5:1",)
    ),
    "annex_of_unknown_type": Case(
        {
            TYPE: (Changed(FORM, 'form: "2.1"'), Changed(SYMBOL, "accompanies: minute")),
            "templates/minutes/document.yaml": MINUTES,
        },
        ("template.unknown_type",),
        (f"{TYPE}:4:14",),
    ),
    "letter_with_symbol": Case({TYPE: Changed(FORM, 'form: "1.5"')}, ("template.letter_symbol",)),
    "form_unknown": Case({TYPE: Changed(FORM, 'form: "1.3"')}, ("data.not_a_choice",)),
    "form_without_quotes": Case({TYPE: Changed(FORM, "form: 1.4")}, ("data.quotes_needed_float",)),
    "uses_unknown_file": Case({TYPE: Changed("responsibilities]", "score]")}, ("data.not_a_choice",)),
    "each_of_what_is_none": Case({TYPE: Changed("numbering:", "each: scores\nnumbering:")}, ("data.not_a_choice",)),
    "each_without_file": Case(
        {TYPE: Changed("numbering:", "each: conferences\nnumbering:")},
        ("file.missing",),
        (f"{YEAR_FOLDER}/conferences.yaml:1:1",),
    ),
    "rows_without_fields": Case(
        {TYPE: Changed(FUNDING, "  funding:\n    kind: rows")}, ("template.record_fields",), (f"{TYPE}:14:11",)
    ),
    "fields_without_rows": Case(
        {TYPE: Changed(FUNDING, f"{FUNDING}\n    fields:\n      sum: {{kind: money}}")}, ("template.record_fields",)
    ),
    "record_in_rows_without_fields": Case(
        {TYPE: Changed("  funding:", f"{COSTS.replace('prose', 'record')}  funding:")}, ("template.record_fields",)
    ),
    "field_without_kind": Case({TYPE: Changed(FUNDING, "  funding:\n    optional: true")}, ("data.missing",)),
    "field_badly_named": Case({TYPE: Changed("  funding:", "  Kinh-phi:\n    kind: prose\n  funding:")},
                              ("data.bad_identifier",)),
    "field_of_several_papers_taken": Case(
        {TYPE: Changed("  funding:", "  papers:\n    kind: items\n  funding:")}, ("template.field_taken",)
    ),
    "signers_of_whom": Case(
        {TYPE: Changed("numbering:", "signers:\n  - each: units\nnumbering:")}, ("data.not_a_choice",)
    ),
    "row_without_key": Case(costs("sum: 5000000"), ("data.missing",), (f"{PLAN}:3:5",)),
    "row_with_unknown_key": Case(costs("{name: In, summ: 5000000}"), ("data.unknown_key",)),
    "row_with_wrong_sum": Case(costs("{name: In, sum: 5.000}"), ("data.money_unclear",)),
    "rows_wanted_text": Case(costs("In ấn"), ("data.mapping_expected",)),
    "paper_of_nobody": Case(several("  truong_mto:\n    number: 3\n"), ("paper.of_nobody",), (f"{PLAN}:3:3",)),
    "paper_of_a_unit_not_inspected": Case(several("  bao_mau:\n    number: 3\n"), ("paper.of_nobody",)),
    "own_frame_unknown_key": Case(several("  truong_mot:\n    nubmer: 3\n"), ("data.unknown_key",)),
    "own_frame_wrong_number": Case(several("  truong_mot:\n    number: 0\n"), ("data.number_expected",)),
    "own_frame_signed_for_nobody": Case(
        several("  truong_mot:\n    signatures:\n      - authority: KT\n        title: Phó Hiệu trưởng\n"),
        ("signature.of_missing",),
        (f"{PLAN}:5:20",),
    ),
    "several_where_there_is_one": Case(
        {PLAN: Changed("number: 1\n", "number: 1\npapers:\n  truong_mot:\n    number: 3\n")}, ("data.unknown_key",)
    ),
    "type_named_like_a_file": Case({"templates/scores/document.yaml": MINUTES}, ("template.bad_name",)),
    "type_with_capitals": Case({"templates/Bien_Ban/document.yaml": MINUTES}, ("template.bad_name",)),
}  # fmt: skip


HIDING = MINUTES + "symbol: BB\nfields:\n  {name}:\n    kind: items\n    optional: true\n"
ROW_HIDING = MINUTES + "fields:\n  table:\n    kind: rows\n    fields:\n      {name}: {{kind: items, optional: true}}\n"
COMPANION = 'name: Danh sách\nform: "2.1"\nsubject: Danh sách\naccompanies: minutes\n'


@pytest.mark.parametrize(
    ("kind", "name", "command"),
    [
        (HIDING, "number", "build list --year 2030 --format md"),
        (HIDING, "model_config", "build list --year 2030 --format md"),
        (HIDING, "model_config", "todo --year 2030"),
        (HIDING, "model_config", "build report --year 2030"),
        (ROW_HIDING, "model_config", "build minutes --year 2030 --format md"),
    ],
)
def test_no_name_of_a_field_makes_the_program_fail(
    kind: str, name: str, command: str, workspace: MakeWorkspace, planforge: Run
) -> None:
    made = workspace(
        {
            "templates/minutes/document.yaml": kind.format(name=name),
            "templates/minutes/body.md.j2": "Họp.\n",
            f"{YEAR_FOLDER}/minutes.yaml": f"{name}:\n  - một\n" if kind == HIDING else "archive: VT\n",
            "templates/list/document.yaml": COMPANION,
            "templates/list/body.md.j2": "Danh sách.\n",
            f"{YEAR_FOLDER}/list.yaml": "archive: VT\n",
            "templates/report/document.yaml": kind.format(name=name),
        }
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ran = planforge(*command.split(), cwd=made)
    assert ran.code in {0, 1, 2}, ran.err


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, check_case: CheckCase) -> None:
    check_case(name, CASES[name])


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)
