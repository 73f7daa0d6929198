"""Random changes of one document: what people do to data, registry and templates, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

from tests.redlines.grounds import Edits, Subject
from tests.redlines.surgery import Route, Step, Tree
from tests.redlines.wording import PROSE, renamed, reworded, template_reworded

from planforge.convert.papers import ConvertedPaper
from planforge.paper import Letterhead, Line, Paper, Table
from planforge.provenance import Trace

_PROSE_LENGTH = 40
_ANCHOR = re.compile(r"pf[0-9a-f]{12}(?:x\d+)?")


class Kind(StrEnum):
    """The kinds of change."""

    EDIT = "edit"
    ADD = "add"
    DELETE = "delete"
    MOVE = "move"
    TABLE = "table row"
    LETTERHEAD = "letterhead field"
    SIGNATURE = "signature"
    UNIT = "unit renamed"
    TEMPLATE = "template wording"
    SEVERAL = "several at once"


@dataclass(slots=True)
class Draft:
    """A document that is being changed: the files as they are by now, and what of them its papers print."""

    subject: Subject
    papers: tuple[ConvertedPaper, ...]
    random: Random
    files: dict[str, str] = field(default_factory=dict)
    places: Mapping[str, frozenset[Route]] = field(default_factory=dict)

    @classmethod
    def of(cls, subject: Subject, papers: Iterable[ConvertedPaper], random: Random) -> Draft:
        """A draft in which nothing is changed yet."""
        made = tuple(papers)
        return cls(subject, made, random, places=_places(trace for one in made for trace in one.provenance.traces))

    def text(self, path: str) -> str:
        """A file as it is by now."""
        return self.files[path] if path in self.files else (self.subject.root / path).read_text(encoding="utf-8")

    def tree(self, path: str) -> Tree:
        """A YAML file as it is by now."""
        return Tree.of(self.text(path))

    def anchored(self, anchors: Iterable[str]) -> Mapping[str, frozenset[Route]]:
        """The values that are printed at some anchors, by file."""
        wanted = frozenset(anchors)
        traces = (trace for one in self.papers for trace in one.provenance.traces if trace.anchor in wanted)
        return _places(traces)

    def lists(self, places: Mapping[str, frozenset[Route]], least: int) -> list[tuple[str, Route]]:
        """The lists in which printed values stand, with at least some items, of the year and not of a registry."""
        found = {
            (path, route[:index])
            for path, routes in places.items()
            if not path.startswith("data/registry/")
            for route in routes
            for index, step in enumerate(route)
            if isinstance(step, int)
        }
        return sorted(
            ((path, route) for path, route in found if self.tree(path).items(route) >= least),
            key=lambda one: (one[0], _in_order(one[1])),
        )


Proposal = Callable[[Draft], bool]


def _places(traces: Iterable[Trace]) -> Mapping[str, frozenset[Route]]:
    found: dict[str, set[Route]] = {}
    for trace in traces:
        for origin in trace.origins:
            if Path(origin.path).suffix == ".yaml" and origin.path.startswith("data/"):
                found.setdefault(origin.path, set()).add(tuple(origin.route))
    return {path: frozenset(routes) for path, routes in sorted(found.items())}


def _sorted(places: Mapping[str, frozenset[Route]]) -> list[tuple[str, Route]]:
    return [(path, route) for path, routes in places.items() for route in sorted(routes, key=_in_order)]


def _in_order(route: Route) -> list[str]:
    return list(map(str, route))


def _reword(draft: Draft, path: str, route: Iterable[Step]) -> bool:
    tree, way = draft.tree(path), tuple(route)
    text = tree.scalar(way)
    if not text:
        return False
    other = reworded(text, draft.random)
    if other == text:
        return False
    draft.files[path] = tree.replaced(way, other)
    return True


def _rename(draft: Draft, places: list[tuple[str, Route]]) -> bool:
    if not places:
        return False
    path, route = draft.random.choice(places)
    tree = draft.tree(path)
    text = tree.scalar(route)
    other = renamed(text, draft.random) if text else text
    if not text or other == text or other is None:
        return False
    draft.files[path] = tree.replaced(route, other)
    return True


def edit(draft: Draft) -> bool:
    """Other words in a value, mostly in running text."""
    places = _sorted(draft.places)
    long = [one for one in places if len((draft.tree(one[0]).scalar(one[1]) or "").split()) >= PROSE]
    chosen = long if long and draft.random.random() < 0.8 else places
    return bool(chosen) and _reword(draft, *draft.random.choice(chosen))


def add(draft: Draft) -> bool:
    """One more item in a list, with other words than the one it was made of."""
    return _add_to(draft, draft.lists(draft.places, 1))


def _add_to(draft: Draft, lists: list[tuple[str, Route]]) -> bool:
    if not lists:
        return False
    path, route = draft.random.choice(lists)
    tree = draft.tree(path)
    count = tree.items(route)
    at = draft.random.randint(0, count)
    draft.files[path] = tree.with_copy(route, draft.random.randrange(count), at)
    changed = False
    for leaf in list(draft.tree(path).leaves((*route, at))):
        text = draft.tree(path).scalar(leaf) or ""
        if len(text) > _PROSE_LENGTH or draft.random.random() < 0.6:
            for _ in range(3):
                changed |= _reword(draft, path, leaf)
    return changed


def delete(draft: Draft) -> bool:
    """One item less in a list."""
    return _delete_from(draft, draft.lists(draft.places, 2))


def _delete_from(draft: Draft, lists: list[tuple[str, Route]]) -> bool:
    if not lists:
        return False
    path, route = draft.random.choice(lists)
    tree = draft.tree(path)
    draft.files[path] = tree.without_item(route, draft.random.randrange(tree.items(route)))
    return True


def move(draft: Draft) -> bool:
    """An item elsewhere in its list."""
    return _move_in(draft, draft.lists(draft.places, 2))


def _move_in(draft: Draft, lists: list[tuple[str, Route]]) -> bool:
    if not lists:
        return False
    path, route = draft.random.choice(lists)
    tree = draft.tree(path)
    count = tree.items(route)
    index, at = draft.random.sample(range(count), 2)
    draft.files[path] = tree.with_moved(route, index, at)
    return True


def table_row(draft: Draft) -> bool:
    """A row of a table is added, taken out, moved or changed."""
    anchors = {anchor for one in draft.papers for table in _tables(one.paper) for anchor in _anchors(repr(table))}
    places = draft.anchored(anchors)
    members = f"data/{draft.subject.cluster}/{draft.subject.year}/cluster.yaml"
    lists = draft.lists(places, 2)
    if draft.tree(members).items(("members",)) > 2 and anchors:
        lists.append((members, ("members",)))
    kind = draft.random.choice(("add", "delete", "move", "edit"))
    if kind == "add":
        return _add_to(draft, lists)
    if kind == "delete":
        return _delete_from(draft, lists)
    if kind == "move":
        return _move_in(draft, lists)
    own = [one for one in _sorted(places) if not one[0].startswith("data/registry/")]
    return bool(own) and _reword(draft, *draft.random.choice(own))


def letterhead(draft: Draft) -> bool:
    """A value of the letterhead, the title or the addressees."""
    heads = [head for one in draft.papers for head in _letterheads(one.paper)]
    lines = [line for head in heads for line in (head.parent, *head.issuer, head.number, head.place_date)]
    lines += [line for one in draft.papers for line in (one.paper.type_name, one.paper.subject, *one.paper.addressees)]
    return _rename(draft, _sorted(draft.anchored(_anchors_of(lines))))


def signature(draft: Draft) -> bool:
    """A value of a signature: office, title, name."""
    signers = [signer for one in draft.papers for signer in one.paper.signers]
    lines = [line for one in signers for line in (*one.authority, *one.office, one.name)]
    return _rename(draft, _sorted(draft.anchored(_anchors_of(lines))))


def unit_renamed(draft: Draft) -> bool:
    """Another name for a unit in the registry."""
    path = "data/registry/units.yaml"
    names = sorted((str(route[0]), "name") for route in draft.places.get(path, ()) if route[-1] == "name")
    return _rename(draft, [(path, route) for route in names])


def template_wording(draft: Draft) -> bool:
    """Other words in the template of the document."""
    path = f"templates/{draft.subject.document}/body.md.j2"
    lines = {
        line.span.line
        for one in draft.papers
        for trace in one.provenance.traces
        for line in trace.lines
        if line.span.path == path
    }
    text = template_reworded(draft.text(path), sorted(lines), draft.random)
    if text is None:
        return False
    draft.files[path] = text
    return True


PROPOSALS: Mapping[Kind, Proposal] = {
    Kind.EDIT: edit,
    Kind.ADD: add,
    Kind.DELETE: delete,
    Kind.MOVE: move,
    Kind.TABLE: table_row,
    Kind.LETTERHEAD: letterhead,
    Kind.SIGNATURE: signature,
    Kind.UNIT: unit_renamed,
    Kind.TEMPLATE: template_wording,
}


def proposed(draft: Draft, kind: Kind) -> Edits | None:
    """The changed files of one random change; None where this try found nothing to change."""
    if kind is not Kind.SEVERAL:
        return dict(draft.files) if PROPOSALS[kind](draft) else None
    kinds = draft.random.sample(list(PROPOSALS), draft.random.randint(2, 5))
    # What prints a value is known for the papers before the change: items come and go last.
    kinds.sort(key=lambda one: one in {Kind.ADD, Kind.DELETE, Kind.MOVE, Kind.TABLE})
    done = 0
    for one in kinds:
        before = dict(draft.files)
        if PROPOSALS[one](draft):
            done += 1
        else:
            draft.files = before
    return dict(draft.files) if done > 1 else None


def _letterheads(paper: Paper) -> Iterator[Letterhead]:
    for head in (paper.letterhead, *(annex.letterhead for annex in paper.annexes)):
        if head is not None:
            yield head


def _tables(paper: Paper) -> Iterator[Table]:
    for body in (paper.body, *(annex.body for annex in paper.annexes)):
        yield from (element for element in body if isinstance(element, Table))


def without_anchors(content: object) -> str:
    """A paper or a piece of one for comparison, whatever its values come from."""
    return _ANCHOR.sub("", repr(content))


def table_texts(paper: Paper) -> list[str]:
    """The words in the tables of a paper."""
    return [without_anchors((table.head, table.body)) for table in _tables(paper)]


def _anchors(text: str) -> Iterator[str]:
    yield from _ANCHOR.findall(text)


def _anchors_of(lines: Iterable[Line | None]) -> list[str]:
    return [line.anchor for line in lines if line is not None and line.anchor]
