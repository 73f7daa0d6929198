"""The font of the PDF: found on this machine, or fetched once by set-up.

A font is taken only when all four faces hold every Vietnamese letter: Debian 12's Liberation 1.07 lacks most of them,
and a letter borrowed from another font is the mistake nobody sees until the document is printed.

Every build looks for the font, few fetch or read one: what only those need is imported by the functions that need it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planforge.errors import ToolError
from planforge.toolchain import FontChoice

if TYPE_CHECKING:
    import tarfile

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
FONT_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
SYSTEM_FAMILIES = ("Tinos", "Liberation Serif")
# What a folder named by the user is searched for first: the decree's font and the fonts as wide as it is.
TIMES_FAMILIES = ("Times New Roman", *SYSTEM_FAMILIES, "TeX Gyre Termes")
EMBEDDED = FontChoice("Libertinus Serif", None)

TINOS_VERSION = "0.4.2"
TINOS_PACKAGE = f"@expo-google-fonts/tinos@{TINOS_VERSION}"
TINOS_SHA512 = (
    "31091fbd43b5030ed43f78d1b562dc8dd6beb9d6a7a0bf1e72b6e48db73765d8"
    "52235896fd48a5e2e0fc3b478e888c54daffc57804f65e318d8b3e6861496e72"
)
NPM_TIMEOUT_SECONDS = 180

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
LETTERS = frozenset(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in TONES
) | {"đ", "Đ"}


class FontSource(StrEnum):
    """Where the font was found, in the order of preference."""

    OVERRIDE = "override"
    FETCHED = "fetched"
    SYSTEM = "system"
    EMBEDDED = "embedded"


class FoundFont(NamedTuple):
    """The font to use and where it was found; anything after FETCHED is a fall-back worth telling people."""

    choice: FontChoice
    source: FontSource


class PackedFace(NamedTuple):
    """A face inside the fetched package: its member name, its size in bytes and its hash."""

    member: str
    size: int
    sha256: str


class Face(NamedTuple):
    """A font file: its family, its style in one word, and the Vietnamese letters it lacks."""

    family: str
    style: str
    missing: frozenset[str]


TINOS_FACES: Mapping[str, PackedFace] = {
    "Regular": PackedFace(
        "package/400Regular/Tinos_400Regular.ttf",
        508752,
        "924ef269e73da94c1803ff68877f5d998dd16605c5ffad82ee181034f8a1fffe",
    ),
    "Bold": PackedFace(
        "package/700Bold/Tinos_700Bold.ttf",
        583484,
        "576a19b5dc026cafe6ae8fde4c849588dae6475cf5d912cebdf2827388c43ad9",
    ),
    "Italic": PackedFace(
        "package/400Regular_Italic/Tinos_400Regular_Italic.ttf",
        549824,
        "4a52de5bcf70e37bd71949f8a85302b75795a1943aedffbbee4f2db7744e1c81",
    ),
    "BoldItalic": PackedFace(
        "package/700Bold_Italic/Tinos_700Bold_Italic.ttf",
        563688,
        "10c90ef7896d758923c06a1485d7824cdb457466da0bf7d42f81c5228931281b",
    ),
}


def find_font() -> FoundFont:
    """The best font of this machine.

    Raises ToolError `font.override_unusable` when the folder `PLANFORGE_FONT_DIR` names holds no complete font: who
    names a folder wants that font and no other.
    """
    override = os.environ.get("PLANFORGE_FONT_DIR")
    if override:
        return FoundFont(_chosen(Path(override).expanduser().absolute()), FontSource.OVERRIDE)
    if _is_fetched():
        return FoundFont(FontChoice("Tinos", fetched_folder()), FontSource.FETCHED)
    for family in SYSTEM_FAMILIES:
        choice = _system(family)
        if choice:
            return FoundFont(choice, FontSource.SYSTEM)
    return FoundFont(EMBEDDED, FontSource.EMBEDDED)


def fetch_font() -> FoundFont:
    """Fetch Tinos with npm into the user's cache, unless it is there already.

    Raises ToolError `font.npm_missing`, `font.fetch_failed`, `font.hash_mismatch` or `font.cache_unwritable`.
    """
    import shutil
    import tempfile

    if not _is_fetched():
        npm = shutil.which("npm")
        if not npm:
            raise ToolError("font.npm_missing", package=TINOS_PACKAGE)
        with tempfile.TemporaryDirectory(prefix="planforge-") as folder:
            _install(_pack(npm, Path(folder)))
    return FoundFont(FontChoice("Tinos", fetched_folder()), FontSource.FETCHED)


def fingerprint(choice: FontChoice) -> str:
    """A short hash of the names, sizes and times of the font's files: equal as long as nobody touched them."""
    digest = hashlib.blake2b(choice.family.encode(), digest_size=8)
    for path in sorted(_font_files(choice.folder)) if choice.folder else ():
        status = path.stat()
        digest.update(f"\0{path.name}\0{status.st_size}\0{status.st_mtime_ns}".encode())
    return digest.hexdigest()


