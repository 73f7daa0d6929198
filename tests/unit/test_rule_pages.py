"""The pages of the rule reference in docs/rules/ are those the rules give."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.language import LANGUAGES
from planforge.rule_pages import pages
from planforge.rules import all_rules

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_written_anew_after_every_change(language: str) -> None:
    folder = FOLDER if language == "vi" else FOLDER / language
    names = (path for path in folder.glob("*.md") if path.name != "precision.md")
    written = {path.name: path.read_text(encoding="utf-8") for path in names}
    assert written == pages(language), "run make rules"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_in_the_index(language: str) -> None:
    index = pages(language)["README.md"]
    assert all(f"[{rule.code}]" in index for rule in all_rules())
