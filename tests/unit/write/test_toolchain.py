from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from planforge import toolchain
from planforge.errors import ToolError


def pretend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str) -> None:
    """Let a script that prints an answer be the pandoc."""
    script = tmp_path / "pandoc"
    script.write_text(f"#!{sys.executable}\n{answer}\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PLANFORGE_PANDOC", str(script))


def test_a_missing_pandoc_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANFORGE_PANDOC", "/nowhere/pandoc")

    with pytest.raises(ToolError) as caught:
        toolchain.checked_pandoc()

    assert caught.value.code == "tool.pandoc_missing"
    assert caught.value.values == {"found": "/nowhere/pandoc", "needed": "3.9"}


def test_an_old_pandoc_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, tmp_path, "print('pandoc 2.17.1.1')")

    with pytest.raises(ToolError) as caught:
        toolchain.run_pandoc([])

    assert caught.value.code == "tool.pandoc_old"
    assert caught.value.values == {"found": "2.17.1.1", "needed": "3.9"}


def test_what_pandoc_says_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    answer = "import sys\nsys.exit('bad input') if '--sandbox' in sys.argv else print('pandoc 3.9')"
    pretend(monkeypatch, tmp_path, answer)

    with pytest.raises(ToolError) as caught:
        toolchain.run_pandoc(["--from=json"])

    assert caught.value.code == "tool.pandoc_failed"
    assert caught.value.values == {"detail": "bad input"}


def test_a_silent_pandoc_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, tmp_path, "import time\ntime.sleep(60)")
    monkeypatch.setattr(toolchain, "PANDOC_TIMEOUT_SECONDS", 0.2)

    with pytest.raises(ToolError) as caught:
        toolchain.pandoc_version(toolchain.pandoc_path())

    assert caught.value.code == "tool.pandoc_failed"


def test_the_pandoc_of_the_package_is_found_without_importing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANFORGE_PANDOC", raising=False)
    code = "import sys, planforge.toolchain as t; t.pandoc_path(); print('pypandoc' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "False"
