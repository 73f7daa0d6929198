"""What documents are called: by the name of their type, as people say it, and by their year where several are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planforge.review.facts.naming import Names, excerpt
from planforge.review.facts.sources import Sources
from planforge.review.facts.titles import choice
from planforge.review.markdown import code, escape
from planforge.review.sides import ChangedPaper, Review
from planforge.workspace import DOCUMENT_TYPE_FILE, TEMPLATES

NAME_WORDS, TITLE_WORDS = 24, 8


class Called:
    """The names of the documents of a review, as Markdown; documents are given by their keys."""

    def __init__(self, review: Review, language: str) -> None:
        self.language = language
        self._names = Names(Sources(review.head)), Names(Sources(review.base))
        papers: dict[str, ChangedPaper | None] = dict.fromkeys(key for _, key in review.unbuilt)
        papers |= {paper.key: paper for paper in review.papers}
        self._plain = {key: self._of(key, paper) for key, paper in papers.items()}
        self._alike = Counter(self._plain.values())

    def name(self, key: str) -> str:
        """A document within a sentence: its name, and its key where another is called so."""
        name = self._plain.get(key, key)
        return escape(name) if self._alike[name] == 1 else self.with_key(key)

    def with_key(self, key: str) -> str:
        """A document by its name and its key."""
        return f"{escape(self._plain[key])} ({code(key)})" if key in self._plain else code(key)

    def listed(self, keys: Iterable[str], most: int) -> str:
        """Some documents within a sentence: the first of them, and how many more there are."""
        found = [self.name(key) for key in keys]
        return "; ".join(found[:most]) + (f"… (+{len(found) - most})" if len(found) > most else "")

    def _of(self, key: str, paper: ChangedPaper | None) -> str:
        name = key.rpartition("/")[2]
        document = paper.document if paper else name
        kind = next(filter(None, (self._kind(names, document) for names in self._names)), "")
        if not kind:
            return excerpt((paper.title if paper else "") or name, TITLE_WORDS)
        part = name.removeprefix(document).removeprefix("-")
        subject = next((one for names in self._names if (one := names.reference("units", part)) != part), choice(part))
        return excerpt(f"{kind} – {subject}" if part else kind, NAME_WORDS)

    @staticmethod
    def _kind(names: Names, document: str) -> str:
        name = names.sources.data(f"{TEMPLATES}/{document}/{DOCUMENT_TYPE_FILE}").get("name")
        return name.strip() if isinstance(name, str) else ""
