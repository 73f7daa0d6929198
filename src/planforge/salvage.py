"""What is left of a file when its wrong entries are taken out: so that one mistake does not hide another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planforge.diagnostics import Span
from planforge.source import Route, SourceFile


def without(source: SourceFile, routes: Iterable[Route]) -> SourceFile:
    """The file without the entries at some routes; the places of all others are as they were.

    Later routes go first, so that taking an entry out of a list does not move those still to be taken out.
    """
    data, values, keys = _copy(source.data), source.values, source.keys
    for route in sorted({route for route in routes if route}, key=_position, reverse=True):
        if _remove(data, route):
            values, keys = _without_places(values, route), _without_places(keys, route)
    return SourceFile(source.path, source.text, data, values, keys)


def _position(route: Route) -> list[tuple[bool, int, str]]:
    return [(isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in route]


def _copy(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _copy(value) for key, value in node.items()}
    return [_copy(value) for value in node] if isinstance(node, list) else node


def _remove(data: Any, route: Route) -> bool:
    """Take an entry out; False where the route leads nowhere (any more)."""
    *way, last = route
    for step in way:
        if not _has(data, step):
            return False
        data = data[step]
    if not _has(data, last):
        return False
    del data[last]
    return True


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def _without_places(places: dict[Route, Span], route: Route) -> dict[Route, Span]:
    depth, last = len(route) - 1, route[-1]
    kept = {}
    for place, span in places.items():
        if place[: depth + 1] == route:
            continue
        step = place[depth] if len(place) > depth and place[:depth] == route[:-1] else None
        if isinstance(step, int) and isinstance(last, int) and step > last:
            kept[(*place[:depth], step - 1, *place[depth + 1 :])] = span
        else:
            kept[place] = span
    return kept
