"""The table of Decree 30/2020/NĐ-CP, Appendix I: what every component may look like, and the two size profiles.

Lengths are in millimetres or points, as their names say. Ranges are the law's; the values chosen inside them are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATIONAL_MOTTO = "Độc lập - Tự do - Hạnh phúc"
FONT_FAMILY = "Times New Roman"
POINTS_PER_MILLIMETRE = 72 / 25.4


class Component(StrEnum):
    """The components of a document, by the glossary's identifiers."""

    NATIONAL_NAME = "national_name"
    NATIONAL_MOTTO = "national_motto"
    PARENT = "parent_org"
    ISSUER = "issuing_org"
    NUMBER = "doc_number"
    PLACE_DATE = "place_date"
    TYPE_NAME = "doc_type"
    SUBJECT = "subject"
    LETTER_SUBJECT = "letter_subject"
    ISSUING_AUTHORITY = "issuing_authority"
    BODY = "body"
    SIGNER_AUTHORITY = "signer_authority"
    SIGNER_OFFICE = "signer_other_title"
    SIGNER_NAME = "signer_name"
    ADDRESSEES = "addressees"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENTS = "recipients"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    ANNEX_REFERENCE = "annex_reference"
    PAGE_NUMBER = "page_number"


@dataclass(frozen=True, slots=True)
class Form:
    """What Appendix I allows for one component: its cell, the range of sizes in points, and its style."""

    cell: str
    smallest: float
    largest: float
    bold: bool = False
    italic: bool = False
    upper: bool = False


FORMS: dict[Component, Form] = {
    Component.NATIONAL_NAME: Form("1", 12, 13, bold=True, upper=True),
    Component.NATIONAL_MOTTO: Form("1", 13, 14, bold=True),
    Component.PARENT: Form("2", 12, 13, upper=True),
    Component.ISSUER: Form("2", 12, 13, bold=True, upper=True),
    Component.NUMBER: Form("3", 13, 13),
    Component.PLACE_DATE: Form("4", 13, 14, italic=True),
    Component.TYPE_NAME: Form("5a", 13, 14, bold=True, upper=True),
    Component.SUBJECT: Form("5a", 13, 14, bold=True),
    Component.LETTER_SUBJECT: Form("5b", 12, 13),
    Component.ISSUING_AUTHORITY: Form("6", 13, 14, bold=True, upper=True),
    Component.BODY: Form("6", 13, 14),
    Component.SIGNER_AUTHORITY: Form("7a", 13, 14, bold=True, upper=True),
    Component.SIGNER_OFFICE: Form("7b", 13, 14, bold=True, upper=True),
    Component.SIGNER_NAME: Form("7b", 13, 14, bold=True),
    Component.ADDRESSEES: Form("9a", 13, 14),
    Component.RECIPIENTS_LABEL: Form("9b", 12, 12, bold=True, italic=True),
    Component.RECIPIENTS: Form("9b", 11, 11),
    Component.ANNEX_LABEL: Form("-", 14, 14, bold=True),
    Component.ANNEX_TITLE: Form("-", 13, 14, bold=True, upper=True),
    Component.ANNEX_REFERENCE: Form("-", 13, 14, italic=True),
    Component.PAGE_NUMBER: Form("-", 13, 14),
}

# Appendix I, part I, section I: the ranges are 20-25, 20-25, 30-35 and 15-20 mm.
PAGE_WIDTH_MM = 210.0
PAGE_HEIGHT_MM = 297.0
MARGIN_TOP_MM = 20.0
MARGIN_BOTTOM_MM = 20.0
MARGIN_LEFT_MM = 30.0
MARGIN_RIGHT_MM = 15.0
HEADER_DISTANCE_MM = 10.0
TEXT_WIDTH_MM = PAGE_WIDTH_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM
# The first-line indent is 10 or 12.7 mm and the gap between paragraphs at least 6 pt (section II.6).
FIRST_LINE_INDENT_MM = 12.7
PARAGRAPH_GAP_PT = 6.0
# The national name at 13 pt bold is 96 mm wide, so the two columns of the letterhead cannot be equal.
LETTERHEAD_LEFT_MM = 66.0
LETTERHEAD_RIGHT_MM = TEXT_WIDTH_MM - LETTERHEAD_LEFT_MM
# Rules: as long as the motto, and a third to a half of the issuing body's and the subject's (longest) line.
SHORT_RULE_SHARE = 0.4
RULE_WEIGHT_PT = 0.75
# The decree is silent about tables, notes and pictures.
TABLE_SIZE_PT = 13.0
SMALL_TABLE_SIZE_PT = 11.0
NOTE_SIZE_PT = 12.0
TABLE_BORDER_PT = 0.5
# Room for the signature and the seal between 7a and 7b.
SIGNATURE_GAP_MM = 25.0


@dataclass(frozen=True, slots=True)
class Profile:
    """One consistent choice of sizes (the note under the table of section V): `sizes` in points per component.

    `body_pitch` is the distance between the baselines of body text, in points; the law allows single to 1.5 lines,
    that is 1.15 to 1.72 times the size of a Times-like font.
    """

    name: str
    sizes: dict[Component, float]
    body_pitch: float

    def size(self, component: Component) -> float:
        """The size of a component, in points."""
        return self.sizes[component]

    def single_pitch(self, component: Component) -> float:
        """The distance between baselines at single spacing, in points."""
        return single_pitch(self.size(component))


def single_pitch(size_pt: float) -> float:
    """The distance between baselines of a size at single spacing, in points, rounded up to halves."""
    return -(-size_pt * 1.15 * 2 // 1) / 2


def _profile(name: str, *, large: float, small: float, body_pitch: float) -> Profile:
    sizes = dict.fromkeys(Component, large)
    for component in (Component.NATIONAL_NAME, Component.PARENT, Component.ISSUER, Component.LETTER_SUBJECT):
        sizes[component] = small
    sizes[Component.NUMBER] = 13
    sizes[Component.ANNEX_LABEL] = 14
    sizes[Component.RECIPIENTS_LABEL] = 12
    sizes[Component.RECIPIENTS] = 11
    return Profile(name, sizes, body_pitch)


PROFILES: dict[str, Profile] = {
    "p14": _profile("p14", large=14, small=13, body_pitch=18),
    "p13": _profile("p13", large=13, small=12, body_pitch=17),
}
