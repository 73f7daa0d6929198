from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import etree

from planforge.decree30 import PROFILES
from planforge.paper import Block, Inline, Letterhead, Line, Paper, Role, Signer
from planforge.write.body import arrange_body, body_paragraphs
from planforge.write.docx import finished_document, pandoc_document
from planforge.write.frame import TEXT_HEIGHT_PT, TEXT_WIDTH_PT, Cell, Columns, Frame, FrameParagraph, Kept
from planforge.write.metrics import Face, width_pt
from planforge.write.package import core_properties, packed, unpacked
from planforge.write.paragraphs import BodyParagraph
from planforge.write.pdf import layout_data
from planforge.write.sections import arrange_sections
from planforge.write.sheet import PORTRAIT
from planforge.write.styles import Style, looks
from planforge.write.wordml import tag, w

ANCHOR = "pf0123456789ab"


def block(text: str, level: int = 0, anchor: str = "") -> Block:
    inlines: tuple[Inline, ...] = ({"t": "Str", "c": text},)
    return Block(Role.HEADING if level else Role.BODY, level, anchor, inlines)


HEAD = Signer((Line("CỤM TRƯỞNG"),), (Line("TỔNG BIÊN TẬP"),), Line("Nguyễn Văn An"))
SECRETARY = Signer((Line("THƯ KÝ"),), (), Line("Trần Thị Bình"))
LETTERHEAD = Letterhead(
    Line("BỘ TƯ PHÁP", ANCHOR),
    (Line("CỤM THI ĐUA SỐ II"),),
    Line("Số: 05/KH-CTĐSII"),
    Line("Hà Nội, ngày 28 tháng 02 năm 2023"),
)
PLAN = Paper(
    profile=PROFILES["p14"],
    title="Kế hoạch năm 2023",
    author="Cụm thi đua số II",
    moment=datetime(2023, 2, 28, 2, tzinfo=UTC),
    letterhead=LETTERHEAD,
    type_name=Line("KẾ HOẠCH"),
    subject=Line("Tổ chức phong trào thi đua"),
    letter_subject=None,
    addressees=(),
    body=(block("I. MỤC ĐÍCH", level=1), block("Thực hiện nhiệm vụ được giao./.")),
    recipients=(Line("Như trên;"), Line("- Lưu: VT.")),
    signers=(HEAD,),
)
HOSTILE = ("<w:p>", "]]>", "&lt;", "\"'", "#set page()", "\\n\\u{0}", "$x$", "\N{GRINNING FACE}", "{{ x }}", "@a <b>")


def hostile_paper(text: str) -> Paper:
    """A paper that has a text in every place."""
    line = Line(text, ANCHOR)
    return replace(
        PLAN,
        title=text,
        author=text,
        letterhead=Letterhead(line, (line,), line, line),
        type_name=line,
        subject=line,
        addressees=(line, line),
        body=(block(text, level=1), block(text, anchor=ANCHOR)),
        recipients=(line,),
        signers=(Signer((line,), (line,), line),),
    )


def body_of(paper: Paper) -> list[BodyParagraph]:
    return body_paragraphs(arrange_body(paper.body, looks(paper.profile), PORTRAIT))


def frame_of(paper: Paper) -> Frame:
    return arrange_sections(paper, looks(paper.profile))[0].frame


def letterhead_of(paper: Paper) -> Columns:
    letterhead = frame_of(paper).letterhead
    assert letterhead is not None
    return letterhead


def texts(cell: Cell, style: Style) -> list[tuple[str, ...]]:
    return [paragraph.lines for paragraph in cell if paragraph.style is style]


def rules(cell: Cell) -> list[FrameParagraph]:
    return [paragraph for paragraph in cell if paragraph.style is Style.RULE]


def rule_length(cell: Cell, column: float) -> float:
    (rule,) = rules(cell)
    assert rule.left == rule.right
    return column - rule.left - rule.right


def test_rules_are_as_long_as_the_decree_says() -> None:
    letterhead = letterhead_of(PLAN)
    (issuing, national), _ = letterhead.rows
    motto = width_pt("Độc lập - Tự do - Hạnh phúc", Face.BOLD, 14)
    issuer = width_pt("CỤM THI ĐUA SỐ II", Face.BOLD, 13)
    subject = width_pt("Tổ chức phong trào thi đua", Face.BOLD, 14)

    assert rule_length(national, letterhead.right) == pytest.approx(motto)
    assert 1 / 3 <= rule_length(issuing, letterhead.left) / issuer <= 1 / 2
    assert 1 / 3 <= rule_length(frame_of(PLAN).opening, TEXT_WIDTH_PT) / subject <= 1 / 2


