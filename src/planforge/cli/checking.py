"""The commands that check: lint, check, explain, rules. Each imports what it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Words = Callable[[str], str]
Command = TypeVar("Command", bound=Callable[..., Any])
ANY_PATH = click.Path(path_type=Path)


def add_checking(group: click.Group, words: Words) -> None:
    """Add the commands to the program's, in its language."""

    def format_option(key: str) -> Callable[[Command], Command]:
        return click.option(
            "--format", "form", default="text", show_default=True, help=words(key), metavar=words("format_value")
        )

    @group.command("lint", help=words("lint"), short_help=words("lint_short"))
    @click.argument("paths", nargs=-1, type=ANY_PATH, metavar=words("lint_paths"))
    @click.option("--text", "text_files", multiple=True, type=ANY_PATH, help=words("lint_text"), metavar=words("file"))
    @click.option("--fix", is_flag=True, help=words("lint_fix"))
    @format_option("finding_format")
    @click.pass_obj
    def lint(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.lint import lint_command

        return lint_command(**obj, **options)

    @group.command("check", help=words("check"), short_help=words("check_short"))
    @click.argument("files", nargs=-1, type=ANY_PATH, metavar=words("check_files"))
    @click.option("--type", "paper_type", default=None, help=words("check_type"), metavar=words("document"))
    @click.option("--year", default=None, help=words("year"), metavar=words("year_value"))
    @click.option("--cluster", default=None, help=words("cluster"), metavar=words("cluster_value"))
    @click.option("--all", "everything", is_flag=True, help=words("everything"))
    @click.option("--verbose", "-v", is_flag=True, help=words("check_verbose"))
    @format_option("finding_format")
    @click.pass_obj
    def check(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.check import check_command

        return check_command(**obj, **options)

    @group.command("explain", help=words("explain"), short_help=words("explain_short"))
    @click.argument("codes", nargs=-1, required=True, metavar=words("rule_codes"))
    @click.pass_obj
    def explain(obj: dict[str, Any], codes: tuple[str, ...]) -> int:
        from planforge.cli.explain import explain_command

        return explain_command(obj["language"], codes)

    @group.command("rules", help=words("rules"))
    @click.option("--write", "folder", type=ANY_PATH, default=None, help=words("rules_write"), metavar=words("folder"))
    @format_option("rules_format")
    @click.pass_obj
    def rules(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.explain import rules_command

        return rules_command(obj["language"], **options)
