"""What a writer receives: one finished paper, arranged by role and not yet by format.

The frame (letterhead, title, recipients, signatures) is plain text, never markup. The body is a sequence of blocks
whose content is pandoc's inline JSON, restricted to `INLINES`; numbers and dashes are already literal text in it.
An `anchor` is an id of the provenance table (`^pf[0-9a-f]{12}(x[0-9]+)?$`); an empty anchor means "no origin".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from planforge.decree30 import Profile

Inline = dict[str, Any]
INLINES = frozenset(
    {"Str", "Space", "SoftBreak", "LineBreak", "Emph", "Strong", "Underline", "Superscript", "Subscript", "Span"}
)
# The class of the span that holds a number or dash; private-use, so that no template can claim it.
LABEL_CLASS = "\ue010label"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Role(StrEnum):
    """What a block of the body is, whatever it looks like."""

    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the frame."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Cells 1 to 4: the national name and motto are fixed by the decree and added by the writers.

    `parent` and `issuer` are already in upper case; `issuer` may be several lines. `number` is the whole line
    ("Số: 05/KH-XXX"), `place_date` too; minutes have no `place_date` and a pledge has no `number`.
    """

    parent: Line | None
    issuer: tuple[Line, ...]
    number: Line | None
    place_date: Line | None


@dataclass(frozen=True, slots=True)
class Signer:
    """Cells 7a to 7c: authority and title in upper case, room for the signature, the office in the host unit, name."""

    authority: tuple[Line, ...]
    office: tuple[Line, ...] = ()
    name: Line | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body; `level` is the outline level of a heading (from 1) and 0 otherwise."""

    role: Role
    level: int
    anchor: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One document, ready to be written in any format.

    `title` and `author` go into the file's properties. `moment` (with a time zone) is the only time a writer may
    put into a file: the same input must give the same bytes.
    """

    profile: Profile
    title: str
    author: str
    moment: datetime
    letterhead: Letterhead
    type_name: Line | None
    subject: Line | None
    letter_subject: Line | None
    addressees: tuple[Line, ...]
    body: tuple[Block, ...]
    recipients: tuple[Line, ...]
    signers: tuple[Signer, ...]
