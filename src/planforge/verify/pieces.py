"""Paragraphs that hold two things, side by side with a tab between them or one above the other, taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planforge.verify.reading import Paragraph, Run


def side_by_side(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """What stands between the tabs of a paragraph; the paragraph itself where nothing but one text does."""
    return _split(paragraph, "\t")


def first_line_apart(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The first line of a paragraph with breaks, and the rest."""
    head, mark, rest = paragraph.text.partition("\n")
    if not (mark and head.strip() and rest.strip()):
        return (paragraph,)
    return _cut(paragraph, 0, len(head)), _cut(paragraph, len(head) + 1, len(paragraph.text))


def lines_of(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Each line of a paragraph that was drawn on several, in a PDF; the paragraph itself of a DOCX."""
    if len(paragraph.lines) < 2:
        return (paragraph,)
    found = []
    start = 0
    last = paragraph.lines[-1]
    for line in paragraph.lines:
        at = paragraph.text.find(line.text, start)
        if at < 0:
            return (paragraph,)
        start = at + len(line.text)
        part = _cut(paragraph, at, start)
        stroke = paragraph.stroke if line is last else None
        found.append(replace(part, box=line.box, lines=(line,), page=line.page, centre=None, stroke=stroke))
    return tuple(found)


def _split(paragraph: Paragraph, mark: str) -> tuple[Paragraph, ...]:
    if mark not in paragraph.text:
        return (paragraph,)
    spans = []
    start = 0
    for part in paragraph.text.split(mark):
        if part.strip():
            spans.append((start, start + len(part)))
        start += len(part) + len(mark)
    if len(spans) < 2:
        return (paragraph,)
    return tuple(replace(_cut(paragraph, *span), align=None, centre=None, first_line=None) for span in spans)


def _cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    return replace(paragraph, text=paragraph.text[start:end], runs=tuple(_runs(paragraph.runs, start, end)))


def _runs(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            yield replace(run, text=run.text[first:last])
        at += len(run.text)
