"""What an element says, as a text: two elements of one key are the same in everything that people see."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from planforge.redline.parts import RELATIONSHIP, Parts
from planforge.verify.docx.names import WP, Element, W, w

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RSID = f"{{{W}}}rsid"
_IDENTITIES = frozenset({f"{_W14}paraId", f"{_W14}textId", f"{_WP14}anchorId", f"{_WP14}editId", _SPACE})
_NUMBERED = frozenset({f"{{{WP}}}docPr", "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"})
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
# Marks that carry no content; bookmarks are followed where paragraphs are read.
_NOTHING = frozenset(map(w, ("proofErr", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd")))
_EMPTY_IS_NOTHING = frozenset(map(w, ("rPr", "pPr", "trPr", "tcPr", "tblPrEx")))
_TEXTS = frozenset(map(w, ("t", "instrText", "delText", "delInstrText")))
_NUMBER, _VAL, _ID = w("numId"), w("val"), w("id")


@dataclass(slots=True)
class Keys:
    """The keys of one part's elements; what a relationship points to stands in place of its id.

    `lists` says what each list of the file is, whatever number it has.
    """

    parts: Parts
    part: str
    lists: dict[str, str] = field(default_factory=dict)
    _known: dict[bytes, str] = field(default_factory=dict)

    def of(self, element: Element | None, without: frozenset[str] = frozenset()) -> str:
        """The key of an element, empty where there is none or it says nothing; children in `without` do not count."""
        if element is None:
            return ""
        if without:
            return self._made(element, without)
        written = etree.tostring(element, with_tail=False)
        found = self._known.get(written)
        if found is None:
            found = self._known[written] = self._made(element, without)
        return found

    def _made(self, element: Element, without: frozenset[str]) -> str:
        tag = element.tag
        if tag in _NOTHING:
            return ""
        attributes = self._attributes(tag, element) if element.attrib else ""
        children = "".join([self._made(child, frozenset()) for child in element if child.tag not in without])
        if not children and not attributes and tag in _EMPTY_IS_NOTHING:
            return ""
        text = (element.text or "") if tag in _TEXTS or len(element) == 0 else ""
        return f"<{tag}{attributes}>{_escaped(text)}{children}</>"

    def _attributes(self, tag: str, element: Element) -> str:
        found: list[str] = []
        for key, value in element.attrib.items():
            name, said = str(key), str(value)
            if name in _IDENTITIES or name.startswith(_RSID) or (name == "id" and tag in _NUMBERED):
                continue
            if name.startswith(RELATIONSHIP):
                said = self.parts.identity(self.part, said)
            elif tag in _NOTES and name == _ID:
                continue
            elif tag == _NUMBER and name == _VAL:
                said = self.lists.get(said, said)
            found.append(f" {name}={_escaped(said)}\x00")
        return "".join(sorted(found))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
