"""What the options leave open: the workspace, the default cluster, the year."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from planforge.errors import PlanforgeError, UserError
from planforge.language import DEFAULT, LANGUAGES
from planforge.printable import OurLines
from planforge.workspace import SETTINGS_FILE, choose_documents, find_workspace, list_documents, list_years


def workspace_root(workspace: Path | None) -> Path:
    """The workspace to work in: the one named, or the nearest one from here upwards."""
    if workspace is None:
        return find_workspace(Path.cwd())
    root = workspace.absolute()
    if not (root / SETTINGS_FILE).is_file():
        raise UserError("workspace.not_here", path=str(workspace))
    return root


def setting(root: Path, name: str) -> str:
    """A setting of `data/planforge.yaml`, or nothing.

    The file is read by hand, a line at a time: reading it properly is the pipeline's business, and importing that
    takes longer than a run that has nothing to do.
    """
    try:
        lines = (root / SETTINGS_FILE).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    for line in lines:
        key, _, value = line.partition(":")
        if key == name:
            return value.partition(" #")[0].strip().strip("\"'")
    return ""


def chosen_cluster(root: Path, cluster: str | None) -> str:
    """The cluster asked for, or the default of the settings; UserError when there is neither."""
    found = cluster or setting(root, "default_cluster")
    if not found:
        raise UserError("workspace.broken_settings")
    return found


def chosen_year(root: Path, cluster: str, year: str | None) -> str:
    """The year asked for; there is no default, for building the wrong year is worse than being asked."""
    if year:
        return year
    years = [found for name, found in list_years(root) if name == cluster]
    raise UserError("year.missing", example=years[-1] if years else "2023")


def chosen_years(root: Path, cluster: str | None, year: str | None, *, everything: bool) -> list[tuple[str, str]]:
    """The cluster-years of a run: one, or with `everything` all that have documents and that the options leave.

    UserError when nothing is left.
    """
    if not everything:
        name = chosen_cluster(root, cluster)
        return [(name, chosen_year(root, name, year))]
    found = [
        (name, of_year)
        for name, of_year in list_years(root)
        if cluster in {None, name} and year in {None, of_year} and list_documents(root, name, of_year)
    ]
    if not found:
        raise UserError("document.none_at_all", cluster=cluster or "*", year=year or "*")
    return found


def chosen_documents(root: Path, cluster: str, year: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The documents of a run; where one has no data, the error says which files and keys would make it."""
    try:
        return choose_documents(root, cluster, year, wanted)
    except UserError as error:
        if error.code != "document.no_data":
            raise
        from planforge.requirements import required_files

        files = required_files(root, cluster, year, str(error.values["document"]))
        shown = OurLines("".join(f"\n    {file}" for file in files))
        raise UserError(
            "document.no_data", document=error.values["document"], path=error.values["path"], files=shown
        ) from None


def language_of(arguments: Sequence[str]) -> str:
    """The language of this run: `--lang`, `PLANFORGE_LANG`, the workspace's setting, then Vietnamese.

    Needed before click reads the arguments, because help texts are in it.
    """
    wanted = _option(arguments, "--lang") or os.environ.get("PLANFORGE_LANG", "")
    if wanted in LANGUAGES:
        return wanted
    folder = _option(arguments, "--workspace")
    try:
        wanted = setting(Path(folder) if folder else find_workspace(Path.cwd()), "language")
    except (PlanforgeError, OSError):
        wanted = ""
    return wanted if wanted in LANGUAGES else DEFAULT


def _option(arguments: Sequence[str], name: str) -> str:
    for index, argument in enumerate(arguments):
        if argument == name:
            return arguments[index + 1] if index + 1 < len(arguments) else ""
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return ""


def shown_path(path: Path) -> str:
    """A path as short as it can be from where the user stands."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
