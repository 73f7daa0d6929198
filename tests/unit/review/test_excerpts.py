"""What changed in a text is shown with the words around it, and counted as the redline counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.redline.comparison import Change
from planforge.redline.tokens import word_count
from planforge.review.summary.excerpts import counted, of_texts

TEXTS = st.text(alphabet=st.sampled_from("ab\u1ecb\u0301 \n.,_5"), max_size=30)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Tổ chức sơ kết", "Tổ chức tổng kết", (1, 1)),
        ("Cu\u0323m thi đua", "Khối thi đua", (1, 1)),
        ("ngày 05/01/2030", "ngày 06/01/2030", (1, 1)),
        ("một\n\nhai", "một hai", (0, 0)),
        ("", "một, hai", (0, 2)),
    ],
)
def test_words_are_counted_however_their_letters_are_written(old: str, new: str, words: tuple[int, int]) -> None:
    assert counted(of_texts(old, new)) == words


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_what_is_shown_and_all_that_came_and_went_is_counted(old: str, new: str) -> None:
    found = of_texts(old, new)
    assert "".join(one.text for one in found if one.change is not Change.ADDED) == old
    assert "".join(one.text for one in found if one.change is not Change.REMOVED) == new
    removed, added = counted(found)
    assert removed - added == word_count(old) - word_count(new)
