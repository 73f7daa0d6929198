"""The page of comparison, as text and through a strict parser: what it shows, folds, escapes and promises."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from tests.unit.review.compared import added, changed_paper, edited, kept, plan, removed

from planforge.redline.comparison import Change, ComparedParagraph, Fate, Piece, Redline, Spot
from planforge.review.page import page
from planforge.review.page_sources import SourceTable
from planforge.review.sides import ChangedPaper, PaperVersion
from planforge.review.sources import Source
from planforge.words import Words

VOID = {"meta", "input", "br"}
LINE = Source("data/vi-du/2030/plan.yaml", 12, "Trần Ví Dụ", "2030-04-02T08:00:00+07:00", "1234abc")
HOSTILE = "<script>alert(1)</script>\"'&<!--]]>\u202e</style><img src=x onerror=a>{{ 7*7 }}\u2028\x00"


def nowhere(_: str) -> Source | None:
    return None


@dataclass
class Node:
    name: str
    attributes: dict[str, str | None]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, name: str = "", **wanted: str) -> list[Node]:
        """Elements below it by name and attributes; `class_` is one of its classes."""
        found = []
        for child in self.children:
            if isinstance(child, Node):
                classes = (child.attributes.get("class") or "").split()
                fits = all(
                    value in classes if key == "class_" else child.attributes.get(key.replace("_", "-")) == value
                    for key, value in wanted.items()
                )
                found += [child] * (fits and name in {"", child.name}) + child.all(name, **wanted)
        return found


class Reader(HTMLParser):
    """Builds the tree and fails when elements are not nested."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(text: str) -> Node:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def shown(*paragraphs: ComparedParagraph) -> Node:
    return read(page(changed_paper(*paragraphs), "vi", nowhere))


def columns(node: Node) -> list[tuple[str, str]]:
    """Old and new text of every row, without the words for listeners."""
    rows = node.all("div", class_="row")[1:]
    return [(words(row.all("div", class_="old")[0]), words(row.all("div", class_="new")[0])) for row in rows]


def words(node: Node) -> str:
    spoken = {id(one) for one in node.all("span", class_="spoken")}

    def told(one: Node) -> str:
        return "".join(
            child if isinstance(child, str) else "" if id(child) in spoken else told(child) for child in one.children
        )

    return told(node).strip()


def test_a_change_is_real_markup_with_words_for_those_who_listen() -> None:
    tree = shown(edited("Kết thúc ngày ", "30/6", "15/7", "."))
    old, new = tree.all("div", class_="old")[1], tree.all("div", class_="new")[1]
    assert [one.text for one in old.all("del")] == ["bớt: 30/6"]
    assert old.all("ins") == []
    assert [one.text for one in new.all("ins")] == ["thêm: 15/7"]
    assert [one.text for one in new.all("del")] == ["bớt: 30/6"]
    assert columns(tree) == [("Kết thúc ngày 30/6.", "Kết thúc ngày 30/615/7.")]


def test_what_stands_on_one_side_only_stands_in_its_column() -> None:
    tree = shown(added("Đoạn mới."), removed("Đoạn cũ."))
    assert columns(tree) == [("", "Đoạn mới."), ("Đoạn cũ.", "")]
    assert [one.attributes["id"] for one in tree.all("div", class_="changed")] == ["c1", "c2"]


def test_a_kept_paragraph_is_told_once_to_those_who_listen() -> None:
    tree = shown(kept("Như cũ."), added("Mới."))
    assert [one.attributes.get("aria-hidden") for one in tree.all("div", class_="old")[1:]] == ["true", None]


def test_unchanged_stretches_are_folded_and_counted_but_not_the_heading_above_a_change() -> None:
    paragraphs = [kept(f"Đoạn {number}.") for number in range(10)]
    tree = shown(*paragraphs[:5], kept("I. MỤC", level=2), *paragraphs, added("Mới."), *paragraphs)
    folded = tree.all("details", class_="kept")
    assert [one.all("summary")[0].text for one in folded] == [f"… {count} đoạn không đổi" for count in (5, 8, 8)]
    assert not any("I. MỤC" in one.text for one in folded)
    assert len(columns(tree)) == 27


