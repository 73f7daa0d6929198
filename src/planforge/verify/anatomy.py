"""A reading with its components found: what rules about files are asked of.

Nothing here trusts the names of styles: components are found by their words, their place in the letterhead and their
order, so that a stranger's file is read like ours. A component is found even where its wording is a little wrong, for
else nobody could say what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from planforge.decree30 import Component
from planforge.diagnostics import Excerpt, Span
from planforge.rule import Finding
from planforge.verify.reading import Paragraph, Reading, Sheet


class Level(StrEnum):
    """What a numbered or dashed paragraph of the body is (Appendix I, part I, section II.6).

    `CAPITAL` is "A." above the Roman numbers: the decree has no such level, reports on achievements do.
    """

    PART = "part"
    CAPITAL = "capital"
    CHAPTER = "chapter"
    SECTION_TITLE = "section_title"
    ARTICLE = "article"
    HEADING = "heading"
    CLAUSE = "clause"
    DECIMAL = "decimal"
    POINT = "point"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph of the body that begins with a number, a letter or a dash.

    `label` is that beginning as written ("I.", "1.", "1.1.", "a)", "Điều 3.", "Chương II", "-"), `number` its value
    (the position in the order of 23 letters for a point; None for a dash or a letter that is not in it), `titled`
    whether it is a heading and not the sentence itself.
    """

    paragraph: Paragraph
    level: Level
    label: str
    number: int | None
    titled: bool
    annex: int | None = None


@dataclass(frozen=True, slots=True)
class SignerBlock:
    """One signer: authority and title above the signature, the office in the host unit and the name below it.

    `gap` is the room left for the signature, in points; None where it cannot be told.
    """

    authority: tuple[Paragraph, ...]
    office: tuple[Paragraph, ...] = ()
    name: Paragraph | None = None
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class FoundAnnex:
    """An annex: its label, title and reference line, and the sheet it begins on.

    `enclosed` tells a text that a decision issues (a regulation): its label is its type, and its title is a subject.
    `letterhead` is what such a text has above its label.
    """

    label: Paragraph | None
    title: tuple[Paragraph, ...]
    reference: Paragraph | None
    body: tuple[Paragraph, ...]
    sheet: Sheet | None = None
    starts_page: bool | None = None
    enclosed: bool = False
    letterhead: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A reading and its components.

    `parts` holds the paragraphs of each component, in order; a component that was not found is not in it. `form` is the
    form of Appendix III ("1.4", "1.5", "1.7", "1.9", "2.1" …), None where it could not be told; `type_name` is the type
    in capitals ("KẾ HOẠCH"), and `symbol` its abbreviation ("KH"), None where there is none. `body` are the paragraphs
    between the head and the recipients or signatures, tables included, `numbered` those of them that are counted.
    `bases` are the lines that begin "Căn cứ" before the text, and the proposal under them ("Theo đề nghị của …"); they
    are a part of the body. `custom` tells a type outside the decree's 29 whose form
    is custom (a pledge), for which the number and recipients are not asked.
    """

    reading: Reading
    parts: Mapping[Component, tuple[Paragraph, ...]] = field(default_factory=dict)
    form: str | None = None
    type_name: str | None = None
    symbol: str | None = None
    custom: bool = False
    bases: tuple[Paragraph, ...] = ()
    body: tuple[Paragraph, ...] = ()
    numbered: tuple[Numbered, ...] = ()
    signers: tuple[SignerBlock, ...] = ()
    annexes: tuple[FoundAnnex, ...] = ()

    def part(self, component: Component) -> Paragraph | None:
        """The first paragraph of a component; None where there is none."""
        return next(iter(self.parts.get(component, ())), None)

    def all_of(self, component: Component) -> tuple[Paragraph, ...]:
        """Every paragraph of a component."""
        return self.parts.get(component, ())

    def running_text(self) -> Iterator[Paragraph]:
        """The paragraphs of the body that are running text: not in tables, not centred titles, not empty."""
        return (
            paragraph
            for paragraph in self.body
            if paragraph.cell is None and paragraph.words and paragraph.stroke is None
        )

    def finding(self, paragraph: Paragraph | None, start: int = 0, end: int = 0, **values: object) -> Finding:
        """What a rule found in a paragraph (or in the file as a whole); `start` and `end` count its characters."""
        path = self.reading.path
        if paragraph is None:
            return Finding(Span(path, 0, 0), values, Excerpt(""))
        last = end or len(paragraph.text)
        span = Span(path, paragraph.ordinal, start + 1, paragraph.ordinal, last + 1)
        return Finding(span, values, Excerpt(paragraph.text, start, last, paragraph.page))
