"""How often each rule is right on all the text there is: `make precision` writes docs/rules/precision.md.

The text is the five sources as they were found (with their errors), the data and templates of the project and of the
fictional example, and every paper built from them, as DOCX and PDF. What is right in the sources stands in
tests/documents/sources/expected.yaml, each finding with its reason; in our own text the only right findings are those
that data/planforge.yaml silences with a reason. Everything else would be a false alarm.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from planforge.cli.run import run
from planforge.diagnostics import Diagnostic
from planforge.judging import KnownFacts, judge_files, known_facts
from planforge.lint import lint, lint_settings, lint_text, resolve_years
from planforge.model.lint_settings import LintSettings
from planforge.rules import all_rules
from planforge.silence import Silences
from planforge.starter import starter_data, starter_templates

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "tests" / "documents" / "sources"
PAGE = ROOT / "docs" / "rules" / "precision.md"
TODAY = date(2031, 6, 1)
HEAD = """\
<!-- Trang này do `make precision` viết ra. / Written by `make precision`. -->

# Độ chính xác của các quy tắc / Precision of the rules

Trên toàn bộ lời văn hiện có: năm nguồn nguyên văn (còn lỗi), dữ liệu và mẫu của dự án và của ví dụ, {papers} tệp DOCX,
PDF dựng từ đó. “Đúng” là có lý do ghi trong `tests/documents/sources/expected.yaml` hoặc `data/planforge.yaml`. Quy tắc
có dấu “–” chưa báo lần nào trên lời văn ấy, kể cả báo nhầm; chúng được thử bằng ví dụ và `make mutate`.

On all the text there is: the five sources as found (with their errors), data and templates of the project and of the
example, {papers} DOCX and PDF files built from them. “Right” has a reason in the two files named. A rule with “–” has
found nothing in that text, also nothing by mistake; such rules are tried by their examples and by `make mutate`.

| | báo / flagged | đúng / right | |
|---|---|---|---|
"""


def main() -> None:
    """Count, and write the page."""
    flagged: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for code, is_right in sources():
        flagged[code] += 1
        right[code] += is_right
    papers = 0
    with tempfile.TemporaryDirectory() as name:
        for folder, data, templates in (
            ("project", ROOT / "data", ROOT / "templates"),
            ("example", starter_data(), starter_templates()),
        ):
            root = Path(name) / folder
            shutil.copytree(data, root / "data")
            shutil.copytree(templates, root / "templates")
            files = built(root)
            papers += len(files)
            silences = Silences(lint_settings(root))
            for finding in [*linted(root), *checked(root, files)]:
                flagged[finding.code] += 1
                right[finding.code] += not list(silences.applied([finding]))
    rows = [row(rule.code, flagged[rule.code], right[rule.code]) for rule in all_rules()]
    total = row(f"**{len(rows)}**", flagged.total(), right.total())
    PAGE.write_text(HEAD.format(papers=papers) + "\n".join([*rows, total]) + "\n", encoding="utf-8")
    sys.stdout.write(f"{total}\n")


def row(name: str, flagged: int, right: int) -> str:
    """A row of the table."""
    return (
        f"| {name} | {flagged or '–'} | {right if flagged else '–'} | {f'{right / flagged:.0%}' if flagged else '–'} |"
    )


def sources() -> Iterator[tuple[str, bool]]:
    """Every finding in the sources, and whether it is one of those that have a reason."""
    expected: dict[str, Any] = yaml.safe_load((SOURCES / "expected.yaml").read_text(encoding="utf-8"))
    years = resolve_years(ROOT, today=TODAY).years
    for path in sorted(SOURCES.glob("*.txt")):
        reasons = Counter((one["code"], one["line"]) for one in expected[path.stem]["findings"])
        for finding in lint_text(path.name, path.read_text(encoding="utf-8"), years, LintSettings()).diagnostics:
            key = (finding.code, finding.span.line if finding.span else 0)
            yield finding.code, reasons[key] > 0
            reasons[key] -= 1


def built(root: Path) -> list[Path]:
    """Every paper of a workspace, as DOCX and PDF."""
    if run(["--workspace", str(root), "build", "--all", "--draft", "--format", "docx,pdf"]):
        sys.exit("a paper could not be built")
    return sorted(path for path in root.glob("build/*/*/*") if path.suffix in {".docx", ".pdf"})


def linted(root: Path) -> list[Diagnostic]:
    """What the lint says, silenced or not."""
    settings = root / "data" / "planforge.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.partition("\nlint:")[0] + "\n", encoding="utf-8")
    try:
        return [one for one in lint(root, today=TODAY, cache=root).diagnostics if one.code.startswith("PF")]
    finally:
        settings.write_text(text, encoding="utf-8")


def checked(root: Path, files: list[Path]) -> list[Diagnostic]:
    """What the check says of built files, silenced or not."""
    known = KnownFacts(known_facts(root).corpus)
    judged = judge_files([(path, path.relative_to(root).as_posix(), None) for path in files], known)
    return [finding for one in judged for finding in one.diagnostics]


if __name__ == "__main__":
    main()
