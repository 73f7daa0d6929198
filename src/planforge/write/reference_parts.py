"""The parts of the reference document, set through python-docx. Imported only when the reference has to be made."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm
from lxml import etree

from planforge.decree30 import (
    FONT_FAMILY,
    HEADER_DISTANCE_MM,
    MARGIN_BOTTOM_MM,
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    MARGIN_TOP_MM,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
    RULE_WEIGHT_PT,
    Profile,
)
from planforge.write.styles import CELL_STYLES, Look, Style, looks
from planforge.write.wordml import W, tag, twips, w

_LANGUAGE = "vi-VN"
_BUILT_IN = frozenset({Style.BODY, Style.PAGE_NUMBER, *(style for style in Style if style.startswith("Heading"))})
_OPTIONAL = (
    RELATIONSHIP_TYPE.COMMENTS,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.HYPERLINK,
)
# Mode 14 is the layout in which Word and LibreOffice do not squeeze blanks, so that DOCX and PDF break lines alike.
_COMPATIBILITY = {
    "compatibilityMode": "14",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
}
_COMPATIBILITY_URI = "http://schemas.microsoft.com/office/word"
_BORDER_UNITS_PER_POINT = 8


def remove_content(document: Document) -> None:
    """Empty the body, and give it a section of its own making."""
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.append(w("sectPr"))


def set_page(document: Document) -> None:
    """A4 portrait with the margins of section I, and a first page whose header is its own."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(PAGE_WIDTH_MM), Mm(PAGE_HEIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(MARGIN_TOP_MM), Mm(MARGIN_BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(MARGIN_LEFT_MM), Mm(MARGIN_RIGHT_MM)
    section.header_distance, section.footer_distance = Mm(HEADER_DISTANCE_MM), Mm(HEADER_DISTANCE_MM)
    section.gutter = Mm(0)
    section.different_first_page_header_footer = True


def set_header(document: Document) -> None:
    """The page number in the middle of the top margin, from the second page on (section I.6)."""
    section = document.sections[0]
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    for header in (section.first_page_header, section.header):
        for paragraph in header.paragraphs:
            paragraph._p.clear_content()
            paragraph._p.get_or_add_pPr().style = Style.PAGE_NUMBER.value
    instruction = w("instrText")
    instruction.text = "PAGE"
    shown = w("t")
    shown.text = "2"
    section.header.paragraphs[0]._p.extend(
        w("r", content)
        for content in (
            w("fldChar", fldCharType="begin"),
            instruction,
            w("fldChar", fldCharType="separate"),
            shown,
            w("fldChar", fldCharType="end"),
        )
    )


def set_styles(document: Document, profile: Profile) -> None:
    """Replace the style sheet: nothing of pandoc's own looks remains for an official to choose by mistake."""
    table = looks(profile)
    sheet = document.styles.element
    for child in list(sheet):
        sheet.remove(child)
    sheet.append(_defaults(table[Style.BODY]))
    sheet.append(w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default="1", styleId="Normal"))
    sheet.append(
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            w("unhideWhenUsed"),
            type="character",
            default="1",
            styleId="DefaultParagraphFont",
        )
    )
    sheet.append(_normal_table())
    sheet.extend(_style(style, look) for style, look in table.items())


def set_settings(document: Document) -> None:
    """The settings from scratch: Vietnamese, the layout of Word 2010, no stretched lines before a hard break."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    compatibility = w("compat", w("doNotExpandShiftReturn"))
    compatibility.extend(
        w("compatSetting", name=name, uri=_COMPATIBILITY_URI, val=value) for name, value in _COMPATIBILITY.items()
    )
    settings.extend(
        (
            w("zoom", percent=100),
            w("defaultTabStop", val=720),
            w("characterSpacingControl", val="doNotCompress"),
            compatibility,
            w("themeFontLang", val=_LANGUAGE),
            w("decimalSymbol", val=","),
            w("listSeparator", val=";"),
        )
    )
    etree.cleanup_namespaces(settings, top_nsmap={"w": W})


def remove_optional_parts(document: Document) -> None:
    """Drop the parts nothing refers to, among them the theme, whose fonts would beat the named one."""
    part = document.part
    for relationship in list(part.rels.values()):
        if relationship.reltype in _OPTIONAL:
            part.drop_rel(relationship.rId)
            part.rels.pop(relationship.rId, None)
    package = part.package
    for relationship in list(package.rels.values()):
        if relationship.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            package.rels.pop(relationship.rId)


def _defaults(body: Look) -> etree._Element:
    """What every style begins with: the font for all scripts, black, Vietnamese, no gaps."""
    run = w(
        "rPr",
        w("rFonts", ascii=FONT_FAMILY, hAnsi=FONT_FAMILY, eastAsia=FONT_FAMILY, cs=FONT_FAMILY),
        *_size(body.size_pt),
        w("lang", val=_LANGUAGE, eastAsia=_LANGUAGE, bidi="ar-SA"),
    )
    paragraph = w("pPr", w("widowControl"), w("spacing", before=0, after=0))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def _normal_table() -> etree._Element:
    margins = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins)),
        ),
        type="table",
        default="1",
        styleId="TableNormal",
    )


def _style(style: Style, look: Look) -> etree._Element:
    element = w("style", w("name", val=look.name), w("basedOn", val="Normal"), type="paragraph", styleId=style.value)
    if style not in _BUILT_IN:
        element.set(tag("customStyle"), "1")
    if look.outline:
        element.append(w("next", val=Style.BODY.value))
        element.append(w("uiPriority", val=9))
    element.append(w("qFormat"))
    element.append(_paragraph_properties(style, look))
    element.append(_run_properties(look))
    return element


def _paragraph_properties(style: Style, look: Look) -> etree._Element:
    properties = w("pPr")
    if look.keep_next:
        properties.append(w("keepNext"))
    # In a cell that is broken over pages LibreOffice leaves single lines in any case.
    properties.append(w("widowControl") if style not in CELL_STYLES else w("widowControl", val=0))
    if style is Style.RULE:
        weight = round(RULE_WEIGHT_PT * _BORDER_UNITS_PER_POINT)
        properties.append(w("pBdr", w("bottom", val="single", sz=weight, space=0, color="000000")))
    line_rule = "atLeast" if look.grows else "exact"
    properties.append(
        w("spacing", before=twips(look.before_pt), after=0, line=twips(look.pitch_pt), lineRule=line_rule)
    )
    if look.first_line_pt:
        properties.append(w("ind", firstLine=twips(look.first_line_pt)))
    properties.append(w("jc", val=look.alignment.value))
    if look.outline:
        properties.append(w("outlineLvl", val=look.outline - 1))
    return properties


def _run_properties(look: Look) -> etree._Element:
    properties = w("rPr")
    if look.bold:
        properties.extend((w("b"), w("bCs")))
    if look.italic:
        properties.extend((w("i"), w("iCs")))
    properties.append(w("color", val="000000"))
    properties.extend(_size(look.size_pt))
    return properties


def _size(size_pt: float) -> tuple[etree._Element, etree._Element]:
    half_points = round(size_pt * 2)
    return w("sz", val=half_points), w("szCs", val=half_points)
