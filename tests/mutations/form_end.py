"""Mistakes at the end of a paper: signature, recipients, addressees, annexes, and what the file says of itself."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.mutations.mutation import FileMutation, Parts
from tests.mutations.word_edits import (
    DOCUMENT,
    STYLES,
    Edit,
    new_paragraph,
    say,
    set_runs,
    set_shape,
    style_set,
    style_shaped,
    styled,
    text_of,
    together,
    w,
)

CORE = "docProps/core.xml"
DUBLIN = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
AUTHORITY, OFFICE, NAME = "QuyenHanChucVu", "ChucVuKhac", "HoTenNguoiKy"
LABEL, ITEM, TO, TO_ITEM = "NoiNhan", "DanhSachNoiNhan", "KinhGui", "DanhSachKinhGui"
ANNEX, ANNEX_TITLE, ANNEX_REFERENCE = "PhuLuc", "TenPhuLuc", "ChiDanPhuLuc"


def mutation(
    rule: str, name: str, paper: str, change: Edit, *, in_docx: bool = True, in_pdf: bool = True
) -> FileMutation:
    """One mistake."""
    return FileMutation(rule, name, paper, change, in_docx, in_pdf)


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


SIGNERS = (
    mutation("PF701", "not bold by the style", "plan", style_set(AUTHORITY, b=False)),
    mutation("PF701", "in lower case", "letter", says(AUTHORITY, "Trưởng Cụm")),
    mutation("PF701", "K/T for KT.", "plan", says(AUTHORITY, "K/T CỤM TRƯỞNG")),
    mutation("PF701", "no space after KT.", "conclusion", says(AUTHORITY, "KT.TRƯỞNG CỤM")),
    mutation("PF701", "no dot after KT", "cross-check", says(AUTHORITY, "KT TRƯỞNG CỤM")),
    mutation("PF701", "15 pt", "summary", in_every(AUTHORITY, size=15)),
    mutation("PF701", "the office of 12 pt", "fund", in_every(OFFICE, size=12)),
    mutation("PF701", "italic", "midyear", in_one(AUTHORITY, i=True)),
    mutation("PF701", "at the left of its column", "letter", style_shaped(AUTHORITY, align="left")),
    mutation("PF702", "no title under KT.", "plan", without(AUTHORITY, 1)),
    mutation("PF702", "no lines under KT.", "conclusion", together(without(AUTHORITY, 2), without(AUTHORITY, 1))),
    mutation("PF702", "TM. alone", "letter", together(says(AUTHORITY, "TM. CỤM THI ĐUA SỐ 0"), without(AUTHORITY, 1))),
    mutation("PF702", "TL. alone", "summary", together(says(AUTHORITY, "TL. TRƯỞNG CỤM"), without(AUTHORITY, 1))),
    mutation("PF702", "TUQ. alone", "fund", together(says(AUTHORITY, "TUQ. TRƯỞNG CỤM"), without(AUTHORITY, 1))),
    mutation("PF703", "deputy in charge", "plan", says(AUTHORITY, "PHÓ CỤM TRƯỞNG PHỤ TRÁCH", 1)),
    mutation("PF703", "standing deputy", "conclusion", says(AUTHORITY, "PHÓ TRƯỞNG CỤM THƯỜNG TRỰC", 1)),
    mutation("PF703", "deputy in charge of the host", "plan", says(OFFICE, "PHÓ HIỆU TRƯỞNG PHỤ TRÁCH")),
    mutation("PF703", "executive deputy", "letter", says(OFFICE, "PHÓ HIỆU TRƯỞNG ĐIỀU HÀNH")),
    mutation("PF703", "standing deputy of the host", "fund", says(OFFICE, "PHÓ HIỆU TRƯỞNG THƯỜNG TRỰC")),
    mutation("PF704", "in capitals", "plan", says(NAME, "NGUYỄN VĂN VÍ DỤ")),
    mutation("PF704", "not bold by the style", "letter", style_set(NAME, b=False)),
    mutation("PF704", "italic", "summary", in_one(NAME, i=True)),
    mutation("PF704", "12 pt", "fund", in_one(NAME, size=12)),
    mutation("PF704", "16 pt by the style", "midyear", style_set(NAME, size=16)),
    mutation("PF704", "at the left of its column", "letter", style_shaped(NAME, align="left")),
    mutation("PF704", "off the middle", "conclusion", shape_one(NAME, left=60)),
    mutation("PF705", "a doctor", "plan", says(NAME, "TS. Nguyễn Văn Ví Dụ")),
    mutation("PF705", "a professor", "letter", says(NAME, "PGS.TS. Nguyễn Văn A")),
    mutation("PF705", "a master", "summary", says(NAME, "ThS. Nguyễn Văn A")),
    mutation("PF705", "a comrade", "fund", says(NAME, "Đồng chí Nguyễn Văn A")),
    mutation("PF705", "a form of address", "midyear", says(NAME, "Ông Nguyễn Văn A")),
    mutation("PF705", "an honour", "conclusion", says(NAME, "NGƯT. Phạm Thị D")),
    mutation("PF706", "too little room", "plan", style_shaped("ChuKy", exactly=28)),
    mutation("PF706", "too much room", "letter", style_shaped("ChuKy", at_least=130)),
    mutation("PF706", "half of the room", "summary", style_shaped("ChuKy", exactly=40)),
    mutation("PF706", "too little in minutes", "minutes", style_shaped("ChuKy", exactly=30)),
    mutation("PF706", "too much under it", "fund", together(style_shaped("ChuKy", at_least=71, after=60))),
    mutation("PF707", "the row may break", "plan", splittable, in_pdf=False),
    mutation("PF707", "the row of a summary may break", "summary", splittable, in_pdf=False),
    mutation("PF707", "nothing keeps the end", "fund", free_end, in_pdf=False),
    mutation("PF707", "nothing keeps the end of minutes", "minutes", free_end, in_pdf=False),
    mutation("PF707", "nothing keeps the end of a plan", "launch", free_end, in_pdf=False),
    mutation("PF707", "the signature stands alone", "conclusion", together(free_end, parted), in_docx=False),
    mutation("PF708", "the chair on the left", "minutes", mirrored),
    mutation("PF708", "the chair of a count on the left", "ballot", mirrored),
    mutation("PF708", "the chair of an inspection on the left", "cross-check-minutes-truong_vi_du_hai", mirrored),
    mutation(
        "PF708",
        "the titles change places",
        "minutes",
        together(says(AUTHORITY, "CHỦ TỌA"), says(AUTHORITY, "THƯ KÝ", 1)),
    ),
    mutation("PF708", "nobody signs as the secretary", "minutes", unsigned(0)),
    mutation("PF708", "nobody signs as the chair", "ballot", unsigned(1)),
)

RECIPIENTS = (
    mutation("PF721", "14 pt by the style", "plan", style_set(LABEL, size=14)),
    mutation("PF721", "upright", "letter", in_one(LABEL, i=False)),
    mutation("PF721", "not bold", "summary", in_one(LABEL, b=False)),
    mutation("PF721", "no colon", "fund", says(LABEL, "Nơi nhận")),
    mutation("PF721", "in capitals", "midyear", says(LABEL, "NƠI NHẬN:")),
    mutation("PF721", "away from the edge", "conclusion", shape_one(LABEL, left=36)),
    mutation("PF722", "12 pt by the style", "plan", style_set(ITEM, size=12)),
    mutation("PF722", "italic", "letter", in_every(ITEM, i=True)),
    mutation("PF722", "bold", "summary", in_one(ITEM, 1, b=True)),
    mutation("PF722", "no dash", "fund", says(ITEM, "Vụ TĐKT;", 1)),
    mutation("PF722", "a long dash", "midyear", says(ITEM, "– Các đơn vị trong Cụm;", 1)),
    mutation("PF722", "away from the edge", "conclusion", style_shaped(ITEM, left=18)),
    mutation("PF723", "full stop in the list", "plan", mark(ITEM, ";", ".")),
    mutation("PF723", "no mark", "letter", mark(ITEM, ";", "", 1)),
    mutation("PF723", "a comma", "summary", mark(ITEM, ";", ",", 1)),
    mutation("PF723", "semicolon at the end", "fund", mark(ITEM, ".", ";", -1)),
    mutation("PF723", "no mark at the end", "minutes", mark(ITEM, ".", "", -1)),
    mutation("PF724", "no colon", "plan", says(ITEM, "- Lưu VT, HSTĐ.", -1)),
    mutation("PF724", "the office in words", "letter", says(ITEM, "- Lưu: Văn thư, HSTĐ.", -1)),
    mutation("PF724", "no file copy", "summary", together(without(ITEM, -1), mark(ITEM, ";", ".", -1))),
    mutation("PF724", "a semicolon in the line", "fund", says(ITEM, "- Lưu: VT; HSTĐ.", -1)),
    mutation("PF724", "the office comes second", "midyear", says(ITEM, "- Lưu: HSTĐ, VT.", -1)),
    mutation("PF724", "the copy is not last", "conclusion", says(ITEM, "- Ban Tổ chức.", -1)),
    mutation("PF725", "deeper by its gap", "plan", shape_one(LABEL, before=60)),
    mutation("PF725", "an empty line above", "letter", deepened),
    mutation("PF725", "in a row of its own", "summary", lowered),
    mutation("PF725", "higher than the title", "fund", shape_one(AUTHORITY, before=48)),
    mutation("PF725", "two empty lines above", "midyear", together(deepened, deepened)),
    mutation("PF726", "a letter to nobody", "letter", without(TO)),
    mutation("PF726", "a submission to nobody", "submission", without_addressees),
    mutation("PF726", "a plan to somebody", "plan", addressed("Kính gửi: Các đơn vị trong Cụm")),
    mutation("PF726", "a notice to somebody", "conclusion", addressed("Kính gửi: Hội đồng Thi đua - Khen thưởng")),
    mutation("PF726", "a plan of inspection to somebody", "cross-check", addressed("Kính gửi: Các đơn vị trong Cụm")),
    mutation("PF726", "minutes to somebody", "minutes", addressed("Kính gửi: Bộ Ví dụ")),
    mutation("PF727", "others first", "letter", says(ITEM, "- Các đơn vị thành viên;")),
    mutation("PF727", "not named", "summary", without(ITEM)),
    mutation("PF727", "named second", "fund", swapped),
    mutation("PF727", "in other words", "midyear", says(ITEM, "- Như kính chuyển;")),
    mutation("PF727", "not named in a submission", "submission", without(ITEM)),
    mutation("PF728", "no dash", "midyear", says(TO_ITEM, "Hội đồng Thi đua - Khen thưởng Ngành Ví dụ;")),
    mutation("PF728", "full stop in the list", "submission", mark(TO_ITEM, ";", ".")),
    mutation("PF728", "no mark at the end", "midyear", mark(TO_ITEM, ".", "", -1)),
    mutation("PF728", "both on one line", "summary", says(TO, "Kính gửi: Hội đồng Ngành Ví dụ; Bộ trưởng Bộ Ví dụ")),
    mutation("PF728", "a dash out of line", "submission", shape_one(TO_ITEM, 1, left=170)),
    mutation("PF728", "dashes not under the colon", "midyear", both_moved),
    mutation("PF729", "bold by the style", "summary", style_set(TO, b=True)),
    mutation("PF729", "italic", "letter", in_one(TO, i=True)),
    mutation("PF729", "15 pt", "fund", in_one(TO, size=15)),
    mutation("PF729", "12 pt by the style", "midyear", style_set(TO_ITEM, size=12)),
    mutation("PF729", "bold addressees", "submission", style_set(TO_ITEM, b=True)),
)

ANNEXES = (
    mutation("PF741", "on the page of the signature", "launch", section(1, continuous), in_pdf=False),
    mutation("PF741", "annex II of three", "summary", section(2, continuous), in_pdf=False),
    mutation("PF741", "annex III of three", "summary", section(3, continuous), in_pdf=False),
    mutation("PF741", "annex I of three", "summary", section(1, continuous), in_pdf=False),
    mutation(
        "PF741",
        "two annexes of three",
        "summary",
        together(section(1, continuous), section(2, continuous)),
        in_pdf=False,
    ),
    mutation("PF742", "in capitals", "launch", says(ANNEX, "PHỤ LỤC")),
    mutation("PF742", "13 pt by the style", "summary", style_set(ANNEX, size=13)),
    mutation("PF742", "not bold", "launch", in_one(ANNEX, b=False)),
    mutation("PF742", "at the left", "agenda-launch", style_shaped(ANNEX, align="left")),
    mutation("PF742", "Arabic figures", "summary", says(ANNEX, "Phụ lục 2", 1)),
    mutation("PF742", "a number where there is one", "launch", says(ANNEX, "Phụ lục I")),
    mutation("PF742", "a number doubled", "summary", says(ANNEX, "Phụ lục I", 1)),
    mutation("PF743", "in lower case", "launch", says(ANNEX_TITLE, "Chương trình Hội nghị phát động phong trào")),
    mutation("PF743", "not bold by the style", "summary", style_set(ANNEX_TITLE, b=False)),
    mutation("PF743", "12 pt", "agenda-launch", in_one(ANNEX_TITLE, size=12)),
    mutation("PF743", "at the left", "launch", style_shaped(ANNEX_TITLE, align="left")),
    mutation("PF743", "italic", "registrations", in_one(ANNEX_TITLE, i=True)),
    mutation("PF744", "upright by the style", "summary", style_set(ANNEX_REFERENCE, i=False)),
    mutation("PF744", "12 pt", "launch", in_one(ANNEX_REFERENCE, size=12)),
    mutation("PF744", "bold", "agenda-launch", in_one(ANNEX_REFERENCE, b=True)),
    mutation("PF744", "no brackets", "launch", says(ANNEX_REFERENCE, "Kèm theo Kế hoạch số 02/KH-CTĐ0")),
    mutation("PF744", "at the right", "launch", style_shaped(ANNEX_REFERENCE, align="right")),
    mutation("PF745", "counts on", "launch", section(1, counts_on), in_pdf=False),
    mutation("PF745", "annex I counts on", "summary", section(1, counts_on), in_pdf=False),
    mutation("PF745", "annex II counts on", "summary", section(2, counts_on), in_pdf=False),
    mutation("PF745", "annex III counts on", "summary", section(3, counts_on), in_pdf=False),
    mutation(
        "PF745", "two annexes count on", "summary", together(section(1, counts_on), section(3, counts_on)), in_pdf=False
    ),
)

FILES = (
    mutation("PF801", "no title", "plan", core("title", "")),
    mutation("PF801", "no author", "letter", core("creator", "")),
    mutation("PF801", "American English", "summary", language("en-US"), in_pdf=False),
    mutation("PF801", "French", "fund", language("fr-FR"), in_pdf=False),
    mutation("PF801", "a blank title", "minutes", core("title", "  ")),
    mutation("PF802", "saved the day after", "plan", core("modified", "2030-01-16T08:15:00Z", TERMS), in_pdf=False),
    mutation(
        "PF802", "saved in the same hour", "letter", core("modified", "2030-11-04T00:05:00Z", TERMS), in_pdf=False
    ),
    mutation("PF802", "made at another time", "summary", core("created", "2030-12-24T09:00:00Z", TERMS), in_pdf=False),
    mutation("PF802", "no time of saving", "fund", core("modified", "", TERMS), in_pdf=False),
    mutation("PF802", "a year later", "minutes", core("modified", "2031-12-20T17:45:00Z", TERMS), in_pdf=False),
)

MUTATIONS = (*SIGNERS, *RECIPIENTS, *ANNEXES, *FILES)
