"""Edits of a DOCX taken apart, for mutations: a paragraph by how its text begins, a style by its identifier.

A place is what a paragraph's text begins with, or a pair of that and which of several (from 0; negative from the end).
Sizes and lengths are in points.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree
from tests.mutations.mutation import Parts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
TWIPS = 20
Place = str | tuple[str, int]
Edit = Callable[[Parts], None]
# The order the format asks for inside properties; what is not named stays where it is.
_PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs spacing ind contextualSpacing "
    "jc outlineLvl"
).split()
_RUN_ORDER = "rStyle rFonts b bCs i iCs caps smallCaps strike vanish color sz szCs highlight u lang".split()


def w(name: str) -> str:
    """A name of the format with its namespace."""
    return f"{{{W}}}{name}"


def text_of(paragraph: Any) -> str:
    """What a paragraph says."""
    marks = {w("br"): "\n", w("tab"): "\t"}
    return "".join((one.text or "") if one.tag == w("t") else marks.get(one.tag, "") for one in paragraph.iter())


def paragraphs(parts: Parts) -> Iterator[Any]:
    """The paragraphs of the document, in order."""
    yield from parts[DOCUMENT].iter(w("p"))


def found(parts: Parts, place: Place) -> Any:
    """The paragraph of a place; LookupError where there is none."""
    begins, index = (place, 0) if isinstance(place, str) else place
    matching = [one for one in paragraphs(parts) if text_of(one).startswith(begins)]
    if not matching:
        raise LookupError(f"no paragraph begins with {begins!r}")
    return matching[index]


def styled(parts: Parts, style: str) -> list[Any]:
    """The paragraphs of a style, in order."""
    return [
        one
        for one in paragraphs(parts)
        if (own := one.find(f"{w('pPr')}/{w('pStyle')}")) is not None and own.get(w("val")) == style
    ]


def _properties(owner: Any, name: str) -> Any:
    """The properties of a paragraph or run, which stand first, or of a style, where they stand last."""
    element = owner.find(w(name))
    if element is None:
        element = etree.Element(w(name))
        owner.insert(len(owner) if owner.tag == w("style") else 0, element)
    return element


def _set(properties: Any, order: list[str], name: str, **values: str) -> None:
    """Set a property, attribute by attribute, at its place in the order of the format."""
    element = properties.find(w(name))
    if element is None:
        element = etree.Element(w(name))
        rank = order.index(name)
        later = (
            index
            for index, one in enumerate(properties)
            if (own := etree.QName(one).localname) in order and order.index(own) > rank
        )
        properties.insert(next(later, len(properties)), element)
    for key, value in values.items():
        element.set(w(key), value)


def _set_paragraph(properties: Any, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        if name == "align":
            _set(properties, _PARAGRAPH_ORDER, "jc", val=value)
        elif name in ("left", "right", "firstLine", "hanging"):
            _set(properties, _PARAGRAPH_ORDER, "ind", **{name: str(round(value * TWIPS))})
            indent = properties.find(w("ind"))
            if name == "hanging":
                indent.attrib.pop(w("firstLine"), None)
        elif name in ("before", "after"):
            _set(properties, _PARAGRAPH_ORDER, "spacing", **{name: str(round(value * TWIPS))})
        elif name == "exactly":
            _set(properties, _PARAGRAPH_ORDER, "spacing", line=str(round(value * TWIPS)), lineRule="exact")
        elif name == "at_least":
            _set(properties, _PARAGRAPH_ORDER, "spacing", line=str(round(value * TWIPS)), lineRule="atLeast")
        elif name == "lines":
            _set(properties, _PARAGRAPH_ORDER, "spacing", line=str(round(value * 240)), lineRule="auto")
        else:
            _set(properties, _PARAGRAPH_ORDER, name, val="1" if value else "0")


def _set_run(properties: Any, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        if name == "size":
            for one in ("sz", "szCs"):
                _set(properties, _RUN_ORDER, one, val=str(round(value * 2)))
        elif name in ("b", "i"):
            for one in (name, f"{name}Cs"):
                _set(properties, _RUN_ORDER, one, val="1" if value else "0")
        else:
            _set(properties, _RUN_ORDER, name, val="1" if value else "0")


def set_shape(paragraph: Any, **wanted: Any) -> None:
    """Direct properties of a paragraph: align, left, right, firstLine, hanging, before, after, exactly, lines …"""
    _set_paragraph(_properties(paragraph, "pPr"), wanted)


def set_runs(paragraph: Any, **wanted: Any) -> None:
    """Direct properties of the runs of a paragraph: size, b, i, caps."""
    for run in paragraph.iter(w("r")):
        _set_run(_properties(run, "rPr"), wanted)


def shaped(place: Place, **wanted: Any) -> Edit:
    """Direct properties of the paragraph of a place."""
    return lambda parts: set_shape(found(parts, place), **wanted)


def set_in(place: Place, **wanted: Any) -> Edit:
    """Direct properties of the runs of the paragraph of a place."""
    return lambda parts: set_runs(found(parts, place), **wanted)


def style_shaped(style: str, **wanted: Any) -> Edit:
    """Properties of the paragraphs of a style."""

    def edit(parts: Parts) -> None:
        _set_paragraph(_properties(_style(parts, style), "pPr"), wanted)

    return edit


def style_set(style: str, **wanted: Any) -> Edit:
    """Properties of the text of a style."""

    def edit(parts: Parts) -> None:
        _set_run(_properties(_style(parts, style), "rPr"), wanted)

    return edit


def _style(parts: Parts, style: str) -> Any:
    return next(one for one in parts[STYLES].iter(w("style")) if one.get(w("styleId")) == style)


def say(paragraph: Any, text: str) -> None:
    """Let a paragraph say another text, in the look of its first run; a line end becomes a break."""
    first = next(paragraph.iter(w("r")), None)
    look = copy.deepcopy(first.find(w("rPr"))) if first is not None else None
    for child in [one for one in paragraph if one.tag != w("pPr")]:
        paragraph.remove(child)
    for index, line in enumerate(text.split("\n")):
        run = etree.SubElement(paragraph, w("r"))
        if look is not None:
            run.append(copy.deepcopy(look))
        if index:
            etree.SubElement(run, w("br"))
        words = etree.SubElement(run, w("t"))
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def reworded(place: Place, text: str) -> Edit:
    """Another text."""
    return lambda parts: say(found(parts, place), text)


def replaced(place: Place, old: str, new: str) -> Edit:
    """A stretch of the text, which must be there, replaced once; the paragraph becomes one run."""

    def edit(parts: Parts) -> None:
        paragraph = found(parts, place)
        text = text_of(paragraph)
        if old not in text:
            raise LookupError(f"{old!r} is not in {text!r}")
        head, _, tail = text.rpartition(old)
        say(paragraph, f"{head}{new}{tail}")

    return edit


def removed(place: Place) -> Edit:
    """The paragraph taken out."""

    def edit(parts: Parts) -> None:
        paragraph = found(parts, place)
        paragraph.getparent().remove(paragraph)

    return edit


def added_after(place: Place, *texts: str, style: str = "") -> Edit:
    """Further paragraphs behind one, of the same look or of a style."""

    def edit(parts: Parts) -> None:
        paragraph = found(parts, place)
        for text in reversed(texts):
            paragraph.addnext(_twin(paragraph, text, style))

    return edit


def added_before(place: Place, *texts: str, style: str = "") -> Edit:
    """Further paragraphs before one, of the same look or of a style."""

    def edit(parts: Parts) -> None:
        paragraph = found(parts, place)
        for text in texts:
            paragraph.addprevious(_twin(paragraph, text, style))

    return edit


def _twin(paragraph: Any, text: str, style: str) -> Any:
    if style:
        return new_paragraph(style, text)
    twin = copy.deepcopy(paragraph)
    say(twin, text)
    return twin


def new_paragraph(style: str, text: str) -> Any:
    """A paragraph of a style."""
    paragraph = etree.Element(w("p"))
    _set(_properties(paragraph, "pPr"), _PARAGRAPH_ORDER, "pStyle", val=style)
    say(paragraph, text)
    return paragraph


def pointed(*labels: str) -> Edit:
    """Items of a list counted by these labels instead of dashes: the first so many that follow one another."""

    def edit(parts: Parts) -> None:
        run: list[Any] = []
        for paragraph in paragraphs(parts):
            if len(run) < len(labels):
                run = [*run, paragraph] if text_of(paragraph).startswith("- ") else []
        for paragraph, label in zip(run, labels, strict=True):
            say(paragraph, f"{label} {text_of(paragraph)[2:]}")

    return edit


def plain_style(name: str) -> Edit:
    """A switch of paragraphs turned off in every style and in what holds where no style says anything."""

    def edit(parts: Parts) -> None:
        for switch in parts[STYLES].iter(w(name)):
            switch.set(w("val"), "0")

    return edit


def automatic(place: Place, kind: str, shown: str) -> Edit:
    """A paragraph whose number or dash Word makes by itself, in a list of this kind ("decimal", "bullet")."""

    def edit(parts: Parts) -> None:
        root = etree.Element(w("numbering"), nsmap={"w": W})
        pattern = etree.SubElement(root, w("abstractNum"), {w("abstractNumId"): "0"})
        level = etree.SubElement(pattern, w("lvl"), {w("ilvl"): "0"})
        for tag, value in (("start", "1"), ("numFmt", kind), ("lvlText", shown), ("lvlJc", "left")):
            etree.SubElement(level, w(tag), {w("val"): value})
        etree.SubElement(etree.SubElement(root, w("num"), {w("numId"): "1"}), w("abstractNumId"), {w("val"): "0"})
        parts["word/numbering.xml"] = root
        etree.SubElement(
            parts["word/_rels/document.xml.rels"],
            f"{{{_RELATIONS}}}Relationship",
            Id="rIdNumbers",
            Type=f"{_OFFICE}/numbering",
            Target="numbering.xml",
        )
        etree.SubElement(
            parts["[Content_Types].xml"],
            f"{{{_TYPES}}}Override",
            PartName="/word/numbering.xml",
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
        )
        paragraph = found(parts, place)
        say(paragraph, text_of(paragraph).partition(" ")[2])
        properties = _properties(paragraph, "pPr")
        _set(properties, _PARAGRAPH_ORDER, "numPr")
        for tag, value in (("ilvl", "0"), ("numId", "1")):
            etree.SubElement(properties.find(w("numPr")), w(tag), {w("val"): value})

    return edit


def together(*edits: Edit) -> Edit:
    """Several edits that make one mistake."""

    def edit(parts: Parts) -> None:
        for one in edits:
            one(parts)

    return edit
