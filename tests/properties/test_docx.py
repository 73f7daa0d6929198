"""Whatever a stranger's file holds, it is read, or it is refused in the one way that is meant for it."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.unit.verify.docx_maker import packed, written

from planforge.errors import UserError
from planforge.verify.docx import read_docx
from planforge.verify.docx.names import VML, WP, WPS, A, Element, R, W
from planforge.verify.reading import Reading

WORDS = """p r t tab br cr sym pPr rPr tbl tr tc tblPr tcPr trPr tblGrid gridCol gridSpan tcW tblBorders tcBorders
tblCellMar tcMar tblStyle tblLook sdt sdtContent ins del moveFrom hyperlink smartTag fldSimple fldChar instrText
bookmarkStart bookmarkEnd drawing pict object txbxContent sectPr pgSz pgMar cols titlePg pgNumType type headerReference
jc ind spacing numPr numId ilvl pBdr top bottom left right insideH framePr keepNext widowControl contextualSpacing
rFonts sz szCs b bCs i caps vanish u color highlight shd lang cs rtl rStyle pStyle lastRenderedPageBreak
style basedOn name docDefaults rPrDefault pPrDefault tblStylePr abstractNum num lvl lvlText numFmt start lvlRestart
abstractNumId numStyleLink styleLink lvlOverride startOverride isLgl pgNum ruby rubyBase altChunk""".split()
DRAWN = [
    *((WP, name) for name in ("inline", "anchor", "extent", "positionH", "positionV", "posOffset", "align")),
    *((WPS, name) for name in ("wsp", "spPr", "style", "txbx")),
    *((A, name) for name in ("graphic", "graphicData", "prstGeom", "ln", "xfrm", "ext", "lnRef", "solidFill")),
    *((VML, name) for name in ("line", "shape", "group", "rect", "textbox", "stroke")),
]
ATTRIBUTES = """val type styleId id name default based w h ascii hAnsi cs asciiTheme cstheme hint left start right end
firstLine hanging firstLineChars before after line lineRule beforeLines beforeAutospacing top bottom gutter header
orient num space fmt fldCharType instr char font themeColor fill color sz ilvl numId abstractNumId firstRow""".split()
PLAIN = ["from", "to", "style", "strokeweight", "stroked", "cx", "cy", "rot", "idx", "relativeFrom", "prst", "w"]
VALUES = st.one_of(
    st.sampled_from(
        ["0", "1", "-1", "240", "567", "a", "", "auto", "nil", "single", "true", "off", "begin", "separate"]
    ),
    st.sampled_from(["end", "separate", "firstRow", "paragraph", "table", "numbering", "1e999", "nan", "12pt", "PAGE"]),
    st.sampled_from(["width:80pt;height:0", "0,0", "80pt,0", "9" * 400, "minorHAnsi", "F0B7", "D800", "FF0000"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=5),
)
NAMES = st.one_of(st.sampled_from([(W, word) for word in WORDS]), st.sampled_from(DRAWN))
KEYS = st.one_of(st.sampled_from([f"{{{W}}}{name}" for name in ATTRIBUTES]), st.sampled_from([*PLAIN, f"{{{R}}}id"]))
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


def built(name: tuple[str, str], attributes: dict[str, str], text: str, children: list[Element]) -> Element:
    element = etree.Element(f"{{{name[0]}}}{name[1]}", attributes)
    try:
        element.text = text
    except ValueError:
        element.text = None
    element.extend(children)
    return element


def trees() -> st.SearchStrategy[Element]:
    """Elements that the format knows, in any order and depth, with any attributes."""
    attributes = st.dictionaries(KEYS, VALUES, max_size=3)
    leaves = st.builds(built, NAMES, attributes, LETTERS, st.just([]))
    return st.recursive(
        leaves, lambda inner: st.builds(built, NAMES, attributes, LETTERS, st.lists(inner, max_size=4)), max_leaves=25
    )


def read(parts: dict[str, bytes]) -> Reading | None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(UserError):
        return read_docx(written(Path(folder) / "a.docx", parts))
    return None


@given(st.lists(trees(), max_size=6), st.lists(trees(), max_size=4), st.lists(trees(), max_size=4))
def test_any_tree_of_elements_is_read_or_refused(
    body: list[Element], styles: list[Element], numbering: list[Element]
) -> None:
    parts = {"styles": built((W, "styles"), {}, "", styles), "numbering": built((W, "numbering"), {}, "", numbering)}
    reading = read(packed(*body, parts=parts))

    for paragraph in reading.paragraphs if reading else ():
        assert paragraph.text == "".join(run.text for run in paragraph.runs)
        assert all(0 <= mark.start <= mark.end <= len(paragraph.text) for mark in paragraph.bookmarks)
        assert paragraph.section < len(reading.sheets if reading else ())


@given(st.lists(trees(), min_size=1, max_size=3))
def test_any_element_may_stand_for_any_part(roots: list[Element]) -> None:
    names = ("settings", "theme", "header1", "fontTable", "footnotes")
    read(packed(*roots[1:], parts=dict.fromkeys(names, roots[0])))


@given(st.dictionaries(st.sampled_from([*packed(), "word/styles.xml"]), st.binary(max_size=40), max_size=4))
def test_any_bytes_may_stand_for_any_part(parts: dict[str, bytes]) -> None:
    read({**packed(), **parts})


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        for start in (b"", b"PK\x03\x04", b"PK\x05\x06"):
            path.write_bytes(start + content)
            with pytest.raises(UserError):
                read_docx(path)
