"""Charts: whole, legible in grey, the same bytes every time, and read by the programs that show them."""

from __future__ import annotations

import io
import math
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import typst
from lxml import etree
from PIL import Image

from planforge.fonts import EMBEDDED
from planforge.paper import Chart, ChartKind, Series
from planforge.write import charts
from planforge.write.charts import MOST_HEIGHT_PT, Drawing, draw_chart

WIDTH_PT = 453.5
LONG = "Phòng Phổ biến, giáo dục pháp luật và Quản lý xử lý vi phạm hành chính Sở Tư pháp Thành phố"
UNITS = (
    "Cục Trợ giúp pháp lý",
    "Cục Đăng ký quốc gia giao dịch bảo đảm",
    "Trường Đại học Luật Hà Nội",
    "Cục Phổ biến, giáo dục pháp luật và Hòa giải ở cơ sở thuộc Bộ Tư pháp",
)


def chart(
    kind: ChartKind, categories: tuple[str, ...], *rows: tuple[float | None, ...], title: str = "Kết quả"
) -> Chart:
    series = tuple(Series(f"Danh hiệu {number}", row) for number, row in enumerate(rows, 1))
    return Chart(kind, title, categories, series, "")


def numbered(count: int, name: str = "Đơn vị thứ") -> tuple[str, ...]:
    return tuple(f"{name} {number}" for number in range(count))


def values(count: int, factor: float = 1.0) -> tuple[float, ...]:
    return tuple((37 * number % 91 + 1) * factor for number in range(count))


ODD = {
    "nothing": ((), ()),
    "no series": (UNITS, ()),
    "one": (("A",), ((12.0,),)),
    "zero": (("A", "B"), ((0.0, 0.0),)),
    "unknown": (("A", "B"), ((None, None),)),
    "gap": (("A", "B", "C"), ((1.0, None, 2.0),)),
    "no numbers": (("A", "B", "C"), ((math.nan, math.inf, 3.0),)),
    "negative": (("A", "B", "C"), ((-1500.0, 0.0, 2300.0), (-300.0, None, -20.5))),
    "all negative": (("A", "B"), ((-1234567.0, -2.0),)),
    "huge": (("A", "B", "C"), ((1.7e308, -1.7e308, 5e-324),)),
    "tiny": (("A", "B"), ((5e-324, 1e-300),)),
    "equal": (("A", "B"), ((93.75, 93.75),)),
    "just below a million": (("A", "B"), ((999_999.0, 999_998.0),)),
    "money": (UNITS, ((1.234e12, 2.5e12, 55e6, 999_999_999_999.0),)),
    "long": (UNITS, (values(4), values(4, 2.5), values(4, 111.25))),
    "markup": (("$a$ _b_ \\frac", "<b>&amp;"), ((1.0, 2.0), (2.0, 1.0))),
    "no words": (("", "X" * 200), ((1.0, 2.0),)),
    "hidden": (("_a", "_"), ((1.0, 2.0), (2.0, 1.0))),
    "unreal letters": (("中" * 60, "Ш" * 60), ((1.0, 2.0),)),
    "43": (numbered(43), (values(43),)),
    "43 long": (numbered(43, LONG), (values(43),)),
    "43 of three": (numbered(43, "Sở"), (values(43), values(43, 2), values(43, 3))),
    "many": (numbered(150), (values(150),)),
    "many series": (numbered(4), tuple(values(4, factor) for factor in range(1, 21))),
}


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("name", ODD)
def test_nothing_crashes_and_nothing_is_cut_off(kind: ChartKind, name: str) -> None:
    categories, rows = ODD[name]
    drawing = draw_chart(chart(kind, categories, *rows), WIDTH_PT)
    assert drawing.width_pt == WIDTH_PT
    assert 0 < drawing.height_pt <= MOST_HEIGHT_PT
    assert_clear_edge(drawing)


def assert_clear_edge(drawing: Drawing) -> None:
    with Image.open(io.BytesIO(drawing.png)) as opened:
        image = opened.convert("L")
    assert image.width == pytest.approx(drawing.width_pt / 72 * 200, abs=2)
    assert image.height == pytest.approx(drawing.height_pt / 72 * 200, abs=2)
    for box in (
        (0, 0, image.width, 1),
        (0, image.height - 1, image.width, image.height),
        (0, 0, 1, image.height),
        (image.width - 1, 0, image.width, image.height),
    ):
        assert image.crop(box).getextrema() == (255, 255)


@pytest.mark.parametrize("title", ["ĐƠN VỊ " * 60, "W" * 300, "中" * 80, "$x$ _y_ <b>&amp;</b> \\frac{1} \n\t z", ""])
@pytest.mark.parametrize("kind", ChartKind)
def test_any_title_and_key_stay_inside(kind: ChartKind, title: str) -> None:
    series = tuple(Series(f"{title} {number}", (1.0, 2.0)) for number in range(4))
    drawing = draw_chart(Chart(kind, title, ("A", title), series, ""), WIDTH_PT)
    assert drawing.height_pt <= MOST_HEIGHT_PT
    assert_clear_edge(drawing)


