"""The laws that rules about citations rest on."""

from __future__ import annotations

from planforge.rule import decree30
from planforge.words import Words

CITING = decree30("Phụ lục I, Phần I, Mục II.6.b")
BASES = decree30("Phụ lục I, Phần I, Mục II.6")
SYMBOLS = decree30("Phụ lục I, Phần I, Mục II.3")
KINDS = decree30("Phụ lục III, Mục I")
CAPITALS = decree30("Phụ lục II, Mục V.6")
PARTY = Words(
    "Quy định số 66-QĐ/TW; Hướng dẫn số 36-HD/VPTW",
    "the Party's Regulation 66-QĐ/TW and Guidance 36-HD/VPTW",
)
