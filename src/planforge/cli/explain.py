"""`planforge explain` and `planforge rules`: what the rules are, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from planforge.cli.findings import checked_format
from planforge.errors import UserError
from planforge.language import LANGUAGES, catalogue, message
from planforge.output import writable
from planforge.rule import Rule
from planforge.rule_pages import explanation, pages
from planforge.rules import FAMILIES, all_rules, family, rule_of
from planforge.spelling import nearest


def explain_command(language: str, codes: tuple[str, ...]) -> int:
    """Explain rules, or messages of the catalogue; UserError for a code there is not."""
    for number, code in enumerate(codes):
        if number:
            click.echo("")
        rule = rule_of(code.upper())
        if rule is not None:
            click.echo("\n".join(explanation(rule, language)))
        elif code in catalogue(language):
            entry = catalogue(language)[code]
            click.echo("\n".join(part for part in (code, entry["text"], entry.get("hint", "")) if part))
        else:
            known = [*(one.code for one in all_rules()), *(one.name for one in all_rules())]
            raise UserError("rules.unknown", rule=code, guess=nearest(code.upper(), known))
    return 0


def rules_command(language: str, form: str, folder: Path | None) -> int:
    """List the rules as a table or JSON, or write the pages of the reference."""
    checked_format(form, ("text", "json"))
    if folder is not None:
        return _write(folder, language)
    if form == "json":
        click.echo(json.dumps([_row(rule, language) for rule in all_rules()], ensure_ascii=False, indent=2))
        return 0
    from rich.console import Console
    from rich.table import Table

    for name in FAMILIES:
        if not family(name):
            continue
        columns = ("code", "severity", "title", "form")
        table = Table(*(message(f"rules.column_{column}", language) for column in columns), title_justify="left")
        table.title = message(f"rules.{name}", language)
        for rule in family(name):
            severity = message(f"severity.{rule.severity.name.lower()}", language)
            table.add_row(rule.code, severity, rule.title.in_language(language), rule.form)
        Console().print(table)
    return 0


def _row(rule: Rule[Any], language: str) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.name.lower(),
        "kind": str(rule.kind),
        "title": rule.title.in_language(language),
        "law": rule.law.in_language(language) or None,
        "form": rule.form or None,
        "fixable": rule.fixable,
    }


def _write(folder: Path, language: str) -> int:
    """The pages in every language: Vietnamese in the folder itself, English in `en/`."""
    with writable(folder):
        for one in LANGUAGES:
            target = folder if one == "vi" else folder / one
            target.mkdir(parents=True, exist_ok=True)
            for name, text in pages(one).items():
                (target / name).write_text(text, encoding="utf-8")
    click.echo(message("rules.written", language, {"folder": folder, "count": len(all_rules())}))
    return 0
