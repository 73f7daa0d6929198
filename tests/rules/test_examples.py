"""Every rule's own examples: flagged ones are found by that rule and by no other, fine ones by none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from planforge import rules
from planforge.corpus import Corpus, Voice
from planforge.lint import lint_facts
from planforge.model.registry import Body, Instrument
from planforge.passages.strand import lines_of, passage, stretch
from planforge.rule import Kind, Replaced, Rule, Spoken, ask
from planforge.rules import all_rules, rule_codes, rule_of, rules_of
from planforge.source import Text
from planforge.starter import starter_data, starter_templates
from planforge.years import Years

YEAR_FOLDER = "data/mau/2030"
TODAY = date(2031, 6, 1)


def cases(kind: Kind) -> list[Any]:
    """Every example of the rules of a kind, with whether it must be flagged."""
    found = []
    for rule in rules_of(kind):
        for flagged, examples in ((True, rule.flagged), (False, rule.fine)):
            for index, example in enumerate(examples):
                name = f"{rule.code}-{'flagged' if flagged else 'fine'}-{index}"
                found.append(pytest.param(rule, example, flagged, id=name))
    return found


def corpus_of(*texts: str, day: date | None = None, registry: Iterable[Mapping[str, str]] = ()) -> Corpus:
    """A corpus of the paragraphs of one document, of a day, beside the instruments of a registry."""
    whole = "\n\n".join(texts)
    lines = lines_of("text", whole)
    ends = list(accumulate(len(text) + 2 for text in texts))
    passages = (
        passage(stretch(whole, end - len(text) - 2, end - 2), lines, Voice.RAW)
        for text, end in zip(texts, ends, strict=True)
    )
    instruments = {record["id"]: instrument_of(record) for record in registry}
    return Corpus(tuple(passages), instruments=instruments, dates={} if day is None else {"text": day})


def instrument_of(record: Mapping[str, str]) -> Instrument:
    """The record of a registry; its issuer is named, not referred to."""
    texts = {key: Text(value) for key, value in record.items() if key not in {"id", "issuer"}}
    issuer = Body(name=Text(record["issuer"])) if "issuer" in record else None
    return Instrument.model_validate(texts).model_copy(update={"issuer": issuer})


def codes(rules: Iterable[Rule[Any]], subject: Any) -> set[str]:
    return {rule.code for rule in rules if ask(rule, subject).findings}


def judged(rule: Rule[Any], found: set[str], *, flagged: bool) -> None:
    if flagged:
        assert found == {rule.code}
    else:
        assert rule.code not in found


@pytest.mark.parametrize(("rule", "example", "flagged"), cases(Kind.TEXT))
def test_text(rule: Rule[Corpus], example: str | tuple[str, ...] | Spoken, flagged: bool) -> None:
    spoken = example if isinstance(example, Spoken) else Spoken((example,) if isinstance(example, str) else example)
    corpus = corpus_of(*spoken.texts, day=spoken.day, registry=spoken.registry)
    judged(rule, codes(rules_of(Kind.TEXT), corpus), flagged=flagged)


@pytest.fixture
def example(tmp_path: Path) -> Callable[[Iterable[Replaced]], Path]:
    """The fictional example with stretches of its files replaced."""

    def make(changes: Iterable[Replaced]) -> Path:
        shutil.copytree(starter_data(), tmp_path / "data")
        shutil.copytree(starter_templates(), tmp_path / "templates")
        for change in changes:
            path = tmp_path / (change.path if change.path.startswith("data/") else f"{YEAR_FOLDER}/{change.path}")
            text = path.read_text(encoding="utf-8") if change.old or path.exists() else ""
            assert text.count(change.old) == 1, f"{change.old!r} stands {text.count(change.old)} times in {path.name}"
            path.write_text(text.replace(change.old, change.new), encoding="utf-8")
        return tmp_path

    return make


@pytest.mark.parametrize(("rule", "change", "flagged"), cases(Kind.FACTS))
def test_facts(
    rule: Rule[Years],
    change: Replaced | tuple[Replaced, ...] | None,
    flagged: bool,
    example: Callable[[Iterable[Replaced]], Path],
) -> None:
    changes = () if change is None else change if isinstance(change, tuple) else (change,)
    linted = lint_facts(example(changes), today=TODAY)
    assert not [one for one in linted.diagnostics if not one.code.startswith("PF")]
    judged(rule, {one.code for one in linted.diagnostics}, flagged=flagged)


def test_codes_are_unique_and_named_by_their_files() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)


def test_every_file_is_found_and_named_by_its_code() -> None:
    folder = Path(rules.__path__[0])
    files = {path.stem.partition("_")[0].upper() for path in folder.glob("*/pf*.py")}
    assert files == rule_codes() == {rule.code for rule in all_rules()}
    assert all(rule_of(rule.code) is rule for rule in all_rules())
