"""The commands. Each imports what it needs when it runs, so that `--help` and a run with nothing to do stay instant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from planforge.cli.checking import add_checking
from planforge.cli.reviewing import add_reviewing
from planforge.cli.spoken import spoken_group
from planforge.language import LANGUAGES, message
from planforge.record import DEFAULT_FORMATS

Words = Callable[[str], str]


def program(language: str) -> click.Group:
    """The whole command line in one language."""

    def words(name: str) -> str:
        return message(f"help.{name}", language)

    help_option = {"help_option_names": ["-h", "--help"]}

    @click.group(cls=spoken_group(language), help=words("program"), context_settings=help_option, no_args_is_help=True)
    @click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help=words("lang"))
    @click.option(
        "--workspace", type=click.Path(path_type=Path), default=None, help=words("workspace"), metavar=words("folder")
    )
    @click.option(
        "--version", is_flag=True, callback=_version(language), expose_value=False, is_eager=True, help=words("version")
    )
    @click.pass_context
    def group(context: click.Context, workspace: Path | None) -> None:
        context.obj = {"language": language, "workspace": workspace}

    @group.command("build", help=words("build"), short_help=words("build_short"))
    @click.argument("documents", nargs=-1, metavar=words("documents"))
    @click.option("--year", default=None, help=words("year"), metavar=words("year_value"))
    @click.option("--cluster", default=None, help=words("cluster"), metavar=words("cluster_value"))
    @click.option(
        "--format",
        "formats",
        default=",".join(DEFAULT_FORMATS),
        show_default=True,
        help=words("format"),
        metavar="docx,pdf,md,html",
    )
    @click.option("--all", "everything", is_flag=True, help=words("everything"))
    @click.option("--force", is_flag=True, help=words("force"))
    @click.option("--draft", is_flag=True, help=words("draft"))
    @click.pass_obj
    def build(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.build import build_command

        return build_command(**obj, **options)

    @group.command("todo", help=words("todo"), short_help=words("todo_short"))
    @click.argument("documents", nargs=-1, metavar=words("documents"))
    @click.option("--year", default=None, help=words("year"), metavar=words("year_value"))
    @click.option("--cluster", default=None, help=words("cluster"), metavar=words("cluster_value"))
    @click.option("--all", "everything", is_flag=True, help=words("everything"))
    @click.pass_obj
    def todo(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.todo import todo_command

        return todo_command(**obj, **options)

    @group.command("list", help=words("list"))
    @click.pass_obj
    def list_contents(obj: dict[str, Any]) -> int:
        from planforge.cli.listing import list_command

        return list_command(**obj)

    @group.command("blame", help=words("blame"), short_help=words("blame_short"))
    @click.argument("file", type=click.Path(path_type=Path), metavar=words("file"))
    @click.argument("text", metavar=words("text"))
    @click.pass_obj
    def blame(obj: dict[str, Any], file: Path, text: str) -> int:
        from planforge.cli.blame import blame_command

        return blame_command(obj["language"], file, text)

    @group.command("schema", help=words("schema"))
    @click.pass_obj
    def schema(obj: dict[str, Any]) -> int:
        from planforge.cli.schema import schema_command

        return schema_command(**obj)

    @group.command("init", help=words("init"))
    @click.argument("folder", type=click.Path(path_type=Path), metavar=words("folder"))
    @click.pass_obj
    def init(obj: dict[str, Any], folder: Path) -> int:
        from planforge.cli.init import init_command

        return init_command(obj["language"], folder)

    add_checking(group, words)
    add_reviewing(group, words)

    @group.command("setup", help=words("setup"))
    @click.pass_obj
    def setup(obj: dict[str, Any]) -> int:
        from planforge.cli.setup import setup_command

        return setup_command(obj["language"])

    return group


def _version(language: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def show(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            from planforge.cli.setup import version_lines

            click.echo("\n".join(version_lines(language)))
            context.exit()

    return show
