"""Mutations of the page: paper, margins, font, colour, page numbers (P01-P15 of the decree's form)."""

from __future__ import annotations

from functools import partial

from tests.mutations.head_edits import measure_changed
from tests.mutations.mutation import FileMutation, PdfMutation
from tests.mutations.page_edits import (
    all_looking,
    first_header_numbered,
    first_page_alike,
    fonts_left_out,
    in_section,
    looking,
    margins,
    number_set,
    number_shaped,
    paper,
    style_looking,
    turned,
    with_footer,
    without_numbers,
)
from tests.mutations.word_edits import Edit, style_set, style_shaped, together

LETTER, LEGAL, A5, A3, B5, FOLIO = (
    (12240, 15840),
    (12240, 20160),
    (8391, 11906),
    (16838, 23811),
    (10319, 14571),
    (12189, 18709),
)


A4_WIDTH = 11906


def on(rule: int, name: str, where: str, edit: Edit, *, docx: bool = True, pdf: bool = True) -> FileMutation:
    """A mutation of a paper."""
    return FileMutation(f"PF{rule}", f"{name} ({where})", where, edit, in_docx=docx, in_pdf=pdf)


def remeasured(edit: Edit, change: int) -> Edit:
    """An edit that makes the measure wider by so many twips; what stands in it is fitted."""
    return together(edit, measure_changed(change))


