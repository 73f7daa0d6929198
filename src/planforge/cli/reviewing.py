"""The commands of review: review, diff, approve, verify, git-setup, and those that git itself calls."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Words = Callable[[str], str]
ANY_PATH = click.Path(path_type=Path)


def add_reviewing(group: click.Group, words: Words) -> None:
    """Add the commands to the program's, in its language."""

    @group.command("review", help=words("review"), short_help=words("review_short"))
    @click.option("--base", default="origin/main", show_default=True, help=words("base"), metavar=words("revision"))
    @click.option("--head", default=None, help=words("head"), metavar=words("revision"))
    @click.option("--year", default=None, help=words("year"), metavar=words("year_value"))
    @click.option("--cluster", default=None, help=words("cluster"), metavar=words("cluster_value"))
    @click.option("--output", type=ANY_PATH, default=None, help=words("review_output"), metavar=words("folder"))
    @click.option("--no-pages", "without_pages", is_flag=True, help=words("no_pages"))
    @click.option("--exit-code", is_flag=True, help=words("exit_code"))
    @click.pass_obj
    def review(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.review import review_command

        return review_command(**obj, **options)

    @group.command("diff", help=words("diff"), short_help=words("diff_short"))
    @click.argument("old", type=ANY_PATH, metavar=words("old_file"))
    @click.argument("new", type=ANY_PATH, metavar=words("new_file"))
    @click.option("--output", type=ANY_PATH, default=None, help=words("diff_output"), metavar=words("folder"))
    @click.option("--no-pages", "without_pages", is_flag=True, help=words("no_pages"))
    @click.option("--author", default="", help=words("diff_author"), metavar=words("name_value"))
    @click.option("--exit-code", is_flag=True, help=words("exit_code"))
    @click.pass_obj
    def diff(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.diff import diff_command

        return diff_command(obj["language"], **options)

    @group.command("approve", help=words("approve"), short_help=words("approve_short"))
    @click.argument("documents", nargs=-1, required=True, metavar=words("documents"))
    @click.option("--year", default=None, help=words("year"), metavar=words("year_value"))
    @click.option("--cluster", default=None, help=words("cluster"), metavar=words("cluster_value"))
    @click.option("--by", "reviewer", default="", help=words("approve_by"), metavar=words("name_value"))
    @click.option("--remove", is_flag=True, help=words("approve_remove"))
    @click.pass_obj
    def approve(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.approve import approve_command

        return approve_command(**obj, **options)

    @group.command("verify", help=words("verify"), short_help=words("verify_short"))
    @click.argument("files", nargs=-1, required=True, type=ANY_PATH, metavar=words("check_files"))
    @click.pass_obj
    def verify(obj: dict[str, Any], files: tuple[Path, ...]) -> int:
        from planforge.cli.verify import verify_command

        return verify_command(**obj, files=files)

    _add_git(group, words)


def _add_git(group: click.Group, words: Words) -> None:
    @group.command("git-setup", help=words("git_setup"), short_help=words("git_setup_short"))
    @click.option("--remove", is_flag=True, help=words("git_remove"))
    @click.pass_obj
    def git_setup(obj: dict[str, Any], /, **options: Any) -> int:
        from planforge.cli.git_setup import git_setup_command

        return git_setup_command(**obj, **options)

    @group.command("git-text", hidden=True)
    @click.argument("file", type=ANY_PATH)
    def git_text(file: Path) -> int:
        from planforge.cli.git_setup import text_command

        return text_command(file)

    @group.command("git-merge", hidden=True)
    @click.argument("base", type=ANY_PATH)
    @click.argument("ours", type=ANY_PATH)
    @click.argument("theirs", type=ANY_PATH)
    @click.argument("name")
    @click.pass_obj
    def git_merge(obj: dict[str, Any], /, **files: Any) -> int:
        from planforge.cli.git_setup import merge_command

        return merge_command(obj["language"], **files)

    @group.command("git-staged", hidden=True)
    @click.pass_obj
    def git_staged(obj: dict[str, Any]) -> int:
        from planforge.cli.git_setup import staged_command

        return staged_command(**obj)
