"""Lists of which some entries are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from planforge.model.fields import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


def is_read(record: object) -> bool:
    """False for the id of a registry that cannot be read: the record is then None, whatever its type says."""
    return record is not None


def readable(records: Iterable[AnyRecord | None]) -> Iterator[tuple[int, AnyRecord]]:
    """The records with their places in the list; one that is wrong itself is None, and reported at its own place."""
    return ((index, record) for index, record in enumerate(records) if record is not None)
