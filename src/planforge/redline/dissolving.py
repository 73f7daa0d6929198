"""Takes away what stands around text and cannot be tracked, where it keeps two files from being joined."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from planforge.redline.parts import Parts, read_parts
from planforge.verify.docx.names import Element, w
from planforge.write.package import packed, serialised

_CONTENT, _FIELD, _INSTRUCTION, _RUN = w("sdtContent"), w("fldSimple"), w("instr"), w("r")
_AROUND = tuple(map(w, ("sdt", "smartTag", "customXml")))
_STORIES = frozenset({"header", "footer", "footnotes", "endnotes"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def stories_of(parts: Parts) -> Iterator[str]:
    """The parts of a file that hold text."""
    yield parts.main
    for relation in parts.relations(parts.main).values():
        if relation.kind in _STORIES and relation.target in parts.trees:
            yield relation.target


def dissolved(content: bytes, name: str) -> bytes | None:
    """A file without content controls and tags around its text, its fields written in full; None where it has none."""
    parts = read_parts(content, name)
    changed = False
    for part in dict.fromkeys(stories_of(parts)):
        root = parts.trees[part]
        found = list(root.iter(*_AROUND, _FIELD))
        for element in found:
            if element.tag == _FIELD:
                _write_out(element)
            else:
                inner = element.find(_CONTENT) if element.tag == w("sdt") else element
                _replace(element, list(inner) if inner is not None else [])
        if found:
            changed = True
            parts.contents[part] = serialised(root)
    return packed(parts.contents) if changed else None


def _replace(element: Element, content: list[Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        kept = [one for one in content if not str(one.tag).endswith("Pr")]
        parent[at : at + 1] = kept


def _write_out(field: Element) -> None:
    """A simple field as its beginning, instruction, result and end."""
    runs = [_run(_character("begin")), _run(_instruction(field.get(_INSTRUCTION, "")))]
    runs += [_run(_character("separate")), *field, _run(_character("end"))]
    _replace(field, runs)


def _run(child: Element) -> Element:
    run = etree.Element(_RUN)
    run.append(child)
    return run


def _character(kind: str) -> Element:
    made = etree.Element(w("fldChar"))
    made.set(w("fldCharType"), kind)
    return made


def _instruction(text: str) -> Element:
    made = etree.Element(w("instrText"))
    made.text = text
    made.set(_SPACE, "preserve")
    return made
