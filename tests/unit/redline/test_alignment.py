"""What is the same in two sequences, in order."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from planforge.redline.alignment import (
    common,
    gaps_between,
    heaviest_chain,
    likest,
    unique_pairs,
)

WORDS = st.lists(st.sampled_from("abcd"), max_size=14)


def longest(one: list[str], other: list[str]) -> int:
    row = [0] * (len(other) + 1)
    for first in one:
        last = row[:]
        for at, second in enumerate(other):
            row[at + 1] = last[at] + 1 if first == second else max(last[at + 1], row[at])
    return row[-1]


@given(WORDS, WORDS)
def test_no_common_sequence_is_longer(one: list[str], other: list[str]) -> None:
    pairs = common(one, other)
    assert [one[i] for i, _ in pairs] == [other[j] for _, j in pairs]
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(pairs))
    assert len(pairs) == longest(one, other)


def test_very_different_long_texts_still_keep_what_is_unique() -> None:
    one = [f"a{number}" for number in range(2000)]
    other = [f"b{number}" for number in range(2000)]
    one[700] = other[900] = "same"
    assert common(one, other) == [(700, 900)]


@given(st.permutations(range(6)), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_no_ascending_chain_is_heavier(places: list[int], weights: list[int]) -> None:
    pairs = list(enumerate(places))
    chain = heaviest_chain(pairs, weights)
    assert all(pairs[a][1] < pairs[b][1] for a, b in pairwise(chain))
    heaviest = max(
        sum(weights[at] for at in some)
        for size in range(len(pairs) + 1)
        for some in combinations(range(len(pairs)), size)
        if all(places[a] < places[b] for a, b in pairwise(some))
    )
    assert sum(weights[at] for at in chain) == heaviest


def test_only_what_stands_once_on_both_sides_is_an_anchor() -> None:
    assert unique_pairs("aabcd", "dcbb") == [(3, 1), (4, 0)]


def test_the_gaps_around_pairs_cover_everything_else() -> None:
    assert list(gaps_between([(1, 0), (2, 3)], 4, 4)) == [(0, 1, 0, 0), (2, 2, 1, 3), (3, 4, 4, 4)]


def test_the_likest_pairs_gain_most_together() -> None:
    gains = {(0, 0): 2.0, (0, 1): 5.0, (1, 1): 4.0, (1, 0): 9.0}
    assert likest(range(2), range(2), lambda i, j: gains[i, j]) == [(1, 0)]
    gains[1, 0] = 0.0
    assert likest(range(2), range(2), lambda i, j: gains[i, j]) == [(0, 0), (1, 1)]