def test_a_long_issuer_is_broken_and_its_rule_follows_the_longest_line() -> None:
    issuer = "CỤC ĐĂNG KÝ QUỐC GIA GIAO DỊCH BẢO ĐẢM"
    letterhead = letterhead_of(replace(PLAN, letterhead=replace(LETTERHEAD, issuer=(Line(issuer),))))
    (issuing, _), _ = letterhead.rows
    (lines,) = texts(issuing, Style.ISSUER)
    longest = max(width_pt(line, Face.BOLD, 13) for line in lines)

    assert " ".join(lines) == issuer
    assert longest < letterhead.left
    assert rule_length(issuing, letterhead.left) == pytest.approx(0.4 * longest)


@pytest.mark.parametrize("profile", ["p13", "p14"])
def test_a_long_place_keeps_its_date_on_one_line(profile: str) -> None:
    place = "Thành phố Hồ Chí Minh, ngày 28 tháng 10 năm 2023"
    changed = replace(LETTERHEAD, place_date=Line(place))
    letterhead = letterhead_of(replace(PLAN, profile=PROFILES[profile], letterhead=changed))

    assert texts(letterhead.rows[1][1], Style.PLACE_DATE) == [(place,)]
    assert letterhead.left + letterhead.right == pytest.approx(TEXT_WIDTH_PT)
    assert letterhead.left >= 140


def test_the_letterhead_does_without_a_number_or_a_place() -> None:
    minutes = letterhead_of(replace(PLAN, letterhead=replace(LETTERHEAD, place_date=None)))
    pledge = letterhead_of(replace(PLAN, letterhead=replace(LETTERHEAD, number=None)))
    neither = letterhead_of(replace(PLAN, letterhead=replace(LETTERHEAD, number=None, place_date=None)))

    assert minutes.rows[1][1] == ()
    assert pledge.rows[1][0] == ()
    assert len(neither.rows) == 1


def test_one_addressee_stands_beside_the_label() -> None:
    (addressee,) = frame_of(replace(PLAN, type_name=None, subject=None, addressees=(Line("Bộ Nội vụ"),))).opening

    assert (addressee.lead, addressee.lines) == ("Kính gửi: ", ("Bộ Nội vụ",))


def test_the_dashes_of_several_addressees_stand_under_the_colon() -> None:
    addressees = (Line("Vụ Tổ chức cán bộ;"), Line("- Văn phòng Bộ."))
    label, *items = frame_of(replace(PLAN, type_name=None, subject=None, addressees=addressees)).opening

    assert label.lead == "Kính gửi:"
    assert [item.left for item in items] == [label.left + width_pt("Kính gửi", Face.REGULAR, 14)] * 2
    assert [item.lead + item.lines[0] for item in items] == ["- Vụ Tổ chức cán bộ;", "- Văn phòng Bộ."]


def test_one_signer_stands_beside_the_recipients_on_one_level() -> None:
    ((recipients, signer),) = frame_of(PLAN).closing.rows

    assert [paragraph.lead + "".join(paragraph.lines) for paragraph in recipients] == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
    ]  # fmt: skip
    assert [paragraph.style for paragraph in signer] == [
        Style.SIGNER_AUTHORITY, Style.SIGNATURE, Style.SIGNER_OFFICE, Style.SIGNER_NAME,
    ]  # fmt: skip
    assert recipients[0].before == signer[0].before


def test_of_two_signers_the_left_one_has_the_recipients_below() -> None:
    ((left, right),) = frame_of(replace(PLAN, signers=(SECRETARY, HEAD))).closing.rows

    assert texts(left, Style.SIGNER_AUTHORITY) == [("THƯ KÝ",)]
    assert [paragraph.style for paragraph in left][-3:] == [Style.RECIPIENTS_LABEL, Style.RECIPIENTS, Style.RECIPIENTS]
    assert texts(right, Style.SIGNER_AUTHORITY) == [("CỤM TRƯỞNG",)]


def test_more_signers_stand_in_pairs() -> None:
    closing = frame_of(replace(PLAN, signers=(HEAD,) * 5)).closing

    assert [bool(right) for _, right in closing.rows] == [True, True, False, False]


def test_two_lines_of_the_body_stay_with_the_closing() -> None:
    long_end = block("thi đua " * 30)

    assert frame_of(PLAN).kept_elements == 2
    assert frame_of(replace(PLAN, body=(*PLAN.body, long_end))).kept_elements == 1
    assert frame_of(replace(PLAN, body=(*PLAN.body, block("thi đua " * 900)))).kept_elements == 0
    assert frame_of(replace(PLAN, body=())).kept_elements == 0


def test_a_closing_higher_than_a_page_is_broken_between_its_rows_or_inside_them() -> None:
    many = tuple(Line(f"Đơn vị {number};") for number in range(round(TEXT_HEIGHT_PT / 10)))

    assert frame_of(PLAN).closing_kept is Kept.WHOLE
    assert frame_of(replace(PLAN, signers=(HEAD,) * 20)).closing_kept is Kept.ROWS
    assert frame_of(replace(PLAN, recipients=many)).closing_kept is Kept.NOTHING


