"""What a document file holds, in plain terms and in reading order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named stretch of a paragraph's text; `start` and `end` count characters, the end is exclusive."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text (a line end for a break, a tab for a tab), the name of its style, its bookmarks."""

    text: str
    style: str
    bookmarks: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The paragraphs of a document, those in table cells included, row by row."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The whole text, one paragraph per line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
