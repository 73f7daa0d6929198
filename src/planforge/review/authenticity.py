"""What a finished file is: made by this program or not, of what, and whether somebody changed it since, and where.

The file may be a stranger's: it is read with the guard of a check, and nothing in it is believed. The hash in its stamp
tells whether it is as it was written; that it was written by us is proved by building it again.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from planforge import __version__
from planforge.git import Commit, Repository
from planforge.output import staged, writable
from planforge.review.differences import Difference, Kind, changed_pictures, differences
from planforge.review.pictures import draw_pages
from planforge.review.rebuilding import Ground, Rebuilt, present, rebuild, repository_of
from planforge.rule import Medium
from planforge.rules.form.pf802_built_file import OWN_BOOKMARK
from planforge.stamp.stamp import Stamp, docx_content, pdf_content, read_stamp
from planforge.verify.allowance import allowed_time, check_size
from planforge.verify.docx.package import open_package
from planforge.verify.own_file import read_own
from planforge.verify.paper_file import open_paper
from planforge.verify.reading import Reading
from planforge.workspace import read_file

_TRACKED = re.compile(rb"<w:(ins|del|moveFrom|moveTo|[a-zA-Z]+Change)[ >]")
_DRAWN = re.compile(r"page-([0-9]+)\.png")


class Standing(StrEnum):
    """What became of a file since it was built.

    `UNTOUCHED` is byte for byte as it was written, `RESAVED` says the same in other bytes, `ALTERED` says something
    else, of `UNKNOWN` it is not known what it said, `FOREIGN` was not made by this program, or has lost its stamp.
    """

    UNTOUCHED = "untouched"
    RESAVED = "resaved"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Authenticity:
    """The verdict on a file.

    `sealed` tells that the hash in the file is that of its content, `proven` that building it again gave the very same
    bytes. `commit` is who made the commit of the stamp, None where the repository does not have it. `present` tells
    whether data and templates of the workspace are still those of the stamp, None where there is no such paper.
    `anchored` tells of a file without a stamp that it bears our marks of provenance all the same, `tracked`
    tells that changes are tracked in it, as in a redline: it shows words that the document does not say.
    """

    standing: Standing
    stamp: Stamp | None = None
    sealed: bool = False
    proven: bool = False
    rebuilt: Rebuilt = field(default_factory=Rebuilt)
    differences: tuple[Difference, ...] = ()
    commit: Commit | None = None
    present: tuple[bool, bool] | None = None
    anchored: bool = False
    tracked: bool = False
    medium: Medium = Medium.DOCX

    @property
    def is_ours(self) -> bool:
        """Whether the file says what this program wrote into it, as far as that can be told."""
        return self.standing in {Standing.UNTOUCHED, Standing.RESAVED} and not self.tracked

    @property
    def of_this_version(self) -> bool:
        """Whether the program that made it was of the version that runs now."""
        return self.stamp is not None and self.stamp.version == __version__


def examine(path: Path, root: Path | None) -> Authenticity:
    """Judge a file; `root` is the workspace it is held against, where there is one.

    Raises UserError as `open_paper` does, and for a file that keeps the comparison busy for too long; ToolError.
    """
    reading = open_paper(path)
    check_size(reading)
    stamped = read_stamp(reading.properties)
    if stamped is None:
        anchored = _is_anchored(reading)
        return Authenticity(Standing.FOREIGN, anchored=anchored, tracked=anchored and _is_tracked(_parts(path)))
    stamp = stamped.stamp
    parts = _parts(path) if reading.medium is Medium.DOCX else {}
    sealed = stamped.content == (docx_content(parts, stamp) if parts else pdf_content(read_file(path), stamped.content))
    if root is None:
        return Authenticity(Standing.UNTOUCHED if sealed else Standing.UNKNOWN, stamp, sealed)
    repository = repository_of(root)
    rebuilt = rebuild(root, repository, stamp, reading.medium.value)
    proven = rebuilt.exact and rebuilt.content == read_file(path)
    found: tuple[Difference, ...] = ()
    if rebuilt.content and not proven:
        with allowed_time(reading):
            found = _differences(rebuilt.content, reading, parts)
        if reading.medium is Medium.PDF and not found:
            found = _pages(path, rebuilt.content, reading)
    return Authenticity(
        _standing(rebuilt, found, sealed=sealed, proven=proven, same_version=stamp.version == __version__),
        stamp,
        sealed,
        proven,
        rebuilt,
        found,
        _commit(repository, stamp),
        present(root, stamp),
        tracked=_is_tracked(parts),
        medium=reading.medium,
    )


def _standing(
    rebuilt: Rebuilt, found: tuple[Difference, ...], *, sealed: bool, proven: bool, same_version: bool
) -> Standing:
    if proven and not rebuilt.contradicted:
        return Standing.UNTOUCHED
    if rebuilt.ground is Ground.NOTHING:
        return Standing.UNKNOWN
    if not sealed:
        return Standing.ALTERED if found else Standing.RESAVED
    # A hash can be made anew by whoever changes the file: what the stamp names would then print other words.
    if rebuilt.contradicted or (rebuilt.exact and found):
        return Standing.ALTERED if same_version else Standing.UNKNOWN
    return Standing.UNKNOWN if found else Standing.UNTOUCHED


def _parts(path: Path) -> dict[str, bytes]:
    with open_package(path) as package:
        return {name: package.content(name) for name in package.names}


def _is_anchored(reading: Reading) -> bool:
    return any(mark.name.startswith(OWN_BOOKMARK) for one in reading.paragraphs for mark in one.bookmarks)


def _is_tracked(parts: Mapping[str, bytes]) -> bool:
    return any(_TRACKED.search(content) for name, content in parts.items() if name.endswith("/document.xml"))


def _differences(built: bytes, reading: Reading, parts: Mapping[str, bytes]) -> tuple[Difference, ...]:
    """What a file says other than the one that was built; of a DOCX its parts are given too."""
    with writable(Path(tempfile.gettempdir())), staged() as folder:
        path = folder / f"built.{reading.medium.value}"
        path.write_bytes(built)
        found = differences(read_own(path, path.name), reading)
        return (*found, *(changed_pictures(_parts(path), parts) if parts else ()))


def _pages(path: Path, built: bytes, reading: Reading) -> tuple[Difference, ...]:
    """The pages of a PDF of the same words that are another picture: something is drawn over them, or taken away.

    With another font, where that of the build is not at hand, every page would be.
    """
    with writable(Path(tempfile.gettempdir())), staged() as folder:
        (folder / "built.pdf").write_bytes(built)
        if {one.name for one in read_own(folder / "built.pdf", path.name).fonts} != {one.name for one in reading.fonts}:
            return ()
        drawn = draw_pages(built, read_file(path), folder).files
        numbers = [int(match[1]) for file in drawn if (match := _DRAWN.fullmatch(file.name))]
    return tuple(Difference("", "", page=number, kind=Kind.PAGE) for number in numbers)


def _commit(repository: Repository | None, stamp: Stamp) -> Commit | None:
    if repository is None or not stamp.commit or not repository.has(stamp.commit):
        return None
    return repository.newest_commit(stamp.commit, ())
