"""A reading crosses from the guarded process as plain data, and nothing else does."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.sample import sample_reading
from tests.rules.sample_papers import PAPERS

from planforge.rule import Medium
from planforge.verify.carried import NotCarriedError, packed, unpacked

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=60,
)


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_a_reading_comes_back_as_it_was(medium: Medium, paper: str) -> None:
    reading = sample_reading(medium, paper)
    assert unpacked(json.loads(packed(reading))) == reading


@given(data=ANYTHING)
def test_anything_else_is_refused(data: Any) -> None:
    with pytest.raises(NotCarriedError):
        unpacked(data)


@given(data=ANYTHING, place=st.integers(0, 10))
def test_a_value_of_another_type_is_refused_or_harmless(data: Any, place: int) -> None:
    carried = json.loads(packed(sample_reading(Medium.PDF)))
    carried[place] = data
    with suppress(NotCarriedError):
        assert packed(unpacked(carried))
