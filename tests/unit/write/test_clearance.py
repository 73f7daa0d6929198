from __future__ import annotations

import pytest

from planforge.decree30 import PROFILES
from planforge.paper import Inline
from planforge.write.clearance import OUTER_CELL_TIE, settled, widest_pt
from planforge.write.inlines import runs
from planforge.write.metrics import Face, width_pt
from planforge.write.styles import FIRST_LINE_PT, Style, looks

BODY = looks(PROFILES["p14"])[Style.BODY]
WORDS: list[Inline] = [{"t": "Str", "c": "một"}, {"t": "Space"}, {"t": "Str", "c": "hai"}]


@pytest.mark.parametrize("excess", [-0.05, 0.0, 0.05])
def test_a_line_that_just_fits_gets_an_indent(excess: float) -> None:
    exact = FIRST_LINE_PT + width_pt("một hai", Face.REGULAR, 14)

    assert 0 < settled(runs(WORDS), BODY, exact + excess).indent < 1


@pytest.mark.parametrize("excess", [-0.5, 0.5, 100])
def test_other_lines_do_not(excess: float) -> None:
    exact = FIRST_LINE_PT + width_pt("một hai", Face.REGULAR, 14)

    assert settled(runs(WORDS), BODY, exact + excess).indent == 0


def test_the_faces_count() -> None:
    bold: list[Inline] = [{"t": "Strong", "c": [{"t": "Emph", "c": WORDS}]}]
    exact = FIRST_LINE_PT + width_pt("một hai", Face.BOLD_ITALIC, 14)

    assert settled(runs(bold), BODY, exact).indent > 0


def test_a_break_after_a_hyphen_can_be_a_tie_too() -> None:
    years: list[Inline] = [{"t": "Str", "c": "2021-2025"}]
    exact = FIRST_LINE_PT + width_pt("2021-", Face.REGULAR, 14)

    assert settled(runs(years), BODY, exact).indent > 0


def test_lines_are_counted() -> None:
    exact = FIRST_LINE_PT + width_pt("một hai", Face.REGULAR, 14)
    broken: list[Inline] = [*WORDS, {"t": "LineBreak"}, *WORDS]

    assert settled(runs(WORDS), BODY, exact + 1).lines == 1
    assert settled(runs(WORDS), BODY, exact - 1).lines == 2
    assert settled(runs(broken), BODY, exact + 1).lines == 2


def test_lines_are_sure_only_where_every_width_is_known_and_every_word_fits() -> None:
    strange: list[Inline] = [{"t": "Str", "c": "\N{GRINNING FACE}"}]

    assert settled(runs(WORDS), BODY, 300).measured
    assert not settled(runs(strange), BODY, 300).measured
    assert not settled(runs(WORDS), BODY, FIRST_LINE_PT + 5).measured


def test_in_a_cell_a_line_may_be_a_tie_a_little_further_beyond() -> None:
    exact = FIRST_LINE_PT + width_pt("một hai", Face.REGULAR, 14)

    assert settled(runs(WORDS), BODY, exact - 0.5).indent == 0
    assert settled(runs(WORDS), BODY, exact - 0.5, OUTER_CELL_TIE).indent > 0


def test_a_word_ends_at_a_blank_only_and_may_be_broken_after_a_hyphen() -> None:
    years: list[Inline] = [*WORDS, {"t": "Space"}, {"t": "Str", "c": "2021-2025"}]
    part, word = widest_pt(runs(years), BODY)

    assert part == pytest.approx(width_pt("2021-", Face.REGULAR, 14))
    assert word == pytest.approx(width_pt("2021-2025", Face.REGULAR, 14))
