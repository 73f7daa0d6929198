"""The structure tree of a tagged PDF: which paragraph each marked stretch of a page belongs to."""

from __future__ import annotations

import ctypes
from typing import Any

# A paragraph by itself; what only groups (Div, TR, L) or only marks words (Span, Strong, Link) is none.
_PARAGRAPHS = frozenset("P H H1 H2 H3 H4 H5 H6 Title Caption LBody TD TH BlockQuote Note".split())
_INLINE = frozenset("Span Em Strong Link Quote Code Lbl Sub Reference NonStruct Private".split())
_MOST_ELEMENTS = 20_000
_DEEPEST = 60


def read_blocks(pdfium: Any, page: Any) -> dict[int, int]:
    """The paragraph (a number of this page alone) of every marked stretch that belongs to one; empty when untagged."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    blocks: dict[int, int] = {}
    try:
        count = max(0, pdfium.FPDF_StructTree_CountChildren(tree))
        roots = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(min(count, _MOST_ELEMENTS)))
        waiting: list[tuple[Any, int | None, int]] = [(root, None, 0) for root in roots if root]
        visited = 0
        while waiting and visited < _MOST_ELEMENTS:
            element, block, depth = waiting.pop()
            visited += 1
            kind = _kind(pdfium, element)
            if kind in _PARAGRAPHS:
                block = visited
            elif kind not in _INLINE:
                block = None
            for index in range(min(pdfium.FPDF_StructElement_CountChildren(element), _MOST_ELEMENTS)):
                mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
                if mark >= 0:
                    if block is not None:
                        blocks[mark] = block
                    continue
                child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
                if child and depth < _DEEPEST:
                    waiting.append((child, block, depth + 1))
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return blocks


def _kind(pdfium: Any, element: Any) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
