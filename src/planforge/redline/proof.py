"""Proves a redline: with everything accepted it is the new document, with everything rejected the old one.

The proof knows nothing of how the redline was made. Both documents and both ways of resolving the redline are brought
into canonical form and compared part by part. Changes that were already tracked in a document count as accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from planforge.redline.canonical import Form, Node, canonical, canonical_children, canonical_part
from planforge.redline.resolution import resolved
from planforge.redline.unpacked import Unpacked
from planforge.verify.docx.names import w
from planforge.words import Words

_STORIES = frozenset({"header", "footer", "footnotes", "endnotes"})
# What says who wrote a comment and when; the comments themselves are compared where they stand in the text.
_COMMENTS = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
# The redline may bring definitions from the old document: what is taken out of the text still has its look.
_MAY_GROW = frozenset({"styles", "numbering"})
_NOTE_SETTINGS = frozenset({w("footnotePr"), w("endnotePr")})
_LONGEST = 80
_P, _T = w("p"), w("t")


def prove(redline: bytes, old: bytes, new: bytes) -> tuple[Words, ...]:
    """What keeps a redline from being proven, in words, the first place of each part; empty when it is proven.

    Everything must match but what Word cannot track: where styles, lists, settings or the set of headers differ
    between the two documents, the redline must have the new ones. Comments of the old document are no part of the
    proof. Raises UserError `docx.…` for what is no DOCX.
    """
    marked, before, after = Unpacked(redline, "redline"), Unpacked(old, "old"), Unpacked(new, "new")
    if _same_bytes(marked, after) and _same_bytes(before, after):
        return ()
    before, after = resolved(before, accept=True), resolved(after, accept=True)
    accepted, rejected = resolved(marked, accept=True), resolved(marked, accept=False)
    wanted = canonical(after)
    return (
        *_accepted_differs(canonical(accepted), wanted),
        # Of the new document only headers and lists are asked for here.
        *_rejected_differs(canonical(rejected, comments=False), canonical(before, comments=False), wanted),
        *_parts_differ(accepted, before, after),
    )


def _same_bytes(one: Unpacked, other: Unpacked) -> bool:
    return sorted(one.names) == sorted(other.names) and all(
        one.content(name) == other.content(name) for name in one.names if not name.startswith("docProps/")
    )


def _accepted_differs(accepted: Form, new: Form) -> Iterator[Words]:
    side = Words("Chấp nhận mọi thay đổi không ra bản mới", "Accepting every change does not give the new document")
    if accepted.body != new.body:
        yield _said(side, "word/document.xml", accepted.body, new.body)
    for number, got, wanted in _sections(accepted, new):
        for kind in sorted({*got, *wanted}):
            if got.get(kind) != wanted.get(kind):
                yield _said(side, f"{kind} ({number})", got.get(kind), wanted.get(kind))
    for note, wanted_note in zip_longest(accepted.notes, new.notes):
        if note != wanted_note:
            yield _said(side, "footnotes", note, wanted_note)
    if accepted.definitions != new.definitions:
        yield _said(side, "word/numbering.xml", None, None)


def _rejected_differs(rejected: Form, old: Form, new: Form) -> Iterator[Words]:
    side = Words("Từ chối mọi thay đổi không ra bản cũ", "Rejecting every change does not give the old document")
    if rejected.body != old.body:
        yield _said(side, "word/document.xml", rejected.body, old.body)
    for number, got, wanted in _sections(rejected, old):
        for kind in sorted({*got, *wanted}):
            # Which kinds of headers there are cannot be tracked: one that only one document has is as in the new one.
            only_new = kind not in wanted and any(heads.get(kind) == got[kind] for heads in new.heads)
            only_old = kind not in got and not any(kind in heads for heads in new.heads)
            if got.get(kind) != wanted.get(kind) and not only_new and not only_old:
                yield _said(side, f"{kind} ({number})", got.get(kind), wanted.get(kind))
    known = {*old.definitions, *new.definitions}
    if rejected.definitions != old.definitions and not known.issuperset(rejected.definitions):
        yield _said(side, "word/numbering.xml", None, None)


def _sections(one: Form, other: Form) -> Iterator[tuple[int, Mapping[str, Node], Mapping[str, Node]]]:
    nothing: Mapping[str, Node] = {}
    for number, (first, second) in enumerate(zip_longest(one.heads, other.heads), 1):
        yield number, first or nothing, second or nothing


def _parts_differ(redline: Unpacked, old: Unpacked, new: Unpacked) -> Iterator[Words]:
    """The parts beside the text: those of the new document, with what the old one's text needs."""
    missing = Words(
        "Bản so sánh thiếu hoặc đổi một phần của bản mới", "The redline lacks or changes a part of the new one"
    )
    foreign = Words(
        "Bản so sánh có một phần không có ở bản nào", "The redline holds a part that is in neither document"
    )
    for kind, name in _side_parts(new):
        found = redline.related(redline.main, kind)
        if found is None or not _same_part(kind, redline, found, old, new, name):
            yield _said(missing, name, None, None)
    known = {_hash(package, name) for package in (old, new) for name in package.names}
    kept = {*new.names, *(name for _, name in _side_parts(redline))}
    for name in redline.names:
        kind = next((one.kind for one in redline.targets(redline.main).values() if one.name == name), "")
        if name in kept or name.endswith(".rels") or name.startswith("docProps/") or kind in _STORIES | _COMMENTS:
            continue
        if _hash(redline, name) not in known:
            yield _said(foreign, name, None, None)


