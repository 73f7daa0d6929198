"""What the data leaves open is shown, counted once, and named with the place to fill it in."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed, MakeWorkspace, Run, blocks

from planforge.convert.nodes import text_of

CLUSTER, PLAN, BODY = f"{YEAR_FOLDER}/cluster.yaml", f"{YEAR_FOLDER}/plan.yaml", "templates/plan/body.md.j2"
FUNDING = "{{ document.funding }}"


def printed(workspace: MakeWorkspace, template: str, **changes: Changed) -> tuple[str, list[tuple[str, str, int]]]:
    """The last paragraph when the template ends with some words, and the blanks as (field, path, line)."""
    paper = workspace({BODY: Changed(FUNDING, template), **changes}).paper()
    return text_of(blocks(paper.paper)[-1].inlines), [blank[1:] for blank in paper.blanks]


@pytest.mark.parametrize(
    ("template", "text", "blank"),
    [
        ("{{ cluster.sector }}", "…………", ("sector", CLUSTER, 1)),
        ("{{ cluster.sector | upper }}", "…………", ("sector", CLUSTER, 1)),
        ("{{ bodies.hoi_dong_mau.seat }}", "…………", ("hoi_dong_mau.seat", "data/registry/bodies.yaml", 6)),
        ("{{ conferences.annual.date | long_date }}", "ngày …… tháng …… năm ……",
         ("annual.date", f"{YEAR_FOLDER}/conferences.yaml", 1)),
        ("{{ conferences.annual.date | short_date }}", "……/……/……",
         ("annual.date", f"{YEAR_FOLDER}/conferences.yaml", 1)),
        ("{{ scholarships.closing | money }}", "………… đồng", ("closing", f"{YEAR_FOLDER}/scholarships.yaml", 1)),
        ("{{ next_cluster.head }}", "…………", ("head", "data/mau/2031/cluster.yaml", 1)),
        ("{{ scores.groups | joined }}", "…………", ("groups", f"{YEAR_FOLDER}/scores.yaml", 1)),
    ],
)  # fmt: skip
def test_what_is_printed_and_absent_is_a_blank(
    template: str, text: str, blank: tuple[str, str, int], workspace: MakeWorkspace
) -> None:
    found, blanks = printed(workspace, template)
    assert found == text
    assert blanks[-1:] == [blank]


@pytest.mark.parametrize(
    "template",
    [
        "{% if cluster.sector %}có{% else %}không{% endif %}",
        "{% for one in scores.units %}có{% else %}không{% endfor %}",
        "{{ cluster.sector | default('không') }}",
        "{% if scholarships.closing is known %}có{% else %}không{% endif %}",
        "{% if titles.registrations | length > 0 %}có{% else %}không{% endif %}",
        "{% if cluster.sector == conferences.annual %}có{% else %}không{% endif %}",
    ],
)
def test_asking_for_what_is_absent_counts_nothing(template: str, workspace: MakeWorkspace) -> None:
    assert printed(workspace, template) == ("không", [])


def test_a_blank_counts_once(workspace: MakeWorkspace) -> None:
    _, blanks = printed(workspace, "{{ cluster.sector }} {{ cluster.sector }}")
    assert len(blanks) == 1


def test_a_misspelt_name_is_no_blank(workspace: MakeWorkspace) -> None:
    findings = workspace({BODY: Changed(FUNDING, "{{ cluster.setcor }}")}).findings()
    assert [finding.code for finding in findings] == ["template.unknown_name"]


def test_a_reference_in_the_data_may_lead_to_a_blank(workspace: MakeWorkspace) -> None:
    made = workspace({PLAN: Changed("Trích từ quỹ của từng đơn vị.", "'Ngành: {{ cluster.sector }}.'")}).paper()
    assert text_of(blocks(made.paper)[-1].inlines) == "Ngành: …………."
    assert [blank.field for blank in made.blanks] == ["sector"]


def test_number_and_date_of_a_draft_are_blanks(workspace: MakeWorkspace) -> None:
    made = workspace({PLAN: Changed("number: 1\ndate: 2030-01-15\n", "")}).paper()
    assert [blank.field for blank in made.blanks] == ["number", "date"]


def test_todo_and_build_list_the_blanks(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({PLAN: Changed("number: 1\n", ""), BODY: Changed(FUNDING, "{{ cluster.sector }}")})
    todo = planforge("todo", "--year", "2030", cwd=made)
    assert todo.code == 0
    assert f"number  {PLAN}:1\n" in todo.out
    assert f"sector  {CLUSTER}:1\n" in todo.out
    for _ in range(2):
        built = planforge("build", "--year", "2030", "--format", "md", cwd=made)
        assert f"plan: number ({PLAN})" in built.out
        assert f"plan: sector ({CLUSTER})" in built.out


def test_todo_names_the_papers_without_data(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({"templates/letter/document.yaml": "name: Thư\nform: '1.5'\nsubject: Thư\nuses: [scores]\n"})
    out = planforge("todo", "--year", "2030", cwd=made).out
    assert "letter: letter.yaml, scores.yaml" in out


def test_a_paper_without_data_says_which_keys_would_make_it(workspace: MakeWorkspace, planforge: Run) -> None:
    kind = "name: Thư\nform: '1.5'\nsubject: Thư\nuses: [scores]\nfields:\n  request:\n    kind: prose\n"
    made = workspace({"templates/letter/document.yaml": kind})
    said = planforge("build", "letter", "--year", "2030", cwd=made)
    assert said.code == 2
    assert f"- {YEAR_FOLDER}/letter.yaml: request" in said.err
    assert f"- {YEAR_FOLDER}/scores.yaml: groups, units" in said.err
    assert f"+ {CLUSTER}\n" in said.err


@pytest.mark.parametrize("name", ["subject", "funding"])
def test_a_text_that_refers_to_itself_is_a_finding(name: str, workspace: MakeWorkspace) -> None:
    itself = {PLAN: Changed("Trích từ quỹ của từng đơn vị.", '"{{ document.funding }} {{ document.funding }}"')}
    subject = {"templates/plan/document.yaml": Changed("{{ cluster }}", "{{ document.funding }}")}
    findings = workspace({**itself, **(subject if name == "subject" else {})}).findings()
    assert {finding.code for finding in findings} == {"prose.endless"}


def test_a_folder_in_the_place_of_next_years_file_is_passed_over(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({})
    (made.root / "data/mau/2031/cluster.yaml").mkdir(parents=True)
    assert planforge("build", "--year", "2030", "--format", "md", cwd=made).code == 0
