"""What a paragraph holds: its runs with their texts, fields, breaks and bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from planforge.verify.docx import limits
from planforge.verify.docx.draft import Draft, Piece
from planforge.verify.docx.drawings import ALTERNATIVES, DrawnLine, Room, TextBox, chosen, read_drawing
from planforge.verify.docx.limits import TooLargeError
from planforge.verify.docx.names import Element, w
from planforge.verify.docx.numbering import sign
from planforge.verify.docx.run_properties import Look
from planforge.verify.docx.theme import Theme
from planforge.verify.reading import Bookmark

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BLANKS = " \t\r\n"
_ONE_BLANK = str.maketrans("\t\r\n", "   ")
_RUN_PROPERTIES, _TEXT, _ID, _NAME = w("rPr"), w("t"), w("id"), w("name")
_CONTAINERS = ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo", "sdt", "rubyBase")
_TEXTS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_DRAWINGS = (w("drawing"), w("pict"), w("object"))
_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
# A number that is only worked out when the page is shown.
_SOME_NUMBER = "1"


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    name: str = ""
    shows: bool = False
    shown: bool = False


class InlineReader:
    """Fills drafts with what their paragraphs hold; fields, bookmarks and pages go on from one to the next."""

    def __init__(self, theme: Theme) -> None:
        self.unread: dict[str, None] = {}
        self.page = 1
        self._characters, self._bookmarks, self._drawings = 0, 0, 0
        self.boxes: list[TextBox] = []
        self.room = Room(None)
        self._theme = theme
        self._fields: list[_Field] = []
        self._open: dict[str, str] = {}
        self._starts: dict[str, int] = {}
        self._page_pending = False
        self._handlers: dict[str, Callable[[Element, Draft], None]] = {
            w("r"): self._run,
            w("fldSimple"): self._simple_field,
            w("bookmarkStart"): self._bookmark_start,
            w("bookmarkEnd"): self._bookmark_end,
            ALTERNATIVES: self._alternatives,
            f"{_FORMULA}oMath": self._formula,
            f"{_FORMULA}oMathPara": self._formula,
            **{w(name): self.content for name in _CONTAINERS},
        }
        self._in_run: dict[str, Callable[[Element, Draft, Look], None]] = {
            w("br"): self._break,
            w("fldChar"): self._field_character,
            w("instrText"): self._instruction,
            w("sym"): self._symbol,
            w("pgNum"): self._page_number,
            w("ruby"): self._ruby,
            w("lastRenderedPageBreak"): self._new_page,
            ALTERNATIVES: self._alternatives_in_run,
            **dict.fromkeys(_DRAWINGS, self._drawing),
            **dict.fromkeys(_TEXTS, self._mark),
        }

    def read(self, elements: list[Element], draft: Draft) -> None:
        """Fill a draft with the content of its paragraph, or of several that a deleted mark made one."""
        self._starts = dict.fromkeys(self._open, 0)
        self._page_pending = False
        draft.page = self.page
        for element in elements:
            self.content(element, draft)
        draft.bookmarks += [Bookmark(self._open[one], start, draft.length) for one, start in self._starts.items()]
        draft.breaks_page = self._page_pending
        self._bookmarks += len(draft.bookmarks)
        self._characters += draft.length
        if self._bookmarks > limits.BOOKMARKS or self._characters > limits.CHARACTERS:
            raise TooLargeError
        # A field whose result has not begun by the end of a paragraph is torn.
        self._fields = [one for one in self._fields if one.shows]

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Set the fields aside while a text of its own is read, such as that of a box."""
        fields, self._fields = self._fields, []
        yield
        self._fields = fields

    def bookmark(self, element: Element) -> None:
        """A mark that stands between paragraphs."""
        if element.tag == w("bookmarkEnd"):
            self._open.pop(element.get(_ID, ""), None)
        else:
            self._open[element.get(_ID, "")] = element.get(_NAME, "")

    def content(self, element: Element, draft: Draft) -> None:
        """The runs of an element and of the elements in it that hold runs."""
        handlers = self._handlers
        for child in element:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child, draft)

    def _run(self, run: Element, draft: Draft) -> None:
        look = draft.ground.plain
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                if text:
                    bare = text.strip(_BLANKS)
                    if bare != text and child.get(_XML_SPACE) != "preserve":
                        text = bare
                    self._show(text if text.isprintable() else text.translate(_ONE_BLANK), draft, look)
            elif tag == _RUN_PROPERTIES:
                look = draft.ground.look(child)
            elif tag in self._in_run:
                self._in_run[tag](child, draft, look)

    def _show(self, text: str, draft: Draft, look: Look) -> None:
        if not text:
            return
        name = ""
        if self._fields:
            if not all(one.shows for one in self._fields):
                return
            name = self._fields[-1].name
            self._fields[-1].shown = True
        pieces = draft.pieces
        if self._page_pending:
            self._page_pending = False
            if pieces:
                text = "\n" + text
            else:
                draft.begins_page = True
        if look.capitals:
            text = text.upper()
        draft.length += len(text)
        if pieces:
            last = pieces[-1]
            if last.look is look and last.field == name:
                last.texts.append(text)
                return
        pieces.append(Piece(look, name, [text]))

    def _mark(self, element: Element, draft: Draft, look: Look) -> None:
        self._show(_TEXTS[element.tag], draft, look)

    def _break(self, element: Element, draft: Draft, look: Look) -> None:
        if element.get(w("type")) == "page":
            self._page_pending = True
        else:
            self._show("\n", draft, look)

    def _symbol(self, element: Element, draft: Draft, look: Look) -> None:
        try:
            character = chr(int(element.get(w("char"), ""), 16))
        except (ValueError, OverflowError):
            return
        if not "\ud800" <= character <= "\udfff":
            self._show(sign(character), draft, look)

    def _page_number(self, _: Element, draft: Draft, look: Look) -> None:
        self._fields.append(_Field(name="PAGE", shows=True))
        self._show(_SOME_NUMBER, draft, look)
        self._fields.pop()

    def _ruby(self, element: Element, draft: Draft, _: Look) -> None:
        base = element.find(w("rubyBase"))
        if base is not None:
            self.content(base, draft)

    def _new_page(self, _: Element, draft: Draft, *__: object) -> None:
        self.page += 1
        if not draft.pieces:
            draft.page = self.page

    def _field_character(self, element: Element, draft: Draft, look: Look) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            if len(self._fields) == limits.OPEN_FIELDS:
                raise TooLargeError
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._begin_result(self._fields[-1])
        elif self._fields and kind == "end":
            self._end_field(draft, look)

    def _begin_result(self, one: _Field) -> None:
        if not one.shows:
            one.name = _name_of("".join(one.instruction))
            one.shows = True

    def _end_field(self, draft: Draft, look: Look) -> None:
        last = self._fields[-1]
        self._begin_result(last)
        if last.name in _NUMBERS and not last.shown:
            self._show(_SOME_NUMBER, draft, look)
        self._fields.pop()

    def _instruction(self, element: Element, *_: object) -> None:
        if self._fields and not self._fields[-1].shows:
            self._fields[-1].instruction.append(element.text or "")

    def _simple_field(self, element: Element, draft: Draft) -> None:
        self._fields.append(_Field(name=_name_of(element.get(w("instr"), "")), shows=True))
        self.content(element, draft)
        if self._fields:
            self._end_field(draft, draft.ground.plain)

    def _bookmark_start(self, element: Element, draft: Draft) -> None:
        identifier = element.get(_ID, "")
        self._open[identifier] = element.get(_NAME, "")
        self._starts[identifier] = draft.length

    def _bookmark_end(self, element: Element, draft: Draft) -> None:
        identifier = element.get(_ID, "")
        start, name = self._starts.pop(identifier, None), self._open.pop(identifier, None)
        if start is not None and name is not None:
            draft.bookmarks.append(Bookmark(name, start, draft.length))

    def _alternatives(self, element: Element, draft: Draft) -> None:
        choice = chosen(element)
        if choice is not None:
            self.content(choice, draft)

    def _alternatives_in_run(self, element: Element, draft: Draft, look: Look) -> None:
        choice = chosen(element)
        for child in choice if choice is not None else ():
            if child.tag in self._in_run:
                self._in_run[child.tag](child, draft, look)

    def _formula(self, _: Element, draft: Draft) -> None:
        self.unread["formula"] = None
        draft.has_object = True

    def _drawing(self, element: Element, draft: Draft, _: Look) -> None:
        self._drawings += 1
        if self._drawings > limits.DRAWINGS:
            raise TooLargeError
        for found in read_drawing(element, self.room, self._theme):
            if isinstance(found, DrawnLine):
                draft.drawn.append(found)
            elif isinstance(found, TextBox):
                self.boxes.append(found)
            else:
                self.unread[found] = None
                draft.has_object = True


def _name_of(instruction: str) -> str:
    """The kind of a field: the first word of its instruction."""
    words = instruction.split(None, 1)
    return words[0].upper() if words else ""
