"""What is released holds all the program needs, and what is locked is what was asked for."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import planforge

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-dev.lock": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"],
}
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
ADDRESS = re.compile(r"https?:|file:|index-url|find-links|\B/(?:home|root|tmp|Users)/")


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


def build(target: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    environment = os.environ | {"PYTHONWARNINGS": "ignore"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=120)
    [product] = folder.iterdir()
    return product


def resources(folder: Path) -> Iterator[str]:
    """The files of a folder that belong into a release."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path.relative_to(folder).as_posix()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    return zipfile.Path(build("wheel", tmp_path_factory.mktemp("wheel")))


def wheel_names(wheel: zipfile.Path) -> set[str]:
    return set(wheel.root.namelist())


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.Path) -> None:
    wanted = {f"planforge/{name}" for name in resources(ROOT / "src" / "planforge")}
    assert wanted
    assert wanted <= wheel_names(wheel)


def test_the_wheel_holds_the_templates_to_start_with(wheel: zipfile.Path) -> None:
    wanted = {f"planforge/starter/templates/{name}" for name in resources(ROOT / "templates")}
    assert wanted
    assert wanted <= wheel_names(wheel)


def test_the_wheel_holds_nothing_else(wheel: zipfile.Path) -> None:
    metadata = f"planforge-{planforge.__version__}.dist-info/"
    assert all(name.startswith(("planforge/", metadata)) for name in wheel_names(wheel))
    assert not [name for name in wheel_names(wheel) if "__pycache__" in name]


def test_the_wheel_names_version_command_and_licence(wheel: zipfile.Path) -> None:
    metadata = wheel / f"planforge-{planforge.__version__}.dist-info"
    text = (metadata / "METADATA").read_text(encoding="utf-8")
    assert f"Version: {planforge.__version__}" in text
    assert "License-Expression: MIT" in text
    assert "planforge = planforge.__main__:main" in (metadata / "entry_points.txt").read_text(encoding="utf-8")
    assert (metadata / "licenses" / "LICENSE").is_file()


def test_a_wheel_can_be_built_from_the_source_release(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "Makefile", "requirements.lock"} <= names
    assert {f"src/planforge/{name}" for name in resources(ROOT / "src" / "planforge")} <= names
    assert {f"templates/{name}" for name in resources(ROOT / "templates")} <= names
    assert not [name for name in names if "node_modules" in name]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_satisfies_what_the_project_asks_for(lock: str) -> None:
    pinned = pins(lock)
    for line in LOCKS[lock]:
        requirement = Requirement(line)
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), line


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE) if PIN.match(block)]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert not ADDRESS.search(text)


def test_both_locks_agree() -> None:
    developers = pins("requirements-dev.lock")
    assert {name: developers.get(name) for name in pins("requirements.lock")} == pins("requirements.lock")


def test_the_tools_lock_names_hashes_and_no_address() -> None:
    lock = json.loads((ROOT / "tests" / "tools" / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in packages)
