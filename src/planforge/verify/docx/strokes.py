"""Lines under texts: borders of paragraphs and drawn lines, given to the paragraphs they stand under."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from planforge.verify.docx.draft import Draft
from planforge.verify.docx.drawings import DrawnLine
from planforge.verify.docx.paragraph_properties import Border, Layout
from planforge.verify.reading import Stroke

Flow = list[Draft | None]

# How many paragraphs a drawn line may be moved down.
_NEAR = 20


def set_gaps(flow: Flow) -> None:
    """The room above each paragraph of a column; between two of one style that ask for it there is none."""
    before: Draft | None = None
    for draft in flow:
        if draft is None:
            before = None
            continue
        stands = draft.layout or draft.settle()
        draft.gap = stands.before
        if before is not None:
            above = before.layout or before.settle()
            alike = before.ground.style == draft.ground.style
            own = 0.0 if alike and stands.contextual_spacing else stands.before
            others = 0.0 if alike and above.contextual_spacing else above.after
            draft.gap = max(own, others)
        before = draft


def set_strokes(flow: Flow, above: Draft | None, width_of: Callable[[Draft], float | None]) -> None:
    """Give every line of a column to the text it stands under; `above` is the last text of the cell above, if any."""
    text = above
    for index, draft in enumerate(flow):
        if draft is None:
            text = None
            continue
        stands = draft.layout or draft.settle()
        filled, before = draft.has_text, text
        if not filled and stands.top_border:
            _give(text, _border_stroke(draft, stands.top_border, width_of(draft)))
        if filled:
            text = draft
        elif draft.has_object:
            text = None
        if stands.bottom_border and not (filled and _goes_on(stands, flow, index)):
            _give(text, _border_stroke(draft, stands.bottom_border, width_of(draft)))
        for line in draft.drawn:
            _give(_under(line, flow[index : index + _NEAR], text, before), line.stroke)


def _give(draft: Draft | None, stroke: Stroke) -> None:
    if draft is not None and draft.stroke is None:
        draft.stroke = stroke


def _goes_on(own: Layout, flow: Flow, index: int) -> bool:
    """Whether the next paragraph has the same borders: then programs draw one line below both."""
    following = flow[index + 1] if index + 1 < len(flow) else None
    if following is None or following.layout is None:
        return False
    other = following.layout
    return (own.bottom_border, own.top_border, own.left, own.right) == (
        *(other.bottom_border, other.top_border),
        *(other.left, other.right),
    )


def _border_stroke(draft: Draft, border: Border, width: float | None) -> Stroke:
    stands = draft.layout or draft.settle()
    left, right = stands.left + min(stands.first_line, 0.0), stands.right
    length = None if width is None else max(width - left - right, 0.0)
    return Stroke(length, border.weight, border.solid, (left - right) / 2, border.colour)


def _under(line: DrawnLine, flow: Flow, text: Draft | None, before: Draft | None) -> Draft | None:
    """The text a drawn line stands under: that of its paragraph, or another as far up or down as it is moved.

    `flow` begins with the paragraph it is anchored in, whose text is `text`, and above which is `before`.
    """
    if line.inline or line.down is None:
        return text
    left, found = line.down, text
    for draft in flow:
        if draft is None:
            break
        pitch = draft.pitch()
        if left < pitch / 2:
            # Above the middle of its first line: it stands under what comes before.
            return before if draft is flow[0] else found
        if draft.has_text:
            found = draft
        lines = 1 + sum(text.count("\n") for piece in draft.pieces for text in piece.texts)
        left -= pitch * lines
    return found


def cells_by_place(flows: Iterable[Flow]) -> Mapping[tuple[int, int, int], Flow]:
    """The columns of cells by table, row and column."""
    found: dict[tuple[int, int, int], Flow] = {}
    for flow in flows:
        cell = next((draft.place.cell for draft in flow if draft is not None), None)
        if cell is not None:
            found.setdefault((cell.table, cell.row, cell.column), flow)
    return found


def last_text(flow: Flow) -> Draft | None:
    """The last paragraph of a column, that holds words, unless a table or picture comes after it."""
    for draft in reversed(flow):
        if draft is None or draft.has_text or draft.has_object:
            return draft if draft is not None and draft.has_text else None
    return None
