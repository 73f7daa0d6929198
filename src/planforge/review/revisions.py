"""Which two commits a review is about: like a pull request, what the head changed since it left the base."""

from __future__ import annotations

from typing import NamedTuple

from planforge.errors import UserError
from planforge.git import Repository

DEFAULT_BASE = "origin/main"
# What stands in for the default where there is no remote.
_LOCAL_BASES = ("main", "master")
HEAD = "HEAD"


class Revisions(NamedTuple):
    """The commits of both sides: that of the base is where the head left it.

    `head_name` is empty for the working tree; `head` then is the commit that it stands on. `instead_of` is the default
    base where that does not exist and another was taken; `tip` is the newest commit of the base.
    """

    base_name: str
    base: str
    tip: str
    head_name: str
    head: str
    instead_of: str = ""


def choose_revisions(repository: Repository, base: str, head: str | None) -> Revisions:
    """Find both commits.

    Raises UserError `repository.empty`, `repository.unknown_revision`, `repository.shallow`, `repository.unrelated`.
    """
    if not repository.has(HEAD):
        raise UserError("repository.empty")
    name = base
    if base == DEFAULT_BASE and not repository.has(base):
        name = next((local for local in _LOCAL_BASES if repository.has(local)), base)
    tip = repository.commit(name)
    head_commit = repository.commit(head or HEAD)
    common = repository.merge_base(tip, head_commit)
    if not common:
        code = "repository.shallow" if repository.is_shallow else "repository.unrelated"
        raise UserError(code, name=name, head=head or HEAD)
    return Revisions(name, common, tip, head or "", head_commit, base if name != base else "")
