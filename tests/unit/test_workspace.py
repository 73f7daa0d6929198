"""What a workspace contains, told by its folders and file names alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import MakeWorkspace, Workspace

from planforge.errors import UserError
from planforge.workspace import choose_documents, find_workspace, list_document_types, list_documents, list_years


@pytest.fixture
def crowded(workspace: MakeWorkspace) -> Workspace:
    """A workspace with folders beside the real ones that are none."""
    strangers = ["data/.git/2030", "data/_old/2030", "data/mau/2030-old", "data/mau/notes", "templates/.hidden"]
    strangers += ["templates/_shared", "templates/empty"]
    return workspace(
        {f"{folder}/cluster.yaml": "a: b\n" for folder in strangers} | {"templates/_shared/document.yaml": ""}
    )


def test_hidden_folders_and_folders_with_other_names_are_none_of_ours(crowded: Workspace) -> None:
    assert list_years(crowded.root) == [("mau", "2030")]
    assert list_document_types(crowded.root) == ["plan"]
    assert list_documents(crowded.root, "mau", "2030") == ["plan"]


def test_the_nearest_workspace_above_is_found(crowded: Workspace, tmp_path: Path) -> None:
    assert find_workspace(crowded.root / "data" / "mau") == crowded.root
    with pytest.raises(UserError) as caught:
        find_workspace(tmp_path)
    assert caught.value.code == "workspace.not_found"


@pytest.mark.parametrize(
    ("cluster", "year", "wanted", "code"),
    [
        ("mau", "2030", (), ""),
        ("mau", "2030", ("plan",), ""),
        ("mua", "2030", (), "cluster.unknown"),
        ("..", "2030", (), "cluster.unknown"),
        ("mau", "2031", (), "year.unknown"),
        ("mau", "notes", (), "year.unknown"),
        ("mau", "2030", ("letter",), "document.unknown"),
        ("mau", "2030", ("_shared",), "document.unknown"),
    ],
)
def test_what_is_asked_for_exists(
    cluster: str, year: str, wanted: tuple[str, ...], code: str, crowded: Workspace
) -> None:
    if not code:
        assert choose_documents(crowded.root, cluster, year, wanted) == ("plan",)
        return
    with pytest.raises(UserError) as caught:
        choose_documents(crowded.root, cluster, year, wanted)
    assert caught.value.code == code


def test_a_document_without_data_is_told_its_file(workspace: MakeWorkspace) -> None:
    made = workspace({"templates/letter/document.yaml": "a: b\n", "data/mau/2031/cluster.yaml": "a: b\n"})
    with pytest.raises(UserError) as caught:
        choose_documents(made.root, "mau", "2030", ("letter",))
    assert (caught.value.code, caught.value.values["path"]) == ("document.no_data", "data/mau/2030/letter.yaml")
    with pytest.raises(UserError) as caught:
        choose_documents(made.root, "mau", "2031", ())
    assert caught.value.code == "document.none"
