"""What makes a build out of date, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import CLUSTER, DOCUMENT, YEAR, YEAR_FOLDER, Change, MakeWorkspace, Workspace

from planforge import record
from planforge.record import (
    Output,
    Record,
    Warned,
    input_files,
    input_fingerprint,
    is_current,
    is_input,
    read_record,
    record_path,
    to_json,
)

FILES = {"plan.docx": b"docx", "plan.provenance.json": b"table"}


def fingerprint(workspace: Workspace, *extra: str) -> str:
    return input_fingerprint(workspace.root, CLUSTER, YEAR, DOCUMENT, extra)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("data/planforge.yaml", "default_cluster: khac\n"),
        ("data/registry/bodies.yaml", ""),
        ("data/registry/bodies.yml", "a: b\n"),
        (f"{YEAR_FOLDER}/cluster.yaml", ""),
        (f"{YEAR_FOLDER}/plan.yaml", ""),
        (f"{YEAR_FOLDER}/waves.yaml", None),
        (f"{YEAR_FOLDER}/wave.yaml", "a: b\n"),
        ("templates/plan/document.yaml", ""),
        ("templates/plan/body.md.j2", ""),
        ("templates/plan/more.md.j2", ""),
        ("templates/_shared/lists.md.j2", None),
        ("data/khac/2030/cluster.yaml", "a: b\n"),
        ("data/mau/2029/cluster.yaml", "a: b\n"),
        ("data/mau/2031/cluster.yaml", "a: b\n"),
        ("templates/letter/document.yaml", "a: b\n"),
    ],
)
def test_every_input_counts(name: str, content: Change, workspace: MakeWorkspace) -> None:
    made = workspace({})
    before = fingerprint(made)
    made.change({name: content})
    assert fingerprint(made) != before


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "data/mau/2028/cluster.yaml",
        f"{YEAR_FOLDER}/approvals.yaml",
        "data/khac/2029/cluster.yaml",
        "templates/letter/body.md.j2",
        "build/x.yaml",
    ],
)
def test_other_files_do_not_count(name: str, workspace: MakeWorkspace) -> None:
    made = workspace({})
    before = fingerprint(made)
    made.change({name: "a: b\n"})
    assert fingerprint(made) == before


def test_the_files_of_a_commit_are_chosen_as_those_of_the_disk(workspace: MakeWorkspace) -> None:
    made = workspace({f"{YEAR_FOLDER}/approvals.yaml": "", "data/mau/2031/cluster.yaml": "", "README.md": ""})
    by_name = sorted(name for name in made.files() if is_input(name, CLUSTER, YEAR, DOCUMENT))
    found = input_files(made.root, CLUSTER, YEAR, DOCUMENT)
    assert by_name == [path.relative_to(made.root).as_posix() for path in found]
    assert f"{YEAR_FOLDER}/plan.yaml" in by_name


def test_where_the_workspace_is_does_not_count(workspace: MakeWorkspace) -> None:
    assert fingerprint(workspace({})) == fingerprint(workspace({}))


def test_the_font_the_program_and_its_tools_count(workspace: MakeWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    made = workspace({})
    found = {fingerprint(made), fingerprint(made, "Tinos")}
    monkeypatch.setenv("PLANFORGE_PANDOC", "/somewhere/pandoc")
    found.add(fingerprint(made))
    monkeypatch.delenv("PLANFORGE_PANDOC")
    monkeypatch.setattr(record, "__version__", "0.0.0")
    found.add(fingerprint(made))
    assert len(found) == 4


def test_a_file_moved_between_places_counts(workspace: MakeWorkspace) -> None:
    """The same bytes under another name are another input."""
    one = workspace({f"{YEAR_FOLDER}/movements.yaml": "a: b\n", f"{YEAR_FOLDER}/waves.yaml": "c: d\n"})
    two = workspace({f"{YEAR_FOLDER}/movements.yaml": "c: d\n", f"{YEAR_FOLDER}/waves.yaml": "a: b\n"})
    assert fingerprint(one) != fingerprint(two)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    outputs = {name: Output("inputs", ("0" * 64, record.file_hash(tmp_path / name))) for name in FILES}
    record_path(tmp_path, "plan").write_text(to_json(Record(outputs, [], ("plan",))), encoding="utf-8")
    return tmp_path


def current(folder: Path, inputs: str = "inputs") -> bool:
    return is_current(folder, read_record(folder, "plan"), inputs, ["docx"])


def test_a_build_is_current_while_nothing_changes(built: Path) -> None:
    assert current(built)
    assert not current(built, "others")


@pytest.mark.parametrize("name", FILES)
def test_a_deleted_or_edited_output_is_not_current(name: str, built: Path) -> None:
    (built / name).write_bytes(FILES[name] + b"!")
    assert not current(built)
    (built / name).unlink()
    assert not current(built)


def test_a_format_that_was_never_made_is_not_current(built: Path) -> None:
    assert not is_current(built, read_record(built, "plan"), "inputs", ["docx", "pdf"])


def test_a_file_made_from_other_inputs_is_not_current(built: Path) -> None:
    stored = read_record(built, "plan")
    older = {**stored.outputs, "plan.docx": Output("older", stored.outputs["plan.docx"].hashes)}
    record_path(built, "plan").write_text(to_json(Record(older, [], ("plan",))), encoding="utf-8")
    assert not current(built)
    assert is_current(built, read_record(built, "plan"), "inputs", [])


def test_both_hashes_of_a_file_are_ours(built: Path) -> None:
    stored = read_record(built, "plan")
    assert stored.is_ours("plan.docx", "0" * 64)
    assert stored.is_ours("plan.docx", record.file_hash(built / "plan.docx"))
    assert not stored.is_ours("plan.docx", "1" * 64)
    assert not stored.is_ours("plan.pdf", "0" * 64)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"format": 0}', f'{{"format": {record.FORMAT}}}', "\x00"])
def test_a_record_that_cannot_be_read_is_empty(content: str, built: Path) -> None:
    record_path(built, "plan").write_text(content, encoding="utf-8")
    assert read_record(built, "plan") == Record({}, [])
    assert not current(built)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = Record({"plan.docx": Output("a", ("b", "c"))}, [Warned("đ", ["a.yaml", 1, 2, 3, 4], {"b": "c"})])
    record_path(tmp_path, "plan").write_text(to_json(written), encoding="utf-8")
    assert read_record(tmp_path, "plan") == written
