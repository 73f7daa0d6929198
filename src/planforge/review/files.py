"""Two finished files, ours or anybody's, compared as well as can be; what could not be compared is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from planforge.errors import UserError
from planforge.redline.comparison import Author, Change, ComparedParagraph, Comparison, Fate, Redline
from planforge.rule import Medium
from planforge.verify.paper_file import open_paper
from planforge.verify.reading import Reading
from planforge.words import Words
from planforge.workspace import read_file

TEXT_ONLY = Words(
    "Chỉ so được chữ: kiểu chữ, căn lề, đầu trang, chân trang, hình và biểu đồ không so được qua tệp PDF.",
    "Only text could be compared: a PDF does not tell enough of looks, headers, footers, pictures and charts.",
)
_UNREAD: Mapping[str, Words] = {
    "picture": Words("hình (có thể có chữ)", "pictures, perhaps of text"),
    "turned text": Words("chữ xoay nghiêng", "turned text"),
    "text without letters": Words("chữ không rõ là chữ gì", "text without letters"),
    "no text": Words("tệp không có chữ nào", "a file without any text"),
}
# How many paragraphs at the top of a PDF may be its header, and how much of one a header has in common with it.
_MOST_HEADERS, _ALIKE = 3, 0.7
_PARTLY_READ = Words("Không đọc được trong {name}: {what}.", "Could not be read in {name}: {what}.")


@dataclass(frozen=True, slots=True)
class ComparedFiles:
    """Two files and their comparison. `text_only` where one of them is a PDF: then there is never a redline.

    `names` tell the files apart. `pdfs` are the files whose pages can be drawn, of both sides or of none.
    """

    names: tuple[str, str]
    title: str
    redline: Redline
    text_only: bool
    pdfs: tuple[Path, Path] | None

    @property
    def same_text(self) -> bool:
        """Whether no word and no look of a paragraph differs."""
        return not any(paragraph.changed for paragraph in self.redline.comparison.paragraphs)

    @property
    def equal(self) -> bool:
        """Whether nothing was found that differs; pages of PDF files are for their pictures to tell."""
        return self.same_text and (self.text_only or self.redline.comparison.equal)


def compare_files(old: Path, new: Path, author: str) -> ComparedFiles:
    """Compare two files that may be DOCX or PDF.

    Raises UserError with what `open_paper` says of a file that is no paper, or what the reader of DOCX says.
    """
    first, second = open_paper(old), open_paper(new)
    names = _names(old, new)
    text_only = Medium.PDF in {first.medium, second.medium}
    redline = _of_texts(first, second, names) if text_only else _of_documents(old, new, names, author)
    pages = _pdf_of(old, first), _pdf_of(new, second)
    drawable = (pages[0], pages[1]) if pages[0] is not None and pages[1] is not None else None
    return ComparedFiles(names, second.title or new.stem, redline, text_only, drawable)


def content_of(path: Path) -> bytes:
    """The bytes of a file. Raises UserError `file.unreadable`."""
    try:
        return read_file(path)
    except OSError as error:
        raise UserError("file.unreadable", path=str(path), detail=error.strerror or str(error)) from error


def _of_documents(old: Path, new: Path, names: tuple[str, str], author: str) -> Redline:
    from planforge.redline.redline import redline

    before, after = content_of(old), content_of(new)
    if before == after:
        return Redline(after, Comparison(()))
    by = Author(author)
    return redline(before, after, lambda _paragraph, _piece: by, names)


def _of_texts(old: Reading, new: Reading, names: tuple[str, str]) -> Redline:
    """The comparison of what is written alone."""
    from planforge.redline.redline import compare
    from planforge.review.plain_docx import plain_docx

    found = compare(plain_docx(_as_drawn(old, new)), plain_docx(_as_drawn(new, old)), names)
    unread = [_unread(reading, name) for reading, name in zip((old, new), names, strict=True) if reading.unread]
    paragraphs = tuple(map(_by_words, found.paragraphs))
    return Redline(None, Comparison(paragraphs, (TEXT_ONLY, *unread)))


def _as_drawn(reading: Reading, other: Reading) -> Reading:
    """A DOCX with its headers before the text, where those of a PDF stand there: of one page nobody can tell."""
    if reading.medium is not Medium.DOCX or other.medium is not Medium.PDF or not reading.sheets:
        return reading
    sheet = reading.sheets[0]
    top = [one.words for one in other.paragraphs[:_MOST_HEADERS]]
    heads = [
        one
        for one in sheet.first_header or sheet.header
        if one.words and any(SequenceMatcher(None, one.words, text).ratio() >= _ALIKE for text in top)
    ]
    return replace(reading, paragraphs=(*heads, *reading.paragraphs))


def _by_words(paragraph: ComparedParagraph) -> ComparedParagraph:
    """A paragraph as changed only where its words are: what was guessed of its shape says nothing."""
    same = all(piece.change in {Change.KEPT, Change.RESTYLED} for piece in paragraph.pieces)
    fate = Fate.KEPT if paragraph.fate is Fate.CHANGED and same else paragraph.fate
    return replace(paragraph, fate=fate, reshaped=False)


def _unread(reading: Reading, name: str) -> Words:
    def said(language: str) -> str:
        what = [_UNREAD[one].in_language(language) if one in _UNREAD else one for one in reading.unread]
        return _PARTLY_READ.in_language(language, {"name": name, "what": ", ".join(what)})

    return Words(said("vi"), said("en"))


def _pdf_of(path: Path, reading: Reading) -> Path | None:
    """The file itself when it is a PDF, else the PDF of the same name beside it."""
    if reading.medium is Medium.PDF:
        return path
    beside = path.with_suffix(".pdf")
    return beside if beside.is_file() else None


def _names(old: Path, new: Path) -> tuple[str, str]:
    """What the files are called: with the folders that tell them apart where their names do not."""
    first, second = old.absolute().parts, new.absolute().parts
    for count in range(1, max(len(first), len(second)) + 1):
        names = "/".join(first[-count:]), "/".join(second[-count:])
        if names[0] != names[1]:
            return names
    return old.name, new.name
