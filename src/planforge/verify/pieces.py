"""Paragraphs that hold two things, side by side with a tab between them or one above the other, taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from planforge.verify.reading import Box, Line, Paragraph, Run


def side_by_side(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """What stands between the tabs of a paragraph; the paragraph itself where nothing but one text does."""
    return _split(paragraph, "\t")


def first_line_apart(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The first line of a paragraph with breaks, or drawn on several lines, and the rest."""
    return broken_before(paragraph, lambda _: True)


def broken_before(paragraph: Paragraph, begins: Callable[[str], object]) -> tuple[Paragraph, ...]:
    """A paragraph in two where a later line of it begins something of its own; else the paragraph itself."""
    at = 0
    if "\n" in paragraph.text:
        for text in paragraph.text.split("\n"):
            if at and paragraph.text[:at].strip() and text.strip() and begins(text):
                return _cut(paragraph, 0, at - 1), _cut(paragraph, at, len(paragraph.text))
            at += len(text) + 1
        return (paragraph,)
    for index, line in enumerate(paragraph.lines):
        found = paragraph.text.find(line.text, at)
        if found < 0:
            return (paragraph,)
        if index and begins(line.text):
            head, rest = _cut(paragraph, 0, found), _cut(paragraph, found, len(paragraph.text))
            return (
                replace(_on_lines(head, paragraph.lines[:index]), stroke=None),
                replace(_on_lines(rest, paragraph.lines[index:]), gap=0.0),
            )
        at = found + len(line.text)
    return (paragraph,)


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


def _on_lines(part: Paragraph, lines: tuple[Line, ...]) -> Paragraph:
    """A part of a paragraph and the lines it was drawn on, all on the page of the first."""
    boxes = [line.box for line in lines if line.page == lines[0].page]
    box = Box(
        min(one.left for one in boxes),
        min(one.top for one in boxes),
        max(one.right for one in boxes),
        max(one.bottom for one in boxes),
    )
    return replace(part, text=part.text.rstrip(), lines=lines, box=box, page=lines[0].page)


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
