"""Writes the redline: the parts of the new file, its texts with the changes in them, and what deleted text needs."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from planforge.redline.carrying import Carrier, add_ignorable
from planforge.redline.comparing import Compared, MergedText
from planforge.redline.comparison import AuthorOf, Change, Comparison, Fate
from planforge.redline.keys import Keys
from planforge.redline.reading_paragraphs import section_key
from planforge.redline.revisions import Revisions
from planforge.redline.tokens import word_count
from planforge.redline.writing import Writer
from planforge.redline.writing_paragraphs import ParagraphWriter, Places
from planforge.verify.docx.names import Element, w
from planforge.write.package import packed, serialised

_SECTION, _ID, _STYLE, _STYLE_ID, _VAL = w("sectPr"), w("id"), w("style"), w("styleId"), w("val")
_NUMBERED = tuple(map(w, ("bookmarkStart", "commentRangeStart", "permStart")))
_STYLED = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_ON = frozenset({"1", "true", "on"})
_LINKED = tuple(map(w, ("basedOn", "link", "next")))


@dataclass(frozen=True, slots=True)
class Written:
    """The file of a redline, how many tracked changes it has, and how many words they mark."""

    docx: bytes
    revisions: int
    words: int


def written(compared: Compared, author_of: AuthorOf) -> Written:
    """Write a comparison as a file with tracked changes; the trees of the new file are used up by it."""
    old, new = compared.old, compared.new
    carrier = Carrier(old.parts, new.parts, old.lists, new.lists, frozenset(compared.showing.torn - {""}))
    revisions = Revisions(author_of, _first_free(compared))
    writer = Writer(carrier, revisions, compared.showing, ParagraphWriter(carrier, revisions))
    for text in compared.texts:
        _write_text(text, writer, compared)
    _add_styles(compared, carrier)
    main = new.parts.main
    if carrier.copied:
        new.parts.trees[main] = add_ignorable(new.parts.trees[main], old.parts.trees[old.parts.main])
    contents = dict(new.parts.contents)
    changed = {text.new.part for text in compared.texts if text.new is not None and _changed(text)} | {main}
    for name in sorted(changed | carrier.changed):
        contents[name] = serialised(new.parts.trees[name])
    return Written(packed(contents), revisions.count, words_marked(compared.comparison))


def words_marked(comparison: Comparison) -> int:
    """How many words the changes of a comparison mark; those of a move once."""
    count = 0
    for paragraph in comparison.paragraphs:
        for piece in paragraph.pieces:
            if piece.change in {Change.ADDED, Change.REMOVED} or paragraph.fate is Fate.MOVED_TO:
                count += word_count(piece.text)
    return count


def _changed(text: MergedText) -> bool:
    return text.old is None or text.new is None or text.old.flow.exact != text.new.flow.exact


def _first_free(compared: Compared) -> int:
    used = [
        number
        for tree in compared.new.parts.trees.values()
        for one in tree.iter(*_NUMBERED)
        if (number := one.get(_ID, "")).isdecimal()
    ]
    return max(map(int, used), default=0) + 1


def _write_text(text: MergedText, writer: Writer, compared: Compared) -> None:
    if text.old is None or text.new is None:
        return
    root = text.new.root
    is_main = root is compared.new.body
    if not is_main and not _changed(text):
        return
    places = Places(text.old.part, text.new.part)
    blocks = writer.flow(text.entries, places)
    section = root.find(_SECTION) if is_main else None
    tail = [deepcopy(mark) for mark in text.tail]
    root[:] = [*blocks, *tail]
    if section is not None:
        root.append(section)
        _write_section(section, writer, compared, places)


def _write_section(section: Element, writer: Writer, compared: Compared, places: Places) -> None:
    before = compared.old.body.find(_SECTION)
    if before is None:
        return
    old_key = section_key(before, Keys(compared.old.parts, places.old))
    last = compared.showing.last
    if old_key != section_key(section, Keys(compared.new.parts, places.new)) and last is not None:
        author = writer.revisions.author(last)
        writer.paragraphs.change_section(section, before, author, places)


def _add_styles(compared: Compared, carrier: Carrier) -> None:
    """Bring the styles of what was deleted that the new file does not have.

    One that was the default of the old file stays away: it would be that of the new file's own text.
    """
    old, new = compared.old.parts, compared.new.parts
    before, after = old.tree("styles"), new.tree("styles")
    name = new.related("styles")
    if before is None or after is None or name is None:
        return
    known = {one.get(_STYLE_ID, "") for one in after.iterfind(_STYLE)}
    theirs = {one.get(_STYLE_ID, ""): one for one in before.iterfind(_STYLE) if one.get(w("default")) not in _ON}
    missing = [one for one in theirs if one not in known]
    if not missing:
        return
    wanted = set(_used_styles(compared))
    waiting = [one for one in missing if one in wanted]
    while waiting:
        style = waiting.pop(0)
        if style in known:
            continue
        known.add(style)
        copied = carrier.carried(theirs[style], old.related("styles") or "", name)
        after.append(copied)
        carrier.changed.add(name)
        waiting += [
            link for one in copied.iterfind("*") if one.tag in _LINKED and (link := one.get(_VAL, "")) in theirs
        ]


def _used_styles(compared: Compared) -> Iterator[str]:
    for text in compared.texts:
        if text.new is not None:
            yield from (one.get(_VAL, "") for one in text.new.root.iter(*_STYLED))
