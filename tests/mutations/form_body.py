"""Mistakes in the body of a paper: legal basis, looks of the text, numbers, end mark, annexes that nobody mentions."""

from __future__ import annotations

from tests.mutations.mutation import FileMutation, Parts
from tests.mutations.word_edits import (
    added_after,
    added_before,
    automatic,
    plain_style,
    pointed,
    removed,
    replaced,
    reworded,
    set_in,
    shaped,
    style_set,
    style_shaped,
    together,
)

BASES = (
    "Căn cứ Luật",
    "Căn cứ Quyết định số 346a",
    "Căn cứ Quyết định số 2030",
    "Căn cứ Biên bản Hội",
    "Căn cứ Biên bản k",
)
PLAN_ITEM = "- Tạo khí thế thi đua"
PLAN_TEXT = "Trên cơ sở kế hoạch công tác"
SUMMARY_TEXT = "Cụm Thi đua số 0, khối các đơn vị"
FUND_LAST = "Trên đây là Báo cáo tình hình"
LAUNCH_LAST = "Trên đây là Kế hoạch tổ chức"
CENTRED = "GiuaDong"
HEADING = "Heading1"


def mutation(
    rule: str, name: str, paper: str, change: object, *, in_docx: bool = True, in_pdf: bool = True
) -> FileMutation:
    """One mistake."""
    assert callable(change)
    return FileMutation(rule, name, paper, change, in_docx, in_pdf)


def _bases(parts: Parts, number: int) -> None:
    for place in BASES[:number]:
        set_in(place, i=False)(parts)


BASIS = (
    mutation("PF601", "first basis upright", "submission", set_in(BASES[0], i=False)),
    mutation("PF601", "all bases upright", "submission", lambda parts: _bases(parts, 5)),
    mutation("PF601", "a basis of 12 pt", "submission", set_in(BASES[1], size=12)),
    mutation("PF601", "a basis of 16 pt", "submission", set_in(BASES[4], size=16)),
    mutation("PF601", "last basis upright", "submission", set_in(BASES[4], i=False)),
    mutation("PF601", "three bases upright", "submission", lambda parts: _bases(parts, 3)),
    mutation("PF602", "full stop after the first basis", "submission", reworded(BASES[0], f"{BASES[0]} Ví dụ.")),
    mutation("PF602", "no mark after a basis", "submission", reworded(BASES[0], "Căn cứ Luật Thi đua, khen thưởng")),
    mutation("PF602", "comma after a basis", "submission", reworded(BASES[0], "Căn cứ Luật Thi đua, khen thưởng,")),
    mutation("PF602", "semicolon after the last basis", "submission", replaced(BASES[4], ".", ";")),
    mutation("PF602", "no mark after the last basis", "submission", replaced(BASES[4], ".", "")),
)

LOOKS = (
    mutation("PF607", "text of 12 pt by the style", "plan", style_set("BodyText", size=12)),
    mutation("PF607", "text of 15 pt by the style", "letter", style_set("BodyText", size=15)),
    mutation("PF607", "one paragraph of 12 pt", "summary", set_in(SUMMARY_TEXT, size=12)),
    mutation("PF607", "one paragraph italic", "plan", set_in(PLAN_TEXT, i=True)),
    mutation("PF607", "one item of 11 pt", "cross-check", set_in("- Đánh giá đúng kết quả", size=11)),
    mutation("PF607", "headings of 16 pt by the style", "launch", style_set(HEADING, size=16)),
    mutation("PF608", "text aligned left by the style", "plan", style_shaped("BodyText", align="left")),
    mutation(
        "PF608", "text aligned right by the style", "minutes", style_shaped("BodyText", align="right"), in_pdf=False
    ),
    mutation("PF608", "one paragraph aligned left", "summary", shaped(SUMMARY_TEXT, align="left")),
    mutation("PF608", "one paragraph in the middle", "plan", shaped(PLAN_TEXT, align="center"), in_pdf=False),
    mutation("PF608", "first paragraph aligned left", "letter", shaped("Thực hiện Quyết định", align="left")),
    mutation("PF609", "no indent by the style", "plan", style_shaped("BodyText", firstLine=0)),
    mutation("PF609", "1.5 cm by the style", "letter", style_shaped("BodyText", firstLine=42.5)),
    mutation("PF609", "one paragraph by 1 cm", "summary", shaped(SUMMARY_TEXT, firstLine=28.35)),
    mutation("PF609", "an item hangs", "plan", shaped(PLAN_ITEM, left=54, hanging=18)),
    mutation("PF609", "one paragraph without", "minutes", shaped("Cụm Thi đua số 0 gồm các đơn vị", firstLine=0)),
    mutation("PF609", "items by half a centimetre", "cross-check", shaped("- Đánh giá đúng", firstLine=14.2)),
    mutation("PF610", "no gap by the style", "plan", style_shaped("BodyText", before=0)),
    mutation("PF610", "3 pt by the style", "letter", style_shaped("BodyText", before=3)),
    mutation("PF610", "one paragraph close", "summary", shaped("Trưởng Cụm năm 2030", before=0)),
    mutation("PF610", "no gap in one style", "minutes", style_shaped("BodyText", contextualSpacing=True)),
    mutation("PF610", "4 pt before a clause", "cross-check", shaped("2. Đơn vị được kiểm tra", before=4)),
    mutation("PF611", "exactly 15 pt by the style", "plan", style_shaped("BodyText", exactly=15)),
    mutation("PF611", "double by the style", "letter", style_shaped("BodyText", lines=2)),
    mutation("PF611", "exactly 30 pt", "summary", style_shaped("BodyText", exactly=30)),
    mutation("PF611", "one paragraph at 0.8 lines", "minutes", shaped("Cụm Thi đua số 0 gồm các đơn vị", lines=0.8)),
    mutation("PF611", "one paragraph at 1.75 lines", "summary", shaped(SUMMARY_TEXT, lines=1.75)),
)

