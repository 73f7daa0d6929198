"""Findings for other programs: JSON, SARIF 2.1.0, annotations of GitHub, the code quality report of GitLab."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from planforge import __version__
from planforge.diagnostics import Diagnostic, Severity
from planforge.phrasing import Phrase, phrase
from planforge.printable import printable
from planforge.rules import rule_of

TEXT = "text"
# Characters other than those of Latin alphabets, Vietnamese among them.
NO_LETTER = re.compile(r"[^\n -~\u00c0-\u024f\u1e00-\u1eff]")
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
GITLAB_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def rendered(name: str, findings: Sequence[Diagnostic], language: str) -> str:
    """The findings in one of the formats of `FORMATS`."""
    return FORMATS[name](findings, language)


def _json(findings: Sequence[Diagnostic], language: str) -> str:
    return _dumped([_row(finding, phrase(finding, language)) for finding in findings])


def _row(finding: Diagnostic, said: Phrase) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "message": said.text,
        "path": span.path if span else None,
        "line": (span.line or None) if span else None,
        "column": (span.column or None) if span else None,
        "end_line": (span.end_line or None) if span else None,
        "end_column": (span.end_column or None) if span else None,
        "hint": said.hint or None,
        "law": said.law or None,
    }


def _sarif(findings: Sequence[Diagnostic], language: str) -> str:
    codes = sorted({finding.code for finding in findings})
    driver = {
        "name": "planforge",
        "version": __version__,
        "rules": [_sarif_rule(code, language) for code in codes],
    }
    results = [_sarif_result(finding, codes.index(finding.code), language) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(code: str, language: str) -> dict[str, Any]:
    rule = rule_of(code) if code.startswith("PF") else None
    if rule is None:
        return {"id": code}
    law = rule.law.in_language(language)
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.in_language(language)},
        "fullDescription": {"text": rule.reason.in_language(language)},
        "help": {"text": "\n".join(part for part in (rule.hint.in_language(language), law) if part) or rule.name},
        "defaultConfiguration": {"level": SARIF_LEVELS[rule.severity]},
    }


def _sarif_result(finding: Diagnostic, index: int, language: str) -> dict[str, Any]:
    said = phrase(finding, language)
    text = f"{said.text}. {said.hint}" if said.hint else said.text
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": SARIF_LEVELS[finding.severity],
        "message": {"text": text},
    }
    span = finding.span
    if span is None:
        return result
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(span.path)}}}
    if finding.excerpt is not None:
        # A DOCX or PDF has no lines: the paragraph is named instead.
        place["logicalLocations"] = [{"name": f"paragraph {span.line}", "kind": "element"}] if span.line else []
    elif span.end_line:
        place["physicalLocation"]["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    elif span.line >= 1:
        place["physicalLocation"]["region"] = {"startLine": span.line, "startColumn": span.column}
    return {**result, "locations": [place]}


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path, errors="surrogateescape")


def _github(findings: Sequence[Diagnostic], language: str) -> str:
    """Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    return "\n".join(_github_line(finding, phrase(finding, language)) for finding in findings)


def _github_line(finding: Diagnostic, said: Phrase) -> str:
    properties: dict[str, object] = {"title": f"planforge {finding.code}"}
    span = finding.span
    if span is not None:
        properties["file"] = printable(span.path)
        if finding.excerpt is None:
            properties |= {"line": span.line, "col": span.column}
            properties |= {"endLine": span.end_line, "endColumn": span.end_column} if span.end_line else {}
    text = "\n".join(part for part in (said.text, said.hint, said.law) if part)
    shown = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    return f"::{GITHUB_LEVELS[finding.severity]} {shown}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    for character in ("%", "\r", "\n", *more):
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _gitlab(findings: Sequence[Diagnostic], language: str) -> str:
    """https://docs.gitlab.com/ci/testing/code_quality: a fingerprint stays the same when lines move."""
    seen: Counter[str] = Counter()
    rows = []
    for finding in findings:
        said = phrase(finding, language)
        path = finding.span.path if finding.span else ""
        base = f"{finding.code}\0{path}\0{said.text}"
        seen[base] += 1
        rows.append(
            {
                "description": f"{said.text} {said.hint}".strip(),
                "check_name": finding.code,
                "fingerprint": hashlib.sha256(f"{base}\0{seen[base]}".encode(errors="surrogateescape")).hexdigest(),
                "severity": GITLAB_LEVELS[finding.severity],
                "location": {"path": path, "lines": {"begin": max(1, finding.span.line) if finding.span else 1}},
            }
        )
    return _dumped(rows)


def _dumped(value: object) -> str:
    """JSON whose strings hold nothing that steers a terminal: what cannot be printed is escaped."""
    return NO_LETTER.sub(_escaped_in_json, json.dumps(value, ensure_ascii=False, indent=2))


def _escaped_in_json(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1]


FORMATS: dict[str, Callable[[Sequence[Diagnostic], str], str]] = {
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
}
FORMAT_NAMES = (TEXT, *FORMATS)


def errors_of(findings: Iterable[Diagnostic]) -> int:
    """How many of the findings are errors."""
    return sum(finding.severity is Severity.ERROR for finding in findings)
