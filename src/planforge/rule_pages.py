"""What people can read of the rules: the explanation of one, the table of all, and the pages in docs/rules/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planforge.language import message
from planforge.rule import Changed, Kind, Replaced, Rule, Spoken
from planforge.rules import FAMILIES, family
from planforge.words import Words

GENERATED = {
    "vi": "<!-- Trang này do `planforge rules --write docs/rules` viết ra; sửa ở src/planforge/rules/. -->",
    "en": "<!-- Written by `planforge rules --write docs/rules`; the rules are in src/planforge/rules/. -->",
}


def explanation(rule: Rule[Any], language: str) -> Iterator[str]:
    """The lines that explain a rule."""
    severity = message(f"severity.{rule.severity.name.lower()}", language)
    yield f"{rule.code} {rule.name} ({severity}{_media(rule)})"
    yield rule.title.in_language(language)
    yield ""
    yield rule.reason.in_language(language)
    law = rule.law.in_language(language)
    if law:
        yield f"{message('rules.law', language)}: {law}"
    hint = rule.hint.in_language(language)
    if hint:
        yield f"{message('rules.hint', language)}: {hint}"
    if rule.fixable:
        yield message("rules.fixable", language)
    for name, examples in (("flagged", rule.flagged), ("fine", rule.fine)):
        shown = [line for example in examples for line in example_lines(example)]
        if shown:
            yield ""
            yield f"{message(f'rules.{name}', language)}:"
            yield from (f"  {line}" for line in shown)
    yield ""
    yield message("rules.silence", language, {"rule": rule.code})


def _media(rule: Rule[Any]) -> str:
    return f", {'/'.join(sorted(medium.upper() for medium in rule.media))}" if rule.kind is Kind.FILE else ""


def example_lines(example: object) -> Iterator[str]:
    """An example as people read it: the words, or what is changed in the fictional example."""
    if isinstance(example, tuple):
        for index, one in enumerate(example):
            lines = list(example_lines(one))
            yield from (f"{'  ' if index else ''}{line}" for line in lines)
    elif isinstance(example, str):
        yield from example.split("\n")
    elif isinstance(example, Spoken):
        yield from example.texts
        yield from (f"(registry: {', '.join(map(str, record.values()))})" for record in example.registry)
        if example.day:
            yield f"({example.day.isoformat()})"
    elif isinstance(example, Replaced):
        yield f"{example.path}:"
        yield from (f"- {line}" for line in example.old.split("\n"))
        yield from (f"+ {line}" for line in example.new.split("\n"))
    elif isinstance(example, Changed):
        properties = ", ".join(f"{name}: {_shown(value)}" for name, value in example.properties.items())
        yield f"{example.paper}, {example.part}: {properties}"


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value)


def pages(language: str) -> dict[str, str]:
    """The pages of the rule reference in a language, by file name; the index is README.md."""
    texts = {f"{name}.md": _page(name, language) for name in FAMILIES if family(name)}
    return {"README.md": _index(language), **texts}


def _index(language: str) -> str:
    lines = [GENERATED[language], "", f"# {message('rules.index', language)}", "", message("rules.intro", language)]
    for name in FAMILIES:
        rules = family(name)
        if not rules:
            continue
        lines += ["", f"## [{message(f'rules.{name}', language)}]({name}.md)", ""]
        heads = [message(f"rules.column_{column}", language) for column in ("code", "severity", "title", "form")]
        lines += [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
        lines += [_index_row(rule, name, language) for rule in rules]
    return "\n".join(lines) + "\n"


def _index_row(rule: Rule[Any], name: str, language: str) -> str:
    severity = message(f"severity.{rule.severity.name.lower()}", language)
    title = _cell(rule.title.in_language(language))
    return f"| [{rule.code}]({name}.md#{rule.code.lower()}-{rule.name}) | {severity} | {title} | {rule.form} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _page(name: str, language: str) -> str:
    lines = [GENERATED[language], "", f"# {message(f'rules.{name}', language)}"]
    for rule in family(name):
        lines += ["", f"## {rule.code} {rule.name}", "", *_section(rule, language)]
    return "\n".join(lines) + "\n"


def _section(rule: Rule[Any], language: str) -> Iterator[str]:
    severity = message(f"severity.{rule.severity.name.lower()}", language)
    yield f"**{_sentence(rule.title, language)}** ({severity}{_media(rule)})"
    yield ""
    yield rule.reason.in_language(language)
    for key, words in (("law", rule.law), ("hint", rule.hint)):
        if words.in_language(language):
            yield ""
            yield f"*{message(f'rules.{key}', language)}:* {words.in_language(language)}"
    if rule.fixable:
        yield ""
        yield message("rules.fixable", language)
    for key, examples in (("flagged", rule.flagged), ("fine", rule.fine)):
        shown = [line for example in examples for line in example_lines(example)]
        if shown:
            yield ""
            yield f"*{message(f'rules.{key}', language)}:*"
            yield ""
            yield "```text"
            yield from shown
            yield "```"


def _sentence(words: Words, language: str) -> str:
    text = words.in_language(language)
    return text[:1].upper() + text[1:]
