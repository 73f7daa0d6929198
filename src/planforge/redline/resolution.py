"""Accepts or rejects every tracked change of a DOCX, by the standard (ECMA-376 part 1, 17.13.5).

Written for the proof from the standard alone: it shares no code with what makes the changes.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from planforge.redline.block_resolution import join_paragraphs, resolve_tables
from planforge.redline.unpacked import Unpacked, packed
from planforge.verify.docx.names import Element, w

_REVISED_KINDS = frozenset({"header", "footer", "footnotes", "endnotes", "comments", "styles", "numbering"})
_INSERTIONS = (w("ins"), w("moveTo"))
_DELETIONS = (w("del"), w("moveFrom"))
# Where they mark a property of what they stand in, they are no container of text.
_MARKED = frozenset(map(w, ("rPr", "trPr", "numPr")))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CONTROL = f"{_MATH}ctrlPr"
_MATH_TEXTS = frozenset(f"{_MATH}{name}" for name in ("e", "num", "den", "sub", "sup", "deg", "fName", "lim"))
_RANGES = tuple(
    w(f"{name}Range{end}")
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_CHANGES = {
    w("rPrChange"): w("rPr"),
    w("pPrChange"): w("pPr"),
    w("sectPrChange"): w("sectPr"),
    w("tblPrChange"): w("tblPr"),
    w("tblPrExChange"): w("tblPrEx"),
    w("trPrChange"): w("trPr"),
    w("tcPrChange"): w("tcPr"),
    w("tblGridChange"): w("tblGrid"),
}
# What stands beside properties and is none of them: the old ones do not say it, and it stays when they come back.
_BESIDE_FIRST = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo", "headerReference", "footerReference")))
_BESIDE_LAST = frozenset(map(w, ("rPr", "sectPr")))
_OLD_TEXT = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


def accept_all(package: bytes) -> bytes:
    """The document as it is when every tracked change is accepted. Raises UserError `docx.…` for what is no DOCX."""
    unpacked = Unpacked(package, "docx")
    return packed(unpacked, resolved_trees(unpacked, accept=True))


def reject_all(package: bytes) -> bytes:
    """The document as it was before every tracked change. Raises UserError `docx.…` for what is no DOCX."""
    unpacked = Unpacked(package, "docx")
    return packed(unpacked, resolved_trees(unpacked, accept=False))


def resolved(package: Unpacked, *, accept: bool) -> Unpacked:
    """The package with its changes accepted or rejected, in memory."""
    return package.with_trees(resolved_trees(package, accept=accept))


def resolved_trees(package: Unpacked, *, accept: bool) -> dict[str, Element]:
    """The parts that may hold changes, with their changes accepted or rejected; the package stays as it is."""
    trees: dict[str, Element] = {}
    parts = [package.main]
    parts += [
        target.name
        for target in package.targets(package.main).values()
        if target.kind in _REVISED_KINDS and not target.external
    ]
    for part in dict.fromkeys(parts):
        tree = package.tree(part)
        if tree is not None:
            trees[part] = copy.deepcopy(tree)
            resolve(trees[part], accept=accept)
    return trees


def resolve(root: Element, *, accept: bool) -> None:
    """Accept or reject every change below an element, in place."""
    _settle_properties(root, accept=accept)
    gone, kept = (_DELETIONS, _INSERTIONS) if accept else (_INSERTIONS, _DELETIONS)
    for element in list(root.iter(*gone)):
        if _is_control(element):
            _open_formula(element)
        elif _is_container(element):
            _drop(element)
    for element in list(root.iter(*kept)):
        if _is_container(element):
            _unwrap(element)
    resolve_tables(root, gone=frozenset(gone), accept=accept)
    join_paragraphs(root, frozenset(gone))
    # What is left of the marks says only that something is not gone.
    for element in list(root.iter(*gone, *kept, *_RANGES, w("numberingChange"))):
        _drop(element)
    if not accept:
        for element in list(root.iter(*_OLD_TEXT)):
            element.tag = _OLD_TEXT[str(element.tag)]


def _settle_properties(root: Element, *, accept: bool) -> None:
    for change in list(root.iter(*_CHANGES)):
        owner = change.getparent()
        if owner is None:
            continue
        owner.remove(change)
        if not accept:
            _restore(owner, change.find(_CHANGES[str(change.tag)]))
    if accept:
        return
    for properties in list(root.iter(w("numPr"))):
        if properties.find(w("ins")) is not None:
            _drop(properties)


def _restore(owner: Element, old: Element | None) -> None:
    """Give an element its old properties back, in the order of the schema."""
    first = [child for child in owner if child.tag in _BESIDE_FIRST]
    last = [child for child in owner if child.tag in _BESIDE_LAST]
    before = list(old) if old is not None else []
    # The old properties of a paragraph mark may say that it was inserted; what the mark says of itself counts.
    before = [child for child in before if child.tag not in _BESIDE_FIRST]
    # In table rows and cells the marks come after the properties.
    ordered = [*before, *first] if owner.tag == w("trPr") else [*first, *before, *last]
    for child in list(owner):
        owner.remove(child)
    owner.extend(ordered)


def _is_container(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag not in _MARKED


def _is_control(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == _CONTROL


def _open_formula(mark: Element) -> None:
    """Put what stands in a fraction, root or the like in its place: the mark is that of the structure around it."""
    control = mark.getparent()
    properties = control.getparent() if control is not None else None
    structure = properties.getparent() if properties is not None else None
    parent = structure.getparent() if structure is not None else None
    if structure is not None and parent is not None:
        at = parent.index(structure)
        parent[at : at + 1] = [child for text in structure if text.tag in _MATH_TEXTS for child in text]


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def remaining_changes(root: Element) -> Iterator[Element]:
    """The tracked changes below an element."""
    yield from root.iter(*_INSERTIONS, *_DELETIONS, *_CHANGES, w("cellIns"), w("cellDel"), w("cellMerge"))
