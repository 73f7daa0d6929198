"""Edits of the end of a DOCX, for mutations: signers, recipients, addressees, annexes, properties of the file."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.mutations.mutation import Parts
from tests.mutations.word_edits import (
    DOCUMENT,
    STYLES,
    Edit,
    new_paragraph,
    say,
    set_runs,
    set_shape,
    styled,
    text_of,
    w,
)

CORE = "docProps/core.xml"
DUBLIN = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
AUTHORITY, OFFICE, NAME = "QuyenHanChucVu", "ChucVuKhac", "HoTenNguoiKy"
LABEL, ITEM, TO, TO_ITEM = "NoiNhan", "DanhSachNoiNhan", "KinhGui", "DanhSachKinhGui"
ANNEX, ANNEX_TITLE, ANNEX_REFERENCE = "PhuLuc", "TenPhuLuc", "ChiDanPhuLuc"


def says(style: str, text: str, index: int = 0) -> Edit:
    """Another text in a paragraph of a style."""
    return lambda parts: say(styled(parts, style)[index], text)


def without(style: str, index: int = 0) -> Edit:
    """A paragraph of a style taken out."""

    def edit(parts: Parts) -> None:
        paragraph = styled(parts, style)[index]
        paragraph.getparent().remove(paragraph)

    return edit


def mark(style: str, old: str, new: str, index: int = 0) -> Edit:
    """The last mark of a paragraph of a style replaced."""

    def edit(parts: Parts) -> None:
        paragraph = styled(parts, style)[index]
        text = text_of(paragraph)
        assert text.endswith(old), text
        say(paragraph, text.removesuffix(old) + new)

    return edit


def _closing(parts: Parts) -> Any:
    """The table of the signatures."""
    return next(one for one in reversed(list(parts[DOCUMENT].iter(w("tbl")))) if _holds(one, AUTHORITY))


def _holds(table: Any, style: str) -> bool:
    return any(one.get(w("val")) == style for one in table.iter(w("pStyle")))


def splittable(parts: Parts) -> None:
    """The rows of the signatures may break over pages."""
    for row in _closing(parts).iter(w("trPr")):
        for one in row.findall(w("cantSplit")):
            row.remove(one)


def free_end(parts: Parts) -> None:
    """Nothing keeps the last paragraph of the text with the signatures."""
    before = _closing(parts).getprevious()
    for one in [*before.iter(w("keepNext"))]:
        one.set(w("val"), "0")


def mirrored(parts: Parts) -> None:
    """The two signers change places; the recipients stay."""
    for style in (AUTHORITY, NAME):
        first, second = styled(parts, style)[:2]
        texts = text_of(first), text_of(second)
        say(first, texts[1])
        say(second, texts[0])


def lowered(parts: Parts) -> None:
    """The recipients in a row below the signer."""
    row = next(_closing(parts).iter(w("tr")))
    left, right = row.findall(w("tc"))
    below = row.makeelement(w("tr"))
    for cell in (left, right):
        filler = cell.makeelement(w("tc"))
        if cell.find(w("tcPr")) is not None:
            filler.append(copy.deepcopy(cell.find(w("tcPr"))))
        filler.append(cell.makeelement(w("p")))
        if cell is left:
            cell.addprevious(filler)
            below.append(cell)
        else:
            below.append(filler)
    if row.find(w("trPr")) is not None:
        below.insert(0, copy.deepcopy(row.find(w("trPr"))))
    for one in row.iter(w("p")):
        _keep(one)
    row.addnext(below)


def _keep(paragraph: Any) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = paragraph.makeelement(w("pPr"))
        paragraph.insert(0, properties)
    kept = paragraph.makeelement(w("keepNext"))
    properties.insert(1 if properties.find(w("pStyle")) is not None else 0, kept)


def section(number: int, change: Callable[[Any], None]) -> Edit:
    """A change of one section's properties, counted from 0."""
    return lambda parts: change(list(parts[DOCUMENT].iter(w("sectPr")))[number])


def continuous(properties: Any) -> None:
    """The section goes on on the same page."""
    properties.find(w("type")).set(w("val"), "continuous")


def counts_on(properties: Any) -> None:
    """The section goes on counting pages."""
    properties.remove(properties.find(w("pgNumType")))


def core(name: str, text: str, namespace: str = DUBLIN) -> Edit:
    """A property of the file."""

    def edit(parts: Parts) -> None:
        parts[CORE].find(f"{{{namespace}}}{name}").text = text

    return edit


def language(code: str) -> Edit:
    """The language that holds where no text says its own."""

    def edit(parts: Parts) -> None:
        for one in parts[STYLES].iter(w("lang")):
            one.set(w("val"), code)

    return edit


def in_every(style: str, **wanted: Any) -> Edit:
    """Direct properties of the text of every paragraph of a style."""

    def edit(parts: Parts) -> None:
        for paragraph in styled(parts, style):
            set_runs(paragraph, **wanted)

    return edit


def in_one(style: str, index: int = 0, **wanted: Any) -> Edit:
    """Direct properties of the text of one paragraph of a style."""
    return lambda parts: set_runs(styled(parts, style)[index], **wanted)


def shape_one(style: str, index: int = 0, **wanted: Any) -> Edit:
    """Direct properties of one paragraph of a style."""
    return lambda parts: set_shape(styled(parts, style)[index], **wanted)


def parted(parts: Parts) -> None:
    """The signatures begin a page."""
    first = next(_closing(parts).iter(w("p")))
    set_shape(first, pageBreakBefore=True)


def unsigned(index: int) -> Edit:
    """One signer of two is missing, recipients excepted."""

    def edit(parts: Parts) -> None:
        cell = styled(parts, AUTHORITY)[index].getparent()
        for paragraph in cell.findall(w("p")):
            own = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
            if own is not None and own.get(w("val")) in (AUTHORITY, NAME, "ChuKy"):
                cell.remove(paragraph)
        if cell.find(w("p")) is None:
            cell.append(cell.makeelement(w("p")))

    return edit


def deepened(parts: Parts) -> None:
    """An empty line above the recipients."""
    label = styled(parts, LABEL)[0]
    label.addprevious(label.makeelement(w("p")))


def without_addressees(parts: Parts) -> None:
    """The label and all addressees taken out."""
    for paragraph in (*styled(parts, TO), *styled(parts, TO_ITEM)):
        paragraph.getparent().remove(paragraph)


def addressed(text: str) -> Edit:
    """Addressees above the first paragraph of the text."""

    def edit(parts: Parts) -> None:
        first = styled(parts, "BodyText")[0]
        first.addprevious(new_paragraph(TO, text))
        recipients = styled(parts, ITEM)
        recipients[0].addprevious(new_paragraph(ITEM, "- Như trên;"))

    return edit


def swapped(parts: Parts) -> None:
    """The first two recipients change places."""
    first, second = styled(parts, ITEM)[:2]
    second.addnext(first)


def both_moved(parts: Parts) -> None:
    """The dashes stand in line, but far from the colon."""
    for paragraph in styled(parts, TO_ITEM):
        set_shape(paragraph, left=60)
