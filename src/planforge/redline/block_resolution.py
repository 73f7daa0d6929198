"""What becomes of rows, cells, tables and paragraph marks when tracked changes are accepted or rejected."""

from __future__ import annotations

from collections.abc import Collection

from planforge.verify.docx.names import VAL, Element, w

_P, _P_PR, _R_PR, _TBL, _TR, _TC = (w(name) for name in ("p", "pPr", "rPr", "tbl", "tr", "tc"))
_TC_PR, _TR_PR, _SDT, _SDT_CONTENT = (w(name) for name in ("tcPr", "trPr", "sdt", "sdtContent"))
_CELL_MARKS = (w("cellIns"), w("cellDel"), w("cellMerge"))
_CONTENTS = (*map(w, ("r", "sdt", "fldSimple")), "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath")
# Marks of places, which may stand between paragraphs and are none.
_PLACES = frozenset(
    w(name + end)
    for name in ("bookmark", "commentRange", "moveFromRange", "moveToRange", "perm")
    for end in ("Start", "End")
) | {w("proofErr")}


def resolve_tables(root: Element, *, gone: Collection[str], accept: bool) -> None:
    """Take out the rows and cells that are gone, then what has become empty by it.

    `gone` are the names of the marks whose bearer goes: deletions when accepting, insertions when rejecting.
    """
    for mark in list(root.iter(*_CELL_MARKS)):
        _resolve_cell(mark, accept=accept)
    for properties in list(root.iter(_TR_PR)):
        row = properties.getparent()
        if row is not None and row.tag == _TR and any(child.tag in gone for child in properties):
            _take_out(row)


def _resolve_cell(mark: Element, *, accept: bool) -> None:
    properties = mark.getparent()
    cell = properties.getparent() if properties is not None else None
    if properties is None or cell is None:
        return
    if mark.tag == (w("cellDel") if accept else w("cellIns")):
        _take_out(cell)
        return
    if mark.tag == w("cellMerge"):
        for merge in properties.findall(w("vMerge")):
            properties.remove(merge)
        value = mark.get(w("vMerge" if accept else "vMergeOrig"))
        if value:
            merge = properties.makeelement(
                w("vMerge"), {VAL: {"cont": "continue", "rest": "restart"}.get(value, value)}
            )
            properties.insert(properties.index(mark), merge)
    properties.remove(mark)


def _take_out(element: Element) -> None:
    """Remove a row or a cell, and the row or table that has nothing else in it."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == _TR and parent.find(_TC) is None and next(parent.iter(_TC), None) is None:
        _take_out(parent)
    elif parent.tag == _TBL and next(parent.iter(_TR), None) is None:
        _remove_block(parent)
    elif parent.tag == _SDT_CONTENT and not len(parent):
        holder = parent.getparent()
        if holder is not None and holder.tag == _SDT:
            _take_out(holder)


def _remove_block(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if parent.tag == _SDT_CONTENT and not len(parent):
            holder = parent.getparent()
            if holder is not None:
                _remove_block(holder)


def join_paragraphs(root: Element, gone: Collection[str]) -> None:
    """Join every paragraph whose mark is gone with the next one, whose properties the whole then has.

    The end of a paragraph bears its properties: where the mark is gone, those of the mark that is left hold. A
    paragraph without anything in it vanishes also before a table; with text in it, or as the last of a cell or of
    the body, it has nothing to join with and stays.
    """
    # What is on its way to a paragraph: carried in one list, however many paragraphs before it are joined with it.
    carried: dict[Element, list[Element]] = {}
    for paragraph in list(root.iter(_P)):
        content = carried.pop(paragraph, [])
        if not _mark_is_gone(paragraph, gone):
            _put_first(paragraph, content)
            continue
        between: list[Element] = []
        following = paragraph.getnext()
        while following is not None and following.tag in _PLACES:
            between.append(following)
            following = following.getnext()
        if following is not None and following.tag == _P:
            content += [child for child in paragraph if child.tag != _P_PR]
            content += between
            carried[following] = content
            _remove_block(paragraph)
            continue
        _put_first(paragraph, content)
        if _is_empty(paragraph) and not _is_needed(paragraph, following):
            _leave_places(paragraph)
            _remove_block(paragraph)


def _mark_is_gone(paragraph: Element, gone: Collection[str]) -> bool:
    properties = paragraph.find(_P_PR)
    mark = properties.find(_R_PR) if properties is not None else None
    return mark is not None and any(child.tag in gone for child in mark)


def _put_first(paragraph: Element, content: list[Element]) -> None:
    at = 1 if len(paragraph) and paragraph[0].tag == _P_PR else 0
    paragraph[at:at] = content


def _is_empty(paragraph: Element) -> bool:
    return next(paragraph.iter(*_CONTENTS), None) is None


def _is_needed(paragraph: Element, following: Element | None) -> bool:
    """Whether a paragraph is the last of its cell, story or text box, or the one after its last table."""
    if following is not None and following.tag != w("sectPr"):
        return False
    parent = paragraph.getparent()
    return parent is None or parent.tag != _SDT_CONTENT or len(parent) == 1


def _leave_places(paragraph: Element) -> None:
    parent = paragraph.getparent()
    if parent is not None:
        at = parent.index(paragraph)
        parent[at:at] = [child for child in paragraph if child.tag in _PLACES]
