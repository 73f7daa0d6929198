"""The end of a paper found: recipients and signers, beside each other, below each other or in a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planforge.decree30 import Component
from planforge.verify.anatomy import SignerBlock
from planforge.verify.letterhead import Parts
from planforge.verify.likeness import alike, letters, mostly_capitals, plain
from planforge.verify.outline import label_of
from planforge.verify.pieces import lines_of, side_by_side
from planforge.verify.reading import Paragraph
from planforge.verify.stance import is_running

LABEL = "Nơi nhận"
_FILED = re.compile(r"[-–—+•*]? ?luu ?:")
_BESIDE_LABEL = re.compile(r"noi nhan ?[:.]? ?")
_DASHED = re.compile(r"[-–—+•*]")
_REMARK = re.compile(r"\((ky|da ky|chu ky|ho ten|dong dau|ky ten)")
_BLANK_NAME = re.compile(r"[.…_\s]{3,}$")
_END = re.compile(r"\. ?/ ?\.+$|\./$")
_LONGEST_NAME_WORDS = 7
# A name in capitals, which is a fault, is told from a title by its family name.
_FAMILY_NAMES = frozenset(
    "âu bùi cao châu chu đàm đặng đào dương đinh đoàn đỗ đồng giang hà hồ hoàng huỳnh khổng kiều kim lại lâm lê lưu "
    "lương lý mạc mai ngô nguyễn nghiêm ninh nông phạm phan phùng quách tạ tăng thạch thái tô tôn tống trần triệu "
    "trịnh trương từ vi võ vũ vương".split()
)
_LONGEST_LINE = 100
_SINGLE_LINE = 1.15
# More room than this between two lines is room for a signature.
_SIGNATURE_ROOM_PT = 24.0
_LEVEL_PT = 4.0


@dataclass(slots=True)
class Closing:
    """The components found, the signers, and where among the paragraphs the closing begins."""

    start: int
    parts: Parts = field(default_factory=dict)
    signers: tuple[SignerBlock, ...] = ()


def find_closing(paragraphs: Sequence[Paragraph], start: int) -> Closing:
    """The closing of a text that begins at index `start`."""
    label = _recipients_place(paragraphs, start)
    closing = Closing(_beginning(paragraphs, start, label))
    pieces = [piece for paragraph in paragraphs[closing.start :] for piece in _pieces(paragraph)]
    recipients: tuple[Paragraph, ...] = ()
    if label is not None:
        recipients = _recipients(pieces, _pieces(paragraphs[label])[0])
        labelled = is_label(recipients[0])
        for component, found in (
            (Component.RECIPIENTS_LABEL, recipients[:labelled]),
            (Component.RECIPIENTS, recipients[labelled:]),
        ):
            if found:
                closing.parts[component] = found
    taken = {(one.ordinal, one.text) for one in recipients}
    closing.signers = tuple(_signers([piece for piece in pieces if (piece.line.ordinal, piece.line.text) not in taken]))
    for component, lines in (
        (Component.SIGNER_AUTHORITY, [line for one in closing.signers for line in one.authority]),
        (Component.SIGNER_OFFICE, [line for one in closing.signers for line in one.office]),
        (Component.SIGNER_NAME, [one.name for one in closing.signers if one.name]),
    ):
        if lines:
            closing.parts[component] = tuple(lines)
    return closing


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of the closing; `side` counts the tabs before it."""

    line: Paragraph
    side: int


def _pieces(paragraph: Paragraph) -> list[_Piece]:
    pieces = side_by_side(paragraph)
    first = 1 if paragraph.text.startswith("\t") else 0
    return [_Piece(piece, first + index) for index, piece in enumerate(pieces)]


def is_label(paragraph: Paragraph) -> bool:
    """Whether a paragraph is, or begins with, "Nơi nhận:"."""
    words = side_by_side(paragraph)[0].words
    return len(words) <= 14 and (alike(words.rstrip(" :."), LABEL) or bool(_BESIDE_LABEL.match(plain(words))))


