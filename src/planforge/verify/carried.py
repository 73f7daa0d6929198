"""A reading as plain data and back: what a process that read a stranger's file may hand over.

Nothing but strings, numbers and lists crosses, so that a reader that was taken over by its file can still only lie.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from planforge.verify.reading import Reading

Builder = Callable[[Any], Any]


class NotCarriedError(ValueError):
    """What was handed over is no reading."""


def packed(reading: Reading) -> str:
    """A reading as one line of JSON."""
    return json.dumps(_plain(reading), ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def unpacked(data: Any) -> Reading:
    """The reading of parsed JSON. Raises NotCarriedError when a value has not the type its field asks for."""
    try:
        reading = _builder(Reading)(data)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotCarriedError(str(error)) from error
    if not isinstance(reading, Reading):
        raise NotCarriedError("no reading")
    return reading


def _plain(value: Any) -> Any:
    """Dataclasses as the list of their fields."""
    if is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _names(value.__class__)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


@cache
def _builder(kind: Any) -> Builder:
    """What makes a value of a type from plain data, and refuses any other."""
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        inner = next(one for one in get_args(kind) if one is not types.NoneType)
        build = _builder(inner)
        return lambda data: None if data is None else build(data)
    if origin is tuple:
        item = _builder(get_args(kind)[0])
        return lambda data: tuple([item(one) for one in _checked(data, list)])
    if origin is Mapping:
        return _words_of
    if isinstance(kind, type) and is_dataclass(kind):
        return _maker(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda data: kind(_checked(data, str))
    if kind is float:
        return _number
    return lambda data: _checked(data, kind)


def _maker(kind: Any) -> Builder:
    hints = get_type_hints(kind)
    builders = [_builder(hints[name]) for name in _names(kind)]

    def make(data: Any) -> Any:
        return kind(*[build(one) for build, one in zip(builders, _checked(data, list), strict=True)])

    return make


def _number(data: Any) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float):
        raise NotCarriedError(f"{data!r} is no number")
    return float(data)


def _words_of(data: Any) -> dict[str, str]:
    return {_checked(name, str): _checked(value, str) for name, value in _checked(data, dict).items()}


def _checked(data: Any, kind: type[Any]) -> Any:
    """The data itself when it is of a type: a truth value is no whole number here."""
    if type(data) is not kind:
        raise NotCarriedError(f"{type(data).__name__} where {kind.__name__} is asked for")
    return data
