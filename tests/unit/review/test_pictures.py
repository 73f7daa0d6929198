"""Pictures of the pages that differ: which pages, what is on them, and what a broken file does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from tests.unit.verify.pdf_maker import FONT, PAGE

from planforge.errors import ToolError, UserError
from planforge.output import STAGING
from planforge.review import pictures
from planforge.review.pictures import Pictures, draw_pages, write_pages
from planforge.toolchain import compile_pdf
from planforge.verify.guard import Worker

SENTENCE = "Các đơn vị thành viên bám sát nhiệm vụ trọng tâm, phân công rõ người, rõ việc, rõ thời hạn và kết quả. "
NUMBERED = '#set page(numbering: "1", number-align: center + top)\n'
BAR = "\n#rect(width: {width}mm, height: 20mm, fill: blue)\n"
ORANGE, BLUE = (1, 0, -1), (-1, 0, 1)


def typeset(body: str) -> bytes:
    return compile_pdf((PAGE + NUMBERED + body).encode(), {}, font=FONT, moment=datetime(2030, 1, 1, tzinfo=UTC))


def paragraphs(*numbers: int) -> str:
    return "\n\n".join(f"Đoạn {number}. {SENTENCE * 3}" for number in numbers)


def names(found: Pictures) -> list[str]:
    return [path.name for path in found.files]


def columns(path: Path) -> list[Image.Image]:
    """The three pages of a picture."""
    picture = Image.open(path).convert("RGB")
    width = (picture.width - 12) // 3
    return [picture.crop((at * (width + 6), 30, at * (width + 6) + width, picture.height)) for at in range(3)]


def coloured(picture: Image.Image, towards: tuple[int, int, int]) -> int:
    """How many dots are clearly orange or blue."""
    data = picture.tobytes()
    return sum(data[at] * towards[0] + data[at + 2] * towards[2] > 60 for at in range(0, len(data), 3))


def test_only_the_page_with_a_changed_word_is_drawn(tmp_path: Path) -> None:
    old = typeset(paragraphs(*range(30)))
    new = typeset(paragraphs(*range(30)).replace("Đoạn 28.", "Mục 28."))
    found = draw_pages(old, new, tmp_path)
    assert len(found.files) == 1
    assert found.shifted == ()
    assert sorted(tmp_path.iterdir()) == list(found.files)
    before, after, difference = columns(found.files[0])
    assert coloured(before, ORANGE) > 200
    assert coloured(before, BLUE) == 0
    assert coloured(after, BLUE) > 200
    assert coloured(after, ORANGE) == 0
    assert coloured(difference, BLUE) > 50
    assert coloured(difference, ORANGE) > 50


def test_pages_on_which_text_only_moved_are_named_and_not_drawn(tmp_path: Path) -> None:
    found = draw_pages(typeset(paragraphs(*range(30))), typeset(paragraphs(99, *range(30))), tmp_path)
    assert names(found) == ["page-001.png"]
    assert found.shifted
    assert 1 not in found.shifted
    before, _, difference = columns(found.files[0])
    assert coloured(before, ORANGE) == 0
    assert coloured(difference, ORANGE) == 0
    assert coloured(difference, BLUE) > 500


def test_a_chart_that_changed_is_seen_though_no_word_did(tmp_path: Path) -> None:
    old, new = (typeset(paragraphs(1) + BAR.format(width=width)) for width in (40, 60))
    found = draw_pages(old, new, tmp_path)
    assert names(found) == ["page-001.png"]
    assert coloured(columns(found.files[0])[2], BLUE) > 1000
    assert draw_pages(old, old, tmp_path) == Pictures(())


def test_another_look_of_the_same_words_is_seen(tmp_path: Path) -> None:
    old, new = typeset("Một chữ đậm."), typeset("Một *chữ* đậm.")
    assert names(draw_pages(old, new, tmp_path)) == ["page-001.png"]


def test_a_page_number_that_went_up_is_no_change(tmp_path: Path) -> None:
    pages = "#pagebreak()\n".join(f"Trang riêng {word} {SENTENCE}\n" for word in ("một", "hai", "ba"))
    found = draw_pages(typeset(pages), typeset(f"Mở đầu thêm vào\n#pagebreak()\n{pages}"), tmp_path)
    assert names(found) == ["page-001.png"]


@pytest.mark.parametrize(("is_new", "name"), [(True, "page-001.png"), (False, "old-page-001.png")])
def test_a_file_of_one_side_is_drawn_alone(tmp_path: Path, *, is_new: bool, name: str) -> None:
    made = typeset("Một trang.")
    (path,) = write_pages(None if is_new else made, made if is_new else None, tmp_path)
    assert path.name == name
    with Image.open(path) as picture:
        assert picture.width < 1000


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    old, new = typeset("Một hai ba."), typeset("Một bốn ba.")
    first = [path.read_bytes() for path in write_pages(old, new, tmp_path)]
    assert first == [path.read_bytes() for path in write_pages(old, new, tmp_path)]
    assert all(len(one) < 300_000 for one in first)


def test_pages_beyond_the_most_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PICTURES", 1)
    old, new = ("#pagebreak()\n".join(f"{word} {number}\n" for number in "abc") for word in ("Cũ", "Mới"))
    found = draw_pages(typeset(old), typeset(new), tmp_path)
    assert len(found.files) == 1
    assert found.left_out == 2


def test_a_broken_file_is_one_clear_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"pages\.unreadable"):
        draw_pages(b"%PDF-1.7 nothing", typeset("Một."), tmp_path)
    assert not list(tmp_path.iterdir())
    assert not STAGING


def test_what_takes_too_long_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "SECONDS", 0.01)
    with pytest.raises(ToolError, match=r"pages\.failed"):
        draw_pages(typeset("Một."), typeset("Hai."), tmp_path)


@pytest.mark.parametrize("answer", [b"not json", b"[]", b'{"pages": 3}', b'{"pages": [[0, 0]], "shifted": []}'])
def test_an_answer_that_is_none_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    monkeypatch.setattr(Worker, "ask", lambda *_: answer)
    with pytest.raises(ToolError, match=r"pages\.failed"):
        draw_pages(b"a", b"b", tmp_path)
