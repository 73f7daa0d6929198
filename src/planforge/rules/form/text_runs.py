"""All text of a finished file, and counting what is wrong with it by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planforge.rule import Finding
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph, Run


def every_paragraph(paper: Anatomy) -> Iterator[Paragraph]:
    """The paragraphs of a file, then those of its headers and footers, each once."""
    yield from paper.reading.paragraphs
    seen: set[int] = set()
    for sheet in paper.reading.sheets:
        for paragraph in (*sheet.header, *sheet.first_header, *sheet.footer, *sheet.first_footer):
            if id(paragraph) not in seen:
                seen.add(id(paragraph))
                yield paragraph


@dataclass(slots=True)
class Place:
    """Where a kind of mistake was met first, and in how many paragraphs it was met."""

    paragraph: Paragraph
    start: int
    end: int
    count: int = 1
    last: int = field(default=0)

    def finding(self, paper: Anatomy, **values: object) -> Finding:
        """The finding at the first place; the number of paragraphs is the value `{count}` of its message."""
        return paper.finding(self.paragraph, self.start, self.end, count=self.count, **values)


@dataclass(slots=True)
class Tally:
    """Mistakes by kind, in the order they were met."""

    kinds: dict[str, Place] = field(default_factory=dict)

    def add(self, kind: str, paragraph: Paragraph, start: int, run: Run) -> None:
        """Count a run of a paragraph."""
        place = self.kinds.get(kind)
        if place is None:
            first = start + len(run.text) - len(run.text.lstrip())
            self.kinds[kind] = Place(paragraph, first, start + len(run.text.rstrip()), last=id(paragraph))
        elif place.last != id(paragraph):
            place.count += 1
            place.last = id(paragraph)

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def places(self) -> Iterator[tuple[str, Place]]:
        """Each kind with its place."""
        yield from self.kinds.items()
