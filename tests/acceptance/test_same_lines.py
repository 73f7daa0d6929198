"""The DOCX, laid out by LibreOffice, and the PDF have the same lines on the same pages.

One thing is left out, because no setting decides it: LibreOffice moves a word with a hyphen before a slash
("27-NQ/TW") to the next line as a whole when the part up to the slash would still fit, where Word and Typst break it
after the hyphen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

import pytest
from tests.acceptance.conftest import LayOut, PagesOf, Papers, text_inlines

from planforge.decree30 import PROFILES
from planforge.paper import Block, Inline, Letterhead, Line, Paper, Role, Signer

pytestmark = pytest.mark.acceptance

WORDS = (
    "thi đua|khen thưởng|phong trào|tổ chức|triển khai|thực hiện|có hiệu quả|các đơn vị|trong Cụm|chủ động|đăng ký|"
    "phấn đấu|hoàn thành|nhiệm vụ|được giao|chính sách|pháp luật|của Nhà nước|kinh tế - xã hội|cải cách hành chính|"
    "công chức, viên chức|người lao động|sáng kiến|điển hình tiên tiến|nhân rộng|học tập và làm theo|đạo đức|"
    "tham mưu|xây dựng|hoàn thiện thể chế|nâng cao chất lượng|kịp thời|khách quan|dân chủ|công khai|minh bạch"
).split("|")
PHRASES = (
    "Quyết định số 84/QĐ-BTP ngày 31/01/2023",
    "Quyết định số 2247/QĐ-BTP ngày 16/11/2022",
    "Nghị quyết số 60/2023/NQ-CP ngày 09/11/2022",
    "Nghị định số 30/2020/NĐ-CP",
    "trước ngày 30/6/2023",
    "đạt 100% kế hoạch",
    "\u201cCả nước chung sức xây dựng nông thôn mới\u201d",
    "\u201cVì người nghèo - Không để ai bị bỏ lại phía sau\u201d",
    "(theo Chỉ thị số 34/CT-TTg)",
    "giai đoạn 2021-2025",
    "và/hoặc",
    "55.000.000 đồng; 7,5 điểm",
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
PARENT, ISSUER, LONG_ISSUER = "BỘ TƯ PHÁP", "CỤM THI ĐUA SỐ II", "CỤC ĐĂNG KÝ QUỐC GIA GIAO DỊCH BẢO ĐẢM"
RECIPIENTS = (
    "Bộ trưởng Bộ Tư pháp (để báo cáo);",
    "Hội đồng Thi đua - Khen thưởng ngành Tư pháp (để báo cáo);",
    "Các đơn vị thành viên Cụm thi đua số II (để thực hiện);",
    "Lưu: VT, TCCB.",
)


@dataclass(frozen=True)
class Shape:
    """What is different about one of the papers."""

    seed: int
    profile: str
    sections: int
    place: str = "Hà Nội"
    issuer: str = ISSUER
    kind: str = "plan"


SHAPES = (
    Shape(1, "p14", 10),
    Shape(2, "p13", 10),
    Shape(3, "p14", 7, place="Thành phố Hồ Chí Minh", issuer=LONG_ISSUER),
    Shape(4, "p13", 3, kind="minutes"),
    Shape(5, "p14", 1, kind="letter", issuer=LONG_ISSUER),
    Shape(6, "p14", 4, kind="report"),
    Shape(7, "p13", 5, kind="report", issuer=LONG_ISSUER),
    Shape(8, "p14", 2, kind="pledge"),
    *(Shape(seed, "p14" if seed % 2 else "p13", 1 + seed % 4) for seed in range(9, 21)),
)


def sentence(chance: random.Random, words: int) -> str:
    parts = [chance.choice(PHRASES) if chance.random() < 0.2 else chance.choice(WORDS) for _ in range(words)]
    text = " ".join(parts)
    return text[0].upper() + text[1:] + "."


def anchor(chance: random.Random) -> str:
    return f"pf{chance.getrandbits(48):012x}"


def body_inlines(chance: random.Random) -> Iterator[Inline]:
    for number in range(chance.randint(1, 5)):
        if number:
            yield {"t": "LineBreak"} if chance.random() < 0.08 else {"t": "Space"}
        inlines = text_inlines(sentence(chance, chance.randint(2, 14)))
        kind = chance.choice(["Strong", "Emph", "Span", "", "", "", "", ""])
        if kind == "Span":
            yield {"t": "Span", "c": [[anchor(chance), ["label"], []], inlines]}
        elif kind:
            yield {"t": kind, "c": inlines}
        else:
            yield from inlines


def blocks(chance: random.Random, sections: int) -> Iterator[Block]:
    def heading(level: int, text: str) -> Block:
        return Block(Role.HEADING, level, anchor(chance), tuple(text_inlines(text)))

    yield Block(Role.BODY, 0, anchor(chance), tuple(body_inlines(chance)))
    for section in range(sections):
        yield heading(1, f"{ROMAN[section]}. {sentence(chance, chance.randint(2, 9)).upper()}")
        for item in range(1, chance.randint(2, 4)):
            yield heading(2, f"{item}. {sentence(chance, chance.randint(2, 11))}")
            if chance.random() < 0.3:
                yield heading(3, f"{item}.1. {sentence(chance, 3)}")
            for _ in range(chance.randint(1, 4)):
                yield Block(Role.BODY, 0, anchor(chance), tuple(body_inlines(chance)))
    yield Block(Role.BODY, 0, anchor(chance), tuple(text_inlines(sentence(chance, chance.randint(2, 20)) + "/.")))


def paper_of(shape: Shape) -> Paper:
    chance = random.Random(shape.seed)  # noqa: S311 - a reproducible text, not a secret

    def line(text: str) -> Line:
        return Line(text, anchor(chance))

    letter, minutes, pledge = (shape.kind == kind for kind in ("letter", "minutes", "pledge"))
    subject = "Tổ chức phong trào thi đua và công tác khen thưởng năm 2023 của Cụm thi đua số II ngành Tư pháp"
    addressees = {
        "letter": ("Cục Trợ giúp pháp lý;", "Cục Đăng ký quốc gia giao dịch bảo đảm;", "Nhà xuất bản Tư pháp."),
        "report": ("Hội đồng Thi đua - Khen thưởng ngành Tư pháp",),
    }
    head = Signer(
        (line("CỤM TRƯỞNG"), line(ISSUER)),
        (line("PHÓ TỔNG BIÊN TẬP"), line("TẠP CHÍ DÂN CHỦ VÀ PHÁP LUẬT")),
        line("Nguyễn Văn An"),
    )
    secretary = Signer((line("THƯ KÝ"),), (), line("Trần Thị Bình"))
    return Paper(
        profile=PROFILES[shape.profile],
        title=subject,
        author="Cụm thi đua số II",
        moment=datetime(2023, 2, 28, 2, tzinfo=UTC),
        letterhead=Letterhead(
            parent=line(PARENT),
            issuer=(line(shape.issuer),),
            number=None if pledge else line("Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/KH-CTĐSII"),
            place_date=None if minutes else line(f"{shape.place}, ngày 28 tháng 10 năm 2023"),
        ),
        type_name=None if letter else line({"minutes": "BIÊN BẢN", "pledge": "GIAO ƯỚC"}.get(shape.kind, "KẾ HOẠCH")),
        subject=None if letter else line(subject),
        letter_subject=line("V/v đôn đốc gửi báo cáo tổng kết năm 2023") if letter else None,
        addressees=tuple(line(text) for text in addressees.get(shape.kind, ())),
        body=tuple(blocks(chance, shape.sections)),
        recipients=tuple(line(text) for text in RECIPIENTS),
        signers=(secretary, head) if minutes else (head,),
    )


@pytest.fixture(scope="module")
def real_papers(all_papers: Papers) -> dict[str, Paper]:
    """Every paper of this repository's data and of the example, in both profiles."""
    return {
        f"{name}-{profile.name}": replace(made.paper, profile=profile)
        for name, made in all_papers.items()
        for profile in PROFILES.values()
    }


