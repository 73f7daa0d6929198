"""WordprocessingML elements by the schema's own names; texts and attributes are set by lxml, never pasted."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from planforge.write.frame import FrameParagraph
from planforge.write.styles import Style

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = "http://www.w3.org/XML/1998/namespace"
TWIPS_PER_POINT = 20
_PROPERTY_ORDER = ("pStyle", "keepNext", "keepLines", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr")


def tag(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element with its children; an attribute is named without its prefix."""
    element = etree.Element(tag(name), nsmap={"w": W})
    for attribute, value in attributes.items():
        element.set(tag(attribute), str(value))
    element.extend(children)
    return element


def twips(points: float) -> int:
    """A length in twentieths of a point."""
    return round(points * TWIPS_PER_POINT)


def text_run(text: str) -> Element:
    """A run that shows a text as it is, blanks included."""
    text_element = w("t")
    text_element.text = text
    text_element.set(f"{{{XML}}}space", "preserve")
    return w("r", text_element)


def bookmarked(elements: list[Element], name: str, identifier: int) -> list[Element]:
    """The elements between the two marks of a bookmark."""
    return [w("bookmarkStart", id=identifier, name=name), *elements, w("bookmarkEnd", id=identifier)]


class BookmarkNumbers:
    """Gives every new bookmark of a document a number of its own."""

    def __init__(self, used: int) -> None:
        self._last = used

    def following(self) -> int:
        """The next free number."""
        self._last += 1
        return self._last


def hidden(anchor: str) -> str:
    """The name of the bookmark of an anchor; Word hides bookmarks that begin with an underscore."""
    return f"_{anchor}"


def frame_paragraph(paragraph: FrameParagraph, numbers: BookmarkNumbers) -> Element:
    """A paragraph of the frame, its lines separated by breaks, its anchor as a hidden bookmark around them."""
    lines: list[Element] = []
    for number, line in enumerate(paragraph.lines):
        if number:
            lines.append(w("r", w("br")))
        lines.append(text_run(line))
    if paragraph.anchor and lines:
        lines = bookmarked(lines, hidden(paragraph.anchor), numbers.following())
    lead = [text_run(paragraph.lead)] if paragraph.lead else []
    return w("p", _properties(paragraph), *lead, *lines)


def paragraph_properties(paragraph: Element) -> Element:
    """The properties of a paragraph, made now if it has none."""
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    return properties


def set_property(paragraph: Element, name: str, **attributes: str | int) -> None:
    """Set attributes of a property of a paragraph, which is put in at its place in the schema's order."""
    properties = paragraph_properties(paragraph)
    found = properties.find(tag(name))
    if found is None:
        found = w(name)
        later = _PROPERTY_ORDER[_PROPERTY_ORDER.index(name) + 1 :]
        following = next((child for child in properties if etree.QName(child).localname in later), None)
        if following is None:
            properties.append(found)
        else:
            following.addprevious(found)
    for attribute, value in attributes.items():
        found.set(tag(attribute), str(value))


def keep_with_next(paragraphs: Iterable[Element]) -> None:
    """Keep each paragraph on the page of what follows it."""
    for paragraph in paragraphs:
        set_property(paragraph, "keepNext")


def keep_whole(paragraphs: Iterable[Element]) -> None:
    """Keep the lines of each paragraph on one page."""
    for paragraph in paragraphs:
        set_property(paragraph, "keepLines")


def _properties(paragraph: FrameParagraph) -> Element:
    """The style, and what differs from it: the gap above and the indents."""
    properties = w("pPr", w("pStyle", val=paragraph.style.value))
    if paragraph.before is not None:
        properties.append(w("spacing", before=twips(paragraph.before)))
    if paragraph.left or paragraph.right:
        indent = w("ind", left=twips(paragraph.left + paragraph.hanging), right=twips(paragraph.right))
        if paragraph.hanging:
            indent.set(tag("hanging"), str(twips(paragraph.hanging)))
        properties.append(indent)
    return properties


def end_paragraph(before: float = 0.0) -> Element:
    """A paragraph one point high, for where the format demands a paragraph and the document has none."""
    paragraph = w("p", w("pPr", w("pStyle", val=Style.END.value)))
    if before:
        set_property(paragraph, "spacing", before=twips(before))
    return paragraph
