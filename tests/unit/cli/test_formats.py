"""Findings for other programs: what each format asks for is there, and nothing in a text can break it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planforge.cli.formats import FORMATS, rendered
from planforge.diagnostics import Diagnostic, Excerpt, Severity, Span

KEYS = ["code", "severity", "message", "path", "line", "column", "end_line", "end_column", "hint", "law"]
IN_DATA = Diagnostic(
    "PF321", Span("data/ii/2016/a:b,c%.yaml", 7, 3, 8, 9), {"word": "của\n::error::%"}, Severity.WARNING
)
IN_PAPER = Diagnostic(
    "PF504", Span("build/Kế hoạch.docx", 2, 1, 2, 4), {"found": "a", "wanted": "b"}, excerpt=Excerpt("abc", 0, 3, 1)
)
OF_FILE = Diagnostic("PF504", Span("plan.pdf", 0, 0), {"found": "a", "wanted": "b"}, Severity.NOTE, Excerpt(""))
OF_CATALOGUE = Diagnostic("data.unknown_key", Span("data/planforge.yaml", 3, 1), {"key": "x", "known": "a, b"})
ALL = (IN_DATA, IN_PAPER, OF_FILE, OF_CATALOGUE)


def parsed(name: str, language: str = "en") -> Any:
    return json.loads(rendered(name, ALL, language))


def test_json_is_a_list_of_objects_with_the_same_keys() -> None:
    rows = parsed("json")
    assert [list(row) for row in rows] == [KEYS] * len(ALL)
    assert [row["severity"] for row in rows] == ["warning", "error", "note", "error"]
    assert (rows[0]["line"], rows[0]["column"], rows[0]["end_line"], rows[0]["end_column"]) == (7, 3, 8, 9)
    assert rows[1]["law"]
    assert rows[2]["line"] is None
    assert rows[3]["end_line"] is None
    assert rows[3]["hint"]
    assert rows[3]["law"] is None


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(rendered("json", (), "vi")) == []


def test_sarif_has_rules_levels_and_places() -> None:
    log = parsed("sarif")
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PF321", "PF504", "data.unknown_key"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note", "error"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["region"] == {"startLine": 7, "startColumn": 3, "endLine": 8, "endColumn": 9}
    assert places[0]["artifactLocation"]["uri"] == "data/ii/2016/a%3Ab%2Cc%25.yaml"
    assert "region" not in places[1]
    assert "region" not in places[2]
    assert places[3]["region"] == {"startLine": 3, "startColumn": 1}


def test_github_gets_one_line_for_each_finding() -> None:
    lines = rendered("github", ALL, "vi").split("\n")
    assert len(lines) == len(ALL)
    assert lines[0].startswith("::warning title=planforge PF321,file=data/ii/2016/a%3Ab%2Cc%25.yaml,line=7,col=3,")
    assert "của ::error::%25" in lines[0]
    assert lines[1].startswith("::error title=planforge PF504,file=build/Kế hoạch.docx::")
    assert lines[2].startswith("::notice ")


def test_gitlab_fingerprints_are_unique_and_do_not_depend_on_lines() -> None:
    rows = json.loads(rendered("gitlab", (IN_DATA, IN_DATA, IN_PAPER), "vi"))
    assert [row["severity"] for row in rows] == ["minor", "minor", "major"]
    assert all(row["location"]["lines"]["begin"] >= 1 and row["description"] for row in rows)
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    moved = Diagnostic(IN_DATA.code, Span("data/ii/2016/a:b,c%.yaml", 99, 1), IN_DATA.values, IN_DATA.severity)
    assert json.loads(rendered("gitlab", (moved,), "vi"))[0]["fingerprint"] == rows[0]["fingerprint"]


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_placeholder_is_left(name: str, language: str) -> None:
    text = rendered(name, ALL, language)
    assert "{word}" not in text
    assert "{found}" not in text


HARMFUL = "\x1b]0;x\x07\x1b[31m\n::error::\u202e\u200b\x9b2J\u2028\udcff"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nothing_of_a_text_or_of_a_file_name_steers_a_terminal(name: str) -> None:
    in_data = Diagnostic("PF321", Span(f"data/{HARMFUL}.yaml", 7, 3), {"word": HARMFUL})
    in_paper = Diagnostic("PF321", Span(f"{HARMFUL}.docx", 1, 1), {"word": HARMFUL}, excerpt=Excerpt(HARMFUL))
    text = rendered(name, (in_data, in_paper), "en")
    assert all(line.isprintable() for line in text.split("\n"))
    assert not any(line.startswith("::error::") for line in text.split("\n"))
    if name == "github":
        assert len(text.split("\n")) == 2
    elif name == "json":
        assert json.loads(text)[0]["path"] == f"data/{HARMFUL}.yaml"
