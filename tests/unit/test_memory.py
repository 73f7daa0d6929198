"""A run over several cluster-years reads what they share once, and reads it again when it has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planforge.load import load
from planforge.source import parse
from planforge.starter import starter_data, starter_templates
from planforge.validate import Memory, Workspace, validate

UNITS = "data/registry/units.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(starter_data(), tmp_path / "data")
    shutil.copytree(starter_templates(), tmp_path / "templates")
    return tmp_path


def read(root: Path, year: str, memory: Memory, *documents: str) -> Workspace:
    checked = validate(load(root, "mau", year, documents).product(), memory)
    assert checked.value is not None
    return checked.value


def test_years_share_the_records_of_registries(root: Path) -> None:
    memory = Memory()
    one, other = read(root, "2030", memory), read(root, "2031", memory)
    assert one.registries.units["vien_vi_du"] is other.registries.units["vien_vi_du"]
    assert one.cluster.members is not None
    assert other.cluster.members is not None
    assert one.cluster.members[0] is other.cluster.members[0]
    unit = other.registries.units["vien_vi_du"]
    assert one.places.of(unit) == other.places.of(unit) == (UNITS, ("vien_vi_du",))


def test_papers_of_one_type_share_their_model(root: Path) -> None:
    shutil.copytree(root / "data/mau/2030", root / "data/mau/2032")
    cluster = root / "data/mau/2032/cluster.yaml"
    cluster.write_text(cluster.read_text(encoding="utf-8").replace("year: 2030", "year: 2032"), encoding="utf-8")
    memory = Memory()
    papers = [read(root, year, memory, "letter").documents[0] for year in ("2030", "2032")]
    assert papers[0].type is papers[1].type
    assert type(papers[0].data) is type(papers[1].data)


def test_a_file_that_changes_is_read_again(root: Path) -> None:
    memory = Memory()
    before = read(root, "2030", memory)
    path = root / UNITS
    path.write_text(path.read_text(encoding="utf-8").replace("Vụ Ví dụ\n", "Vụ Mới\n"), encoding="utf-8")
    after = read(root, "2030", memory)
    assert (before.registries.units["vu_vi_du"].name, after.registries.units["vu_vi_du"].name) == ("Vụ Ví dụ", "Vụ Mới")


def test_what_is_said_of_a_shared_file_is_said_for_every_year(root: Path) -> None:
    path = root / UNITS
    path.write_text(path.read_text(encoding="utf-8").replace("kind: press", "kind: prose"), encoding="utf-8")
    memory = Memory()
    told = [validate(load(root, "mau", year, ()).product(), memory) for year in ("2030", "2031")]
    assert [one.value for one in told] == [None, None]
    assert [[finding.code for finding in one.diagnostics] for one in told] == [["data.not_a_choice"]] * 2


def test_the_same_bytes_are_parsed_once() -> None:
    assert parse("a.yaml", b"one: 1\n") is parse("a.yaml", b"one: 1\n")
    assert parse("a.yaml", b"one: 1\n") is not parse("a.yaml", b"one: 2\n")
    assert parse("a.yaml", b"one: 1\n") is not parse("b.yaml", b"one: 1\n")
