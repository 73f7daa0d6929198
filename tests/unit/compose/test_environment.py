"""What a template may do, and what its values look like in the paper."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed, Changes, MakeWorkspace, blocks

from planforge.convert.nodes import text_of
from planforge.paper import Block

BODY = "templates/plan/body.md.j2"
PLAN, CLUSTER = f"{YEAR_FOLDER}/plan.yaml", f"{YEAR_FOLDER}/cluster.yaml"
FUNDING = "{{ document.funding }}"


def last(workspace: MakeWorkspace, template: str, changes: Changes | None = None) -> Block:
    """The last paragraph, printed by another template."""
    return blocks(workspace({BODY: Changed(FUNDING, template), **(changes or {})}).paper().paper)[-1]


def words(workspace: MakeWorkspace, template: str, changes: Changes | None = None) -> str:
    return text_of(last(workspace, template, changes).inlines)


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ 3 | count_word }} {{ 4 | ordinal }} {{ 4 | padded }}", "ba thứ tư 04"),
        ("{{ document.date }} {{ document.date | long_date }}", "15/01/2030 ngày 15 tháng 01 năm 2030"),
        ("{{ cluster.members | joined }}", "Trường Một, Trường Hai và Báo Mẫu"),
        ("{{ cluster.theme | upper }}", "ĐOÀN KẾT, SÁNG TẠO"),
        ("{{ cluster.sector | default('Ngành') }}", "Ngành"),
        ("{{ cluster.members | length }}", "3"),
        ("{{ cite(document.basis[0]).short }}", "Quyết định số 01/QĐ-BM"),
        ("{{ document.basis[0] }}", "Quyết định số 01/QĐ-BM"),
        ("{{ (cluster.members | first).name }}", "Trường Một"),
        ("{% for i in range(3) %}{{ i }}{% endfor %}", "012"),
        ("{% set n = namespace(x=1) %}{% set n.x = n.x + 1 %}{{ n.x }}", "2"),
        ("{{ year + 1 }}", "2031"),
    ],
)
def test_values_and_filters_print(template: str, printed: str, workspace: MakeWorkspace) -> None:
    assert words(workspace, template) == printed


@pytest.mark.parametrize("text", ["a & b", "*a*", "<b>a</b>", "_a_", "1. a", "[a](b)", "&amp;"])
def test_a_constant_is_as_literal_as_a_value(text: str, workspace: MakeWorkspace) -> None:
    block = last(workspace, f'{{{{ "{text}" }}}}')
    assert text_of(block.inlines) == text
    assert not [inline for inline in block.inlines if inline["t"] in {"Emph", "Strong"}]


@pytest.mark.parametrize(
    "text", ["*a*", "**a** & <b>", "[a]{.strong}", "# a", "- a", "1. a", "    a", "::: x", "| a |"]
)
def test_a_plain_value_is_literal_at_the_start_of_a_paragraph(text: str, workspace: MakeWorkspace) -> None:
    changes = {CLUSTER: Changed("theme: Đoàn kết, sáng tạo", f"theme: '{text}'")}
    block = last(workspace, "{{ cluster.theme }}", changes)
    assert text_of(block.inlines) == text.strip()
    assert "Emph" not in str(block.inlines)
    assert "Strong" not in str(block.inlines)


def test_running_text_in_capitals_still_says_what_it_says(workspace: MakeWorkspace) -> None:
    changes = {PLAN: Changed("Trích từ quỹ", "Trích *quỹ* năm {{ year }} của {{ cluster }}")}
    assert words(workspace, "{{ document.funding | upper }}", changes).startswith(
        "TRÍCH QUỸ NĂM 2030 CỦA CỤM THI ĐUA SỐ 1"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ cluster.__class__ }}",
        "{{ document.model_dump() }}",
        "{{ cite.__init__.__globals__ }}",
        "{{ cluster.members.append(1) }}",
        "{{ self.__init__ }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ range(1000000000) }}",
        "{% for i in range(999999999) %}{{ i }}{% endfor %}",
        "{{ document.funding | attr('upper') }}",
        "{{ '%s' | format(1) }}",
        "{{ 'a' | safe }}",
    ],
)
def test_nothing_but_facts_can_be_reached(template: str, workspace: MakeWorkspace) -> None:
    findings = workspace({BODY: Changed(FUNDING, template)}).findings()
    assert findings
    assert all(finding.code.startswith("template.") for finding in findings)


def test_a_template_of_another_document_cannot_be_used(workspace: MakeWorkspace) -> None:
    broken = workspace(
        {BODY: Changed(FUNDING, '{% include "letter/body.md.j2" %}'), "templates/letter/body.md.j2": "x"}
    )
    assert [finding.code for finding in broken.findings()] == ["template.no_such_file"]


def test_a_missing_parent_template_is_told_where_it_is_named(workspace: MakeWorkspace) -> None:
    changes: Changes = {BODY: Changed('{% from "_shared', '{% extends "_shared/none.md.j2" %}\n{% from "_shared')}
    found = [(finding.code, str(finding.span)) for finding in workspace(changes).findings()]
    assert found == [("template.no_such_file", f"{BODY}:1:13")]


def test_no_private_character_reaches_the_paper(workspace: MakeWorkspace) -> None:
    paper = workspace({}).paper().paper
    assert not [sign for sign in str(paper) if "\ue000" <= sign <= "\uf8ff"]


@pytest.mark.parametrize("attributes", ["{.planforge-value}", "{.value}", "{.label}"])
def test_a_class_in_a_template_is_not_taken_for_a_mark_of_ours(attributes: str, workspace: MakeWorkspace) -> None:
    made = workspace({BODY: f"Một [chữ]{attributes} nữa.\n"})
    assert [finding.code for finding in made.findings()] == ["template.unsupported"]