TURNED = remeasured(turned(), 16838 - 11906)
SIZES = (
    on(401, "letter paper", "plan", paper(*LETTER)),
    on(401, "legal paper", "minutes", remeasured(paper(*LEGAL), LEGAL[0] - A4_WIDTH)),
    on(401, "folio paper", "letter", paper(*FOLIO)),
    on(401, "an annex on A3", "launch", paper(*A3, 1), pdf=False),
    on(401, "folio paper", "invitation-launch", remeasured(paper(*FOLIO), FOLIO[0] - A4_WIDTH)),
    on(401, "letter paper", "conclusion", remeasured(paper(*LETTER), LETTER[0] - A4_WIDTH), pdf=False),
    on(402, "turned", "plan", TURNED, pdf=False),
    on(402, "turned", "letter", TURNED, pdf=False),
    on(402, "turned", "invitation-launch", TURNED, pdf=False),
    on(402, "turned", "invitation-midyear", TURNED, pdf=False),
    on(402, "turned", "pledge", TURNED, pdf=False),
)
MARGINS = (
    on(403, "10 mm above", "plan", margins(top=567)),
    on(403, "15 mm above", "letter", margins(top=850)),
    on(403, "18 mm above", "minutes", margins(top=1021), pdf=False),
    on(403, "30 mm above", "summary", margins(0, top=1701), pdf=False),
    on(403, "45 mm above", "invitation-launch", margins(top=2552)),
    on(403, "15 mm above the annex", "launch", margins(1, top=850)),
    on(404, "10 mm below", "plan", margins(bottom=567)),
    on(404, "12 mm below", "summary", margins(0, bottom=680)),
    on(404, "one inch and a half below", "letter", margins(bottom=2160), pdf=False),
    on(404, "30 mm below", "minutes", margins(bottom=1701), pdf=False),
    on(404, "15 mm below the annex", "launch", margins(1, bottom=850), pdf=False),
    on(405, "20 mm left", "plan", remeasured(margins(left=1134), 567)),
    on(405, "one inch left", "minutes", remeasured(margins(left=1440), 261)),
    on(405, "25 mm left", "letter", margins(left=1417)),
    on(405, "40 mm left", "invitation-launch", remeasured(margins(left=2268), -567)),
    on(405, "a gutter of 10 mm", "plan", remeasured(margins(gutter=567), -567)),
    on(405, "20 mm left of the annex", "launch", margins(1, left=1134), pdf=False),
    on(406, "10 mm right", "plan", remeasured(margins(right=567), 283)),
    on(406, "one inch right", "plan", remeasured(margins(right=1440), -590)),
    on(406, "25 mm right", "letter", margins(right=1417)),
    on(406, "30 mm right", "pledge", remeasured(margins(right=1701), -851)),
    on(406, "10 mm right of the annex", "launch", margins(1, right=567), pdf=False),
)
TEXT = (
    on(407, "text in Arial by its style", "plan", style_looking("BodyText", font="Arial")),
    on(407, "one paragraph in Calibri", "letter", looking("Nơi nhận", font="Calibri"), pdf=False),
    on(407, "a motto in .VnTime", "minutes", looking("Độc lập", font=".VnTime"), pdf=False),
    on(407, "everything in Arial", "summary", all_looking(font="Arial"), pdf=False),
    on(407, "the page number in Arial", "plan", style_looking("Header", font="Arial")),
    on(407, "the subject in Cambria", "submission", style_looking("TrichYeu", font="DejaVu Sans"), pdf=False),
    on(407, "the twin by name", "conclusion", style_looking("BodyText", font="Liberation Serif"), pdf=False),
    on(408, "red headings", "plan", style_looking("Heading1", color="C00000")),
    on(408, "blue text", "letter", style_looking("BodyText", color="0563C1")),
    on(408, "a grey page number", "summary", style_looking("Header", color="808080")),
    on(408, "a highlighted date", "conclusion", looking("Thành phố", highlight="yellow"), pdf=False),
    on(408, "a red type", "invitation-launch", looking("GIẤY MỜI", color="FF0000")),
    on(408, "dark grey recipients", "minutes", style_looking("DanhSachNoiNhan", color="595959")),
)
NUMBERS = (
    on(409, "no numbers", "plan", without_numbers()),
    on(409, "no numbers", "summary", without_numbers()),
    on(409, "on the right by the style", "plan", style_shaped("Header", align="right")),
    on(409, "on the left", "minutes", number_shaped(align="left")),
    on(409, "at the foot instead", "plan", with_footer(instead=True)),
    on(409, "at the foot on the right instead", "summary", with_footer(align="right", instead=True)),
    on(410, "first page alike", "plan", first_page_alike()),
    on(410, "first page alike", "letter", first_page_alike()),
    on(410, "first page alike", "summary", first_page_alike()),
    on(410, "a number in the first header", "minutes", first_header_numbered()),
    on(410, "a number in the first header", "invitation-launch", first_header_numbered()),
    on(411, "11 pt by the style", "plan", style_set("Header", size=11)),
    on(411, "16 pt by the style", "summary", style_set("Header", size=16)),
    on(411, "12 pt", "minutes", number_set(sz="24")),
    on(411, "italic by the style", "submission", style_set("Header", i=True)),
    on(411, "italic", "plan", number_set(i="1")),
    on(412, "from 3", "plan", in_section("pgNumType", 0, start=3)),
    on(412, "from 0", "minutes", in_section("pgNumType", 0, start=0)),
    on(412, "small Roman", "plan", in_section("pgNumType", fmt="lowerRoman")),
    on(412, "large Roman", "summary", in_section("pgNumType", 0, fmt="upperRoman"), pdf=False),
    on(412, "letters", "submission", in_section("pgNumType", fmt="upperLetter"), pdf=False),
    on(413, "at the foot as well", "plan", with_footer()),
    on(413, "at the foot as well", "summary", with_footer()),
    on(413, "at the foot on the right as well", "minutes", with_footer(align="right")),
    on(413, "“Trang 2” at the foot as well", "submission", with_footer("Trang "), pdf=False),
    on(413, "at the foot as well", "letter", with_footer(), pdf=False),
    on(414, "header at 16 mm", "plan", margins(header=900), pdf=False),
    on(414, "header at 18 mm", "summary", margins(header=1000), pdf=False),
    on(414, "header at 15 mm", "minutes", margins(header=850), pdf=False),
    on(414, "header at the margin", "letter", margins(header=1134), pdf=False),
    on(414, "header at 17 mm", "submission", margins(header=964), pdf=False),
)
FONTS = tuple(
    PdfMutation("PF415", f"fonts left out ({name})", name, change)
    for name, change in (
        ("plan", fonts_left_out),
        ("letter", fonts_left_out),
        ("summary", fonts_left_out),
        ("minutes", partial(fonts_left_out, only_first=True)),
        ("submission", partial(fonts_left_out, only_first=True)),
    )
)
MUTATIONS = (*SIZES, *MARGINS, *TEXT, *NUMBERS, *FONTS)
