"""References in running text: `{{ year }}`, `{{ cite.some_id.short }}`; what they may name, and what is wrong with one.

Only dotted names are allowed. Data is not code: there are no filters, calls or conditions in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planforge.spelling import nearest

REFERENCE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
STRAY_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
DOTTED_NAME = re.compile(r"\s*([A-Za-z_]\w*(?:\s*\.\s*\w+)*)\s*")
Names = Mapping[str, Any]

BODY_NAMES: Names = {"name": {}, "short": {}, "abbreviation": {}, "seat": {}}
UNIT_NAMES: Names = {"name": {}, "short": {}, "abbreviation": {}, "head_title": {}, "parent": BODY_NAMES}
MENTION_NAMES: Names = {"full": {}, "short": {}, "dated": {}}
PERSON_NAMES: Names = {"name": {}, "office": {}, "position": {}, "unit": UNIT_NAMES, "body": BODY_NAMES}
LEADER_NAMES: Names = {"name": {}, "unit": UNIT_NAMES, "person": PERSON_NAMES, "office": {}, "sector": {}}
CLUSTER_NAMES: Names = {
    "name": {},
    "noun": {},
    "block": {},
    "abbreviation": {},
    "sector": {},
    "theme": {},
    "member_count": {},
    "parent": BODY_NAMES,
    "council": BODY_NAMES,
    "head": LEADER_NAMES,
    "decision": {},
}
# What a paper of which there are several is about: a unit inspected, or a conference.
EACH_NAMES: Names = {"inspected": UNIT_NAMES, "name": {}, "date": {}, "place": {}}


class _AnyName(dict[str, Any]):
    """All names there can be, where none can be judged: below a registry that cannot be read, say."""

    def __contains__(self, _name: object) -> bool:
        return True

    def __missing__(self, _name: str) -> Names:
        return self


def reference_names(ids: Mapping[str, list[str] | None]) -> Names:
    """The tree of names that references may follow, given the ids of each registry (None: it cannot be read)."""
    below: Names = {
        "cite": MENTION_NAMES,
        "units": UNIT_NAMES,
        "bodies": BODY_NAMES,
        "people": PERSON_NAMES,
        "awards": {"name": {}, "granted_by": BODY_NAMES},
        "anniversaries": {"name": {}, "count": {}, "dates": {}},
        "movements": {"name": {}, "launched_by": BODY_NAMES},
    }
    registry_of = {"cite": "instruments"}
    known = {name: ids.get(registry_of.get(name, name), []) for name in below}
    lists = {
        name: _AnyName() if known[name] is None else dict.fromkeys(known[name] or (), below[name]) for name in below
    }
    names: Names = {name: {} for name in ("year", "next_year", "previous_year", "period", "next_period")}
    clusters = dict.fromkeys(("cluster", "previous_cluster", "next_cluster"), CLUSTER_NAMES)
    # Which fields a paper has is known only where its type is: a wrong one is told when it is printed.
    return {**names, **clusters, "each": EACH_NAMES, "document": _AnyName(), **lists}


@dataclass(frozen=True, slots=True)
class ReferenceProblem:
    """What is wrong with one reference: `kind` names the message, `written` is the stretch of text at fault.

    `before` counts how often the same stretch stands earlier in the text, right or wrong.
    """

    kind: str
    written: str
    before: int
    name: str = ""
    guess: str = ""
    known: str = ""


def dotted(match: re.Match[str]) -> tuple[str, ...] | None:
    """The parts of a reference's name, or None where it is more than a name."""
    name = DOTTED_NAME.fullmatch(match[1])
    return tuple(part.strip() for part in name[1].split(".")) if name else None


def problems(text: str, names: Names) -> Iterator[ReferenceProblem]:
    """Every wrong reference of a text."""
    for match in REFERENCE.finditer(text):
        before = text.count(match[0], 0, match.start())
        parts = dotted(match)
        if parts is None:
            yield ReferenceProblem("reference_not_a_name", match[0], before)
            continue
        known: Names = names
        for index, part in enumerate(parts):
            if part not in known:
                name = ".".join(parts[: index + 1])
                yield ReferenceProblem(
                    "reference_unknown", match[0], before, name, nearest(part, known), _listed(known)
                )
                break
            known = known[part]
    for match in STRAY_MARK.finditer(REFERENCE.sub(lambda reference: " " * len(reference[0]), text)):
        yield ReferenceProblem("reference_mark_alone", match[0], text.count(match[0], 0, match.start()))


def _listed(known: Names) -> str:
    return ", ".join(list(known)[:12]) + (", ..." if len(known) > 12 else "")
