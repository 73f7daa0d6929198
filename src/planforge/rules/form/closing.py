"""The end of a paper, as its rules read it: the lines of the signers, where they stand, what is kept together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planforge.decree30 import Component
from planforge.rule import Answer, Medium
from planforge.verify.anatomy import Anatomy, SignerBlock
from planforge.verify.reading import Align, Paragraph
from planforge.words import Words

MINUTES = "1.9"
# More signatures than two are a part of the text: no page can be asked to hold them all.
MOST_KEPT_SIGNERS = 2
LEFT_EDGE_PT = 3.0


def authority_lines(signer: SignerBlock) -> list[str]:
    """The lines above the signature as they are seen, a broken paragraph as several."""
    found: list[str] = []
    for paragraph in signer.authority:
        if paragraph.lines:
            found += [line.text for line in paragraph.lines]
        else:
            found += paragraph.text.split("\n")
    return [" ".join(line.split()) for line in found if line.strip()]


def position(paragraph: Paragraph) -> float | None:
    """Where a paragraph stands from left to right, to be compared with others of the same row; None if not known."""
    if paragraph.box is not None:
        return paragraph.box.centre
    return float(paragraph.cell.column) if paragraph.cell is not None else None


def recipient_items(paper: Anatomy) -> list[tuple[Paragraph, Paragraph]]:
    """The recipients, each by its first and its last paragraph: a PDF may show a long one as two.

    What has no dash goes on from a line before it that has no end mark.
    """
    found: list[tuple[Paragraph, Paragraph]] = []
    for paragraph in paper.all_of(Component.RECIPIENTS):
        goes_on = found and not paragraph.words.startswith("-") and not found[-1][1].words.endswith((";", ".", ","))
        if goes_on and not is_docx(paper):
            found[-1] = (found[-1][0], paragraph)
        else:
            found.append((paragraph, paragraph))
    return found


def closing_parts(paper: Anatomy) -> list[Paragraph]:
    """The paragraphs of the signatures and the recipients, as they stand in the file."""
    parts: list[Paragraph] = [*paper.all_of(Component.RECIPIENTS_LABEL), *paper.all_of(Component.RECIPIENTS)]
    for signer in paper.signers:
        parts += (*signer.authority, *signer.office)
        if signer.name is not None:
            parts.append(signer.name)
    return sorted(parts, key=lambda paragraph: paragraph.ordinal)


def row_of(paragraph: Paragraph) -> tuple[int, int] | None:
    """The table and the row a paragraph stands in; None outside of tables."""
    return (paragraph.cell.table, paragraph.cell.row) if paragraph.cell is not None else None


def is_kept_with_next(paper: Anatomy, paragraph: Paragraph) -> bool | None:
    """Whether a paragraph stays on the page of what follows it; of a row of a table one of its paragraphs decides."""
    row = row_of(paragraph)
    if row is None:
        return paragraph.keep_next
    return any_known(one.keep_next for one in paper.reading.paragraphs if row_of(one) == row)


def any_known(values: Iterable[bool | None]) -> bool | None:
    """True where one is true, False where one is false and none true, None where nothing is known."""
    known = [value for value in values if value is not None]
    return any(known) if known else None


def start_of(paragraph: Paragraph) -> float | None:
    """How far the first letter is from the edge of its column, in points; None where that is not known."""
    if paragraph.left is None:
        return None
    return paragraph.left + (paragraph.first_line or 0.0)


def is_tabbed(paragraph: Paragraph) -> bool:
    """Whether a tab, not its alignment, puts a paragraph of a DOCX where it stands."""
    return paragraph.text.startswith("\t") and paragraph.box is None


def is_docx(paper: Anatomy) -> bool:
    """Whether the file asks for its looks (DOCX) and does not show them (PDF)."""
    return paper.reading.medium is Medium.DOCX


def flush_left(paper: Anatomy, paragraphs: Sequence[Paragraph], part: Words) -> Iterator[Answer]:
    """A finding at the first line that does not begin at the left edge of its column."""
    for paragraph in paragraphs:
        start = start_of(paragraph)
        aside = paragraph.align in (Align.CENTRE, Align.RIGHT)
        if aside or (start is not None and abs(start) > LEFT_EDGE_PT):
            yield paper.finding(
                paragraph,
                part=part,
                found=Words("không sát lề trái", "is not at the left edge"),
                wanted=Words("sát lề trái", "begin at the left edge"),
            )
            return