def test_all_headings_above_a_change_stay_visible_and_those_beside_do_not() -> None:
    paragraphs = [kept(f"Đoạn {number}.") for number in range(6)]
    tree = shown(
        kept("I. MỘT", level=1),
        *paragraphs,
        kept("1. Bên cạnh", level=2),
        *paragraphs,
        kept("2. Trên", level=2),
        *paragraphs,
        added("Mới."),
    )
    folded = " ".join(one.text for one in tree.all("details", class_="kept"))
    assert "1. Bên cạnh" in folded
    assert "I. MỘT" not in folded
    assert "2. Trên" not in folded


def test_two_unchanged_paragraphs_are_not_worth_a_fold() -> None:
    paragraphs = [kept(f"Đoạn {number}.") for number in range(6)]
    assert not shown(added("Một."), *paragraphs, added("Hai.")).all("details", class_="kept")


def test_headings_with_changes_are_listed_with_their_counts() -> None:
    tree = shown(added("Đầu."), kept("I. MỘT", level=2), added("A."), added("B."), kept("II. HAI", level=2), kept("C."))
    items = [one.text for one in tree.all("nav")[0].all("li")]
    assert items == ["Phần đầu văn bản (1)", "I. MỘT (2)"]
    assert [one.attributes["href"] for one in tree.all("nav")[0].all("a")] == ["#c1", "#c2"]
    assert tree.all("h3")[0].text == "I. MỘT"


def test_a_heading_is_listed_with_the_numbers_above_it_and_the_signature_by_its_name() -> None:
    headings = [replace(kept("IV. TỔ CHỨC"), level=1), replace(kept("1. Các đợt"), level=2)]
    moved = ComparedParagraph(
        Fate.MOVED_FROM,
        (Piece("2."), Piece("2", Change.REMOVED), Piece("3", Change.ADDED), Piece(". Phong trào")),
        level=3,
        move=1,
    )
    signature = replace(edited("Ông ", "A", "B"), spot=Spot(0, 0, 1, bordered=False))
    listed = shown(*headings, edited("Từ ", "1", "2"), moved, signature).all("nav")[0]
    assert [item.text for item in listed.all("a")] == ["IV. 1. Các đợt", "IV. 1. 2.2. Phong trào", "Nơi nhận, phần ký"]


def test_both_ends_of_a_move_lead_to_each_other() -> None:
    tree = shown(
        replace(kept("Một mục."), fate=Fate.MOVED_FROM, move=4), replace(kept("Một mục."), fate=Fate.MOVED_TO, move=4)
    )
    links = {one.text: one.attributes for one in tree.all("span", class_="note") for one in one.all("a")}
    assert links == {
        "chuyển đến chỗ khác": {"href": "#to4", "id": "from4"},
        "chuyển từ chỗ khác": {"href": "#from4", "id": "to4"},
    }


def row(number: int, fate: Fate, *texts: str, bold: bool = False) -> list[ComparedParagraph]:
    change = {Fate.ADDED: Change.ADDED, Fate.REMOVED: Change.REMOVED}.get(fate, Change.KEPT)
    return [
        ComparedParagraph(fate, (Piece(text, change, bold),), spot=Spot(0, number, column, fate))
        for column, text in enumerate(texts)
    ]


def test_a_table_is_a_table_on_both_sides_and_marks_its_rows() -> None:
    tree = shown(
        *row(0, Fate.KEPT, "TT", "Đơn vị", bold=True),
        *row(1, Fate.KEPT, "1", "Đơn vị Ví dụ A"),
        *row(2, Fate.REMOVED, "2", "Đơn vị Ví dụ B"),
        *row(3, Fate.ADDED, "2", "Đơn vị Ví dụ C"),
    )
    old, new = tree.all("table")
    assert [[words(cell) for cell in one.all("td")] for one in old.all("tr")[1:]] == [
        ["1", "Đơn vị Ví dụ A"],
        ["2", "Đơn vị Ví dụ B"],
    ]
    assert [one.attributes["scope"] for one in new.all("th")] == ["col", "col"]
    assert [one.attributes.get("class") for one in new.all("tr")[2:]] == ["removed gone", "added"]
    assert [one.attributes["id"] for one in new.all("tr")[2:]] == ["c1", "c2"]


