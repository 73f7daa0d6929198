"""Charts as pictures, drawn once for a format; the drawing library is imported only when there is a chart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from planforge.paper import Chart
from planforge.write.characters import holdable


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in both forms, its size in points, and the words that stand for it."""

    svg: bytes
    png: bytes
    width: float
    height: float
    title: str
    alternative: str


# Every format shows the same pictures.
@lru_cache(maxsize=32)
def draw(chart: Chart, width: float) -> Picture:
    """The picture of a chart, as wide as the text or narrower."""
    from planforge.write.charts import draw_chart

    drawing = draw_chart(chart, width)
    title = holdable(chart.title)
    alternative = holdable(chart.alternative).strip() or title or "Biểu đồ"
    return Picture(drawing.svg, drawing.png, drawing.width_pt, drawing.height_pt, title, alternative)
