"""The font of the PDF: the order of search, what is refused, and that nothing unchecked is ever installed."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

from planforge import fonts
from planforge.errors import ToolError
from planforge.fonts import FACES, FoundFont, PackedFace
from planforge.toolchain import FontChoice

SPACED = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "Bold Italic"}


def font_bytes(family: str, face: str, letters: Iterable[str] = fonts.LETTERS) -> bytes:
    names = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    glyphs = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: Glyph() for name in glyphs})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": SPACED[face]})
    builder.setupOS2()
    builder.setupPost()
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def put_family(folder: Path, family: str, letters: Iterable[str] = fonts.LETTERS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    letters = tuple(letters)
    for face in FACES:
        (folder / f"{family.replace(' ', '')}-{face}.ttf").write_bytes(font_bytes(family, face, letters))
    return folder


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without fonts, without npm, with an empty cache; gives the folder of its system fonts."""
    system = tmp_path / "system"
    system.mkdir()
    monkeypatch.delenv("PLANFORGE_FONT_DIR", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(fonts, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(fonts, "system_folders", lambda: (system, tmp_path / "absent"))
    return system


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The members of a small package of the same make as Tinos', whose hashes are the pinned ones."""
    members: dict[str, bytes] = {}
    pinned: dict[str, PackedFace] = {}
    for face in FACES:
        content = font_bytes("Tinos", face, "aă")
        members[f"package/{face}.ttf"] = content
        pinned[face] = PackedFace(f"package/{face}.ttf", len(content), hashlib.sha256(content).hexdigest())
    members["package/../../escape.txt"] = b"not to be unpacked"
    monkeypatch.setattr(fonts, "TINOS_FACES", pinned)
    monkeypatch.setattr(fonts, "TINOS_SHA512", hashlib.sha512(tgz(members)).hexdigest())
    return members


def tgz(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with gzip.GzipFile(fileobj=stream, mode="wb", mtime=0) as zipped, tarfile.open(fileobj=zipped, mode="w") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def put_npm(tmp_path: Path, packed: bytes, *, exit_code: int = 0) -> None:
    """A program named npm that leaves `packed` in the current folder, as `npm pack` does."""
    binaries = tmp_path / "bin"
    binaries.mkdir(exist_ok=True)
    (tmp_path / "packed").write_bytes(packed)
    (tmp_path / "npm.py").write_text(
        "import pathlib, shutil, sys\n"
        f"pathlib.Path({str(tmp_path / 'called')!r}).write_text(' '.join(sys.argv[1:]))\n"
        f"shutil.copy({str(tmp_path / 'packed')!r}, 'tinos.tgz')\n"
        f"print('the network is down', file=sys.stderr) if {exit_code} else None\n"
        f"sys.exit({exit_code})\n"
    )
    script = binaries / "npm"
    script.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{tmp_path / 'npm.py'}' \"$@\"\n")
    script.chmod(0o755)


def test_there_are_146_vietnamese_letters() -> None:
    assert len(fonts.LETTERS) == 146
    assert all(len(letter) == 1 for letter in fonts.LETTERS)


def test_without_any_font_typst_brings_its_own() -> None:
    assert fonts.find_font() == FoundFont(FontChoice("Libertinus Serif", None), fonts.FontSource.EMBEDDED)


def test_a_system_font_alone_in_its_folder_is_used_where_it_is(machine: Path) -> None:
    folder = put_family(machine / "deep" / "er", "Liberation Serif")
    assert fonts.find_font() == FoundFont(FontChoice("Liberation Serif", folder), fonts.FontSource.SYSTEM)


def test_tinos_is_preferred_to_liberation(machine: Path) -> None:
    put_family(machine / "a", "Liberation Serif")
    tinos = put_family(machine / "b", "Tinos")
    assert fonts.find_font().choice == FontChoice("Tinos", tinos)


def test_a_font_without_vietnamese_is_refused(machine: Path) -> None:
    put_family(machine / "liberation", "Liberation Serif", "aàáâãăđ")
    assert fonts.find_font().source is fonts.FontSource.EMBEDDED
    newer = put_family(machine / "liberation2", "Liberation Serif")
    assert fonts.find_font().choice.folder == newer


def test_one_face_without_one_letter_is_refused(machine: Path) -> None:
    folder = put_family(machine / "tinos", "Tinos")
    (folder / "Tinos-BoldItalic.ttf").write_bytes(font_bytes("Tinos", "BoldItalic", fonts.LETTERS - {"ặ"}))
    assert fonts.find_font().source is fonts.FontSource.EMBEDDED


def test_a_missing_face_and_a_broken_file_are_refused(machine: Path) -> None:
    folder = put_family(machine / "tinos", "Tinos")
    whole = (folder / "Tinos-Bold.ttf").read_bytes()
    for broken in (b"", b"no font", whole[:200], whole[:1000], whole[:-2000]):
        (folder / "Tinos-Bold.ttf").write_bytes(broken)
        assert fonts.find_font().source is fonts.FontSource.EMBEDDED
    (folder / "Tinos-Bold.ttf").unlink()
    assert fonts.find_font().source is fonts.FontSource.EMBEDDED


def test_among_other_fonts_the_four_faces_are_copied_once(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = put_family(machine / "truetype", "Tinos")
    (folder / "Comic-Regular.ttf").write_bytes(font_bytes("Comic", "Regular"))
    found = fonts.find_font()
    assert found.choice.folder is not None
    assert found.choice.folder != folder
    assert sorted(path.name for path in found.choice.folder.iterdir()) == sorted(f"Tinos-{face}.ttf" for face in FACES)
    monkeypatch.setattr(fonts, "read_face", lambda path: pytest.fail(f"{path} was checked again"))
    assert fonts.find_font() == found


def test_a_changed_system_font_is_checked_and_copied_anew(machine: Path) -> None:
    folder = put_family(machine / "truetype", "Tinos")
    (folder / "Comic-Regular.ttf").write_bytes(font_bytes("Comic", "Regular"))
    before = fonts.find_font()
    put_family(folder, "Tinos", "ab")
    assert before.source is fonts.FontSource.SYSTEM
    assert fonts.find_font().source is fonts.FontSource.EMBEDDED


def test_without_a_cache_the_fonts_own_folder_has_to_do(tmp_path: Path, machine: Path) -> None:
    folder = put_family(machine / "truetype", "Tinos")
    (folder / "Comic-Regular.ttf").write_bytes(font_bytes("Comic", "Regular"))
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert fonts.find_font().choice == FontChoice("Tinos", folder)


def test_the_named_folder_comes_first(tmp_path: Path, machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_family(machine, "Tinos")
    folder = put_family(tmp_path / "mine", "Phông riêng")
    monkeypatch.setenv("PLANFORGE_FONT_DIR", str(folder))
    assert fonts.find_font() == FoundFont(FontChoice("Phông riêng", folder), fonts.FontSource.OVERRIDE)


def test_in_the_named_folder_times_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = put_family(tmp_path / "mine", "Arimo")
    put_family(folder, "Times New Roman")
    monkeypatch.setenv("PLANFORGE_FONT_DIR", str(folder))
    choice = fonts.find_font().choice
    assert choice.family == "Times New Roman"
    assert choice.folder is not None
    assert len(list(choice.folder.iterdir())) == 4


@pytest.mark.parametrize("letters", ["aàáâãăđ", None])
def test_a_named_folder_without_a_complete_font_is_an_error(
    tmp_path: Path, machine: Path, monkeypatch: pytest.MonkeyPatch, letters: str | None
) -> None:
    put_family(machine, "Tinos")
    if letters:
        put_family(tmp_path / "mine", "Tinos", letters)
    monkeypatch.setenv("PLANFORGE_FONT_DIR", str(tmp_path / "mine"))
    with pytest.raises(ToolError) as raised:
        fonts.find_font()
    assert raised.value.code == "font.override_unusable"


def test_set_up_fetches_tinos(tmp_path: Path, machine: Path, package: dict[str, bytes]) -> None:
    put_family(machine, "Tinos")
    put_npm(tmp_path, tgz(package))
    folder = fonts.fetched_folder()
    assert fonts.fetch_font() == FoundFont(FontChoice("Tinos", folder), fonts.FontSource.FETCHED)
    assert (tmp_path / "called").read_text() == f"pack --silent --ignore-scripts {fonts.TINOS_PACKAGE}"
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"Tinos-{face}.ttf" for face in FACES)
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    assert not list(tmp_path.rglob("escape.txt"))
    assert fonts.find_font().source is fonts.FontSource.FETCHED


def test_a_fetched_font_is_not_fetched_again(tmp_path: Path, package: dict[str, bytes]) -> None:
    put_npm(tmp_path, tgz(package))
    fonts.fetch_font()
    (tmp_path / "called").unlink()
    fonts.fetch_font()
    assert not (tmp_path / "called").exists()


def test_a_damaged_fetched_font_is_passed_over_and_healed(tmp_path: Path, package: dict[str, bytes]) -> None:
    put_npm(tmp_path, tgz(package))
    folder = fonts.fetched_folder()
    folder.mkdir(parents=True)
    (folder / "Tinos-Regular.ttf").write_bytes(b"half")
    assert fonts.find_font().source is fonts.FontSource.EMBEDDED
    fonts.fetch_font()
    assert fonts.find_font().source is fonts.FontSource.FETCHED


def test_without_npm_fetching_fails() -> None:
    with pytest.raises(ToolError) as raised:
        fonts.fetch_font()
    assert raised.value.code == "font.npm_missing"


def test_what_npm_says_when_it_fails_is_kept(tmp_path: Path) -> None:
    put_npm(tmp_path, b"", exit_code=1)
    with pytest.raises(ToolError) as raised:
        fonts.fetch_font()
    assert raised.value.code == "font.fetch_failed"
    assert raised.value.values["problem"] == "the network is down"


def test_npm_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_npm(tmp_path, b"")

    def hang(command: list[str], **options: object) -> None:
        raise subprocess.TimeoutExpired(command, float(str(options["timeout"])))

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(ToolError) as raised:
        fonts.fetch_font()
    assert raised.value.code == "font.fetch_failed"


def test_a_tampered_package_is_refused(tmp_path: Path, package: dict[str, bytes]) -> None:
    put_npm(tmp_path, tgz({**package, "package/extra": b""}))
    with pytest.raises(ToolError) as raised:
        fonts.fetch_font()
    assert raised.value.code == "font.hash_mismatch"
    assert not fonts.fetched_folder().exists()


@pytest.mark.parametrize("content", [b"another font", None])
def test_a_tampered_face_is_refused(
    tmp_path: Path, package: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    members = {name: data for name, data in package.items() if name != "package/Bold.ttf"}
    if content is not None:
        members["package/Bold.ttf"] = content
    monkeypatch.setattr(fonts, "TINOS_SHA512", hashlib.sha512(tgz(members)).hexdigest())
    put_npm(tmp_path, tgz(members))
    with pytest.raises(ToolError) as raised:
        fonts.fetch_font()
    assert (raised.value.code, raised.value.values["file"]) == ("font.hash_mismatch", "package/Bold.ttf")
    assert not fonts.fetched_folder().exists()


def test_a_cache_that_cannot_be_written_is_an_error(tmp_path: Path, package: dict[str, bytes]) -> None:
    put_npm(tmp_path, tgz(package))
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(ToolError) as raised:
        fonts.fetch_font()
    assert raised.value.code == "font.cache_unwritable"


def test_the_fingerprint_follows_the_files(tmp_path: Path) -> None:
    folder = put_family(tmp_path / "mine", "Tinos")
    choice = FontChoice("Tinos", folder)
    before = fonts.fingerprint(choice)
    assert before == fonts.fingerprint(choice)
    assert before != fonts.fingerprint(fonts.EMBEDDED)
    os.utime(folder / "Tinos-Bold.ttf", ns=(1, 1))
    assert before != fonts.fingerprint(choice)


def test_finding_the_fetched_font_imports_no_font_library(tmp_path: Path, package: dict[str, bytes]) -> None:
    put_npm(tmp_path, tgz(package))
    fonts.fetch_font()
    program = (
        "import sys; from pathlib import Path; from planforge import fonts\n"
        f"fonts.cache_folder = lambda: Path({str(tmp_path / 'cache')!r})\n"
        f"fonts.TINOS_FACES = {{name: fonts.PackedFace('', size, '') for name, size in {sizes()!r}.items()}}\n"
        "assert fonts.find_font().source is fonts.FontSource.FETCHED\n"
        "assert not [name for name in sys.modules if name.startswith('fontTools')]\n"
    )
    environment = {"PYTHONPATH": str(Path(fonts.__file__).parents[1])}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True, timeout=60)


def sizes() -> dict[str, int]:
    return {name: face.size for name, face in fonts.TINOS_FACES.items()}
