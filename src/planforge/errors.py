"""The exceptions of planforge, each with the exit code it ends the program with.

Mistakes in data and templates are not exceptions but `Diagnostic` values (exit code 1).
"""

from __future__ import annotations

from collections.abc import Mapping

INTERRUPTED = 130


class PlanforgeError(Exception):
    """A reason to stop; `code` names the message in the catalogue and `values` fill it."""

    exit_code = 4

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        return f"{self.code} {dict(self.values)}"


class UserError(PlanforgeError):
    """What was asked for cannot be done: a wrong year, an unknown document, no workspace (exit code 2)."""

    exit_code = 2


class ToolError(PlanforgeError):
    """A program, a font or the disk is missing or failed (exit code 3)."""

    exit_code = 3
