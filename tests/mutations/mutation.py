"""A mutation: conforming input with one thing broken, and the rule that must say so, and no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planforge.rule import Replaced

Parts = dict[str, Any]
"""A DOCX taken apart: the parsed root (lxml) of every XML part by its name, the bytes of every other part."""


@dataclass(frozen=True, slots=True)
class FactMutation:
    """Stretches of the fictional example's files replaced, each of which stands there once."""

    rule: str
    name: str
    change: tuple[Replaced, ...]


@dataclass(frozen=True, slots=True)
class TextMutation:
    """Passages that conform, and the same with one thing broken.

    `day` and `registry` are those of `planforge.rule.Spoken`, where a rule judges by them.
    """

    rule: str
    name: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    day: date | None = None
    registry: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FileMutation:
    """A built paper of the fictional example (`paper` is the file's name without its ending) with one thing broken.

    `change` edits the parts in place. With `in_pdf`, the broken DOCX is also turned into a PDF by LibreOffice and the
    same rule must fire there; `in_docx` is false where only the PDF shows it. `reads` edits of a PDF that LibreOffice
    cannot make are `PdfMutation`.
    """

    rule: str
    name: str
    paper: str
    change: Callable[[Parts], None]
    in_docx: bool = True
    in_pdf: bool = True


@dataclass(frozen=True, slots=True)
class PdfMutation:
    """A built PDF of the fictional example with one thing broken: bytes in, bytes out."""

    rule: str
    name: str
    paper: str
    change: Callable[[bytes], bytes]


Mutation = FactMutation | TextMutation | FileMutation | PdfMutation
