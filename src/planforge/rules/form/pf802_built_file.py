"""PF802: a file that planforge built bears one time only, so that the same data give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Medium, Rule
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Bookmark
from planforge.words import Words

# The bookmarks by which a built DOCX tells where each of its words comes from.
OWN_BOOKMARK = "_pf"


def is_own(paper: Anatomy) -> bool:
    """Whether planforge made the file."""
    return any(mark.name.startswith(OWN_BOOKMARK) for one in paper.reading.paragraphs for mark in one.bookmarks)


def check(paper: Anatomy) -> Iterator[Answer]:
    """The two times of a DOCX of ours."""
    if not is_own(paper):
        yield NOT_HERE
        return
    created, modified = (paper.reading.properties.get(name, "") for name in ("created", "modified"))
    if created != modified:
        yield paper.finding(None, created=created or "…", modified=modified or "…")


RULE = Rule(
    code="PF802",
    name="built-file",
    severity=Severity.WARNING,
    kind=Kind.FILE,
    title=Words("tệp do planforge dựng đã bị sửa", "a file built by planforge was changed afterwards"),
    reason=Words(
        "Cùng dữ liệu thì planforge dựng ra cùng tệp, đến từng byte, nên trong tệp chỉ có một thời điểm. Hai thời điểm "
        "khác nhau cho biết tệp đã được mở và lưu lại: lần dựng sau sẽ mất chỗ sửa đó.",
        "The same data give the same file to the byte, so a file knows one time only. Two of them tell that it was "
        "opened and saved: the next build loses what was changed in it.",
    ),
    message=Words(
        "tệp dựng lúc {created} đã được lưu lại lúc {modified}",
        "the file built at {created} was saved again at {modified}",
    ),
    hint=Words("Sửa dữ liệu rồi dựng lại.", "Change the data and build again."),
    flagged=(
        (
            Changed("body", {"bookmarks": (Bookmark("_pf000000000001", 0, 3),)}, media=frozenset({Medium.DOCX})),
            Changed("file", {"properties": {"created": "2030-03-05T00:00:00Z", "modified": "2030-03-06T08:30:00Z"}}),
        ),
    ),
    fine=(
        Changed("file", {"properties": {"created": "2030-03-05T00:00:00Z", "modified": "2030-03-06T08:30:00Z"}}),
        (
            Changed("body", {"bookmarks": (Bookmark("_pf000000000001", 0, 3),)}, media=frozenset({Medium.DOCX})),
            Changed("file", {"properties": {"created": "2030-03-05T00:00:00Z", "modified": "2030-03-05T00:00:00Z"}}),
        ),
    ),
    check=check,
    media=frozenset({Medium.DOCX}),
    form="X02",
)
