from __future__ import annotations

import pytest

from planforge.write.lines import balanced_lines, line_count
from planforge.write.metrics import Face, width_pt


@pytest.mark.parametrize(
    ("text", "face", "size", "expected"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face.BOLD, 13, 271),
        ("Độc lập - Tự do - Hạnh phúc", Face.BOLD, 14, 171),
        ("CỤM THI ĐUA SỐ II", Face.BOLD, 12, 114),
        ("Hà Nội, ngày 28 tháng 02 năm 2023", Face.ITALIC, 14, 205),
        ("Thành phố Hồ Chí Minh, ngày 28 tháng 10 năm 2023", Face.ITALIC, 14, 301),
    ],
)
def test_widths_are_those_measured_in_times(text: str, face: Face, size: float, expected: float) -> None:
    assert width_pt(text, face, size) == pytest.approx(expected, abs=1)


def test_an_unknown_character_counts_half_an_em() -> None:
    assert width_pt("\N{GRINNING FACE}", Face.REGULAR, 14) == 7


def test_a_text_that_fits_is_one_line() -> None:
    assert balanced_lines("BỘ TƯ PHÁP", Face.REGULAR, 13, 180) == ("BỘ TƯ PHÁP",)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("TẠP CHÍ DÂN CHỦ VÀ PHÁP LUẬT", 181, ("TẠP CHÍ DÂN CHỦ", "VÀ PHÁP LUẬT")),
        ("PHÓ TỔNG BIÊN TẬP PHỤ TRÁCH", 210, ("PHÓ TỔNG BIÊN TẬP", "PHỤ TRÁCH")),
        (
            "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG CỤM THI ĐUA SỐ II",
            181,
            ("HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG", "CỤM THI ĐUA SỐ II"),
        ),
    ],
)
def test_names_are_broken_evenly_and_not_inside_a_compound(text: str, limit: float, lines: tuple[str, ...]) -> None:
    assert balanced_lines(text, Face.BOLD, 13, limit) == lines


def test_an_overlong_word_and_an_endless_text_are_broken_all_the_same() -> None:
    assert balanced_lines("X" * 100, Face.BOLD, 13, 100) == ("X" * 100,)
    assert balanced_lines("X" * 100 + " a", Face.BOLD, 13, 100) == ("X" * 100, "a")
    assert " ".join(balanced_lines("thi đua " * 2000, Face.BOLD, 13, 100)) == "thi đua " * 2000


def test_lines_are_counted() -> None:
    assert line_count("một hai ba bốn", Face.REGULAR, 14, 40) == 3
