"""Which files a document is printed from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.conftest import CLUSTER, YEAR, YEAR_FOLDER, Changed, MakeWorkspace

from planforge.approval.made_of import made_of
from planforge.pipeline import make_papers

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("cluster", "year", "document"),
    [("ii", "2023", "plan"), ("iii", "2020", "minutes"), ("iii", "2020", "handover"), ("ii", "2016", "summary")],
)
def test_whatever_is_printed_comes_from_these_files(cluster: str, year: str, document: str, kept: Path) -> None:
    papers = make_papers(ROOT, cluster, year, (document,), cache=kept / "planforge").value
    assert papers
    traces = [trace for paper in papers for trace in paper.provenance.traces]
    printed = {origin.path for trace in traces for origin in trace.origins}
    printed |= {line.span.path for trace in traces for line in trace.lines}
    assert printed <= made_of(ROOT, cluster, year, document)


def test_what_the_paper_does_not_name_is_left_out(workspace: MakeWorkspace) -> None:
    made = workspace(
        {
            f"{YEAR_FOLDER}/scores.yaml": "units: []\n",
            "data/registry/awards.yaml": "giay_khen_vi_du:\n  name: Giấy khen\n",
            "templates/_shared/scores.md.j2": "",
        }
    )
    shutil.copytree(made.root / "templates/plan", made.root / "templates/letter")
    paths = made_of(made.root, CLUSTER, YEAR, "plan")
    assert {f"{YEAR_FOLDER}/waves.yaml", "data/registry/units.yaml", "templates/plan/body.md.j2"} <= paths
    left_out = {f"{YEAR_FOLDER}/scores.yaml", "data/registry/awards.yaml", "templates/_shared/scores.md.j2"}
    assert not paths & (left_out | {"templates/letter/document.yaml"})


def test_what_a_template_names_counts_and_what_that_names(workspace: MakeWorkspace) -> None:
    lists = '{% from "_shared/lists.md.j2"'
    made = workspace(
        {
            "templates/plan/body.md.j2": Changed(lists, f'{{% from "_shared/a.md.j2" import x %}}{lists}'),
            "templates/_shared/a.md.j2": "{% macro x() %}{% for one in awards %}{{ next_period }}{% endfor %}",
            "data/registry/awards.yaml": "giay_khen_vi_du:\n  name: Giấy khen\n",
            f"data/{CLUSTER}/2031/cluster.yaml": "year: 2031\n",
            f"data/{CLUSTER}/2029/cluster.yaml": "year: 2029\n",
        }
    )
    paths = made_of(made.root, CLUSTER, YEAR, "plan")
    assert {"templates/_shared/a.md.j2", f"data/{CLUSTER}/2031/cluster.yaml", "data/registry/awards.yaml"} <= paths
    assert f"data/{CLUSTER}/2029/cluster.yaml" not in paths


def test_a_registry_in_another_layout_is_not_left_out(workspace: MakeWorkspace) -> None:
    made = workspace({"data/registry/awards.yaml": '{"giay_khen_vi_du": {"name": "Giấy khen"}}\n'})
    assert "data/registry/awards.yaml" in made_of(made.root, CLUSTER, YEAR, "plan")


def test_a_type_that_cannot_be_read_leaves_out_no_file_of_the_year(workspace: MakeWorkspace) -> None:
    made = workspace({"templates/plan/document.yaml": "name: [\n", f"{YEAR_FOLDER}/scores.yaml": "units: []\n"})
    assert f"{YEAR_FOLDER}/scores.yaml" in made_of(made.root, CLUSTER, YEAR, "plan")
