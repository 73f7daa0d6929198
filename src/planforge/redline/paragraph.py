"""A paragraph as the comparison sees it: its text, and what each stretch of it is, however its runs are cut."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto

from planforge.redline.looks import Look
from planforge.redline.tokens import bag_of, tokens_of, without_label
from planforge.verify.docx.names import Element

# What the ends of a bookmark say of themselves, before its name.
BOOKMARK_KEY, BOOKMARK_END_KEY = "bookmark ", "end of bookmark "
# Stands in the text for what is no text.
OBJECT = "\ufffc"


class Kind(Enum):
    """What a stretch is made of: text, one element of a run, a field of several, or an element beside runs."""

    TEXT = auto()
    CHILD = auto()
    FIELD = auto()
    BESIDE = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Wrapper:
    """An element around runs (a link, a content control): its shell without the runs, and what it says."""

    element: Element
    key: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One element of a run inside a field, with its look."""

    look: Look
    element: Element


def bookmark_of(key: str) -> str:
    """The name of the bookmark of which a key is an end; nothing for other keys."""
    for start in (BOOKMARK_KEY, BOOKMARK_END_KEY):
        if key.startswith(start):
            return key.removeprefix(start)
    return ""


@dataclass(slots=True)
class Span:
    """A stretch of one look, from `start` to `end` in the paragraph's characters.

    What is no text is one character long; `shown` is what people see of it, `key` what it is.
    """

    start: int
    end: int
    look: Look
    anchors: tuple[str, ...]
    wrappers: tuple[Wrapper, ...]
    kind: Kind = Kind.TEXT
    element: Element | None = None
    units: tuple[Unit, ...] = ()
    key: str = ""
    shown: str = ""
    opaque: bool = False

    @property
    def content(self) -> Element:
        """The element of what is no text."""
        if self.element is None:
            raise ValueError("text has no element")
        return self.element


@dataclass(frozen=True, slots=True)
class Point:
    """An element without text that stands before the character at `at`: an end of a bookmark or of a comment."""

    at: int
    wrappers: tuple[Wrapper, ...]
    element: Element


@dataclass(slots=True)
class Shape:
    """The properties of a paragraph: its own element, and the keys of the three things it may hold."""

    element: Element | None
    key: str
    mark_key: str
    section_key: str
    style: str

    @property
    def has_section(self) -> bool:
        """Whether a section ends with the paragraph."""
        return bool(self.section_key)


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph of one file. `ordinal` counts as a reading of the file does; `part` is where it stands."""

    element: Element
    part: str
    ordinal: int
    shape: Shape
    text: str
    spans: list[Span]
    points: list[Point]
    anchors: tuple[str, ...]
    content: str
    _tokens: list[tuple[int, str]] | None = None
    _bag: Counter[str] | None = None
    _plain: str | None = None

    @property
    def exact(self) -> tuple[str, str, str, str]:
        """What two paragraphs have in common that are the same in everything."""
        shape = self.shape
        return self.content, shape.key, shape.mark_key, shape.section_key

    @property
    def group(self) -> str:
        """What it can be paired with."""
        return "paragraph"

    @property
    def plain(self) -> str:
        """The text without its label, for finding the same text elsewhere."""
        if self._plain is None:
            self._plain = without_label(self.text)
        return self._plain

    @property
    def bag(self) -> Counter[str]:
        """Its words."""
        if self._bag is None:
            self._bag = bag_of(self.text)
        return self._bag

    @property
    def words(self) -> int:
        """How many words it has, without its label."""
        return self.bag.total()

    @property
    def tokens(self) -> list[tuple[int, str]]:
        """Its tokens: where each starts, and what it is (text with the links around it, or the key of an object)."""
        if self._tokens is None:
            self._tokens = _tokens(self)
        return self._tokens


def _tokens(paragraph: Paragraph) -> list[tuple[int, str]]:
    """Looks and bookmarks do not cut a word; objects and the edges of links do."""
    found: list[tuple[int, str]] = []
    spans, at = paragraph.spans, 0
    while at < len(spans):
        first = spans[at]
        inside = "".join([f"\x00{one.key}" for one in first.wrappers])
        if first.kind is not Kind.TEXT:
            found.append((first.start, f"{OBJECT}{first.key}{inside}"))
            at += 1
            continue
        last = at
        while (
            last + 1 < len(spans) and spans[last + 1].kind is Kind.TEXT and spans[last + 1].wrappers == first.wrappers
        ):
            last += 1
        start = first.start
        for token in tokens_of(paragraph.text[start : spans[last].end]):
            found.append((start, f"{token}{inside}" if inside else token))
            start += len(token)
        at = last + 1
    return found
