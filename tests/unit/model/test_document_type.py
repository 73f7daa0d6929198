"""The data model that follows from a document type: which fields it asks for, and under which names."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed, Changes, MakeWorkspace, blocks

from planforge.convert.nodes import text_of
from planforge.model.document_type import FIELD_KINDS

TYPE, BODY, PLAN = "templates/plan/document.yaml", "templates/plan/body.md.j2", f"{YEAR_FOLDER}/plan.yaml"
FUNDING = "{{ document.funding }}"
# Names that Python, pydantic or Jinja use for themselves.
AWKWARD = [
    "class",
    "return",
    "self",
    "json",
    "copy",
    "schema",
    "dict",
    "validate",
    "printed_as",
    "model_config",
    "model_dump",
]
VALUES = {
    "text": ("Chữ", "Chữ"),
    "prose": ("Năm {{ year }}", "Năm 2030"),
    "items": ("[Một]", "Một"),
    "paragraphs": ("[Một]", "Một"),
    "day": ("2030-02-03", "03/02/2030"),
    "time": ("08:30", "08 giờ 30"),
    "count": ("7", "7"),
    "money": ("55000000", "55.000.000"),
    "points": ("8,5", "8,5"),
    "yes_no": ("true", "có"),
    "unit": ("bao_mau", "Báo Mẫu"),
    "units": ("[bao_mau]", "Báo Mẫu"),
    "body": ("bo_mau", "Bộ Mẫu"),
    "person": ("nguyen_van_a", "Nguyễn Văn A"),
    "people": ("[nguyen_van_a]", "Nguyễn Văn A"),
    "award": ("co_mau", "Cờ thi đua Mẫu"),
    "conference": ("launch", "launch"),
    "citation": ("luat_mau", "Luật Thi đua, khen thưởng"),
    "citations": ("[luat_mau]", "Luật Thi đua, khen thưởng"),
}


def with_field(name: str, kind: str, value: str, *, optional: bool = False, template: str = "") -> Changes:
    """A plan with one field more, and its value at the end of the paper."""
    listed = f"{{% for one in document.{name} %}}{{{{ one }}}}{{% endfor %}}" if value.startswith("[") else ""
    printed = template or listed or f"{{{{ document.{name} }}}}"
    declared = f"  {name}:\n    kind: {kind}\n    optional: {str(optional).lower()}\n  funding:"
    changes: dict[str, Changed] = {TYPE: Changed("  funding:", declared), BODY: Changed(FUNDING, printed)}
    if value:
        changes[PLAN] = Changed("number: 1\n", f"number: 1\n{name}: {value}\n")
    return changes


def test_every_kind_is_tried() -> None:
    assert VALUES.keys() == FIELD_KINDS.keys()


@pytest.mark.parametrize("kind", VALUES)
def test_a_field_of_every_kind_is_read_and_printed(kind: str, workspace: MakeWorkspace) -> None:
    value, printed = VALUES[kind]
    template = "{% if document.more %}có{% endif %}" if kind == "yes_no" else ""
    paper = workspace(with_field("more", kind, value, template=template)).paper().paper
    assert text_of(blocks(paper)[-1].inlines) == printed


@pytest.mark.parametrize("kind", VALUES)
def test_a_required_field_is_missed_and_an_optional_one_is_not(kind: str, workspace: MakeWorkspace) -> None:
    template = "{% if document.more %}có{% else %}không{% endif %}"
    [finding] = workspace(with_field("more", kind, "", template=template)).findings()
    assert (finding.code, finding.values["key"]) == ("data.missing", "more")
    paper = workspace(with_field("more", kind, "", optional=True, template=template)).paper().paper
    assert text_of(blocks(paper)[-1].inlines) == "không"


@pytest.mark.parametrize("name", AWKWARD)
def test_a_field_may_have_any_name_or_is_told_that_it_may_not(name: str, workspace: MakeWorkspace) -> None:
    made = workspace(with_field(name, "text", "Chữ"))
    findings = made.findings()
    if findings:
        assert [(finding.code, str(finding.span)) for finding in findings] == [("template.field_taken", f"{TYPE}:13:3")]
    else:
        assert text_of(blocks(made.paper().paper)[-1].inlines) == "Chữ"


@pytest.mark.parametrize("kind", ["items", "paragraphs", "units", "citations"])
def test_a_required_list_has_something_in_it(kind: str, workspace: MakeWorkspace) -> None:
    assert [finding.code for finding in workspace(with_field("more", kind, "[]")).findings()] == ["data.list_empty"]


ROWS = "rows\n    fields:\n      name:\n        kind: text\n      amount:\n        kind: money\n        optional: true"


def test_rows_have_fields_of_their_own(workspace: MakeWorkspace) -> None:
    changes = with_field(
        "more",
        ROWS,
        "[{name: Một, amount: 5000000}, {name: Hai}]",
        template="{% for row in document.more %}{{ row.name }}: {{ row.amount | money }}; {% endfor %}",
    )
    made = workspace(changes).paper()
    assert text_of(blocks(made.paper)[-1].inlines) == "Một: 5.000.000 đồng; Hai: ………… đồng;"
    assert [(blank.field, blank.line) for blank in made.blanks] == [("more.2.amount", 2)]


@pytest.mark.parametrize(
    ("kind", "value"), [("rows", "[]"), ("text\n    fields:\n      name:\n        kind: text", "A")]
)
def test_only_records_have_fields(kind: str, value: str, workspace: MakeWorkspace) -> None:
    codes = {finding.code for finding in workspace(with_field("more", kind, value)).findings()}
    assert "template.record_fields" in codes


def test_an_unknown_key_in_a_row_is_a_finding(workspace: MakeWorkspace) -> None:
    changes = with_field("more", ROWS, "[{name: Một, amuont: 5}]", template="{{ document.more | length }}")
    assert [finding.code for finding in workspace(changes).findings()] == ["data.unknown_key"]
