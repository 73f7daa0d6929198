"""Ids of origins: the same as long as what they stand for is the same."""

from __future__ import annotations

import json
import re

import pytest
from tests.conftest import YEAR_FOLDER, Changed, Changes, MakeWorkspace, blocks

from planforge.convert.nodes import text_of
from planforge.convert.papers import ConvertedPaper

PLAN, WAVES = f"{YEAR_FOLDER}/plan.yaml", f"{YEAR_FOLDER}/waves.yaml"
BODY = "templates/plan/body.md.j2"
LAST_PURPOSE = "  - Kịp thời khen thưởng.\n"


def anchors(made: ConvertedPaper) -> dict[str, str]:
    """The text of every anchored stretch, by its id."""
    return {trace.anchor: trace.text for trace in made.provenance.traces}


def ids(made: ConvertedPaper) -> dict[str, str]:
    """The id of every paragraph of the body, by its text without its number."""
    return {text_of(block.inlines).split(" ", 1)[-1]: block.anchor for block in blocks(made.paper)}


ADDITIONS: dict[str, Changes] = {
    "a point at the end of a list": {PLAN: Changed(LAST_PURPOSE, f"{LAST_PURPOSE}  - Rút kinh nghiệm.\n")},
    "a point that names the year": {PLAN: Changed(LAST_PURPOSE, f"{LAST_PURPOSE}  - Tổng kết năm {{{{ year }}}}.\n")},
    "a key above": {PLAN: Changed("number: 1\n", "number: 1\nplace: Nơi Mẫu\n")},
    "a comment": {PLAN: Changed("number: 1\n", "# Một lời chú.\nnumber: 1\n")},
    "a paragraph of the template": {BODY: Changed("\n# Mục đích", "\nMột đoạn nữa.\n\n# Mục đích")},
    "a paragraph that names the cluster": {BODY: Changed("\n# Mục đích", "\nCủa {{ cluster }}.\n\n# Mục đích")},
    "a blank line of the template": {BODY: Changed("\n# Mục đích", "\n\n\n# Mục đích")},
}


@pytest.mark.parametrize("added", ADDITIONS)
def test_the_id_of_a_paragraph_does_not_change_when_something_is_added(added: str, workspace: MakeWorkspace) -> None:
    before, after = ids(workspace({}).paper()), ids(workspace(ADDITIONS[added]).paper())
    assert all(before.values())
    assert {text: after[text] for text in before} == before


@pytest.mark.parametrize("added", ADDITIONS)
def test_the_id_of_a_value_does_not_come_to_mean_another_text(added: str, workspace: MakeWorkspace) -> None:
    before, after = anchors(workspace({}).paper()), anchors(workspace(ADDITIONS[added]).paper())
    differing = {anchor: (text, after[anchor]) for anchor, text in before.items() if after.get(anchor, text) != text}
    assert not {
        anchor: texts for anchor, texts in differing.items() if texts[0].split(" ", 1)[-1] != texts[1].split(" ", 1)[-1]
    }


def test_ids_are_unique_and_well_formed(workspace: MakeWorkspace) -> None:
    made = workspace({}).paper()
    found = [trace.anchor for trace in made.provenance.traces]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"pf[0-9a-f]{12}(x[0-9]+)?", anchor) for anchor in found)


def test_every_value_is_traced_to_its_place(workspace: MakeWorkspace) -> None:
    made = workspace({})
    for trace in made.paper().provenance.traces:
        for origin in trace.origins:
            text = (made.root / origin.path).read_text(encoding="utf-8").split("\n")
            assert text[origin.span.line - 1][origin.span.column - 1 :].strip()
            assert str(origin.route[-1]) in " ".join(text) or isinstance(origin.route[-1], int)


def test_every_paragraph_names_its_template_line(workspace: MakeWorkspace) -> None:
    made = workspace({})
    template = (made.root / BODY).read_text(encoding="utf-8").split("\n")
    wholes = [trace for trace in made.paper().provenance.traces if trace.whole and trace.lines]
    assert len(wholes) >= len(made.paper().paper.body)
    found = {line.span.line for trace in wholes for line in trace.lines if line.span.path == BODY}
    assert {number for number, text in enumerate(template, 1) if text.startswith("#")} <= found


def test_the_table_names_file_key_line_and_column(workspace: MakeWorkspace) -> None:
    table = json.loads(workspace({}).paper().provenance.to_json("plan"))
    assert (table["format"], table["document"]) == (1, "plan")
    [trace] = [one for one in table["traces"] if one["text"] == "Nguyễn Văn Mẫu"]
    [origin] = trace["data"]
    assert {name: origin[name] for name in ("path", "key", "line", "column")} == {
        "path": PLAN,
        "key": ["signatures", 0, "name"],
        "line": 16,
        "column": 11,
    }


def test_the_table_is_the_same_for_the_same_paper(workspace: MakeWorkspace) -> None:
    one, two = (workspace({}).paper().provenance.to_json("plan") for _ in range(2))
    assert one == two


def test_an_edited_value_keeps_its_id(workspace: MakeWorkspace) -> None:
    before = anchors(workspace({}).paper())
    after = anchors(workspace({PLAN: Changed("Trích từ quỹ", "Chi từ nguồn")}).paper())
    assert before.keys() == after.keys()
    assert [text for anchor, text in after.items() if before[anchor] != text] == ["Chi từ nguồn của từng đơn vị."] * 2
