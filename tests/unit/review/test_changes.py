"""Which documents are looked at: those that are made from other files, of sixty no more than need be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.conftest import EXAMPLE, Changed, MakeWorkspace, Workspace

from planforge import pipeline
from planforge.compose.papers import compose
from planforge.load import Sources
from planforge.resolve import Content
from planforge.review.builds import Built, build_side
from planforge.review.changes import Document, compare_inputs, paper_count
from planforge.review.comparing import pairs

TYPES = tuple(f"plan-{letter}" for letter in "bcdefghijklmnopqrst")
YEARS = ("2030", "2031", "2032")


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of sixty documents: twenty types in three years."""
    root = tmp_path_factory.mktemp("sixty")
    shutil.copytree(EXAMPLE, root, dirs_exist_ok=True)
    for name in TYPES:
        shutil.copytree(root / "templates/plan", root / "templates" / name)
        shutil.copy(root / "data/mau/2030/plan.yaml", root / "data/mau/2030" / f"{name}.yaml")
    for year in YEARS[1:]:
        shutil.copytree(root / "data/mau/2030", root / "data/mau" / year)
        for path in (root / "data/mau" / year).glob("*.yaml"):
            path.write_text(path.read_text(encoding="utf-8").replace("2030", year), encoding="utf-8")
    return root


@pytest.fixture
def two(sixty: Path, tmp_path: Path) -> tuple[Workspace, Workspace]:
    """Two copies of the sixty."""
    made = [shutil.copytree(sixty, tmp_path / name) for name in ("old", "new")]
    return Workspace(made[0], tmp_path / "kept"), Workspace(made[1], tmp_path / "kept")


def differing(old: Workspace, new: Workspace) -> list[Document]:
    documents = compare_inputs(old.root, new.root, None, None)
    assert documents.old == documents.new
    assert len(documents.same) + len(documents.old) == 60
    return list(documents.new)


def build_both(
    old: Workspace, new: Workspace, monkeypatch: pytest.MonkeyPatch, year: str | None = None
) -> tuple[tuple[Built, Built], list[str]]:
    """What both sides make of the documents that differ, and every paper that was composed for that."""
    composed: list[str] = []
    real = compose

    def counted(sources: Sources, content: Content, cache: Path) -> object:
        made = real(sources, content, cache)
        composed.extend(paper.name for paper in made.value or ())
        return made

    monkeypatch.setattr(pipeline, "compose", counted)
    documents = compare_inputs(old.root, new.root, None, year)
    sides = ((old, documents.old), (new, documents.new))
    first, second = [build_side(side.root, which, side.cache) for side, which in sides]
    return (first, second), composed


def names(built: tuple[Built, Built]) -> set[tuple[str, str]]:
    """The papers that are not the same, by year and name."""
    found = pairs(*built)
    differ = {key for key, (old, new) in found.items() if not (old and new and old.paper == new.paper)}
    return {(key.document.year, key.name) for key in differ}


def test_equal_folders_have_nothing_to_build(two: tuple[Workspace, Workspace]) -> None:
    assert differing(*two) == []
    assert not compare_inputs(two[0].root, two[1].root, None, None).any_file