@pytest.mark.parametrize("text", ["$x^2$", "<b>", "_hidden", "\\alpha"])
def test_a_text_is_drawn_as_it_is_written(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """In the title, the name of the category and both names of the key."""
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    written: list[Text] = []

    def save(figure: Figure, *_arguments: Any, **_options: Any) -> None:
        written.extend(one for one in figure.findobj(Text) if one.get_text() == text)

    monkeypatch.setattr(Figure, "savefig", save)
    draw_chart(Chart(ChartKind.BARS, text, (text,), (Series(text, (1.0,)), Series(text, (2.0,))), ""), WIDTH_PT)
    assert len(set(written)) >= 4
    assert not any(one.get_parse_math() or one.get_usetex() for one in written)


@pytest.mark.parametrize("kind", ChartKind)
def test_a_value_that_is_not_known_leaves_a_gap(kind: ChartKind) -> None:
    """Neither the value of another category, nor zero with its label."""
    gap, zero, short = (
        draw_chart(chart(kind, ("A", "B", "C"), row), WIDTH_PT) for row in ((1.0, None, 2.0), (1.0, 0.0, 2.0), (1.0,))
    )
    assert gap.svg != zero.svg
    assert gap.svg.count(b"<use") < zero.svg.count(b"<use")
    assert short.svg == draw_chart(chart(kind, ("A", "B", "C"), (1.0, None, None)), WIDTH_PT).svg


def test_the_vector_picture_holds_no_text_and_no_date() -> None:
    drawing = draw_chart(chart(ChartKind.BARS, UNITS, values(4)), WIDTH_PT)
    root = etree.fromstring(drawing.svg)
    names = {etree.QName(element).localname for element in root.iter("{*}*")}
    assert "text" not in names
    assert root.get("viewBox") == f"0 0 {WIDTH_PT:g} {drawing.height_pt:g}"
    assert not re.search(rb"(?i)20[0-9]{2}-[0-9]{2}-[0-9]{2}|dc:date|dc:creator|matplotlib v", drawing.svg)
    assert b"Software" not in drawing.png


@pytest.mark.parametrize("kind", ChartKind)
def test_typst_draws_the_same_picture(kind: ChartKind) -> None:
    drawing = draw_chart(chart(kind, UNITS, *(values(4, factor) for factor in range(1, 8))), WIDTH_PT)
    page = (
        f"#set page(width: {WIDTH_PT}pt, height: {drawing.height_pt}pt, margin: 0pt)\n"
        '#image(bytes(sys.inputs.picture), format: "svg", width: 100%)'
    )
    made = typst.compile(page.encode(), sys_inputs={"picture": drawing.svg.decode()}, format="png", ppi=72)
    assert isinstance(made, bytes)
    with Image.open(io.BytesIO(made)) as one, Image.open(io.BytesIO(drawing.png)) as other:
        size = (60, 40)
        pairs = zip(one.convert("L").resize(size).tobytes(), other.convert("L").resize(size).tobytes(), strict=True)
        assert sum(abs(left - right) for left, right in pairs) / (60 * 40) < 6


SCRIPT = """
import hashlib, sys
from planforge.paper import Chart, ChartKind, Series
from planforge.write.charts import draw_chart
names = ("Cục Trợ giúp pháp lý", "Học viện Tư pháp", "C")
series = tuple(Series(f"Năm {year}", (1.5, None, year)) for year in range(2020, 2024))
for kind in ChartKind:
    drawing = draw_chart(Chart(kind, "Kết quả", names, series, ""), 453.5)
    sys.stdout.write(hashlib.sha256(drawing.svg + drawing.png).hexdigest())
"""


def test_two_processes_draw_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("axes.facecolor: red\nsavefig.dpi: 17\nfont.size: 40\ntext.usetex: True\n")

    def drawn(seed: str, folder: Path) -> str:
        # A home and a cache of its own would make matplotlib list all fonts of the system anew.
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-c", SCRIPT]
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=120
        ).stdout

    assert drawn("1", Path.cwd()) == drawn("2", tmp_path) != ""


def test_threads_draw_what_one_draws() -> None:
    several = [chart(kind, numbered(5), values(5), values(5, factor)) for kind in ChartKind for factor in (2, 3)]
    alone = [draw_chart(one, WIDTH_PT) for one in several]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda one: draw_chart(one, WIDTH_PT), several)) == alone


def test_the_font_inside_typst_has_a_stand_in() -> None:
    drawing = draw_chart(chart(ChartKind.BARS, UNITS, values(4)), WIDTH_PT, EMBEDDED)
    assert_clear_edge(drawing)
    assert drawing.svg != draw_chart(chart(ChartKind.BARS, UNITS, values(4)), WIDTH_PT).svg


def test_a_letter_without_a_glyph_is_no_fault() -> None:
    assert_clear_edge(draw_chart(chart(ChartKind.LINE, ("😀", "中"), (1.0, 2.0), title="😀"), WIDTH_PT))


def test_a_key_stands_only_over_several_series() -> None:
    one = draw_chart(chart(ChartKind.COLUMNS, UNITS, values(4)), WIDTH_PT)
    two = draw_chart(chart(ChartKind.COLUMNS, UNITS, values(4), values(4)), WIDTH_PT)
    assert two.height_pt > one.height_pt


def test_every_series_of_nine_has_a_look_of_its_own() -> None:
    assert len(set(charts._FILLS)) == len(charts._FILLS) >= 6
    assert len({marker for marker, _ in charts._STROKES}) == len(charts._STROKES) >= 6


def test_forty_three_bars_are_written_in_full_letters() -> None:
    drawn = chart(ChartKind.BARS, numbered(43, "Sở Tư pháp thành phố"), values(43, 1_000_000))
    drawing = draw_chart(drawn, WIDTH_PT)
    assert 500 < drawing.height_pt <= MOST_HEIGHT_PT


def test_a_narrow_chart_keeps_to_its_width() -> None:
    drawing = draw_chart(chart(ChartKind.BARS, UNITS, values(4)), 250)
    assert drawing.width_pt == 250
    assert_clear_edge(drawing)
