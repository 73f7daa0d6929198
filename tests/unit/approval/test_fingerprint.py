"""The fingerprint of what a paper says: every printed word counts, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.conftest import YEAR_FOLDER, Change, Changed, MakeWorkspace

from planforge.approval.fingerprint import content_of
from planforge.convert.papers import ConvertedPaper
from planforge.paper import LABEL_CLASS, Block, Inline, Role

PLAN = f"{YEAR_FOLDER}/plan.yaml"


def with_inlines(paper: ConvertedPaper, *inlines: Inline) -> str:
    return content_of([replace(paper, paper=replace(paper.paper, body=(Block(Role.BODY, 0, "", inlines),)))])


@pytest.mark.parametrize(
    "change",
    [
        {PLAN: Changed("number: 1\n", "number: 2\n")},
        {PLAN: Changed("Kịp thời khen thưởng", "Kịp thời khen ngợi")},
        {PLAN: Changed("Kịp thời khen thưởng", "Kịp thời *khen thưởng*")},
        {PLAN: Changed("authority: KT", "authority: TM")},
        {PLAN: Changed("name: Nguyễn Văn Mẫu", "name: Nguyễn Văn Khác")},
        {"data/registry/units.yaml": Changed("Trường Hai", "Trường Đổi Tên")},
    ],
)
def test_what_is_printed_counts(change: dict[str, Change], workspace: MakeWorkspace) -> None:
    assert content_of([workspace({}).paper()]) != content_of([workspace(change).paper()])


@pytest.mark.parametrize(
    "change",
    [
        {PLAN: Changed("number: 1\n", "# ghi chú\nnumber: 1\n")},
        {PLAN: Changed("- Kịp thời khen thưởng.", '- "Kịp thời khen thưởng."')},
        {PLAN: Changed("funding: Trích từ quỹ", "funding: >-\n  Trích từ\n  quỹ")},
        {"data/registry/people.yaml": "ai_do:\n  name: Không Ai Nhắc Tới\n"},
    ],
)
def test_how_it_was_written_does_not(change: dict[str, Change], workspace: MakeWorkspace) -> None:
    assert content_of([workspace({}).paper()]) == content_of([workspace(change).paper()])


def test_where_words_come_from_and_how_they_are_cut_does_not(workspace: MakeWorkspace) -> None:
    paper = workspace({}).paper()
    plain = with_inlines(paper, {"t": "Str", "c": "một"}, {"t": "Space"}, {"t": "Str", "c": "hai"})
    span = {"t": "Span", "c": [["pf000000000001", [], []], [{"t": "Str", "c": "hai"}]]}
    assert with_inlines(paper, {"t": "Str", "c": "m"}, {"t": "Str", "c": "ột"}, {"t": "SoftBreak"}, span) == plain
    moved = replace(paper.paper, moment=datetime(2031, 1, 1, tzinfo=UTC))
    assert content_of([replace(paper, paper=moved)]) == content_of([paper])


def test_looks_breaks_and_labels_count(workspace: MakeWorkspace) -> None:
    paper = workspace({}).paper()
    word: Inline = {"t": "Str", "c": "a"}
    found = {
        with_inlines(paper, word),
        with_inlines(paper, {"t": "Strong", "c": [word]}),
        with_inlines(paper, {"t": "Emph", "c": [word]}),
        with_inlines(paper, word, {"t": "LineBreak"}),
        with_inlines(paper, {"t": "Span", "c": [["", [LABEL_CLASS], []], [word]]}),
        with_inlines(paper),
    }
    assert len(found) == 6


def test_all_papers_of_a_document_count_whatever_their_order(workspace: MakeWorkspace) -> None:
    one = workspace({}).paper()
    other = replace(one, name="plan-khac")
    assert content_of([one, other]) == content_of([other, one])
    assert content_of([one, other]) != content_of([one])
