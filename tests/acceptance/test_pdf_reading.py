"""A PDF is read as the DOCX of the same paper is: paragraph by paragraph, with its looks, lines and cells.

The PDF is ours, tagged and by its drawing alone, or the one LibreOffice makes of our DOCX, which tells no structure.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest
from tests.acceptance.conftest import LayOut, Papers

from planforge.verify import pdf
from planforge.verify.docx import read_docx
from planforge.verify.pdf import read_pdf
from planforge.verify.reading import Align, Paragraph, Reading

pytestmark = pytest.mark.acceptance

# Of two centred lines in capitals that fill their column nobody can tell whether they are one paragraph, and lines that
# end in blanks left for a number are not where they would stand without them.
LEAST_SHARE_WITHOUT_STRUCTURE = 0.99
Pair = tuple[Paragraph, Paragraph]


def with_words(reading: Reading) -> list[Paragraph]:
    return [one for one in reading.paragraphs if one.words]


def pairs(docx: Reading, drawn: Reading) -> tuple[list[Pair], int]:
    """The paragraphs both have, and how many there are."""
    first, second = with_words(docx), with_words(drawn)
    matcher = SequenceMatcher(None, [one.words for one in first], [one.words for one in second], autojunk=False)
    found = [
        (first[block.a + index], second[block.b + index])
        for block in matcher.get_matching_blocks()
        for index in range(block.size)
    ]
    return found, max(len(first), len(second))


def unlike(docx: Paragraph, drawn: Paragraph) -> list[str]:
    """In what the two differ, of what both can tell."""
    said, seen = docx.shown_runs[0], drawn.shown_runs[0]
    same = {
        "size": said.size == seen.size,
        "weight and slant": (said.bold, said.italic) == (seen.bold, seen.italic),
        "underline": bool(said.underline) == bool(seen.underline),
        "line below": (docx.stroke is None) == (drawn.stroke is None),
        "length of the line": _near(_length(docx), _length(drawn), 1.5),
        "in a table": bool(docx.cell and docx.cell.bordered) == bool(drawn.cell),
        "width of the cell": not drawn.cell or not docx.cell or _near(docx.cell.width, drawn.cell.width, 1.5),
        "justified": drawn.align is not Align.BOTH or docx.align is Align.BOTH,
        "spacing": _near(docx.spacing, drawn.spacing, 0.03),
        "right indent": _near(docx.right, drawn.right, 2.0),
    }
    return [name for name, holds in same.items() if not holds]


def _length(paragraph: Paragraph) -> float | None:
    return paragraph.stroke.length if paragraph.stroke else None


def _near(first: float | None, second: float | None, slack: float) -> bool:
    """Whether two measures agree; one that cannot be told does not disagree."""
    return first is None or second is None or abs(first - second) <= slack


def test_ours_is_read_as_its_docx(all_papers: Papers) -> None:
    assert all_papers
    for name, made in all_papers.items():
        docx, drawn = read_docx(made.docx), read_pdf(made.pdf)
        assert [one.words for one in with_words(drawn)] == [one.words for one in with_words(docx)], name
        for said, seen in zip(with_words(docx), with_words(drawn), strict=True):
            assert not unlike(said, seen), f"{name}: {said.words}"
        assert drawn.language == "vi-VN", name
        assert drawn.title == made.paper.title, name
        assert [font.embedded for font in drawn.fonts] == [True], name
        assert drawn.unread == (), name
        assert all((sheet.shown_number is not None) == bool(sheet.header) for sheet in drawn.sheets), name
        assert drawn.sheets[0].shown_number is None, name


def test_ours_is_read_by_its_drawing_alone(all_papers: Papers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "read_blocks", lambda *_: {})
    found = {name: pairs(read_docx(made.docx), read_pdf(made.pdf)) for name, made in all_papers.items()}
    assert _share(found) >= LEAST_SHARE_WITHOUT_STRUCTURE


def test_the_pdf_of_libreoffice_is_read_as_its_docx(all_papers: Papers, lay_out: LayOut) -> None:
    folder = lay_out({name: made.paper for name, made in all_papers.items()})
    found = {
        name: pairs(read_docx(_docx(folder, name)), read_pdf(folder / "office" / f"{name}.pdf")) for name in all_papers
    }
    assert _share(found) >= LEAST_SHARE_WITHOUT_STRUCTURE
    for name, (same, _) in found.items():
        for said, seen in same:
            assert not unlike(said, seen), f"{name}: {said.words}"


def _docx(folder: Path, name: str) -> Path:
    return folder / "docx" / f"{name}.docx"


def _share(found: dict[str, tuple[list[Pair], int]]) -> float:
    """How many of all paragraphs are the same in both."""
    return sum(len(same) for same, _ in found.values()) / sum(count for _, count in found.values())
