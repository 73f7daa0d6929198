"""One run of the program: what happens around every command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from planforge.cli.workspace import language_of
from planforge.errors import INTERRUPTED, PlanforgeError, ToolError
from planforge.language import hint, message

OUR_BUG = 4


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code; nothing but an exit code leaves this function."""
    language = language_of(arguments)
    try:
        code = _command(arguments, language)
        sys.stdout.flush()
        return code
    except PlanforgeError as error:
        complain(error, language)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo(f"\n{message('internal.interrupted', language)}", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`| head`): nothing is left to say, and Python must not say it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        # Files are guarded where they are read and written: what is left is the output itself.
        return _output_failed(error, language)
    except Exception as error:  # noqa: BLE001  # the last line of defence: a bug of ours is reported as one
        _report_bug(error, language)
        return OUR_BUG


def _command(arguments: Sequence[str], language: str) -> int:
    from planforge.cli.commands import program

    try:
        result = program(language).main(list(arguments), prog_name="planforge", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
        return 0
    except click.UsageError as error:
        usage = f"{error.ctx.get_usage()}\n" if error.ctx else ""
        click.echo(f"{usage}{message('severity.error', language)}: {_usage_words(error, language)}", err=True)
        return 2
    except SystemExit:
        # click's way of saying that the reader went away (`| head`).
        return 0
    except click.exceptions.Exit as error:
        return error.exit_code
    return int(result or 0)


def _usage_words(error: click.UsageError, language: str) -> str:
    if isinstance(error, click.exceptions.NoSuchCommand):
        return message("usage.no_command", language, {"name": error.command_name})
    if isinstance(error, click.NoSuchOption):
        return message("usage.no_option", language, {"option": error.option_name})
    if isinstance(error, click.MissingParameter):
        return message("usage.missing", language, {"name": error.param.human_readable_name if error.param else ""})
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param and error.param.opts else ""
        return message("usage.bad_value", language, {"name": name})
    return message("usage.other", language, {"detail": error.format_message()})


def complain(error: PlanforgeError, language: str) -> None:
    """Say what stopped the run, and what to do."""
    click.echo(f"{message('severity.error', language)}: {message(error.code, language, error.values)}", err=True)
    advice = hint(error.code, language, error.values)
    if advice:
        click.echo(f"  {message('report.hint', language)}: {advice}", err=True)


def _output_failed(error: OSError, language: str) -> int:
    problem = ToolError("tool.disk", path=error.filename or "stdout", detail=error.strerror or str(error))
    with suppress(OSError):
        complain(problem, language)
    # Python would try once more to write what is left, and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return problem.exit_code


def _report_bug(error: Exception, language: str) -> None:
    import traceback

    from planforge import __version__

    detail = f"{type(error).__name__}: {error}"
    click.echo(
        f"{message('severity.error', language)}: {message('internal.bug', language, {'detail': detail})}", err=True
    )
    click.echo(f"  {hint('internal.bug', language)}", err=True)
    click.echo(f"  planforge {__version__}, Python {sys.version.split()[0]}, {sys.platform}", err=True)
    for frame in traceback.extract_tb(error.__traceback__)[-6:]:
        click.echo(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}", err=True)
