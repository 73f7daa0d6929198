"""A blank: what a paper needs to say and its data does not tell yet, with the place to fill it in."""

from __future__ import annotations

from typing import NamedTuple


class Blank(NamedTuple):
    """One blank of a paper; `field` is the way to it inside the file `path`, `line` the nearest line that exists."""

    document: str
    field: str
    path: str
    line: int