def _recipients_place(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    """Where the recipients begin: at their label, else at the first of the items that end with "Lưu: …"."""
    indexes = range(start, len(paragraphs))
    labels = [index for index in indexes if is_label(paragraphs[index])]
    if labels:
        return labels[-1]
    filed = [index for index in indexes if _FILED.match(plain(paragraphs[index].words[:20]))]
    if not filed:
        return None
    first = filed[-1]
    while first > start and _DASHED.match(paragraphs[first - 1].words):
        if not _in_column(paragraphs[first], paragraphs[first - 1]):
            break
        first -= 1
    return first


def _beginning(paragraphs: Sequence[Paragraph], start: int, label: int | None) -> int:
    """Where the closing begins: after the last paragraph that is text.

    Signers may stand above the recipients; what is in one table without borders with the recipients belongs to them.
    """
    index = len(paragraphs) if label is None else label
    while index > start:
        paragraph = paragraphs[index - 1]
        same_table = label is not None and _same_table(paragraph, paragraphs[label])
        if paragraph.words and not same_table and not _of_closing(paragraph, label is not None or index < start + 1):
            break
        index -= 1
    while index < len(paragraphs) and not paragraphs[index].words and paragraphs[index].cell is None:
        index += 1
    return index


def _same_table(paragraph: Paragraph, other: Paragraph) -> bool:
    return (
        paragraph.cell is not None
        and other.cell is not None
        and paragraph.cell.table == other.cell.table
        and not paragraph.cell.bordered
    )


def _of_closing(paragraph: Paragraph, certain: bool) -> bool:
    """Whether a paragraph by itself may be a line of the closing."""
    words = paragraph.words
    if _END.search(words) or (paragraph.cell is not None and paragraph.cell.bordered):
        return False
    if is_running(paragraph):
        return False
    pieces = side_by_side(paragraph)
    return all(_is_signers_line(piece.words) for piece in pieces) and (certain or label_of(paragraph) is None)


def _is_signers_line(words: str) -> bool:
    if len(words) > _LONGEST_LINE or words.endswith((";", ":", ",")):
        return False
    if _REMARK.match(plain(words)) or _BLANK_NAME.match(words):
        return True
    return mostly_capitals(words) or is_name(words)


def is_name(words: str) -> bool:
    """Whether a line reads like a person's name, perhaps with a title before it."""
    parts = words.replace(".", ". ").split()
    return (
        1 < len(parts) <= _LONGEST_NAME_WORDS
        and all(part[0].isupper() for part in parts)
        and not words.endswith((".", ";", ":", ","))
        and not any(character.isdigit() for character in words)
    )


def _recipients(pieces: list[_Piece], head: _Piece) -> tuple[Paragraph, ...]:
    """The label and the items under it, in its cell or column; without a label, the items."""
    at = next((index for index, piece in enumerate(pieces) if piece.line == head.line), 0)
    first = pieces[at].line
    found = [first]
    for piece in pieces[at + 1 :]:
        line = piece.line
        if not line.words or piece.side != head.side or not _in_column(line, first):
            continue
        if not _DASHED.match(line.words) and _ends_list(line, found):
            break
        found.append(line)
    return tuple(found)


def _in_column(piece: Paragraph, label: Paragraph) -> bool:
    if piece.cell is not None and label.cell is not None:
        return piece.cell.table == label.cell.table and (piece.cell.row, piece.cell.column) == (
            label.cell.row,
            label.cell.column,
        )
    if piece.box is not None and label.box is not None:
        if piece.page == label.page and piece.box.top < label.box.top - _LEVEL_PT:
            return False
        return piece.box.left < label.box.left + 90.0
    return piece.cell is label.cell


def _ends_list(piece: Paragraph, found: list[Paragraph]) -> bool:
    """Whether a line without a dash stands after the list: the list was closed, or it is a signer's line."""
    words = piece.words
    if words.endswith(";") or plain(words).startswith(("luu", "nhu ")):
        return False
    if mostly_capitals(words) or is_name(words):
        return True
    return len(found) > 1 and found[-1].words.endswith((".", "./."))


@dataclass(frozen=True, slots=True)
class _Signed:
    """A line of a signer's column and the room above it, in points."""

    line: Paragraph
    room: float


def _signers(pieces: Sequence[_Piece]) -> Iterator[SignerBlock]:
    """The signers, row by row and from left to right."""
    found = [block for column in _columns(pieces) for block in _blocks(list(_spaced(column)))]
    yield from sorted(found, key=_drawn_place)


def _drawn_place(block: SignerBlock) -> tuple[int, int, float]:
    """The page, the row and the middle of a block in a PDF; all alike in a DOCX, which has them in order."""
    first = next(iter((*block.authority, *block.office)), block.name)
    if first is None or first.box is None:
        return 0, 0, 0.0
    return first.page or 0, round(first.box.top / _LEVEL_PT), first.box.centre


def _columns(pieces: Sequence[_Piece]) -> Iterator[list[Paragraph]]:
    """The pieces of each signer's column: cells of tables, or what stands one above the other on a page."""
    lines = [piece.line for piece in pieces]
    if any(line.box is not None for line in lines):
        yield from _drawn_columns([part for line in lines if line.words for part in lines_of(line)])
        return
    columns: dict[tuple[int, ...], list[Paragraph]] = {}
    most = max((piece.side for piece in pieces), default=0)
    for piece in pieces:
        cell = piece.line.cell
        # Of two signers beside each other by tabs each has a side; a lone one's name may be moved by an indent.
        side = piece.side if most > 1 else 0
        key = (cell.table, cell.row, cell.column) if cell else (-1, side)
        columns.setdefault(key, []).append(piece.line)
    yield from (column for column in columns.values() if any(line.words for line in column))


def _drawn_columns(pieces: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Lines whose middles are near each other, on one page, from top to bottom."""
    columns: list[list[Paragraph]] = []
    for piece in sorted(pieces, key=lambda one: (one.page or 0, one.box.top if one.box else 0.0)):
        if piece.box is None:
            continue
        for column in columns:
            above = column[-1].box
            if column[-1].page == piece.page and above is not None and _overlap(above.left, above.right, piece):
                column.append(piece)
                break
        else:
            columns.append([piece])
    yield from columns


def _overlap(left: float, right: float, piece: Paragraph) -> bool:
    box = piece.box
    return box is not None and min(right, box.right) - max(left, box.left) > 0.3 * min(right - left, box.width)


def _spaced(column: list[Paragraph]) -> Iterator[_Signed]:
    """The lines that say something, with the room above each of them beyond the spacing of lines."""
    room = 0.0
    before: Paragraph | None = None
    for piece in column:
        if not letters(piece.words) and not _BLANK_NAME.match(piece.words):
            room += _height(piece) + (piece.gap or 0.0)
            continue
        if piece.box is not None and before is not None and before.box is not None:
            room = max(0.0, piece.box.top - before.box.bottom)
        elif piece.box is None:
            room += piece.gap or 0.0
        yield _Signed(piece, room if before is not None else 0.0)
        before, room = piece, 0.0


def _height(paragraph: Paragraph) -> float:
    """How high an empty paragraph of a DOCX is."""
    size = next((run.size for run in paragraph.runs if run.size), 14.0)
    return (paragraph.spacing or 1.0) * _SINGLE_LINE * size


def _blocks(column: list[_Signed]) -> Iterator[SignerBlock]:
    """The signers of one column: above the room for the signature the authority, below it office and name."""
    above: list[Paragraph] = []
    room: float | None = None
    for group in _segments(column):
        lines = [one.line for one in group if not _REMARK.match(plain(one.line.words))]
        if not lines:
            continue
        named = _names(lines[-1])
        if named and above:
            yield SignerBlock(tuple(above), tuple(lines[:-1]), lines[-1], group[0].room)
            above = []
        elif named and len(lines) > 1:
            yield SignerBlock(tuple(lines[:-1]), (), lines[-1], group[-1].room)
        elif named:
            yield SignerBlock((), (), lines[-1], room)
        else:
            if above:
                yield SignerBlock(tuple(above))
            above = lines
    if above:
        yield SignerBlock(tuple(above))


def _segments(column: list[_Signed]) -> Iterator[list[_Signed]]:
    """The lines between which there is room for a signature, or which follow the name of another signer."""
    segment: list[_Signed] = []
    for index, one in enumerate(column):
        after_name = index > 1 and _names(column[index - 1].line) and mostly_capitals(one.line.words)
        if segment and (one.room > _SIGNATURE_ROOM_PT or after_name):
            yield segment
            segment = []
        segment.append(one)
    if segment:
        yield segment


def _names(line: Paragraph) -> bool:
    """Whether the last line above a gap or at the end is a name: no title, which stands in capitals."""
    words = line.words
    if _BLANK_NAME.match(words) or not mostly_capitals(words):
        return True
    parts = words.split()
    return parts[0].lower() in _FAMILY_NAMES and 1 < len(parts) <= _LONGEST_NAME_WORDS - 2
