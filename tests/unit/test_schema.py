"""The JSON Schemas: of every kind of file, with a description of every field, and at one with the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import EXAMPLE, Changed, MakeWorkspace, Run

from planforge.schema import schemas, write_schemas

NAMES = {
    "planforge", "document", "cluster", "movements", "waves", "responsibilities", "plan",
    "approvals", "conferences", "reviews", "titles", "inspections", "scores", "nominations", "scholarships",
    "bodies", "units", "people", "awards", "instruments", "anniversaries", "movements-registry",
}  # fmt: skip


def objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and every definition in it that has properties."""
    yield from (one for one in (schema, *schema.get("$defs", {}).values()) if "properties" in one)


def test_every_kind_of_file_has_a_schema() -> None:
    assert schemas(EXAMPLE).keys() == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_field_is_described(name: str) -> None:
    for one in objects(schemas(EXAMPLE)[name]):
        own = set() if name != "plan" else {"basis", "purposes", "funding"}
        missing = {field for field, entry in one["properties"].items() if not entry.get("description")} - own
        assert not missing


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_schema_allows_no_unknown_key_and_says_nothing_of_the_program(name: str) -> None:
    schema = schemas(EXAMPLE)[name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for one in objects(schema):
        assert one["additionalProperties"] is False
        assert "title" not in one


def test_a_field_of_a_document_type_is_described_by_it(workspace: MakeWorkspace) -> None:
    made = workspace(
        {"templates/plan/document.yaml": Changed("kind: prose", "kind: prose\n    description: Kinh phí.")}
    )
    assert schemas(made.root)["plan"]["properties"]["funding"]["description"] == "Kinh phí."


def test_a_document_type_with_mistakes_is_left_out(workspace: MakeWorkspace) -> None:
    made = workspace({"templates/plan/document.yaml": Changed("kind: prose", "kind: proze")})
    assert schemas(made.root).keys() == NAMES - {"plan"}


@pytest.mark.parametrize("text", ["name: [", "- a\n", "\t\n", ""])
def test_a_document_type_that_cannot_be_read_is_left_out(text: str, workspace: MakeWorkspace) -> None:
    assert schemas(workspace({"templates/plan/document.yaml": text}).root).keys() == NAMES - {"plan"}


def test_schemas_are_written_once(workspace: MakeWorkspace) -> None:
    root = workspace({}).root
    written = write_schemas(root)
    before = {path: path.stat().st_mtime_ns for path in written}
    assert {path.name for path in written} == {f"{name}.schema.json" for name in NAMES}
    assert write_schemas(root) == written
    assert {path: path.stat().st_mtime_ns for path in written} == before


def test_the_schemas_of_this_repository_are_those_of_its_models() -> None:
    root = Path(__file__).parents[2]
    stored = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in (root / "data/.schema").glob("*.json")
    }
    assert stored == {f"{name}.schema.json": schema for name, schema in schemas(root).items()}


def test_the_command_says_how_many(workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "schema", cwd=workspace({}))
    assert (ran.code, ran.err) == (0, "")
    assert str(len(NAMES)) in ran.out
