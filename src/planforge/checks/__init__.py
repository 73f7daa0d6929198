"""What data files must be true to beyond their models: each check is of one file, and a few lines long."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planforge.checks.cluster import check_cluster, days_of_year
from planforge.checks.frame import check_frame, check_type
from planforge.checks.results import RESULT_CHECKS
from planforge.checks.year import check_instruments, check_movements, check_waves
from planforge.diagnostics import Diagnostic

__all__ = ["ECHOES", "YEAR_CHECKS", "check_cluster", "check_frame", "check_instruments", "check_type", "days_of_year"]

# What a check may find only because an entry that is wrong itself was left out of the file.
ECHOES = frozenset(
    {
        "cluster.half_period",
        "cluster.leader_nobody",
        "cluster.leader_not_member",
        "scholarships.balance",
        "scholarships.overspent",
        "scores.unknown_criterion",
    }
)
YEAR_CHECKS: dict[str, Callable[..., Iterator[Diagnostic]]] = {
    "movements": check_movements,
    "waves": check_waves,
    **RESULT_CHECKS,
}
