"""How long the stages of a run took, in words."""

from __future__ import annotations

from collections.abc import Mapping

from planforge.language import message


def times_line(seconds: Mapping[str, float], language: str) -> str:
    """The stages with their times, and the sum."""
    stages = ", ".join(
        f"{message(f'stage.{name}', language)} {_milliseconds(spent)}" for name, spent in seconds.items()
    )
    return message("report.times", language, {"stages": stages, "total": _milliseconds(sum(seconds.values()))})


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
