"""Messages of the summary, whose values are Markdown already."""

from __future__ import annotations

from planforge.diagnostics import Diagnostic
from planforge.language import message
from planforge.phrasing import phrase
from planforge.printable import OurLines
from planforge.review.markdown import code, escape
from planforge.words import Words


def said(code: str, language: str, **values: object) -> str:
    """A message filled in with Markdown and numbers, which are left as they are."""
    kept = {name: OurLines(value) if isinstance(value, str) else value for name, value in values.items()}
    return message(code, language, kept)


def bold(text: str) -> str:
    """Markdown in bold; stars beside punctuation would not always be."""
    return f"<b>{text}</b>"


def words(one: Words, language: str) -> str:
    """Words in both languages, as Markdown; they may quote a file."""
    return escape(one.in_language(language))


def finding(one: Diagnostic, language: str) -> str:
    """A finding in words, with its place."""
    place = f"{code(f'{one.span.path}:{one.span.line}')} " if one.span else ""
    return f"{place}{escape(phrase(one, language).text)} {code(one.code)}"