def test_empty_blocks_are_no_blank_lines() -> None:
    assert body_of(replace(PLAN, body=(block(""), block(" "), block("\x00"), block("x")))) == body_of(
        replace(PLAN, body=(block("x"),))
    )


def pandoc_like(paper: Paper) -> bytes:
    """A document part as pandoc writes it for the body of a paper."""
    paragraphs = []
    for number, paragraph in enumerate(body_of(paper)):
        run = w("r", w("t"))
        run[0].text = paragraph.inlines[0]["c"]
        marks = [w("bookmarkStart", id=20 + number, name=paragraph.anchor), run, w("bookmarkEnd", id=20 + number)]
        style = w("pPr", w("pStyle", val=paragraph.style.value))
        paragraphs.append(w("p", style, *(marks if paragraph.anchor else [run])))
    return etree.tostring(w("document", w("body", *paragraphs, w("sectPr"))))


def document_of(paper: Paper) -> etree._Element:
    styles = looks(paper.profile)
    document, _ = finished_document(pandoc_like(paper), w("sectPr"), arrange_sections(paper, styles), styles)
    return etree.fromstring(document)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_the_docx(text: str) -> None:
    root = document_of(hostile_paper(text))
    found = [element.text for element in root.iter(tag("t"))]

    assert found.count(text) == len([*root.iter(tag("bookmarkStart"))]) + 1
    assert {element.get(tag("name")) for element in root.iter(tag("bookmarkStart"))} == {f"_{ANCHOR}"}


def test_what_xml_cannot_hold_is_dropped() -> None:
    root = document_of(replace(PLAN, type_name=Line("a\x00b\tc\nd\ud800\ufffe")))

    assert "ab c d" in [element.text for element in root.iter(tag("t"))]


def test_bookmark_numbers_are_unique() -> None:
    root = document_of(hostile_paper("x"))
    numbers = [element.get(tag("id")) for element in root.iter(tag("bookmarkStart"))]

    assert len(numbers) == len(set(numbers)) > 10


def test_the_last_paragraphs_are_kept_with_the_closing() -> None:
    paragraphs = document_of(PLAN).findall(f"{tag('body')}/{tag('p')}")
    kept = [[child.tag for child in paragraph[0]] for paragraph in paragraphs[-3:-1]]

    assert kept == [[tag("pStyle"), tag("keepNext"), tag("keepLines")]] * 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_for_pandoc_and_typst(text: str) -> None:
    paper = hostile_paper(text)
    given = json.loads(pandoc_document(body_of(paper), looks(paper.profile)))
    laid_out: Any = json.loads(json.dumps(layout_data(paper, "Tinos")))

    assert given["blocks"][0]["c"][2] == [{"t": "Str", "c": text}]
    assert given["blocks"][1]["c"][1][0]["c"] == [{"t": "Span", "c": [[ANCHOR, [], []], [{"t": "Str", "c": text}]]}]
    assert [entry["runs"] for entry in laid_out["sections"][0]["body"]] == [[text], [text]]
    assert laid_out["title"] == text


def test_spans_keep_their_anchor_and_nothing_else() -> None:
    value: Inline = {"t": "Span", "c": [[ANCHOR, ["mark"], [["custom-style", "x"]]], [{"t": "Str", "c": "5"}]]}
    other: Inline = {"t": "Span", "c": [["else", ["label"], []], [{"t": "SoftBreak"}, {"t": "Str", "c": "6"}]]}
    paper = replace(PLAN, body=(replace(block("x"), inlines=(value, other)),))
    given = json.loads(pandoc_document(body_of(paper), looks(paper.profile)))

    assert given["blocks"][0]["c"][1][0]["c"] == [
        {"t": "Span", "c": [[ANCHOR, [], []], [{"t": "Str", "c": "5"}]]},
        {"t": "Space"},
        {"t": "Str", "c": "6"},
    ]


def test_heading_levels_do_not_jump_in_the_pdf() -> None:
    levels = (3, 1, 4, 9)
    paper = replace(PLAN, body=tuple(block("x", level=level) for level in levels))
    laid_out: Any = layout_data(paper, "Tinos")

    assert [entry["level"] for entry in laid_out["sections"][0]["body"]] == [1, 1, 2, 3]


def test_a_package_is_the_same_whatever_the_order_of_its_parts() -> None:
    parts = {"word/document.xml": b"a", "[Content_Types].xml": b"b", "_rels/.rels": b"c"}

    assert packed(parts) == packed(dict(reversed(parts.items())))
    assert unpacked(packed(parts)) == parts


def test_core_properties_hold_what_they_can() -> None:
    written = core_properties("<a>\x00" + "b" * 300, "]]>", PLAN.moment).decode()

    assert "2023-02-28T02:00:00Z" in written
    assert "<a>" not in written
    assert "]]&gt;" in written
    assert "b" * 253 not in written
