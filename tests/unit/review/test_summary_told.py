"""What must be told is told: what could not be built, the facts of every paper, each once and at its right place."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.unit.review.compared import changed_paper, edited, kept, plan
from tests.unit.review.test_summary import HEAD, KEY, WAVES, fact, lines, review

from planforge.blank import Blank
from planforge.diagnostics import Diagnostic, Span
from planforge.provenance import TemplateLine, Trace
from planforge.redline.comparison import Change, ComparedParagraph, Comparison, Fate, Piece, Redline, Spot
from planforge.review.sides import ChangedPaper, FactFate, PaperVersion, Side
from planforge.review.summary import LONGEST, summary
from planforge.source import Origin, Route

BODY = "templates/plan/body.md.j2"
OTHER = "vi-du/2030/letter"
NOTHING = Comparison(())


def trace(anchor: str, *made_of: tuple[str, Route], whole: bool = False, line: int = 1) -> Trace:
    origins = tuple(Origin(path, route, Span(path, 9)) for path, route in made_of)
    return Trace(anchor, "", whole, origins, (TemplateLine(Span(BODY, line)),))


def traced(*traces: Trace, paragraphs: tuple[ComparedParagraph, ...]) -> ChangedPaper:
    version = PaperVersion({}, {one.anchor: one for one in traces})
    return replace(changed_paper(*paragraphs), old=version, new=version)


def sides(tmp_path: Path, path: str, old: str, new: str) -> dict[str, Any]:
    found = {}
    for name, text in (("base", old), ("head", new)):
        file = tmp_path / name / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        found[name] = Side(name, None, tmp_path / name)
    return found


def test_a_document_that_could_not_be_built_is_told_first_and_by_name() -> None:
    finding = Diagnostic("yaml.empty", Span(WAVES, 3))
    failed: dict[str, Any] = {"unbuilt": ((HEAD.name, KEY),), "failed": ((HEAD.name, finding),)}
    failed["new_findings"] = (finding,)
    found = [line for line in lines(**failed) if line]
    assert found[0] == "1 văn bản không dựng được, 0 văn bản thay đổi, 45 giữ nguyên"
    assert found[2] == f"⚠️ Không dựng được văn bản ở {HEAD.name}: plan ({KEY})"
    assert "\n".join(found).count(f"{WAVES}:3") == 1
    among = "\n".join(lines(replace(plan(), name="letter"), **failed))
    assert among.lstrip().startswith("1 văn bản không dựng được, 1 văn bản thay đổi, 45 giữ nguyên")


@pytest.mark.parametrize("count", [15, 60])
def test_the_facts_of_every_document_are_told_however_many_there_are(count: int) -> None:
    papers = [replace(plan(), name=f"p{number}") for number in range(count)]
    facts = tuple(fact(f"Số {number}", "8,5", f"7,{number}", reaches=(one.key,)) for number, one in enumerate(papers))
    text = summary(review(*papers, facts=facts), "vi")
    assert all(f"7,{number} · <code>" in text for number in range(count))
    assert len(text) < LONGEST


def test_what_has_no_room_is_counted() -> None:
    long = "chữ rất dài " * 30
    papers = [
        replace(changed_paper(*[edited(long, f"a{n}", f"b{n}", long) for n in range(200)]), name=f"p{number}")
        for number in range(20)
    ]
    text = summary(review(*papers), "vi")
    assert len(text) < LONGEST
    assert len(re.findall(r"… còn [0-9]+ nữa, xem trang so sánh", text)) == 20
    assert all(f"vi-du-2030-p{number}.diff.html" in text for number in range(20))


def test_room_that_one_document_does_not_need_is_another_s() -> None:
    long = changed_paper(*[edited(f"Câu {n} ", "cũ", "mới", " cuối.") for n in range(250)])
    papers = [
        replace(plan(), name="p1"),
        replace(long, name="p2"),
        *[replace(plan(), name=f"p{n}") for n in range(3, 9)],
    ]
    text = summary(review(*papers), "vi")
    assert "xem trang so sánh" not in text
    assert "Câu 249" in text


def test_a_moved_fact_is_placed_where_it_is_now_and_told_once() -> None:
    place = (WAVES, ("others", 2)), (WAVES, ("others", 0))
    traces = [trace("pfold", (WAVES, ("others", 1)), whole=True), trace("pfnew", (WAVES, ("others", 2)), whole=True)]
    paper = traced(
        *traces,
        paragraphs=(
            kept("1. Mục một", level=1),
            replace(edited("", "2", "1", ". Phong trào khác"), old_anchors=("pfold",), fate=Fate.MOVED_FROM, move=1),
            kept("3. Mục ba", level=1),
            kept("Phong trào này", old_anchors=("pfnew",), new_anchors=("pfnew",)),
            replace(edited("", "2", "1", ". Phong trào khác"), new_anchors=("pfold",), fate=Fate.MOVED_TO, move=1),
        ),
    )
    moved = fact("Phong trào", "“Này”", "“Này”", fate=FactFate.MOVED, positions=(1, 3), route=("others", 2))
    told = replace(moved, new_prints=place[:1], old_prints=place[1:])
    text = "\n".join(lines(paper, facts=(told,)))
    assert f"chuyển từ vị trí 1 sang vị trí 3 · mục 3 · {WAVES}:12" in text
    assert "chuyển từ mục" not in text
    assert "Chỉ đổi chỗ theo dữ liệu: 1 đoạn." in text


def test_changed_words_of_a_template_are_placed_in_the_template(tmp_path: Path) -> None:
    traces = trace("pfwhole", ("data/registry/bodies.yaml", ("x", "name")), ("data/a.yaml", ()), whole=True, line=2)
    pieces = (
        Piece("Căn cứ ", anchors=("pfwhole",)),
        Piece("của", Change.REMOVED, anchors=("pfwhole",)),
        Piece("do", Change.ADDED, anchors=("pfwhole",)),
    )
    one = ComparedParagraph(Fate.CHANGED, pieces, 1, 1, ("pfwhole",), ("pfwhole",))
    paper = traced(traces, paragraphs=(one,))
    changed = sides(tmp_path, BODY, "Đầu\nCăn cứ của\n", "Đầu\nCăn cứ do\n")
    text = "\n".join(lines(paper, **changed))
    assert f"bớt 1 chữ, thêm 1 chữ: Căn cứ của do · {BODY}:2" in text
    assert "bodies.yaml" not in text
    assert "body.md.j2" not in "\n".join(lines(paper))


def test_words_that_a_fact_brings_are_put_down_to_it_and_not_to_what_they_are_made_of() -> None:
    unit, kind = ("data/registry/units.yaml", ("hai", "name")), ("data/vi-du/2030/cluster.yaml", ("kind",))
    traces = trace("pfunit", unit), trace("pfkind", kind), trace("pfwhole", unit, kind, whole=True)
    pieces = (
        Piece("Trường Ví dụ Hai", anchors=("pfwhole", "pfunit")),
        Piece(" - Phó Trưởng Cụm", Change.REMOVED, anchors=("pfwhole", "pfkind")),
    )
    one = ComparedParagraph(Fate.CHANGED, pieces, 1, 1, ("pfwhole",), ("pfwhole",))
    deputy = fact("Phó Trưởng Cụm", "Trường Ví dụ Hai", "Viện Ví dụ")
    deputy = replace(deputy, old_prints=((WAVES, ("deputies", 0)), (unit[0], ("hai",))))
    text = "\n".join(lines(traced(*traces, paragraphs=(one,)), facts=(deputy,)))
    assert "cluster.yaml:9" not in text
    assert "Nguyên nhân khác" not in text
    assert f", {WAVES}:12: Trường Ví dụ Hai - Phó Trưởng Cụm" in text


def test_a_line_without_words_is_no_news() -> None:
    rule = ComparedParagraph(Fate.CHANGED, (Piece("", Change.REMOVED, opaque=True), Piece(" ")), 1, 1, reshaped=True)
    text = "\n".join(lines(changed_paper(rule, kept("Chữ."))))
    assert "Lời văn" not in text
    assert "dòng không có chữ (đường kẻ, khoảng trống) thay đổi" in text
    look = "\n".join(lines(changed_paper(replace(kept("Chữ."), fate=Fate.CHANGED, reshaped=True))))
    assert "đổi dấu câu" not in look
    assert "Lời văn phần mở đầu: đổi định dạng" in re.sub(", đoạn [0-9]+", "", look)


def test_a_changed_chart_is_told_by_the_words_that_differ() -> None:
    described = "Biểu đồ: Mức đóng góp. " + "Công ty Ví dụ: 5.000.000 đồng; " * 20
    old, new = f"{described}Trường A: 3.", f"{described}Trường A: 4."
    pieces = (Piece(old, Change.REMOVED, opaque=True), Piece(new, Change.ADDED, opaque=True))
    text = "\n".join(lines(changed_paper(ComparedParagraph(Fate.CHANGED, pieces, 1, 1))))
    assert "hình, biểu đồ đổi: …" in text
    assert "Trường A: 3 4." in text
    assert "Biểu đồ: Mức" not in text
    assert "bớt 1 chữ, thêm 1 chữ" in text


def test_figures_that_follow_from_others_are_shown() -> None:
    row = [
        kept("Tổng điểm", spot=Spot(0, 1, 0, Fate.CHANGED)),
        edited("", "97", "96", spot=Spot(0, 1, 1, Fate.CHANGED)),
        edited("", "1", "2", spot=Spot(0, 1, 2, Fate.CHANGED)),
    ]
    assert "Lời văn bảng 1, dòng 2: bớt 2 chữ, thêm 2 chữ: Tổng điểm | 97 96 | 1 2" in lines(changed_paper(*row))


def test_a_document_is_called_by_the_name_of_its_type(tmp_path: Path) -> None:
    named = sides(tmp_path, "templates/plan/document.yaml", "name: Kế hoạch ví dụ cũ\n", "name: Kế hoạch ví dụ\n")
    letter = replace(plan(), document="letter", name="letter", title="Công văn ví dụ")
    one = fact("Tên", "A", "B", reaches=(KEY, letter.key))
    text = "\n".join(lines(plan(), letter, facts=(one,), **named))
    assert f"Kế hoạch ví dụ ({KEY})" in text
    assert "in ở Kế hoạch ví dụ; Công văn ví dụ" in text
    twice = "\n".join(lines(plan(), replace(plan(), year="2031"), facts=(one,), **named))
    assert f"in ở Kế hoạch ví dụ ({KEY}); {OTHER}" in twice


def test_the_folder_of_pictures_is_named_where_there_is_one() -> None:
    assert "vi-du-2030-plan.diff.html, vi-du-2030-plan.pages/" in "\n".join(lines(plan(), drawn=frozenset({KEY})))
    assert ".pages" not in "\n".join(lines(plan()))


def test_a_new_document_says_its_number_and_its_date(tmp_path: Path) -> None:
    given = sides(tmp_path, "data/vi-du/2030/plan.yaml", "number: 1\n", "number: 5\ndate: 2030-02-15\n")
    paper = replace(plan(), redline=None, new=PaperVersion({}, {}))
    text = "\n".join(lines(paper, **given))
    assert "Số văn bản: 5\n" in text
    assert "15/02/2030" in text


def test_what_left_a_list_of_one_year_does_not_seem_to_be_the_year() -> None:
    one = fact("Cụm Ví dụ năm 2030 · Thành viên", "Vụ Ví dụ", reaches=(KEY, OTHER), route=("members", 3))
    found = lines(plan(), facts=(one,))
    assert any(line.startswith("Cụm Ví dụ năm 2030: bớt thành viên Vụ Ví dụ") for line in found)


def test_a_comrade_is_not_said_to_be_a_person() -> None:
    found = lines(plan(), facts=(fact("Trưởng Cụm: cá nhân", "đồng chí Nguyễn Văn A"),))
    assert any(line.startswith("Trưởng Cụm: bỏ đồng chí Nguyễn Văn A") for line in found)


def test_a_yes_is_not_said_after_what_it_says() -> None:
    found = lines(plan(), facts=(fact("Đợt 2: dấu “…” sau ngày kỷ niệm cuối", "có"),))
    assert any(line.startswith(f"Đợt 2: bỏ dấu “…” sau ngày kỷ niệm cuối · {WAVES}:12") for line in found), found


def test_a_record_of_a_registry_comes_to_the_registry() -> None:
    place = Span("data/registry/units.yaml", 7)
    one = replace(fact("Danh mục đơn vị", new="Phòng Ví dụ", route=("phong",)), new_place=place)
    assert any(line.startswith("Danh mục đơn vị: thêm Phòng Ví dụ") for line in lines(plan(), facts=(one,)))


def test_emphasis_is_not_told_as_punctuation() -> None:
    found = "\n".join(lines(plan(), facts=(fact("Kinh phí", "Trích từ Quỹ", "Trích từ *Quỹ*", prose=True),)))
    assert "Kinh phí: lời văn đổi chữ nghiêng, chữ đậm · " in found


def test_what_changed_in_one_document_alone_comes_before_what_all_share() -> None:
    shared = changed_paper(edited("a ", "b", "c"))
    proven = Redline(b"docx", shared.redline.comparison if shared.redline else NOTHING)
    shared = replace(shared, name="a", redline=proven)
    everywhere = fact("Tên", "b", "c", reaches=("vi-du/2030/a", KEY), old_prints=(("u", ()),), new_prints=(("u", ()),))
    version = PaperVersion({}, {name: trace(name, ("u", ())) for name in ("pfold", "pfnew")})
    text = "\n".join(lines(replace(shared, old=version, new=version), plan(), facts=(everywhere,)))
    assert text.index("vi-du-2030-plan.diff") < text.index("vi-du-2030-a.diff")


def test_a_blank_that_went_with_its_row_was_not_filled(tmp_path: Path) -> None:
    path = "data/vi-du/2030/plan.yaml"
    given = sides(tmp_path, path, "number:\nsignatures: [{name: A}, {}]\n", "number: 3\nsignatures: [{name: A}]\n")
    gone = (Blank("plan", "signatures.2.name", path, 2), Blank("plan", "number", path, 1))
    text = "\n".join(lines(plan(), filled={KEY: gone}, **given))
    assert "1 chỗ không còn trống (số văn bản)" in text


def test_only_blanks_that_came_or_went_are_told_one_by_one() -> None:
    before = tuple(Blank("plan", f"signatures.{n}.name", "data/vi-du/2030/plan.yaml", n) for n in (1, 2, 3))
    new = Blank("plan", "number", "data/vi-du/2030/plan.yaml", 9)
    paper = replace(plan(), old=PaperVersion({}, {}, before), new=PaperVersion({}, {}, (*before, new)))
    text = "\n".join(lines(paper, left={KEY: (*before, new)}))
    assert "1 chỗ mới để trống (số văn bản)" in text
    assert "Còn 3 chỗ trống như trước ở 1 văn bản" in text
    assert "họ và tên" not in text