@pytest.fixture(scope="module")
def written(lay_out: LayOut, real_papers: dict[str, Paper]) -> Path:
    """A folder with the PDF of every shape in `ours`, and LibreOffice's PDF of its DOCX in `office`."""
    return lay_out({str(shape.seed): paper_of(shape) for shape in SHAPES} | real_papers)


def test_the_real_papers_have_the_same_lines_on_the_same_pages(
    written: Path, real_papers: dict[str, Paper], pages_of: PagesOf
) -> None:
    wrong = {}
    for name in real_papers:
        ours, office = (pages_of(written / maker / f"{name}.pdf") for maker in ("ours", "office"))
        if ours != office:
            wrong[name] = (len(ours), len(office), first_difference(ours, office))
    assert wrong == {}


def first_difference(ours: list[list[str]], office: list[list[str]]) -> list[str]:
    """The first lines that differ: ours, then LibreOffice's."""
    lines = ([(number, line) for number, page in enumerate(pages, 1) for line in page] for pages in (ours, office))
    return next(([str(one), str(other)] for one, other in zip_longest(*lines) if one != other), [])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape.seed}-{shape.kind}-{shape.profile}")
def test_the_docx_and_the_pdf_have_the_same_lines_on_the_same_pages(
    shape: Shape, written: Path, pages_of: PagesOf
) -> None:
    ours = pages_of(written / "ours" / f"{shape.seed}.pdf")
    office = pages_of(written / "office" / f"{shape.seed}.pdf")

    assert ours == office
    assert all(page[0] == str(number) for number, page in enumerate(ours[1:], start=2))


def test_long_papers_are_among_them(written: Path, pages_of: PagesOf) -> None:
    assert max(len(pages_of(path)) for path in (written / "ours").iterdir()) >= 9
