"""The text of `approvals.yaml`: entries are put in and taken out, and everything else stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planforge.diagnostics import Span
from planforge.errors import UserError
from planforge.model.approvals import ApprovalsFile
from planforge.source import SourceFile, forbidden_characters

SHORT = 12
HEADER = """\
# yaml-language-server: $schema=../../.schema/approvals.schema.json
# Ai đã xem xét nội dung nào của văn bản nào: do lệnh «planforge approve» ghi, không sửa bằng tay.
# Nội dung in ra đổi sau khi xem xét thì lần xem xét ấy thành cũ: xem lại rồi chạy lại lệnh.
"""
_EMPTY = re.compile(r"^approvals:[ \t]*(\[\]|\{\}|~|null)?[ \t]*(?=#|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Approved:
    """What is recorded: who reviewed which document when, the fingerprint of its content, the hashes of its files."""

    document: str
    by: str
    date: date
    content: str
    files: Mapping[str, str]

    def text(self) -> str:
        """The entry as lines of YAML; hashes are quoted, for one of nothing but figures would be a number."""
        files = "".join(f"      {_key(path)}: {_quoted(value[:SHORT])}\n" for path, value in sorted(self.files.items()))
        return (
            f"  - document: {self.document}\n"
            f"    by: {_quoted(self.by)}\n"
            f"    date: {self.date.isoformat()}\n"
            f"    content: {_quoted(self.content)}\n"
            f"    files:\n{files}"
        )


def checked_reviewer(name: str) -> str:
    """The name of a reviewer on one line. Raises UserError `approval.bad_name`."""
    shown = " ".join(name.split())
    if not shown or any(True for _ in forbidden_characters(shown)):
        raise UserError("approval.bad_name", name=name)
    return shown


def with_entry(text: str, entry: Approved) -> str:
    """The text of the file with an entry at its end."""
    if not text.strip():
        return f"{HEADER}approvals:\n{entry.text()}"
    text = _EMPTY.sub("approvals:", text, count=1)
    return f"{text}{'' if text.endswith(chr(10)) else chr(10)}{entry.text()}"


def without_entries(source: SourceFile, approvals: ApprovalsFile, document: str, by: str) -> tuple[str, int]:
    """The text of the file without a reviewer's entries for a document, and how many there were.

    Raises UserError `approval.not_ours` where the file is not laid out as we write it.
    """
    lines = source.text.split("\n")
    taken: set[int] = set()
    count = 0
    for number, approval in enumerate(approvals.approvals):
        if (approval.document, approval.by) != (document, by):
            continue
        first = source.span(("approvals", number)).line
        last = max(place.end_line for place in _places_of_scalars(source, number))
        if not lines[first - 1].lstrip().startswith("- "):
            raise UserError("approval.not_ours", path=source.path)
        taken.update(range(first, last + 1))
        count += 1
    kept = "\n".join(line for number, line in enumerate(lines, 1) if number not in taken)
    if count and count == len(approvals.approvals):
        kept = _EMPTY.sub("approvals: []", kept, count=1)
    return kept, count


def _places_of_scalars(source: SourceFile, number: int) -> Iterator[Span]:
    """Where the values of an entry stand; a mapping is said to end where the next thing begins."""
    routes = [route for route in source.values if route[:2] == ("approvals", number)]
    holders = {route[:-1] for route in routes}
    return (source.values[route] for route in routes if route not in holders)


def _key(path: str) -> str:
    return path if re.fullmatch(r"[A-Za-z][\w./*-]*", path) else _quoted(path)


def _quoted(text: str) -> str:
    """A text in double quotes, as JSON and YAML write it alike."""
    return json.dumps(text, ensure_ascii=False)