def test_merged_cells_stay_merged_where_they_stand() -> None:
    total = [
        replace(kept("Tổng cộng"), spot=Spot(0, 1, 0, span=2)),
        replace(edited("", "18", "17"), spot=Spot(0, 1, 1)),
    ]
    new = shown(*row(0, Fate.KEPT, "TT", "Đơn vị", "Chiến sĩ thi đua", bold=True), *total).all("table")[1]
    cells = new.all("tr")[1].all("td")
    assert [one.attributes.get("colspan") for one in cells] == ["2", None]


def test_a_row_of_fewer_cells_reaches_to_the_end_of_the_table() -> None:
    new = shown(*row(0, Fate.KEPT, "a", "b", "c"), *row(1, Fate.ADDED, "d", "e")).all("table")[1]
    assert [one.attributes.get("colspan") for one in new.all("tr")[1].all("td")] == [None, "2"]


def test_rows_far_from_a_change_are_left_out_until_the_whole_text_is_asked_for() -> None:
    rows = [one for number in range(12) for one in row(number, Fate.ADDED if number == 9 else Fate.KEPT, str(number))]
    old, new = shown(*rows).all("table")
    assert [one.text.strip() for one in new.all("tr", class_="gap")] == ["… 8 hàng không đổi"]
    assert len(new.all("tr", class_="far")) == 8
    assert len(new.all("tr")) == 13
    assert len(old.all("tr")) == 12


def test_a_row_alone_between_two_that_are_shown_is_shown_too() -> None:
    rows = [
        one for number in range(5) for one in row(number, Fate.ADDED if number in {0, 4} else Fate.KEPT, str(number))
    ]
    assert not shown(*rows).all("tr", class_="gap")


def test_a_letterhead_is_columns_and_no_table() -> None:
    spots = [Spot(0, 0, column, bordered=False) for column in (0, 1)]
    tree = shown(edited("Số: ", "1", "2", spot=spots[0]), kept("CỘNG HÒA", spot=spots[1]))
    assert not tree.all("table")
    assert [len(one.children) for one in tree.all("div", class_="columns")] == [5, 5]


def test_another_look_is_told_in_words() -> None:
    tree = shown(ComparedParagraph(Fate.CHANGED, (Piece("chữ", Change.RESTYLED, bold=True),), reshaped=True))
    new = tree.all("div", class_="new")[1]
    assert new.all("span", class_="restyled")[0].text == "đổi định dạng: chữ"
    assert new.all("span", class_="note")[0].text == "Đổi định dạng đoạn"


def test_a_break_that_came_is_seen() -> None:
    assert columns(shown(edited("một", "", "\nhai\tba")))[0][1] == "một↵\nhai→\tba"


def test_headers_are_shown_only_when_they_changed() -> None:
    tree = shown(
        added("A."), kept("như cũ", part="word/header1.xml"), edited("tr. ", "1", "2", part="word/footer1.xml")
    )
    assert [one.text for one in tree.all("h2", class_="part")] == ["Chân trang"]
    assert "như cũ" not in tree.text


def test_a_paragraph_leads_to_its_lines_with_and_without_the_script() -> None:
    paper = changed_paper(
        edited("Ngày ", "30/6", "15/7", new_anchors=("pfwhole",)), kept("x", new_anchors=("pfwhole",))
    )
    found = {"pfnew": LINE, "pfold": LINE, "pfwhole": Source("templates/plan/body.md.j2", 3)}
    tree = read(page(paper, "vi", found.get))
    table = json.loads(tree.all("main")[0].attributes["data-table"] or "")
    assert table == [
        ["data/vi-du/2030/plan.yaml:12", "Trần Ví Dụ", "2/4/2030", "1234abc"],
        ["templates/plan/body.md.j2:3", "", "", ""],
    ]
    marked = [one.attributes["data-sources"] for one in tree.all("p") if "data-sources" in one.attributes]
    assert marked == ["0 1", "0 1", "1", "1"]
    assert [one.text for one in tree.all("details", class_="source")[0].all("li")] == [
        "data/vi-du/2030/plan.yaml:12 · Trần Ví Dụ · 1234abc · 2/4/2030",
        "templates/plan/body.md.j2:3",
    ]


