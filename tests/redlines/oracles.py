"""What other programs make of a redline: LibreOffice and pandoc resolve its changes, the validator reads it."""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.redlines.needed import W, stories

from planforge.toolchain import run_pandoc

VALIDATE = Path(__file__).parents[1] / "tools" / "validate.mjs"
_AT_ONCE = 60
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Resolve"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Resolve" script:language="StarBasic">{}
</script:module>
"""
_MACRO = """
Sub All(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName" : plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions" : plain(1).Value = "UTF8"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim names(10000) As String
  count = 0
  name = Dir(ConvertFromURL(folder) & "/*.docx", 0)
  Do While name <> ""
    names(count) = name
    count = count + 1
    name = Dir
  Loop
  For i = 0 To count - 1
    For Each way In Array("Accept", "Reject", "Keep")
      doc = StarDesktop.loadComponentFromURL(folder & "/" & names(i), "_blank", 0, hidden())
      If way = "Keep" Then
        listing = FreeFile
        Open ConvertFromURL(folder) & "/" & names(i) & ".list" For Output As #listing
        found = doc.getRedlines().createEnumeration()
        Do While found.hasMoreElements()
          one = found.nextElement()
          Print #listing, one.RedlineType & ";" & one.RedlineAuthor
        Loop
        Close #listing
      Else
        helper.executeDispatch(doc.CurrentController.Frame, ".uno:" & way & "AllTrackedChanges", "", 0, Array())
      End If
      doc.storeToURL(folder & "/" & names(i) & "." & LCase(way) & ".txt", plain())
      doc.close(True)
    Next
  Next
  StarDesktop.terminate()
End Sub
"""


@dataclass(frozen=True, slots=True)
class OfficeView:
    """What LibreOffice shows of a file: its text with all changes accepted, rejected, shown; its changes by kind."""

    accepted: str
    rejected: str
    shown: str
    changes: tuple[str, ...]


def office_views(files: Iterable[Path], folder: Path) -> dict[str, OfficeView]:
    """LibreOffice's views of some files by name, from one run of it with a profile of its own."""
    profile, work = folder / "profile", folder / "office"
    program = shutil.which("soffice")
    assert program, "soffice is not installed"
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    # The first run makes the profile, and would write over a macro that is there already.
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Resolve.xba").write_text(_MODULE.format(html.escape(_MACRO)), encoding="utf-8")
    work.mkdir()
    for path in files:
        shutil.copy(path, work / path.name)
    run = [*command, f'macro:///Standard.Resolve.All("{work.as_uri()}")']
    subprocess.run(run, check=True, capture_output=True, timeout=300)
    return {path.stem: _view(path) for path in sorted(work.glob("*.docx"))}


def _view(path: Path) -> OfficeView:
    accepted, rejected, shown = (_said(path, f"{way}.txt") for way in ("accept", "reject", "keep"))
    return OfficeView(accepted, rejected, shown, tuple(_said(path, "list").splitlines()))


def _said(path: Path, ending: str) -> str:
    return path.with_name(f"{path.name}.{ending}").read_text("utf-8-sig", errors="replace")


def pandoc_text(path: Path, changes: str) -> list[str]:
    """The lines of a file as pandoc reads it with its changes accepted ("accept") or rejected, without empty ones.

    Where a tracked paragraph of a list disappears, pandoc leaves an empty line. It knows no tracked rows and widths of
    columns: empty tables and how it draws the others count for nothing.
    """
    arguments = ["-f", "docx", "-t", "plain", "--wrap=none", f"--track-changes={changes}"]
    lines = run_pandoc(arguments, path.read_bytes()).decode().splitlines()
    return [" ".join(line.split()) for line in lines if line.strip("-+|=: ")]


def invalid(files: Sequence[Path]) -> dict[str, list[dict[str, Any]]]:
    """What Microsoft's Open XML SDK says is wrong with files, by name; those without an error are left out."""
    node = shutil.which("node")
    assert node, "node is not installed"
    found: dict[str, list[dict[str, Any]]] = {}
    for start in range(0, len(files), _AT_ONCE):
        command = [node, str(VALIDATE), *map(str, files[start : start + _AT_ONCE])]
        # It starts anew for every file: what makes programs fast that run long is left out.
        environment = os.environ | {"DOTNET_TieredPGO": "0"}
        said = json.loads(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)
        found |= {Path(path).name: one["errors"] for path, one in said.items() if not one["ok"] or one["errors"]}
    return found


def disagreements(redlines: Sequence[Path], folder: Path, *, office: bool) -> list[str]:
    """Where another program reads another text out of a redline than out of the file that it should become.

    The old and the new file lie beside each redline, as `NAME.old.docx` and `NAME.new.docx`.
    """
    found: list[str] = []
    for path in redlines:
        for side, changes in (("new", "accept"), ("old", "reject")):
            if pandoc_text(path, changes) != pandoc_text(beside(path, side), "accept"):
                found.append(f"pandoc, {changes}: {path.name}")
    if not office or not redlines:
        return found
    views = office_views([beside(path, side) for path in redlines for side in ("redline", "old", "new")], folder)
    for path in redlines:
        mixed, old, new = (views[beside(path, side).stem] for side in ("redline", "old", "new"))
        lines = _lines_with_text if _has_whole_table(path) else str.splitlines
        found += [f"LibreOffice, accept: {path.name}"] if lines(mixed.accepted) != lines(new.shown) else []
        found += [f"LibreOffice, reject: {path.name}"] if lines(mixed.rejected) != lines(old.shown) else []
        found += [f"LibreOffice sees no change: {path.name}"] if not mixed.changes else []
    return found


def _has_whole_table(path: Path) -> bool:
    """Whether all rows of a table are in or out: LibreOffice leaves an empty line where such a table was."""
    tables = [table for root in stories(path.read_bytes()) for table in root.iter(f"{W}tbl")]
    return any(
        all(any(row.find(f"{W}trPr/{W}{mark}") is not None for mark in ("ins", "del")) for row in table.iter(f"{W}tr"))
        for table in tables
    )


def _lines_with_text(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def beside(redline: Path, side: str) -> Path:
    """The old or new file of a redline, or the redline itself."""
    return redline.with_name(redline.name.replace(".redline.", f".{side}."))
