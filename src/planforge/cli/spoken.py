"""click's own words in the language of the run: the headings of help pages and the help option."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from planforge.language import message


def spoken_group(language: str) -> type[click.Group]:
    """The class of a group whose help pages, and those of its commands, are in a language."""
    headings = {"Options": message("usage.options", language), "Commands": message("usage.commands", language)}

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or f"{message('usage.heading', language)} ")

        @contextmanager
        def section(self, name: str) -> Iterator[None]:
            with super().section(headings.get(name, name)):
                yield

    class Context(click.Context):
        formatter_class = Formatter

    class Command(click.Command):
        context_class = Context

        def get_help_option(self, ctx: click.Context) -> click.Option | None:
            option = super().get_help_option(ctx)
            if option is not None:
                option.help = message("usage.help", language)
            return option

    class Group(Command, click.Group):
        command_class = Command

    return Group