def test_text_never_becomes_markup() -> None:
    paper = changed_paper(
        edited(HOSTILE, HOSTILE, HOSTILE), kept(HOSTILE, level=1), added(HOSTILE), untracked=(Words(HOSTILE, HOSTILE),)
    )
    paper = replace(paper, title=HOSTILE, name=HOSTILE, cluster=HOSTILE)
    text = page(paper, "vi", lambda _: Source(HOSTILE, 1, HOSTILE, HOSTILE, HOSTILE), names=(HOSTILE, HOSTILE))
    tree = read(text)
    assert [len(tree.all(name)) for name in ("script", "style", "img")] == [1, 1, 0]
    assert "alert(1)" not in text.partition("<script>")[2]
    assert "49" not in tree.all("h1")[0].text
    assert not {"\u202e", "\x00", "\u2028"} & set(text)
    assert "[U+202E]" in tree.all("h1")[0].text


def test_the_policy_allows_our_style_and_script_and_nothing_else() -> None:
    tree = read(page(plan(), "vi", nowhere))
    policy = next(one.attributes["content"] or "" for one in tree.all("meta") if "http-equiv" in one.attributes)
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(tree.all(name)[0].text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not [
        one for one in tree.all() if "style" in one.attributes or any(k.startswith("on") for k in one.attributes)
    ]
    assert not re.findall(r"(?:src|href)=\"(?!#)[^\"]", page(plan(), "vi", nowhere))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_same_comparison_gives_the_same_page_in_both_languages(language: str) -> None:
    text = page(plan(), language, nowhere)
    assert text == page(plan(), language, nowhere)
    assert f'<html lang="{language}">' in text
    assert "page." not in read(text).all("body")[0].all("main")[0].text
    assert {"vi": "Lề trang đã đổi.", "en": "The margins changed."}[language] in text


def test_every_change_has_one_place_to_go_to() -> None:
    tree = read(page(plan(), "vi", nowhere))
    ids = [one.attributes["id"] for one in tree.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    numbers = {int(one.attributes["data-change"] or 0) for one in tree.all() if "data-change" in one.attributes}
    assert numbers == set(range(1, max(numbers) + 1))
    assert {f"c{number}" for number in numbers} <= set(ids)
    assert tree.all("p", class_="count")[0].text == f"{max(numbers)} thay đổi"


@pytest.mark.parametrize(("side", "mark", "said"), [("new", "ins", "mới"), ("old", "del", "cũ")])
def test_a_paper_of_one_side_is_shown_whole(tmp_path: Path, side: str, mark: str, said: str) -> None:
    document = Document()
    document.add_heading("Báo cáo ví dụ", 1)
    document.add_paragraph("Một câu.")
    document.add_table(1, 2).cell(0, 1).text = "Ô hai"
    document.save(str(tmp_path / "a.docx"))
    version = PaperVersion({"docx": (tmp_path / "a.docx").read_bytes()}, {})
    paper = ChangedPaper("vi-du", "2030", "report", "report", "Báo cáo", None, version)
    if side == "old":
        paper = replace(paper, old=version, new=None)
    tree = read(page(paper, "vi", nowhere))
    texts = [words(one) for one in tree.all("div", class_=side)[1].all() + tree.all(mark)]
    assert {"Báo cáo ví dụ", "Một câu.", "Ô hai"} <= set(texts) | {words(one) for one in tree.all(mark)}
    assert f"chỉ có ở phiên bản {said}" in tree.all("p", class_="count")[0].text
    assert not tree.all("input", value="changes")


def test_why_there_is_no_redline_is_told() -> None:
    paper = changed_paper(added("A."))
    assert paper.redline is not None
    reason = Words("Có một hình không nối được.", "A picture could not be joined.")
    paper = replace(paper, redline=Redline(None, paper.redline.comparison, unproven=(reason,)))
    assert "Có một hình không nối được." in page(paper, "vi", nowhere)


def test_what_is_not_committed_is_said_to_be_so() -> None:
    table = SourceTable(lambda _: Source("plan.yaml", 1, "Trần Ví Dụ"), "chưa commit")
    table.of(edited("Ngày ", "30/6", "15/7", new_anchors=("pf1",)))
    assert [(one.author, one.commit) for one in table.rows()] == [("Trần Ví Dụ", "chưa commit")]
