"""What a field that a document type declares is called: by its kind, or the first clause of its description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planforge.words import Words

# "Mục I.1. Mục đích, mỗi ý một gạch đầu dòng." is about "Mục đích".
SECTION = re.compile(r"Mục [IVX0-9]+(?:\.[0-9]+)*\.\s+")
CLAUSE = re.compile(r"[,;:(.…“\"]|\s[-–]\s")
LONGEST = 60
OF_KIND = {
    "citation": Words("căn cứ", "basis"),
    "citations": Words("căn cứ", "basis"),
    "conference": Words("hội nghị", "conference"),
}


def declared_title(name: str, entry: Mapping[str, Any]) -> Words:
    """The title of a declared field; its key where nobody described it."""
    if entry.get("kind") in OF_KIND:
        return OF_KIND[str(entry["kind"])]
    described = SECTION.sub("", str(entry.get("description") or ""))
    clause = CLAUSE.split(described, maxsplit=1)[0].strip()
    if not clause or len(clause) > LONGEST:
        return Words(name, name)
    words = f"{clause[0].lower()}{clause[1:]}"
    return Words(words, words)