SECTIONS = (
    mutation("PF612", "a section skipped", "conclusion", removed("III. GIAO NHIỆM VỤ")),
    mutation("PF612", "a section doubled", "plan", replaced("III. GIẢI PHÁP", "III.", "II.")),
    mutation("PF612", "the first is II", "launch", replaced("I. MỤC ĐÍCH", "I.", "II.")),
    mutation("PF612", "a title in lower case", "cross-check", reworded("II. NỘI DUNG", "II. Nội dung kiểm tra")),
    mutation("PF612", "a title that is not bold", "summary", set_in("III. HẠN CHẾ", b=False)),
    mutation("PF612", "no title is bold", "fund", style_set(HEADING, b=False)),
    mutation("PF612", "a stroke after the number", "midyear", replaced("II. KẾT QUẢ", "II. ", "II/ ")),
    mutation("PF612", "two sections change places", "cross-check", replaced("IV. PHÂN CÔNG", "IV.", "VI.")),
    mutation("PF613", "a clause skipped", "conclusion", replaced("3. Gửi hồ sơ", "3.", "4.")),
    mutation("PF613", "a clause doubled", "letter", replaced("2. Bình xét", "2.", "1.")),
    mutation("PF613", "counting goes on from section to section", "midyear", replaced("1. Tồn tại", "1.", "7.")),
    mutation("PF613", "a title that is not bold", "plan", set_in("1. Mục đích", b=False)),
    mutation("PF613", "text in bold", "cross-check", set_in("2. Đơn vị được kiểm tra", b=True)),
    mutation("PF613", "a bracket after the number", "fund", replaced("2. Đổi mới việc xét", "2. ", "2) ")),
    mutation("PF613", "clauses in the wrong order", "cross-check", replaced("4. Các đoàn", "4.", "2.")),
    mutation("PF614", "e after d", "midyear", pointed("a)", "b)", "c)", "d)", "e)", "g)", "h)", "i)")),
    mutation("PF614", "f is no letter", "midyear", pointed("a)", "b)", "c)", "d)", "đ)", "e)", "f)", "g)")),
    mutation("PF614", "a letter skipped", "letter", pointed("a)", "c)")),
    mutation("PF614", "a letter doubled", "minutes", pointed("a)", "b)", "b)", "c)", "d)")),
    mutation("PF614", "dots after letters", "submission", pointed("a.", "b.", "c.", "d.")),
    mutation("PF614", "begins with b", "cross-check", pointed("b)", "c)")),
    mutation("PF615", "a decimal skipped", "plan", replaced("1.2. Nâng cao", "1.2.", "1.3.")),
    mutation("PF615", "a decimal of another clause", "plan", replaced("2.1. Phong trào", "2.1.", "1.1.")),
    mutation("PF615", "a decimal doubled", "plan", replaced("3.2. Trưởng Cụm", "3.2.", "3.1.")),
    mutation("PF615", "the first decimal is 0", "minutes", replaced("2.1. Kết quả", "2.1.", "2.0.")),
    mutation("PF615", "the number of another clause", "ballot", replaced("2.3. ", "2.3.", "3.3.")),
    mutation(
        "PF615", "points beside decimals", "plan", added_before("1.1. Tổ chức thực hiện", "a) Quán triệt đầy đủ;")
    ),
    mutation("PF616", "bullets by Word", "plan", automatic("- Tạo khí thế", "bullet", "•"), in_pdf=False),
    mutation("PF616", "clauses by Word", "letter", automatic("1. Xây dựng", "decimal", "%1."), in_pdf=False),
    mutation("PF616", "letters by Word", "midyear", automatic("- “Cờ thi đua", "lowerLetter", "%1)"), in_pdf=False),
    mutation("PF616", "dashes by Word", "cross-check", automatic("- Đánh giá", "bullet", "-"), in_pdf=False),
    mutation("PF616", "sections by Word", "conclusion", automatic("I. ĐÁNH GIÁ", "upperRoman", "%1."), in_pdf=False),
)

ARTICLES = ("Điều 1. Trách nhiệm thi hành", "Điều 2. Hiệu lực thi hành")
CHAPTER = ("Chương I", "QUY ĐỊNH CHUNG")

