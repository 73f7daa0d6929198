"""What is computed from the data and never typed."""

from __future__ import annotations

import pytest
from tests.conftest import YEAR_FOLDER, Changed, Changes, MakeWorkspace, blocks

from planforge.convert.nodes import text_of
from planforge.pipeline import make_papers

ANNIVERSARIES, INSTRUMENTS = "data/registry/anniversaries.yaml", "data/registry/instruments.yaml"
CLUSTER, WAVES, PLAN = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("cluster", "waves", "plan"))
FUNDING = "Trích từ quỹ của từng đơn vị."
SHOWN = "Có hai đợt"


def body(workspace: MakeWorkspace, changes: Changes) -> list[str]:
    return [text_of(block.inlines) for block in blocks(workspace(changes).paper().paper)]


def funding(workspace: MakeWorkspace, words: str, changes: Changes | None = None) -> str:
    """The last paragraph, with other words in it."""
    return body(workspace, {PLAN: Changed(FUNDING, words), **(changes or {})})[-1]


@pytest.mark.parametrize(
    ("origin", "written"),
    [
        ("1990-02-12", "Kỷ niệm 40 năm Ngày thành lập Bộ Mẫu (12/02/1990 - 12/02/2030)"),
        ("1990-09", "Kỷ niệm 40 năm Ngày thành lập Bộ Mẫu (9/1990 - 9/2030)"),
        ("10-15\n  counted_from: 2020-10-15", "Kỷ niệm 10 năm Ngày thành lập Bộ Mẫu;"),
        ("1946-10-15\n  counted_from: 2020-10", "Kỷ niệm 10 năm Ngày thành lập Bộ Mẫu (15/10/1946 - 15/10/2030)"),
        ("10-15", "Kỷ niệm Ngày thành lập Bộ Mẫu;"),
        ("1990-02-12\n  show_dates: false", "Kỷ niệm 40 năm Ngày thành lập Bộ Mẫu;"),
    ],
)
def test_an_anniversary_says_what_is_known(origin: str, written: str, workspace: MakeWorkspace) -> None:
    changes = {
        ANNIVERSARIES: Changed("origin: 1990-02-12", f"origin: {origin}"),
        WAVES: Changed("      - lap_bo\n", "      - lap_bo\n      - lap_truong\n"),
    }
    assert any(written in text for text in body(workspace, changes))


def test_the_leap_day_has_no_anniversary_in_other_years(workspace: MakeWorkspace) -> None:
    changes = {ANNIVERSARIES: Changed("1990-02-12", "1988-02-29")}
    assert not any("29/02/2030" in text for text in body(workspace, changes))


def test_an_anniversary_that_lies_ahead_is_not_counted_below_nought(workspace: MakeWorkspace) -> None:
    made = workspace({ANNIVERSARIES: Changed("1990-02-12", "2040-02-12")})
    findings = made.findings()
    assert findings or not any("-10 năm" in text_of(block.inlines) for block in blocks(made.paper().paper))


@pytest.mark.parametrize("year", ["0", "99999"])
def test_a_year_that_no_calendar_has_is_a_finding(year: str, workspace: MakeWorkspace) -> None:
    made = workspace(
        {
            CLUSTER: Changed("year: 2030", f"year: {year}"),
            "templates/plan/document.yaml": Changed("uses: [movements, waves, responsibilities]\n", ""),
            "templates/plan/body.md.j2": "{{ document.funding }}\n",
            PLAN: Changed("date: 2030-01-15\n", ""),
        }
    )
    (made.root / "data/mau/2030").rename(made.root / f"data/mau/{year}")
    for name in ("movements", "waves", "responsibilities"):
        (made.root / f"data/mau/{year}/{name}.yaml").unlink()
    assert make_papers(made.root, "mau", year, ("plan",), cache=made.cache).diagnostics


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("kind: cụm\nnumber: 1\n", "Cụm Thi đua số 1"),
        ("kind: khối\nnumber: II\n", "Khối Thi đua số II"),
        ("number: 2\n", "Cụm Thi đua số 2"),
        ("kind: khu vực\nname: Khu vực miền Mẫu\n", "Khu vực miền Mẫu"),
    ],
)
def test_the_name_of_a_cluster_follows_from_its_identity(identity: str, name: str, workspace: MakeWorkspace) -> None:
    changes = {CLUSTER: Changed("kind: cụm\nnumber: 1\n", identity)}
    assert funding(workspace, "Của {{ cluster }}.", changes) == f"Của {name}."


def test_years_and_members_are_counted(workspace: MakeWorkspace) -> None:
    words = "{{ previous_year }}, {{ year }}, {{ next_year }}, {{ cluster.member_count }}"
    assert funding(workspace, f'"{words}"') == "2029, 2030, 2031, 3"


def test_every_fact_that_text_may_name_can_be_printed(workspace: MakeWorkspace) -> None:
    names = [
        "cluster.name", "cluster.abbreviation", "cluster.theme", "cluster.parent", "cluster.parent.short",
        "cluster.council.name", "cluster.head.unit.head_title", "cluster.head.unit.parent.seat", "cluster.decision",
        "units.truong_hai", "bodies.bo_mau.abbreviation", "anniversaries.lap_bo.count", "anniversaries.lap_bo.dates",
        "anniversaries.lap_bo", "movements.nep_song.launched_by", "cite.qd_hai.dated", "cite.luat_mau.short",
    ]  # fmt: skip
    words = "; ".join(f"{{{{ {name} }}}}" for name in names)
    assert funding(workspace, f"'{words}'") == (
        "Cụm Thi đua số 1; CTĐ1; Đoàn kết, sáng tạo; Bộ Mẫu; Bộ; "
        "Hội đồng Thi đua - Khen thưởng Ngành Mẫu; Hiệu trưởng; Hà Mẫu; "
        "Quyết định số 02/QĐ-BM ngày 20/11/2029 của Bộ Mẫu về việc cử Trưởng Cụm; "
        "Trường Hai; BM; 40; 12/02/1990 - 12/02/2030; "
        "Kỷ niệm 40 năm Ngày thành lập Bộ Mẫu (12/02/1990 - 12/02/2030); Bộ Mẫu; "
        "Quyết định số 02/QĐ-BM ngày 20/11/2029; Luật Thi đua, khen thưởng"
    )


@pytest.mark.parametrize("version", ["1.10", "2.0", "no", "007"])
def test_a_quoted_value_is_printed_as_written(version: str, workspace: MakeWorkspace) -> None:
    assert funding(workspace, f'"{version}"') == version


@pytest.mark.parametrize("written", ["1", "05", "08", "9", "12"])
def test_the_number_of_a_paper_may_have_a_leading_nought(written: str, workspace: MakeWorkspace) -> None:
    paper = workspace({PLAN: Changed("number: 1\n", f"number: {written}\n")}).paper().paper
    assert paper.letterhead is not None
    assert paper.letterhead.number is not None
    assert paper.letterhead.number.text == f"Số: {int(written):02d}/KH-CTĐ1"


def test_a_draft_leaves_room_for_number_and_day(workspace: MakeWorkspace) -> None:
    paper = workspace({PLAN: Changed("number: 1\ndate: 2030-01-15\n", "")}).paper().paper
    assert paper.letterhead is not None
    assert paper.letterhead.number is not None
    assert paper.letterhead.place_date is not None
    assert " ".join(paper.letterhead.number.text.split()) == "Số: /KH-CTĐ1"
    assert " ".join(paper.letterhead.place_date.text.split()) == "Hà Mẫu, ngày tháng năm 2030"
