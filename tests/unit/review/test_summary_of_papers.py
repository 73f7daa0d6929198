"""The whole way on real papers: two workspaces, their files, the comparison, the facts, the summary."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest
from tests.conftest import CLUSTER, DOCUMENT, YEAR, YEAR_FOLDER, Changed, Changes, MakeWorkspace, Workspace
from tests.unit.review.test_summary import shown

from planforge.fonts import find_font
from planforge.pipeline import load_writers
from planforge.redline.comparison import Author
from planforge.redline.redline import redline
from planforge.review.facts import changed_facts, reaching
from planforge.review.sides import ChangedPaper, PaperVersion, Review, Side
from planforge.review.summary import summary

PLAN, WAVES, MOVEMENTS = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("plan", "waves", "movements"))
CLUSTER_FILE = f"{YEAR_FOLDER}/cluster.yaml"
Summarise = Callable[..., str]


@lru_cache(maxsize=1)
def nobody() -> Author:
    return Author("Người Ví Dụ")


def made(workspace: Workspace) -> tuple[str, PaperVersion]:
    paper = workspace.paper()
    write = load_writers(("docx",), find_font().choice, workspace.cache)["docx"]
    traces = {trace.anchor: trace for trace in paper.provenance.traces}
    return paper.paper.title, PaperVersion({"docx": write(paper.paper, None)}, traces, paper.blanks)


@pytest.fixture
def summarise(workspace: MakeWorkspace) -> Summarise:
    """What people read in the summary of some changes of the example, a line for each."""

    def lines(new: Changes, old: Changes | None = None) -> str:
        sides = [workspace(changes) for changes in (old or {}, new)]
        (_, before), (title, after) = map(made, sides)
        compared = redline(before.files["docx"], after.files["docx"], lambda _paragraph, _piece: nobody())
        paper = ChangedPaper(CLUSTER, YEAR, DOCUMENT, DOCUMENT, title, before, after, compared)
        base, head = Side("main", "1" * 40, sides[0].root), Side("HEAD", "2" * 40, sides[1].root)
        facts = reaching(changed_facts(base, head), [paper])
        text = summary(Review(base, head, (paper,), 0, facts), "vi")
        return "\n".join(shown(line).strip() for line in text.splitlines())

    return lines


def test_each_fact_is_told_with_its_section_and_its_place(summarise: Summarise) -> None:
    text = summarise(
        {
            WAVES: (Changed("end: 2030-06-30", "end: 2030-07-15"), Changed("start: 2030-07-01", "start: 2030-07-16")),
            CLUSTER_FILE: Changed("theme: Đoàn kết, sáng tạo", "theme: Đoàn kết, đổi mới"),
            PLAN: Changed("Kịp thời khen thưởng.", "Kịp thời biểu dương, khen thưởng."),
        }
    )
    assert f"Đợt 1: kết thúc 30/6/2030 → 15/7/2030 · mục III.1 · {WAVES}:4\n" in text
    assert f"Chủ đề thi đua: Đoàn kết, sáng tạo → Đoàn kết, đổi mới · mục II.1 · {CLUSTER_FILE}:15\n" in text
    assert f"mục I, đoạn 15, {PLAN}:7: - Kịp thời biểu dương, khen thưởng.\n" in text
    assert "Thay đổi không in ra" not in text
    assert "Nguyên nhân khác" not in text


def test_a_renamed_unit_is_told_once_and_followed(summarise: Summarise) -> None:
    text = summarise({"data/registry/units.yaml": Changed("name: Trường Hai", "name: Trường Hai Mới")})
    assert text.count("tên Trường Hai → Trường Hai Mới") == 1
    assert "phần nơi nhận, chữ ký" in text
    assert "Thay đổi không in ra" not in text


def test_a_fact_that_nothing_prints_is_told_so(summarise: Summarise) -> None:
    text = summarise(
        {
            "data/registry/people.yaml": Changed("name: Nguyễn Văn A", "name: Nguyễn Văn B"),
            PLAN: Changed("number: 1", "number: 2"),
        }
    )
    assert text.index("Thay đổi không in ra văn bản nào") < text.index("Nguyễn Văn A → Nguyễn Văn B")
    assert "Số văn bản: 1 → 2 · phần đầu trang một" in text


def test_wording_of_the_template_is_told_as_such(summarise: Summarise, workspace: MakeWorkspace) -> None:
    body = (workspace({}).root / "templates/plan/body.md.j2").read_text(encoding="utf-8")
    heading = next(line for line in body.splitlines() if line.startswith("# "))
    text = summarise({"templates/plan/body.md.j2": body.replace(heading, f"{heading} ví dụ")})
    assert "Lời văn mục I: thêm 2 chữ: I. MỤC ĐÍCH VÍ DỤ · templates/plan/body.md.j2:" in text
    assert "Nguyên nhân khác hoặc chưa rõ" in text


def test_a_moved_movement_is_moved(summarise: Summarise) -> None:
    first = "  - movement: nep_song\n    paragraphs:\n      - Tiếp tục thực hiện phong trào đã phát động.\n"
    others = "".join(
        f"  - title: Phong trào ví dụ thứ {word}\n    paragraphs:\n      - Mỗi đơn vị làm {word} việc tốt trong quý.\n"
        for word in ("một", "hai", "ba")
    )
    text = summarise(
        {MOVEMENTS: Changed(f"others:\n{first}", f"others:\n{others}{first}")},
        {MOVEMENTS: Changed(f"others:\n{first}", f"others:\n{first}{others}")},
    )
    assert "Phong trào “Xây dựng nếp sống mẫu”: chuyển từ vị trí 1 sang vị trí 4" in text
    assert "chuyển từ mục" in text