def cache_folder() -> Path:
    """Where this system keeps a program's files that can be made again."""
    home = Path.home()
    if sys.platform == "darwin":
        base = home / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        chosen = Path(os.environ.get("XDG_CACHE_HOME", ""))
        base = chosen if chosen.is_absolute() else home / ".cache"
    return base / "planforge"


def fetched_folder() -> Path:
    """Where set-up puts Tinos."""
    return cache_folder() / "fonts" / f"tinos-{TINOS_VERSION}"


def system_folders() -> tuple[Path, ...]:
    """Where fonts lie on this system, the user's own first."""
    home = Path.home()
    if sys.platform == "darwin":
        folders = [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/Applications/LibreOffice.app")]
    elif sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        programs = Path(os.environ.get("PROGRAMFILES") or "C:/Program Files")
        system = Path(os.environ.get("WINDIR") or "C:/Windows")
        folders = [local / "Microsoft" / "Windows" / "Fonts", system / "Fonts", programs / "LibreOffice" / "share"]
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
        folders = [data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    return tuple(folders)


def read_face(path: Path) -> Face | None:
    """The names in a font file and the Vietnamese letters it has no glyph for; None when it is no readable font."""
    import struct

    from fontTools.ttLib import TTFont, TTLibError

    try:
        with path.open("rb") as stream, TTFont(stream, lazy=True, fontNumber=0) as font:
            names, known = font["name"], font.getBestCmap() or {}
            missing = frozenset(letter for letter in LETTERS if ord(letter) not in known)
            return Face(str(names.getDebugName(1)), str(names.getDebugName(2)).replace(" ", ""), missing)
    except (TTLibError, struct.error, OSError, AssertionError, LookupError, ValueError):
        return None


def shown_characters(choice: FontChoice) -> frozenset[str]:
    """The characters that the font can show; empty for the one inside Typst, which has no file to ask."""
    from fontTools.ttLib import TTFont

    for path in sorted(choice.folder.iterdir()) if choice.folder else ():
        if path.suffix.lower() in {".ttf", ".otf"}:
            with TTFont(path, lazy=True) as font:
                return frozenset(map(chr, font.getBestCmap()))
    return frozenset()


def _is_fetched() -> bool:
    folder = fetched_folder()
    try:
        return all((folder / f"Tinos-{name}.ttf").stat().st_size == face.size for name, face in TINOS_FACES.items())
    except OSError:
        return False


def _pack(npm: str, folder: Path) -> bytes:
    """The package's bytes, hash checked."""
    import subprocess

    command = [npm, "pack", "--silent", "--ignore-scripts", TINOS_PACKAGE]
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=NPM_TIMEOUT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError("font.fetch_failed", package=TINOS_PACKAGE, problem=str(error)) from error
    packages = list(folder.glob("*.tgz"))
    if done.returncode or len(packages) != 1:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise ToolError("font.fetch_failed", package=TINOS_PACKAGE, problem=said or f"npm: {done.returncode}")
    packed = packages[0].read_bytes()
    if hashlib.sha512(packed).hexdigest() != TINOS_SHA512:
        raise ToolError("font.hash_mismatch", file=packages[0].name)
    return packed


def _install(packed: bytes) -> None:
    import io
    import tarfile

    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        faces = {f"Tinos-{name}.ttf": _unpack(archive, face) for name, face in TINOS_FACES.items()}
    try:
        _publish(faces, fetched_folder())
    except OSError as error:
        raise ToolError("font.cache_unwritable", folder=fetched_folder().parent, problem=str(error)) from error


def _unpack(archive: tarfile.TarFile, face: PackedFace) -> bytes:
    """One face, hash checked."""
    try:
        stream = archive.extractfile(face.member)
    except KeyError:
        stream = None
    content = stream.read(face.size + 1) if stream else b""
    if hashlib.sha256(content).hexdigest() != face.sha256:
        raise ToolError("font.hash_mismatch", file=face.member)
    return content


def _publish(files: Mapping[str, bytes], target: Path) -> None:
    """Make a folder appear with all its files at once, in place of what an earlier attempt left there."""
    import tempfile

    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
        fresh = Path(folder) / "fresh"
        fresh.mkdir()
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        if target.exists():
            target.replace(Path(folder) / "stale")
        fresh.replace(target)


def _font_files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix.lower() in FONT_SUFFIXES)


def _chosen(folder: Path) -> FontChoice:
    """The font in the folder the user names: the first family with four complete faces, Times-like before others."""
    families: dict[str, dict[str, Path]] = {}
    for path in sorted(_font_files(folder)):
        face = read_face(path)
        if face and not face.missing:
            families.setdefault(face.family, {}).setdefault(face.style, path)
    for family in sorted(families, key=_preference):
        if set(FACES) <= set(families[family]):
            return FontChoice(family, _alone(family, families[family]))
    raise ToolError("font.override_unusable", folder=folder)


def _preference(family: str) -> tuple[int, str]:
    return (TIMES_FAMILIES.index(family) if family in TIMES_FAMILIES else len(TIMES_FAMILIES), family)


def _is_complete(path: Path) -> bool:
    face = read_face(path)
    return face is not None and not face.missing


def _system(family: str) -> FontChoice | None:
    """A complete font of that family among the system's, seen alone.

    Only checked fonts are ever copied, so that a copy which is there already spares the check.
    """
    candidates = list(_candidates(family))
    for faces in candidates:
        copy = _copy_folder(family, faces)
        if all((copy / path.name).is_file() for path in faces.values()):
            return FontChoice(family, copy)
    for faces in candidates:
        if all(_is_complete(path) for path in faces.values()):
            return FontChoice(family, _alone(family, faces))
    return None


def _candidates(family: str) -> Iterator[dict[str, Path]]:
    """The folders of the system that hold four files with the usual names of the family."""
    stem = family.replace(" ", "")
    wanted = {f"{stem}-{face}.ttf".lower(): face for face in FACES}
    for root in system_folders():
        for folder, subfolders, names in os.walk(root):
            subfolders.sort()
            faces = {wanted[name.lower()]: Path(folder, name) for name in sorted(names) if name.lower() in wanted}
            if len(faces) == len(FACES):
                yield faces


def _copy_folder(family: str, faces: Mapping[str, Path]) -> Path:
    digest = hashlib.blake2b(digest_size=8)
    for face in FACES:
        status = faces[face].stat()
        digest.update(f"{faces[face]}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return cache_folder() / "fonts" / f"{family.lower().replace(' ', '-')}-{digest.hexdigest()}"


def _alone(family: str, faces: Mapping[str, Path]) -> Path:
    """A folder with these four faces and no other font: Typst reads all it is given, and could mix them.

    Where the cache cannot be written the fonts' own folder has to do.
    """
    four = [faces[face] for face in FACES]
    folder = four[0].parent
    if set(_font_files(folder)) == set(four):
        return folder
    copy = _copy_folder(family, faces)
    try:
        if not all((copy / path.name).is_file() for path in four):
            _publish({path.name: path.read_bytes() for path in four}, copy)
    except OSError:
        return folder
    return copy
