"""Words for people in both languages, where they belong to one thing alone and not to the catalogue of messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planforge.printable import shown_value


class Words(NamedTuple):
    """The same words in Vietnamese and English; `{name}` stands for a value, which may be Words itself."""

    vi: str
    en: str

    def in_language(self, language: str, values: Mapping[str, object] | None = None) -> str:
        """The words in a language, filled in; a value that is missing shows as its name.

        Values are made printable; without values the words are given as they are.
        """
        text = self.en if language == "en" else self.vi
        # What has no values may hold brackets of the text it quotes.
        return text if values is None else text.format_map(_Spoken(language, values))


class _Spoken(dict[str, object]):
    def __init__(self, language: str, values: Mapping[str, object]) -> None:
        super().__init__(values)
        self.language = language

    def __getitem__(self, key: str) -> object:
        value = super().__getitem__(key)
        return shown_value(value.in_language(self.language) if isinstance(value, Words) else value)

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


NOTHING = Words("", "")