def test_of_sixty_documents_one_that_changed_is_composed_twice(
    two: tuple[Workspace, Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    two[1].change({"data/mau/2031/plan-g.yaml": Changed("Trích từ quỹ", "Chi từ nguồn")})
    built, composed = build_both(*two, monkeypatch)
    assert composed == ["plan-g", "plan-g"]
    assert names(built) == {("2031", "plan-g")}


def test_a_template_changes_its_documents_only(
    two: tuple[Workspace, Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    two[1].change({"templates/plan-c/body.md.j2": Changed("xây dựng kế hoạch", "ban hành kế hoạch")})
    built, composed = build_both(*two, monkeypatch)
    assert composed == ["plan-c"] * 6
    assert names(built) == {(year, "plan-c") for year in YEARS}


def test_a_file_of_the_year_changes_the_year(two: tuple[Workspace, Workspace]) -> None:
    path = two[1].root / "data/mau/2032/movements.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# ghi chú\n", encoding="utf-8")
    assert {one.year for one in differing(*two)} == {"2032"}
    assert len(differing(*two)) == 20


def test_a_name_in_the_registry_changes_exactly_the_papers_that_print_it(
    two: tuple[Workspace, Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    for side in two:
        for path in side.root.glob("data/mau/2031/plan-*.yaml"):
            if path.stem not in {"plan-k", "plan-m"}:
                text = path.read_text(encoding="utf-8")
                path.write_text(text.replace("unit: truong_hai", "unit: truong_mot"), encoding="utf-8")
    everything = compare_inputs(two[0].root, two[0].root, None, "2031").same
    printed = {
        (key.document.year, key.name)
        for key, paper in build_side(two[0].root, everything, two[0].cache).papers.items()
        if "Trường Hai".upper() in paper.provenance.to_json(key.name).upper()
    }
    two[1].change({"data/registry/units.yaml": Changed("name: Trường Hai", "name: Trường Hai Mới")})
    built, composed = build_both(*two, monkeypatch, "2031")
    assert names(built) == printed
    assert (len(printed), len(composed)) == (3, 40), printed


def test_line_ends_of_another_system_are_no_change(two: tuple[Workspace, Workspace]) -> None:
    path = two[1].root / "data/mau/2031/plan.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert differing(*two) == []


def test_year_and_cluster_narrow(two: tuple[Workspace, Workspace]) -> None:
    two[1].change({"data/registry/units.yaml": Changed("name: Trường Hai", "name: Trường Hai Mới")})
    assert {one.year for one in compare_inputs(two[0].root, two[1].root, None, "2031").new} == {"2031"}
    assert compare_inputs(two[0].root, two[1].root, "khac", None).new == ()


def test_a_document_of_one_side_is_built_on_that_side(two: tuple[Workspace, Workspace]) -> None:
    two[1].change({"data/mau/2030/plan-b.yaml": None})
    two[0].change({"data/mau/2030/plan-c.yaml": None})
    documents = compare_inputs(two[0].root, two[1].root, None, None)
    assert documents.old == (Document("mau", "2030", "plan-b"),)
    assert documents.new == (Document("mau", "2030", "plan-c"),)


def test_a_document_with_mistakes_does_not_keep_the_others(two: tuple[Workspace, Workspace]) -> None:
    two[1].change({"data/mau/2030/plan-b.yaml": Changed("number: 1", "number: không")})
    two[1].change({"data/mau/2030/plan-c.yaml": Changed("Trích từ quỹ", "Chi từ nguồn")})
    documents = compare_inputs(two[0].root, two[1].root, None, None)
    built = build_side(two[1].root, documents.new, two[1].cache)
    assert [key.name for key in built.papers] == ["plan-c"]
    assert built.failed == {Document("mau", "2030", "plan-b")}
    assert {finding.span.path for finding in built.findings if finding.span} == {"data/mau/2030/plan-b.yaml"}
    assert [key.name for key in pairs(build_side(two[0].root, documents.old, two[0].cache), built)] == ["plan-c"]


def test_a_file_that_every_document_needs_fails_them_all_with_one_finding(two: tuple[Workspace, Workspace]) -> None:
    two[1].change({"data/registry/units.yaml": "a: [\n"})
    built = build_side(two[1].root, compare_inputs(two[0].root, two[1].root, None, "2030").new, two[1].cache)
    assert (built.papers, len(built.failed)) == ({}, 20)
    assert [finding.code for finding in built.findings if finding.code.startswith("yaml")] == ["yaml.syntax"]


def test_papers_that_are_not_built_are_counted_by_their_records(workspace: MakeWorkspace) -> None:
    made = workspace({})
    document = Document("mau", "2030", "plan")
    assert paper_count(made.root, document) == 1
    made.change(
        {"templates/plan/document.yaml": Changed("numbering: decimal", "numbering: decimal\neach: inspections")}
    )
    made.change({"data/mau/2030/inspections.yaml": "inspections:\n  - inspected: a\n  - inspected: b\n"})
    assert paper_count(made.root, document) == 2
