"""The example that `planforge init` writes shows every field there is, with numbers that agree."""

from __future__ import annotations

import shutil
import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from planforge.load import load
from planforge.model.fields import Record
from planforge.model.kinds import REGISTRIES, YEAR_MODELS
from planforge.model.results import ScholarshipsFile
from planforge.resolve import Content, resolve
from planforge.starter import starter_data, starter_templates
from planforge.validate import Workspace, validate

CLUSTER, YEARS = "mau", ("2029", "2030", "2031")
Field = tuple[type[Record], str]
# What the example cannot show, because it shows what stands in its place.
LEFT_OUT: dict[Field, str] = {
    (ScholarshipsFile, "contributed"): "the total follows from `contributions`, and both together are an error",
    (ScholarshipsFile, "raised_to"): "follows from `opening` and `contributions`",
}


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workspace]:
    """The years of the example; any finding fails the test."""
    root = tmp_path_factory.mktemp("example")
    shutil.copytree(starter_data(), root / "data")
    shutil.copytree(starter_templates(), root / "templates")
    return {year: read(root, year) for year in YEARS}


def read(root: Path, year: str) -> Workspace:
    loaded = load(root, CLUSTER, year, ())
    assert loaded.value is not None
    checked = validate(loaded.value)
    assert checked.value is not None, checked.diagnostics
    assert not (*loaded.diagnostics, *checked.diagnostics)
    return checked.value


@pytest.fixture
def content(years: dict[str, Workspace]) -> Content:
    return resolve(years["2030"])


def models(annotation: Any, known: set[type[Record]]) -> set[type[Record]]:
    """Every model that can stand somewhere in a value of a type."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        if annotation not in known:
            known.add(annotation)
            for field in annotation.model_fields.values():
                models(field.annotation, known)
        return known
    for part in typing.get_args(annotation):
        models(part, known)
    return known


def records(value: Any) -> Iterator[Record]:
    """Every record in a value."""
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from records(getattr(value, name))
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from records(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from records(entry)


def written(workspace: Workspace) -> set[Field]:
    """The fields somebody wrote, in the registries and the files of the year."""
    registries = [getattr(workspace.registries, field.name) for field in fields(workspace.registries)]
    files = [getattr(workspace, name) for name in YEAR_MODELS]
    return {(type(one), name) for one in records([*registries, *files]) for name in one.model_fields_set}


def test_every_field_occurs_in_the_example(years: dict[str, Workspace]) -> None:
    reachable: set[type[Record]] = set()
    for model in (*YEAR_MODELS.values(), *REGISTRIES.values()):
        models(model, reachable)
    wanted = {(model, name) for model in reachable for name in model.model_fields}
    found = set().union(*map(written, years.values()))
    assert len(reachable) > 30
    assert {f"{model.__name__}.{name}" for model, name in wanted - found - LEFT_OUT.keys()} == set()
    assert not LEFT_OUT.keys() & found, "no longer left out: take it from the list"
    assert LEFT_OUT.keys() <= wanted


def test_the_years_before_and_after_tell_who_leads(content: Content) -> None:
    before, now, after = content.previous_cluster, content.cluster, content.next_cluster
    assert before is not None
    assert after is not None
    assert before.head is not None
    assert now.head is not None
    assert after.head is not None
    assert (before.head.person, now.head.office) == (None, "Hiệu trưởng Trường Ví dụ Một")
    assert after.head.office == "Quyền Hiệu trưởng Trường Ví dụ Hai"
    assert [deputy.name for deputy in now.deputies or ()] == ["Trường Ví dụ Hai", "Giám đốc Sở Ví dụ"]
    assert len({deputy.sector for deputy in now.deputies or ()}) == 2


def test_the_votes_add_up(content: Content) -> None:
    assert content.nominations is not None
    ballot, electorate = content.nominations.ballot, content.nominations.electorate
    assert electorate == content.cluster.member_count
    assert electorate == (ballot.present or 0) + (ballot.written or 0)
    assert ballot.valid is not None
    assert ballot.returned == ballot.valid + (ballot.invalid or 0)
    assert (ballot.issued or 0) >= (ballot.returned or 0)
    nominees = [nominee for vote in content.nominations.nominations for nominee in vote.nominees]
    for nominee in nominees:
        assert (nominee.votes or 0) + (nominee.against or 0) <= ballot.valid
    assert {nominee.passed for nominee in nominees} == {True, False, None}


def test_two_units_share_a_rank(content: Content) -> None:
    assert content.scores is not None
    members = content.cluster.members or ()
    assert [scored.unit for scored in content.scores.units] == list(members)
    ranks = [scored.rank for scored in content.scores.ranking]
    assert len(set(ranks)) < len(ranks)
    assert None not in ranks


def test_the_fund_has_money_left(content: Content) -> None:
    fund = content.scholarships
    assert fund is not None
    assert fund.opening is not None
    assert fund.contributed is not None
    assert fund.awarded is not None
    assert fund.closing == fund.opening + fund.contributed - fund.awarded - fund.spent
    assert fund.closing > 0