def _side_parts(package: Unpacked) -> list[tuple[str, str]]:
    """The parts that no place of the text names: styles, settings, lists, theme and the like, by kind."""
    named = _STORIES | _COMMENTS | {"image", "hyperlink", "chart", "oleObject", "package", "aFChunk", "subDocument"}
    return [
        (target.kind, target.name)
        for target in package.targets(package.main).values()
        if not target.external and target.kind not in named and target.name in package.names
    ]


def _hash(package: Unpacked, name: str) -> str | bytes | None:
    return package.content(name) if not name.endswith(".xml") else canonical_part(package, name)


def _same_part(kind: str, redline: Unpacked, found: str, old: Unpacked, new: Unpacked, name: str) -> bool:
    if redline.content(found) == new.content(name):
        return True
    if kind not in _MAY_GROW | {"settings"}:
        candidates = [target.name for target in redline.targets(redline.main).values() if target.kind == kind]
        return canonical_part(new, name) in {canonical_part(redline, one) for one in candidates}
    got, wanted = canonical_children(redline, found), canonical_children(new, name)
    if kind == "settings":
        has_notes = all(new.related(new.main, one) is not None for one in ("footnotes", "endnotes"))
        dropped = frozenset[str]() if has_notes else _NOTE_SETTINGS
        return [one for one in got if one.tag not in dropped] == [one for one in wanted if one.tag not in dropped]
    before = old.related(old.main, kind)
    more = set(canonical_children(old, before)) if before is not None else set()
    kept = iter(got)
    # Lists from the old document have new numbers, and are compared where the text uses them.
    return all(one in kept for one in wanted) and (kind == "numbering" or set(got) - set(wanted) <= more)


# -- words ---------------------------------------------------------------------------------------------------------


def _said(side: Words, part: str, got: Node | None, wanted: Node | None) -> Words:
    """One difference in words: the part, and the first place where the two are not the same."""
    place, path = _first_difference(got, wanted)
    way = f" ({path})" if path else ""
    found, expected = map(_short, place or ("", ""))
    if not found + expected:
        return Words(f"{side.vi}: {part}{way}.", f"{side.en}: {part}{way}.")
    if found == expected:
        return Words(f"{side.vi}: {part}, tại «{expected}»{way}.", f"{side.en}: {part}, at “{expected}”{way}.")
    return Words(
        f"{side.vi}: {part}, tại «{expected}», bản so sánh cho «{found}»{way}.",
        f"{side.en}: {part}, at “{expected}”, where the redline gives “{found}”{way}.",
    )


def _first_difference(got: Node | None, wanted: Node | None) -> tuple[tuple[str, str] | None, str]:
    """Where two trees first part: the text of the paragraph in both, None outside of one, and the way by names."""
    place: tuple[str, str] | None = None
    path: list[str] = []
    while got is not None and wanted is not None and got.tag == wanted.tag:
        path.append(_name(got))
        if got.tag == _P:
            place, path = (text_of(got), text_of(wanted)), ["p"]
        if got.attributes != wanted.attributes or got.text != wanted.text:
            return place, "/".join(path[-6:])
        pairs = zip_longest(got.children, wanted.children)
        got, wanted = next((pair for pair in pairs if pair[0] != pair[1]), (None, None))
    if got is not None or wanted is not None:
        path.append(" ≠ ".join("–" if node is None else _name(node) for node in (got, wanted)))
    if place is None:
        place = ("" if got is None else text_of(got), "" if wanted is None else text_of(wanted))
    return place, "/".join(path[-6:])


def _name(node: Node) -> str:
    return node.tag.rpartition("}")[2]


def text_of(node: Node) -> str:
    """The text below a node."""
    return node.text if node.tag == _T else "".join(map(text_of, node.children))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
