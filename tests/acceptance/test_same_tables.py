"""Tables, annexes and charts fall on the same pages, with the same lines, in the DOCX and in the PDF."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from tests.acceptance.conftest import LayOut, PagesOf, Validate, said_by, text_inlines

from planforge.decree30 import PROFILES
from planforge.paper import (
    Annex,
    Block,
    Cell,
    CellAlignment,
    Chart,
    ChartKind,
    Element,
    Letterhead,
    Line,
    Paper,
    Role,
    Row,
    Series,
    Signer,
    Table,
)

pytestmark = pytest.mark.acceptance

Chance = random.Random
CENTRE, RIGHT = CellAlignment.CENTRE, CellAlignment.RIGHT
PARENT, ISSUER = "BỘ TƯ PHÁP", "CỤM THI ĐUA SỐ II"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
PHRASES = (
    "thi đua|khen thưởng|tổ chức|triển khai|thực hiện|có hiệu quả|các đơn vị|trong Cụm|chủ động|hoàn thành nhiệm vụ|"
    "công chức, viên chức|người lao động|sáng kiến|điển hình tiên tiến|nhân rộng|kinh tế - xã hội|nâng cao chất lượng|"
    "Quyết định số 84/QĐ-BTP ngày 31/01/2023|Nghị định số 30/2020/NĐ-CP|giai đoạn 2021-2025|và/hoặc|7,5 điểm"
).split("|")


def sentence(chance: Chance, length: int) -> str:
    text = " ".join(chance.choice(PHRASES) for _ in range(length))
    return text[0].upper() + text[1:] + "."


def anchor(chance: Chance) -> str:
    return f"pf{chance.getrandbits(48):012x}"


def cell(
    chance: Chance, text: str, alignment: CellAlignment = CellAlignment.LEFT, columns: int = 1, rows: int = 1
) -> Cell:
    return Cell(anchor(chance) if text else "", tuple(text_inlines(text)) if text else (), alignment, columns, rows)


def head(chance: Chance, *texts: str) -> Row:
    return Row(tuple(cell(chance, text) for text in texts))


def amount(chance: Chance) -> Cell:
    return cell(chance, f"{chance.randint(1, 99)}.{chance.randint(0, 999):03d}.000", RIGHT)


def words(chance: Chance, most: int) -> Cell:
    return cell(chance, sentence(chance, chance.randint(1, most)))


def list_table(chance: Chance, rows: int, most: int = 14) -> Table:
    body = [
        Row(
            (cell(chance, str(number), CENTRE), words(chance, 4), words(chance, most), amount(chance), cell(chance, ""))
        )
        for number in range(1, rows + 1)
    ]
    title = head(chance, "STT", "Tên đơn vị", "Nội dung công việc thực hiện", "Kinh phí (đồng)", "Ghi chú")
    return Table((1, 4, 6, 3, 2), (title,), tuple(body))


def merged_table(chance: Chance, groups: int) -> Table:
    first = (cell(chance, "TT", rows=2), cell(chance, "Tập thể, cá nhân", rows=2))
    results = cell(chance, "Kết quả thi đua năm 2023 của đơn vị", columns=3)
    titles = (Row((*first, results, cell(chance, "Điểm", rows=2))), head(chance, "Đăng ký", "Hoàn thành", "Vượt mức"))
    body = []
    for group in range(groups):
        body.append(Row((cell(chance, ROMAN[group % 10]), cell(chance, sentence(chance, 5), columns=5))))
        for _ in range(chance.randint(1, 4)):
            rows = chance.randint(1, 4)
            for number in range(rows):
                name = (cell(chance, sentence(chance, chance.randint(1, 14)), rows=rows),) if number == 0 else ()
                points = (cell(chance, f"{chance.randint(50, 100)},5", RIGHT, rows=rows),) if number == 0 else ()
                counts = [cell(chance, str(chance.randint(1, 500)), RIGHT) for _ in range(3)]
                body.append(Row((cell(chance, str(number + 1), CENTRE), *name, *counts, *points)))
    return Table((1, 4, 2, 2, 2, 1.5), titles, tuple(body))


def wide_table(chance: Chance, rows: int) -> Table:
    titles = "STT|Tên đơn vị|Chủ trì|Phối hợp|Thời gian hoàn thành|Sản phẩm|Kinh phí|Nguồn|Ghi chú".split("|")
    body = [
        Row(
            (
                cell(chance, str(number), CENTRE),
                *(words(chance, 8) for _ in range(5)),
                amount(chance),
                words(chance, 1),
                cell(chance, ""),
            )
        )
        for number in range(1, rows + 1)
    ]
    return Table((1, 4, 3, 3, 3, 3, 3, 2, 2), (head(chance, *titles),), tuple(body), compact=True)


def tall_table(chance: Chance) -> Table:
    body = [Row((cell(chance, "1", CENTRE), cell(chance, sentence(chance, length)))) for length in (5, 170, 20, 250, 9)]
    return Table((1, 9), (head(chance, "STT", "Nội dung"),), tuple(body))


def block(chance: Chance, role: Role = Role.BODY, length: int = 20, level: int = 0) -> Block:
    return Block(role, level, anchor(chance), tuple(text_inlines(sentence(chance, length))))


def chart(chance: Chance) -> Chart:
    values = Series("Tập thể", (12.0, None, 23.5))
    kind = chance.choice(list(ChartKind))
    return Chart(kind, "Số tập thể được khen thưởng", ("2021", "2022", "2023"), (values,), "Năm 2021: 12.", "")


def annex(chance: Chance, *body: Element, landscape: bool = False, enclosed: bool = False) -> Annex:
    title = "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC ĐỀ NGHỊ KHEN THƯỞNG TRONG PHONG TRÀO THI ĐUA NĂM 2023 CỦA CỤM THI ĐUA"
    reference = "(Kèm theo Kế hoạch số 05/KH-CTĐSII ngày 28 tháng 02 năm 2023 của Cụm thi đua số II)"
    letterhead = Letterhead(Line(PARENT), (Line(ISSUER),), None, None) if enclosed else None
    label = None if enclosed else Line("Phụ lục", anchor(chance))
    return Annex(label, Line(title), Line(reference), tuple(body), letterhead, landscape)


def paper(chance: Chance, profile: str, *body: Element, annexes: tuple[Annex, ...] = ()) -> Paper:
    authority = (Line("CỤM TRƯỞNG", anchor(chance)), Line(ISSUER))
    return Paper(
        profile=PROFILES[profile],
        title="Kế hoạch",
        author="Cụm thi đua số II",
        moment=datetime(2023, 2, 28, 2, tzinfo=UTC),
        letterhead=Letterhead(
            Line(PARENT), (Line(ISSUER),), Line("Số: 05/KH-CTĐSII"), Line("Hà Nội, ngày 28 tháng 02")
        ),
        type_name=Line("KẾ HOẠCH"),
        subject=Line("Tổ chức phong trào thi đua và công tác khen thưởng năm 2023 của Cụm thi đua số II"),
        letter_subject=None,
        addressees=(),
        body=body,
        recipients=tuple(Line(f"Đơn vị thứ {number};") for number in range(5)),
        signers=(Signer(authority, (), Line("Nguyễn Văn An")),),
        annexes=annexes,
        issuing_authority=Line("CỤM TRƯỞNG CỤM THI ĐUA SỐ II"),
    )


def with_body(*makers: Callable[[Chance], Element], seed: int, ending: int = 2) -> Paper:
    """A paper with something in its body, a few paragraphs above and so many below."""
    chance = random.Random(seed)  # noqa: S311 - a reproducible text, not a secret
    above = [block(chance, length=chance.randint(20, 120)) for _ in range(seed % 5)]
    above.append(block(chance, Role.HEADING, 5, 1))
    below = [block(chance, length=12) for _ in range(ending)]
    elements = (make(chance) for make in makers)
    return paper(chance, "p14" if seed % 2 else "p13", *above, *elements, *below)


def with_annexes(seed: int, *, alone: bool = False) -> Paper:
    chance = random.Random(seed)  # noqa: S311 - as above
    text = tuple(block(chance, length=chance.randint(10, 150)) for _ in range(12))
    annexes = (
        annex(chance, block(chance), wide_table(chance, 30), block(chance, Role.NOTE), landscape=True),
        annex(chance, list_table(chance, 200), chart(chance)),
        annex(chance, block(chance, Role.CENTRED, 3, 1), *text, enclosed=True, landscape=bool(seed % 2)),
    )
    if alone:
        whole = paper(chance, "p14", annexes=annexes[:1])
        bare = replace(whole, letterhead=None, type_name=None, subject=None, issuing_authority=None)
        return replace(bare, recipients=(), signers=())
    return paper(chance, "p14" if seed % 2 else "p13", *text, annexes=annexes)


PAPERS: dict[str, Callable[[], Paper]] = {
    **{f"list-{seed}": partial(with_body, partial(list_table, rows=43), seed=seed) for seed in range(1, 4)},
    **{f"merged-{seed}": partial(with_body, partial(merged_table, groups=14), seed=seed) for seed in range(1, 4)},
    # The signatures come to the end of a page sooner or later.
    **{
        f"end-{rows}": partial(with_body, partial(list_table, rows=rows, most=3), seed=5, ending=0)
        for rows in range(8, 16)
    },
    "tall": partial(with_body, tall_table, seed=6),
    "charts": partial(with_body, chart, partial(list_table, rows=5), chart, chart, seed=7, ending=0),
    "annexes-8": partial(with_annexes, 8),
    "annexes-9": partial(with_annexes, 9),
    "annex-alone": partial(with_annexes, 10, alone=True),
}


@pytest.fixture(scope="module")
def written(lay_out: LayOut) -> Path:
    return lay_out({name: make() for name, make in PAPERS.items()})


@pytest.mark.parametrize("name", PAPERS)
def test_the_docx_and_the_pdf_have_the_same_lines_on_the_same_pages(
    name: str, written: Path, pages_of: PagesOf
) -> None:
    assert pages_of(written / "ours" / f"{name}.pdf") == pages_of(written / "office" / f"{name}.pdf")


@pytest.mark.parametrize("name", ["annexes-8", "annexes-9", "annex-alone"])
def test_the_pages_of_an_annex_are_numbered_from_its_second_one(name: str, written: Path, pages_of: PagesOf) -> None:
    firsts = [page[0] for page in pages_of(written / "ours" / f"{name}.pdf")]
    numbers = [int(first) if first.isdigit() else 1 for first in firsts]
    starts = [place for place, number in enumerate(numbers) if number == 1]
    runs = [numbers[start:end] for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True)]

    assert len(runs) == (1 if name == "annex-alone" else 4)
    assert runs == [list(range(1, len(run) + 1)) for run in runs]
    assert firsts.count("Phụ lục") == min(len(runs), 2)


def test_the_head_of_a_table_is_on_each_of_its_pages_and_tagged(written: Path, pages_of: PagesOf) -> None:
    path = written / "ours" / "list-1.pdf"
    pages = [page for page in pages_of(path) if any(line.startswith("STT ") for line in page)]
    tags = said_by("pdfinfo", "-struct", path).split()

    assert len(pages) > 2
    assert (tags.count("Table"), tags.count("THead"), tags.count("TH"), tags.count("TR")) == (1, 1, 5, 44)


def test_the_signatures_stand_on_no_page_alone(written: Path, pages_of: PagesOf) -> None:
    ends = [pages_of(path) for path in (written / "ours").glob("end-*.pdf")]

    assert {len(pages) for pages in ends} == {1, 2}
    assert all(any("STT" in line for line in pages[-1]) for pages in ends)


def test_the_validator_finds_no_error(written: Path, validate: Validate) -> None:
    names = ("merged-1", "end-8", "tall", "charts", "annexes-9", "annex-alone")
    assert validate(written / "docx" / f"{name}.docx" for name in names) == {}
