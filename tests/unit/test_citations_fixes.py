"""The safe corrections of citations: once made, the rule is silent, and nothing else has changed."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.test_examples import corpus_of

from planforge.corpus import Corpus
from planforge.rule import Fix, Rule, Spoken, ask
from planforge.rules import family

CASES = [
    pytest.param(rule, text, id=f"{rule.code}-{index}")
    for rule in family("citations")
    if rule.fixable
    for index, example in enumerate(rule.flagged)
    for text in (example.texts if isinstance(example, Spoken) else (str(example),))
]


def fixes(rule: Rule[Any], corpus: Corpus) -> list[Fix]:
    return [found.fix for _, found in ask(rule, corpus).findings if found.fix]


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_a_fix_silences_its_rule(rule: Rule[Any], text: str) -> None:
    (fix,) = fixes(rule, corpus_of(text))
    mended = text[: fix.start] + fix.text + text[fix.end :]
    assert mended != text
    assert fixes(rule, corpus_of(mended)) == []
    assert ask(rule, corpus_of(mended)).findings == ()
