"""Words for people in both languages, where they belong to one thing alone and not to the catalogue of messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """The same words in Vietnamese and English; `{name}` stands for a value, which may be Words itself."""

    vi: str
    en: str

    def in_language(self, language: str, values: Mapping[str, object] | None = None) -> str:
        """The words in a language, filled in; a value that is missing shows as its name."""
        text = self.en if language == "en" else self.vi
        return text.format_map(_Spoken(language, values or {}))


class _Spoken(dict[str, object]):
    def __init__(self, language: str, values: Mapping[str, object]) -> None:
        super().__init__(values)
        self.language = language

    def __getitem__(self, key: str) -> object:
        value = super().__getitem__(key)
        return value.in_language(self.language) if isinstance(value, Words) else value

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


NOTHING = Words("", "")