PARTS = (
    mutation(
        "PF617", "an article skipped", "fund", added_before(FUND_LAST, ARTICLES[0], "Điều 3. Hiệu lực", style=HEADING)
    ),
    mutation("PF617", "the first article is 2", "fund", added_before(FUND_LAST, ARTICLES[1], style=HEADING)),
    mutation("PF617", "an article doubled", "launch", added_before(LAUNCH_LAST, *ARTICLES, ARTICLES[1], style=HEADING)),
    mutation(
        "PF617",
        "an article that is not bold",
        "fund",
        together(added_before(FUND_LAST, *ARTICLES, style=HEADING), set_in(ARTICLES[1], b=False)),
    ),
    mutation(
        "PF617", "a colon after the number", "launch", added_before(LAUNCH_LAST, "Điều 1: Trách nhiệm", style=HEADING)
    ),
    mutation(
        "PF618", "the first chapter is II", "fund", added_before(FUND_LAST, "Chương II", CHAPTER[1], style=CENTRED)
    ),
    mutation("PF618", "label in capitals", "launch", added_before(LAUNCH_LAST, "CHƯƠNG I", CHAPTER[1], style=CENTRED)),
    mutation(
        "PF618", "title in lower case", "fund", added_before(FUND_LAST, "Chương I", "Quy định chung", style=CENTRED)
    ),
    mutation(
        "PF618", "title beside the label", "launch", added_before(LAUNCH_LAST, "Chương I. QUY ĐỊNH", style=CENTRED)
    ),
    mutation(
        "PF618",
        "label that is not bold",
        "fund",
        together(added_before(FUND_LAST, *CHAPTER, style=CENTRED), set_in(CHAPTER[0], b=False)),
    ),
    mutation(
        "PF618",
        "label at the left",
        "launch",
        together(added_before(LAUNCH_LAST, *CHAPTER, style=CENTRED), shaped(CHAPTER[0], align="left")),
        in_pdf=False,
    ),
)

ENDS = (
    mutation("PF619", "no mark", "plan", replaced("Trên đây là Kế hoạch", "./.", ".")),
    mutation("PF619", "half of the mark", "letter", replaced("Trưởng Cụm đề nghị", "./.", "./")),
    mutation("PF619", "blanks in the mark", "minutes", replaced("Hội nghị kết thúc", "./.", ". / .")),
    mutation(
        "PF619", "a second mark", "summary", replaced("Cụm Thi đua số 0 gồm các", "tổ chức, bộ máy.", "bộ máy./.")
    ),
    mutation("PF619", "text after the mark", "fund", added_after(FUND_LAST, "Xin trân trọng cảm ơn.")),
    mutation("PF619", "two marks in an annex", "registrations", replaced("Số liệu tổng hợp", "Trưởng Cụm.", "Cụm./.")),
    mutation("PF620", "sections by the style", "plan", style_shaped(HEADING, keepNext=False), in_pdf=False),
    mutation("PF620", "one section", "summary", shaped("II. KẾT QUẢ", keepNext=False), in_pdf=False),
    mutation("PF620", "clauses by the style", "midyear", style_shaped("Heading2", keepNext=False), in_pdf=False),
    mutation("PF620", "one clause", "fund", shaped("2. Các khoản chi khác", keepNext=False), in_pdf=False),
    mutation("PF620", "a decimal", "minutes", shaped("2.2. Tồn tại", keepNext=False), in_pdf=False),
    mutation("PF620", "a break under a section", "summary", shaped(SUMMARY_TEXT, pageBreakBefore=True), in_docx=False),
    mutation("PF620", "a break under a clause", "plan", shaped(PLAN_ITEM, pageBreakBefore=True), in_docx=False),
    mutation("PF621", "by the style", "plan", style_shaped("BodyText", widowControl=False), in_pdf=False),
    mutation("PF621", "one paragraph", "summary", shaped(SUMMARY_TEXT, widowControl=False), in_pdf=False),
    mutation("PF621", "of a letter", "letter", style_shaped("BodyText", widowControl=False), in_pdf=False),
    mutation("PF621", "an item", "cross-check", shaped("- Đánh giá đúng", widowControl=False), in_pdf=False),
    mutation("PF621", "in all styles", "minutes", plain_style("widowControl"), in_pdf=False),
    mutation("PF622", "the only annex", "launch", replaced("Chương trình của Hội nghị tại", "tại Phụ lục", "được gửi")),
    mutation("PF622", "annex I", "summary", replaced("Đầu năm, 08 đơn vị", " (Phụ lục I)", "")),
    mutation("PF622", "annex II", "summary", replaced("Quỹ học bổng Ví dụ hiếu học đã", " (Phụ lục II)", "")),
    mutation("PF622", "annex III", "summary", replaced("Kết quả chấm điểm, xếp hạng", "tại Phụ lục III", "như sau")),
    mutation("PF622", "another number", "summary", replaced("Kết quả chấm điểm, xếp hạng", "lục III", "lục IV")),
)

MUTATIONS = (*BASIS, *LOOKS, *SECTIONS, *PARTS, *ENDS)
