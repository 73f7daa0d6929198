"""The sizes of a paper's components, and the consistent choices they may follow.

The note under the table of section V asks that sizes rise and fall together; its examples are the two profiles of
`decree30.PROFILES`. The sample column of the same table has the smaller letterhead above text of 14 pt, so that a paper
set like the samples is no fault either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planforge.decree30 import FORMS, PROFILES, Component
from planforge.rules.form.appearance import SIZE_TOLERANCE_PT, main_size, same_size
from planforge.rules.form.wording import FORM_MINUTES
from planforge.verify.anatomy import Anatomy
from planforge.verify.reading import Paragraph

# Components that must be of one size among themselves.
ALIKE = (
    (Component.NATIONAL_NAME, Component.PARENT, Component.ISSUER),
    (Component.NATIONAL_MOTTO, Component.PLACE_DATE),
)
_HEAD = (
    Component.NATIONAL_NAME,
    Component.NATIONAL_MOTTO,
    Component.PARENT,
    Component.ISSUER,
    Component.PLACE_DATE,
    Component.LETTER_SUBJECT,
)
_TEXT = (
    Component.TYPE_NAME,
    Component.SUBJECT,
    Component.ISSUING_AUTHORITY,
    Component.ADDRESSEES,
    Component.SIGNER_AUTHORITY,
    Component.SIGNER_OFFICE,
    Component.SIGNER_NAME,
)
CHOICES: tuple[Mapping[Component, float], ...] = (
    PROFILES["p14"].sizes,
    PROFILES["p13"].sizes,
    {part: PROFILES["p13" if part in _HEAD else "p14"].size(part) for part in Component},
)


@dataclass(frozen=True, slots=True)
class Sized:
    """A paragraph of a component and its size in points."""

    component: Component
    paragraph: Paragraph
    size: float


def head_sizes(paper: Anatomy) -> Iterator[Sized]:
    """The components of the letterhead whose size is known and one that the decree allows."""
    for component in _HEAD:
        if component is Component.PLACE_DATE and paper.form == FORM_MINUTES:
            continue
        for paragraph in paper.all_of(component):
            yield from _sized(component, paragraph)


def all_sizes(paper: Anatomy) -> Iterator[Sized]:
    """The components whose sizes go together, in the order of the paper, running text included."""
    found = list(head_sizes(paper))
    for component in _TEXT:
        for paragraph in paper.all_of(component):
            found += _sized(component, paragraph)
    for paragraph in paper.running_text():
        found += _sized(Component.BODY, paragraph)
    yield from sorted(found, key=lambda one: one.paragraph.ordinal)


def pairs_agree(paper: Anatomy) -> bool:
    """Whether the components of the letterhead that must be of one size are."""
    sizes = {one.component: one.size for one in head_sizes(paper)}
    return all(
        same_size(sizes[a], sizes[b]) for group in ALIKE for a in group for b in group if a in sizes and b in sizes
    )


def _sized(component: Component, paragraph: Paragraph) -> list[Sized]:
    size = main_size(paragraph)
    form = FORMS[component]
    if size is None or not form.smallest - SIZE_TOLERANCE_PT <= size <= form.largest + SIZE_TOLERANCE_PT:
        return []
    return [Sized(component, paragraph, size)]
