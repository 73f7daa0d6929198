"""What a finding says: the words of its rule, or of the catalogue of messages."""

from __future__ import annotations

from typing import NamedTuple

from planforge.diagnostics import Diagnostic
from planforge.language import hint, message
from planforge.rules import rule_of
from planforge.words import Words


class Phrase(NamedTuple):
    """A finding in words: what is wrong, what to do (or nothing), and the law that says so (or nothing)."""

    text: str
    hint: str
    law: str


def phrase(finding: Diagnostic, language: str) -> Phrase:
    """The words of a finding in a language."""
    rule = rule_of(finding.code) if finding.code.startswith("PF") else None
    if rule is None:
        return Phrase(message(finding.code, language, finding.values), hint(finding.code, language, finding.values), "")
    said = rule.message.in_language(language, finding.values)
    advice = finding.values.get("hint")
    own = advice if isinstance(advice, Words) else rule.hint
    return Phrase(said, own.in_language(language, finding.values), rule.law.in_language(language))
