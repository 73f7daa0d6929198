"""Compares two files text by text: the body, then notes, headers and footers, then what Word cannot track."""

from __future__ import annotations

from dataclasses import dataclass, field

from planforge.redline.blocks import Flow
from planforge.redline.compared import Showing
from planforge.redline.comparison import Change, Comparison, Fate
from planforge.redline.keys import Keys
from planforge.redline.merging import Merger, all_of
from planforge.redline.parts import Parts, read_parts
from planforge.redline.plan import Entry
from planforge.redline.reading_paragraphs import section_key
from planforge.redline.stories import Stories, Text, wanted_bookmarks
from planforge.redline.untracked import COARSE, RESOLVED, other_heads, other_parts
from planforge.verify.docx.names import Element, w
from planforge.words import Words

_CHANGES = tuple(
    map(
        w,
        (
            *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
            *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
            "tblGridChange",
        ),
    )
)
_NOTES = {"footnotes": w("footnoteReference"), "endnotes": w("endnoteReference")}


@dataclass(slots=True)
class MergedText:
    """One text of both files, or of one; where `new` is None it stands only in the old one."""

    old: Text | None
    new: Text | None
    entries: list[Entry]
    tail: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Compared:
    """Two files as one plan: the body first. The contents are those of the files with their own changes accepted."""

    old: Stories
    new: Stories
    old_content: bytes
    new_content: bytes
    texts: list[MergedText]
    showing: Showing
    comparison: Comparison


def compare_files(old: bytes, new: bytes, names: tuple[str, str], *, coarse: bool) -> Compared:
    """Compare two files; `coarse` takes whole paragraphs out and in. Raises UserError `docx.…`."""
    said: list[Words] = []
    old_parts, old, old_resolved = _read(old, names[0])
    new_parts, new, new_resolved = _read(new, names[1])
    if old_resolved or new_resolved:
        said.append(RESOLVED)
    wanted = wanted_bookmarks(old_parts) | wanted_bookmarks(new_parts)
    before, after = Stories(old_parts, wanted), Stories(new_parts, wanted)
    merger = Merger(coarse=coarse)
    showing = Showing(before.looks, after.looks)
    texts = [_merged(merger, before.main(), after.main())]
    showing.show(texts[0].entries, after.parts.main)
    for kind in _NOTES:
        texts += _notes(kind, merger, showing, before, after)
    texts += _heads(merger, showing, before, after)
    said += other_heads(before, after)
    said += other_parts(before, after)
    if _section_key(before) != _section_key(after) and showing.paragraphs:
        showing.reshape_last_of(texts[0].entries)
    if merger.was_coarse:
        said.append(COARSE)
    return Compared(before, after, old, new, texts, showing, Comparison(tuple(showing.paragraphs), tuple(said)))


def _section_key(stories: Stories) -> str:
    """What the last section says of its pages."""
    return section_key(stories.body.find(w("sectPr")), Keys(stories.parts, stories.parts.main))


def _read(content: bytes, name: str) -> tuple[Parts, bytes, bool]:
    """The parts of a file, whose own tracked changes count as accepted."""
    parts = read_parts(content, name)
    kinds = {"header", "footer", "footnotes", "endnotes"}
    trees = [parts.main, *(one.target for one in parts.relations(parts.main).values() if one.kind in kinds)]
    if not any(
        next(tree.iter(*_CHANGES), None) is not None for part in trees if (tree := parts.trees.get(part)) is not None
    ):
        return parts, content, False
    from planforge.redline.resolution import accept_all

    content = accept_all(content)
    return read_parts(content, name), content, True


def _merged(merger: Merger, old: Text, new: Text) -> MergedText:
    tail = new.flow.marks.get(len(new.flow.blocks), [])
    return MergedText(old, new, merger.merged(old.flow, new.flow), tail)


def _notes(kind: str, merger: Merger, showing: Showing, old: Stories, new: Stories) -> list[MergedText]:
    """The notes to which the same place refers are compared; a note that came or went does so with its reference."""
    old_notes, new_notes = old.notes(kind), new.notes(kind)
    if not old_notes and not new_notes:
        return []
    part = new.parts.related(kind) or old.parts.related(kind) or ""
    pairs = _paired_notes(_NOTES[kind], showing)
    texts: list[MergedText] = []
    taken = set(pairs.values())
    for number, note in new_notes.items():
        text = new.text(part, note)
        source = next((one for one, other in pairs.items() if other == number), None)
        if source is not None and source in old_notes:
            before = old.text(old.parts.related(kind) or "", old_notes[source])
            texts.append(_merged(merger, before, text))
            showing.show(texts[-1].entries, part)
        else:
            showing.show(all_of(text.flow, Fate.ADDED), part)
    for number, note in old_notes.items():
        if number not in pairs or pairs[number] not in taken:
            before = old.text(old.parts.related(kind) or "", note)
            showing.show(all_of(before.flow, Fate.REMOVED), before.part)
    return texts


def _paired_notes(tag: str, showing: Showing) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for shown in showing.of_entry.values():
        for cut in shown.cuts:
            if cut.change in {Change.KEPT, Change.RESTYLED} and cut.old is not None and cut.new is not None:
                first, second = cut.old.element, cut.new.element
                if first is not None and second is not None and first.tag == second.tag == tag:
                    pairs[first.get(w("id"), "")] = second.get(w("id"), "")
    return pairs


def _heads(merger: Merger, showing: Showing, old: Stories, new: Stories) -> list[MergedText]:
    texts: list[MergedText] = []
    old_heads, new_heads = old.heads(), new.heads()
    for place, part in new_heads.items():
        text = new.text(part, new.parts.trees[part])
        source = old_heads.get(place)
        if source is None:
            # It is no tracked change that there is a header; what is in it stays as it is.
            showing.show(all_of(text.flow, Fate.ADDED), part)
            continue
        texts.append(_merged(merger, old.text(source, old.parts.trees[source]), text))
        showing.show(texts[-1].entries, part)
    for place, part in old_heads.items():
        if place not in new_heads:
            flow: Flow = old.text(part, old.parts.trees[part]).flow
            showing.show(all_of(flow, Fate.REMOVED), part)
    return texts
