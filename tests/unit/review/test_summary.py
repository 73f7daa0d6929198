"""The summary says what an official would say, briefly, and nothing of a stranger's becomes markup in it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.unit.review.compared import added, changed_paper, edited, kept, plan, removed

from planforge.blank import Blank
from planforge.diagnostics import Diagnostic, Span
from planforge.language import LANGUAGES
from planforge.redline.comparison import ComparedParagraph, Comparison, Fate, Piece, Redline, Spot
from planforge.review.sides import ChangedPaper, FactChange, FactFate, PaperVersion, Review, Side
from planforge.review.summary import LONGEST, MARK, summary
from planforge.words import Words

NOWHERE = Path("/khong-co")
BASE, HEAD = Side("main", "0123456789abcdef", NOWHERE), Side("nhanh-vi-du", None, NOWHERE)
RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
KEY = "vi-du/2030/plan"
WAVES = "data/vi-du/2030/waves.yaml"
OURS = {"h3", "h4", "p", "ul", "li", "b", "code", "span", "ins", "del", "details", "summary", "blockquote"}


def review(*papers: ChangedPaper, facts: tuple[FactChange, ...] = (), **more: object) -> Review:
    made = Review(BASE, HEAD, papers, 45, facts)
    return replace(made, **more)  # type: ignore[arg-type]  # tests know the fields


def fact(label: str, old: str = "", new: str = "", **more: object) -> FactChange:
    fate = FactFate.CHANGED if old and new else FactFate.ADDED if new else FactFate.REMOVED
    place = Span(WAVES, 12)
    made = FactChange(fate, Words(label, label), old, new, place if old else None, place if new else None, ("x",))
    return replace(made, **{"reaches": (KEY,), **more})  # type: ignore[arg-type]  # as above


def shown(markdown: str) -> str:
    """What people see, tags left out, runs of blanks as one."""
    html = RENDERER.render(markdown)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        html = re.sub(r"<[^>]*>", "", html) if entity == "&lt;" else html
        html = html.replace(entity, character)
    return re.sub(r"\s+", " ", html)


def lines(*papers: ChangedPaper, facts: tuple[FactChange, ...] = (), **more: object) -> list[str]:
    return [shown(line).strip() for line in summary(review(*papers, facts=facts, **more), "vi").splitlines()]


def test_nothing_changed_says_so() -> None:
    text = summary(review(), "vi")
    assert text.startswith(f"{MARK}\n")
    assert "Không có gì thay đổi" in text
    assert "Nothing changes" in summary(review(), "en")


def test_the_first_lines_say_how_much_changed_and_between_what() -> None:
    found = lines(plan())
    assert "1 văn bản thay đổi, 45 giữ nguyên" in found
    assert "So nhanh-vi-du (chưa commit) với main (01234567)." in found


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (fact("Đợt 1: kết thúc", "30/6/2023", "15/7/2023"), "Đợt 1: kết thúc 30/6/2023 → 15/7/2023"),
        (fact("Phó Trưởng Cụm", "Đơn vị A", "Đơn vị B"), "Phó Trưởng Cụm: Đơn vị A → Đơn vị B"),
        (fact("Phong trào", new="“Ví dụ”", route=("others", 1)), "Thêm phong trào “Ví dụ”"),
        (fact("Phó Trưởng Cụm", "Đơn vị A", route=("deputies", 0)), "Bớt Phó Trưởng Cụm Đơn vị A"),
        (fact("Kế hoạch 2030: ngày ký", "15/01/2030"), "Kế hoạch 2030: bỏ ngày ký 15/01/2030"),
        (fact("Thiết lập: đợt, ghi chú", new="mới"), "Thiết lập: đợt: thêm ghi chú mới"),
        (fact("Kế hoạch 2030", new="", fate=FactFate.ADDED, route=()), "Thêm tệp dữ liệu: Kế hoạch 2030"),
        (
            fact("Phong trào “Ví dụ”", "“Ví dụ”", "“Ví dụ”", fate=FactFate.MOVED, positions=(3, 1)),
            "Phong trào “Ví dụ”: chuyển từ vị trí 3 sang vị trí 1",
        ),
        (
            fact("Đợt 2: ngày kỷ niệm", "Ngày A", "Ngày A", fate=FactFate.MOVED, positions=(1, 2)),
            "Đợt 2: ngày kỷ niệm Ngày A chuyển từ vị trí 1 sang vị trí 2",
        ),
        (
            fact("Đợt 1: câu sơ kết", "Tổ chức sơ kết đợt", "Tổ chức tổng kết cả đợt", prose=True),
            "Đợt 1: câu sơ kết: lời văn bớt 1 chữ, thêm 2 chữ: Tổ chức sơ tổng kết cả đợt",
        ),
        (
            fact("Mục đích, ý 1", "Câu văn này.", "Câu văn này!", prose=True),
            "Mục đích, ý 1: lời văn đổi dấu câu, cách viết: Câu văn này. !",
        ),
    ],
)
def test_a_fact_is_one_sentence_with_its_place(one: FactChange, said: str) -> None:
    found = lines(plan(), facts=(one,))
    assert [line for line in found if line.startswith(said)], found
    assert [line for line in found if (line.startswith(said) and f"{WAVES}:12" in line) or not one.route]


def test_what_comes_and_goes_in_one_list_is_one_sentence() -> None:
    facts = [
        fact("Thành viên", new="Đơn vị A", route=("members", 0)),
        fact("Thành viên", old="Đơn vị B", route=("members", 2)),
        fact("Căn cứ", new="Quyết định số 1", route=("basis", 0)),
        fact("Căn cứ", new="Quyết định số 2", route=("basis", 1)),
    ]
    found = "\n".join(lines(plan(), facts=tuple(facts)))
    assert "Thành viên: thêm Đơn vị A, bớt Đơn vị B" in found
    assert "Căn cứ: thêm Quyết định số 1, Quyết định số 2" in found


def test_a_record_that_moved_is_told_with_what_changed_in_it() -> None:
    moved = fact("Phong trào “Ví dụ”", "“Ví dụ”", "“Ví dụ”", fate=FactFate.MOVED, positions=(3, 1), route=("others", 0))
    edited_too = fact("Phong trào “Ví dụ”: tiêu đề", "Cũ", "Ví dụ", route=("others", 0, "title"))
    other = fact("Phong trào “Ví dụ” khác: tiêu đề", "A", "B", route=("others", 1, "title"))
    text = "\n".join(lines(plan(), facts=(moved, edited_too, other)))
    assert "Phong trào “Ví dụ”: chuyển từ vị trí 3 sang vị trí 1; Tiêu đề: Cũ → Ví dụ · " in text
    assert "\nPhong trào “Ví dụ” khác: tiêu đề A → B" in text


def test_a_line_that_moved_and_changed_is_told_as_both() -> None:
    one = fact("Nơi nhận", "Bộ Ví dụ", "Bộ Ví dụ (để báo cáo)", fate=FactFate.MOVED, positions=(2, 1))
    said = "Nơi nhận: Bộ Ví dụ → Bộ Ví dụ (để báo cáo) chuyển từ vị trí 2 sang vị trí 1"
    assert any(line.startswith(said) for line in lines(plan(), facts=(one,)))


def test_under_its_heading_a_document_is_not_named_again() -> None:
    own = Span("data/vi-du/2030/plan.yaml", 3)
    one = fact("Cụm Ví dụ năm 2030 · Kế hoạch 2030: số văn bản", "1", "2", old_place=own, new_place=own)
    assert any(line.startswith("Số văn bản: 1 → 2") for line in lines(plan(), facts=(one,)))


def test_a_fact_of_several_documents_stands_once_on_top() -> None:
    other = replace(plan(), document="letter", name="letter", title="Công văn ví dụ")
    one = fact("Danh mục đơn vị: tên", "Đơn vị A", "Đơn vị B", reaches=(KEY, other.key))
    text = "\n".join(lines(plan(), other, facts=(one,)))
    assert text.count("tên Đơn vị A → Đơn vị B") == 1
    assert "in ở Kế hoạch của Cụm Ví dụ; Công văn ví dụ" in text


def test_a_fact_that_no_document_prints_is_told_apart() -> None:
    found = lines(plan(), facts=(fact("Chú thích", "a", "b", reaches=()),))
    assert found.index("Thay đổi không in ra văn bản nào") < next(
        index for index, line in enumerate(found) if line.startswith("Chú thích: a → b")
    )
    assert "không dựng được" in summary(
        review(facts=(fact("Chú thích", "a", "b", reaches=()),), failed=(("nhanh", Diagnostic("yaml.empty")),)), "vi"
    )


def test_every_changed_place_is_told_with_its_section() -> None:
    text = "\n".join(lines(plan()))
    assert "phần đầu trang một: Số: 1 2/KH-CTĐ" in text
    assert "mục I.1: Kết thúc đợt một trước ngày 30 tháng 6 15 tháng 7 năm 2030, bảo đảm thiết thực,…" in text
    assert "mục I.1: thêm: Phát động phong trào ví dụ trong toàn Cụm." in text
    assert "mục I.1: bỏ: Tổ chức giải thể thao ví dụ." in text
    assert "chuyển từ mục I.1 đến mục I.1: Mỗi đơn vị đăng ký" in text
    assert "bảng 1, dòng 3: bỏ dòng: 2 | Đơn vị Ví dụ B | 4" in text
    assert "bảng 1, dòng 13: thêm dòng: 12 | Đơn vị Ví dụ C | 6" in text
    assert "đổi định dạng: Đoạn này chỉ đổi cách căn lề." in text
    assert "phần nơi nhận, chữ ký: Nguyễn Văn Trần Thị Ví Dụ" in text or "phần nơi nhận, chữ ký: " in text
    assert "Lề trang đã đổi." in text
    assert text.count("Mỗi đơn vị đăng ký") == 1


def test_a_redline_that_does_not_prove_is_told_loudly() -> None:
    made = plan()
    assert made.redline is not None
    redline = replace(made.redline, unproven=(Words("đoạn 3 khác", "paragraph 3 differs"),))
    assert "⚠️" in summary(review(replace(made, redline=redline)), "vi")
    text = "\n".join(lines(replace(made, redline=redline)))
    assert "KHÔNG được chứng minh" in text
    assert "đoạn 3 khác" in text
    assert "vi-du-2030-plan.redline.docx" not in text
    proven = Redline(b"docx", Comparison(()))
    calm = "\n".join(lines(replace(made, redline=proven)))
    assert "⚠️" not in calm
    assert "vi-du-2030-plan.redline.docx, vi-du-2030-plan.diff.html" in calm


def test_new_and_vanished_documents_are_told() -> None:
    made = plan()
    version = made.new
    assert version is None
    there = PaperVersion({}, {})
    text = "\n".join(lines(replace(made, redline=None, new=there), replace(made, redline=None, old=there)))
    assert "(vi-du/2030/plan) – văn bản mới" in text
    assert text.count("vi-du-2030-plan.docx, vi-du-2030-plan.diff.html") == 2
    assert "(vi-du/2030/plan) – không còn" in text


def test_only_another_number_is_counted_and_not_listed() -> None:
    renumbered = edited("", "3", "2", ". Kinh phí", level=1)
    row = [
        edited("", "2", "1", spot=Spot(0, 1, 0, Fate.CHANGED)),
        kept("Đơn vị A", spot=Spot(0, 1, 1, Fate.CHANGED)),
    ]
    text = "\n".join(lines(changed_paper(renumbered, *row)))
    assert "Chỉ đánh số lại: 2 chỗ." in text
    assert "Kinh phí" not in text
    assert "Đơn vị A" not in text


def test_findings_blanks_and_approvals_are_told() -> None:
    finding = Diagnostic("yaml.empty", Span("data/vi-du/2030/plan.yaml", 3))
    text = "\n".join(
        lines(
            replace(plan(), old=PaperVersion({}, {}), new=PaperVersion({}, {})),
            failed=(("nhanh-vi-du", finding),),
            new_findings=(replace(finding, code="yaml.tab"), finding),
            gone_findings=(finding, finding),
            stale_approvals=(finding,),
            filled={KEY: (Blank("plan", "number", "data/vi-du/2030/plan.yaml", 1),)},
            left={KEY: (Blank("plan", "signatures.1.name", "data/vi-du/2030/plan.yaml", 1),) * 3},
        )
    )
    assert "Không dựng được văn bản ở nhanh-vi-du" in text
    assert "Kiểm tra: 1 điều mới" in text
    assert "Kiểm tra: 2 điều không còn" in text
    assert "Phê duyệt không còn hiệu lực" in text
    assert "1 chỗ không còn trống (số văn bản)" in text
    assert "3 chỗ mới để trống (họ và tên)" in text
    assert "như trước" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_reviewed_fits_into_a_comment_and_is_well_formed(language: str) -> None:
    hostile = "<@a> #1 " * 400
    papers = tuple(
        replace(
            changed_paper(*[edited(hostile, hostile, f"{hostile}{n}", hostile) for n in range(60)]),
            name=f"p{number}",
            title=hostile,
        )
        for number in range(80)
    )
    facts = tuple(
        fact(f"{hostile}: {hostile}", hostile, hostile, reaches=tuple(one.key for one in papers[: number % 3]))
        for number in range(300)
    )
    finding = Diagnostic("yaml.syntax", Span(hostile, 3), {"problem": hostile})
    text = summary(
        review(*papers, facts=facts, failed=((hostile, finding),) * 50, new_findings=(finding,) * 90), language
    )
    assert len(text) < LONGEST
    assert text.count("<details>") == text.count("</details>") > 0
    tags = set(re.findall(r"</?([a-z0-9]+)", RENDERER.render(text)))
    assert tags <= OURS


def test_an_ordinary_review_shows_few_lines() -> None:
    facts = tuple(fact(f"Đợt {number}: kết thúc", "30/6/2030", "15/7/2030") for number in range(1, 60))
    text = summary(review(plan(), facts=facts), "vi")
    visible = re.sub(r"<details>.*?</details>", "<details>", text, flags=re.DOTALL)
    assert len([line for line in visible.splitlines() if line]) <= 40


TEXT = st.text(st.sampled_from(list("*_`[]()<>#@!|\\&;:-+/\"'0aK \n")), min_size=1, max_size=30)


@given(TEXT, TEXT)
def test_a_strangers_text_is_shown_and_never_markup(one: str, other: str) -> None:
    paragraphs: tuple[ComparedParagraph, ...] = (
        edited(one, other, one, other),
        added(one),
        removed(other),
        kept(one, spot=Spot(0, 0, 0, Fate.ADDED)),
        replace(kept(other), fate=Fate.MOVED_FROM, move=1),
        replace(kept(other), fate=Fate.MOVED_TO, move=1),
    )
    made = replace(changed_paper(*paragraphs, untracked=(Words(one, other),)), title=one, cluster=other)
    facts = (
        fact(one, other, one, reaches=(made.key,)),
        fact(f"{one}: {other}", new=other, reaches=()),
        fact(one, other, one, prose=True, reaches=(made.key, one)),
    )
    side = Side(one, other, NOWHERE)
    finding = Diagnostic("yaml.syntax", Span(one, 3), {"problem": other})
    text = summary(Review(side, side, (made,), 1, facts, ((one, finding),), (finding,), (), {made.key: ()}, {}), "vi")
    html = RENDERER.render(text)
    assert set(re.findall(r"<([a-z0-9]+)", html)) <= OURS
    assert not re.findall(r"<[a-z0-9]+\s", html), html
    assert html.count("<!--") == 1
    assert html.count("<details>") == html.count("</details>")


def test_the_same_review_gives_the_same_bytes() -> None:
    assert summary(review(plan()), "vi") == summary(review(plan()), "vi")


def test_a_picture_and_an_empty_paragraph_do_no_harm() -> None:
    picture = ComparedParagraph(Fate.CHANGED, (Piece("Biểu đồ", opaque=True),), reshaped=True)
    assert summary(review(changed_paper(picture, added("  "), ComparedParagraph(Fate.ADDED, ()))), "vi")
