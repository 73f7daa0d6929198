from __future__ import annotations

import pytest

from planforge.decree30 import PROFILES
from planforge.paper import Inline
from planforge.write.clearance import clear_indent_pt
from planforge.write.inlines import runs
from planforge.write.metrics import Face, width_pt
from planforge.write.styles import FIRST_LINE_PT, Style, looks

BODY = looks(PROFILES["p14"])[Style.BODY]
WORDS: list[Inline] = [{"t": "Str", "c": "một"}, {"t": "Space"}, {"t": "Str", "c": "hai"}]


@pytest.mark.parametrize("excess", [-0.05, 0.0, 0.05])
def test_a_line_that_just_fits_gets_an_indent(excess: float) -> None:
    exact = FIRST_LINE_PT + width_pt("một hai", Face.REGULAR, 14)

    assert 0 < clear_indent_pt(runs(WORDS), BODY, exact + excess) < 1


@pytest.mark.parametrize("excess", [-0.5, 0.5, 100])
def test_other_lines_do_not(excess: float) -> None:
    exact = FIRST_LINE_PT + width_pt("một hai", Face.REGULAR, 14)

    assert clear_indent_pt(runs(WORDS), BODY, exact + excess) == 0


def test_the_faces_count() -> None:
    bold: list[Inline] = [{"t": "Strong", "c": [{"t": "Emph", "c": WORDS}]}]
    exact = FIRST_LINE_PT + width_pt("một hai", Face.BOLD_ITALIC, 14)

    assert clear_indent_pt(runs(bold), BODY, exact) > 0


def test_a_break_after_a_hyphen_can_be_a_tie_too() -> None:
    years: list[Inline] = [{"t": "Str", "c": "2021-2025"}]
    exact = FIRST_LINE_PT + width_pt("2021-", Face.REGULAR, 14)

    assert clear_indent_pt(runs(years), BODY, exact) > 0
