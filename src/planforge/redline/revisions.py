"""The elements of tracked changes, each with its own number, its author, and the date where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from lxml import etree

from planforge.redline.comparison import Author, AuthorOf, ComparedParagraph, Piece
from planforge.verify.docx.names import Element, W, w
from planforge.write.characters import holdable

_LONGEST_NAME = 255
_NOBODY = "planforge"
_NO_DATE = "1980-01-01T00:00:00Z"
# The only one of them that has a number and no author.
_WITHOUT_AUTHOR = frozenset({"tblGridChange"})


class Revisions:
    """Makes the marks of one redline; `first` is the first number that nothing in the file uses."""

    def __init__(self, author_of: AuthorOf, first: int) -> None:
        self._author_of, self._next = author_of, first
        self.count = 0

    def author(self, paragraph: ComparedParagraph, piece: Piece | None = None) -> Author:
        """Who made the change of a paragraph, or of a piece of it."""
        return self._author_of(paragraph, piece)

    def mark(self, name: str, author: Author, children: Iterable[Element] = ()) -> Element:
        """A tracked change by the name of its element ("ins", "pPrChange"), with what it holds."""
        element = self._numbered(name)
        if name not in _WITHOUT_AUTHOR:
            _sign(element, author)
        element.extend(children)
        self.count += 1
        return element

    def range_of(self, name: str, title: str, author: Author) -> tuple[Element, Element]:
        """The two ends of what was moved; `name` is "moveFrom" or "moveTo", both ends of a move have one title."""
        start = self._numbered(f"{name}RangeStart")
        start.set(w("name"), title)
        _sign(start, author)
        if author.date is None:
            # The schema wants a date here, which no program shows.
            start.set(w("date"), _NO_DATE)
        end = etree.Element(w(f"{name}RangeEnd"), nsmap={"w": W})
        end.set(w("id"), start.get(w("id"), ""))
        return start, end

    def _numbered(self, name: str) -> Element:
        element = etree.Element(w(name), nsmap={"w": W})
        element.set(w("id"), str(self._next))
        self._next += 1
        return element


def _sign(element: Element, author: Author) -> None:
    name = " ".join(holdable(author.name).split())[:_LONGEST_NAME]
    element.set(w("author"), name or _NOBODY)
    if author.date is not None:
        date = author.date
        moment = date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
        element.set(w("date"), moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
