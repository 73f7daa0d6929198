"""Facts in sentences: "Đợt 1: kết thúc 30/6/2023 → 15/7/2023", "Thành viên: thêm Cục A, bớt Cục B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from planforge.compose.markdown import plain
from planforge.review.facts.labels import FIRST, FURTHER, WHERE
from planforge.review.facts.titles import choice
from planforge.review.markdown import code, escape
from planforge.review.sides import ChangedPaper, FactChange, FactFate
from planforge.review.summary.excerpts import counted, of_texts, shown
from planforge.review.summary.said import bold, said
from planforge.words import Words
from planforge.workspace import DATA

VALUE_WORDS, VALUE_LETTERS, LABEL_LETTERS = 25, 200, 300
MOST_TOGETHER = 8
# Of so few changed words the sentence itself shows what changed.
SHOWN_WORDS = 10
# A person who is called comrade need not be said to be a person.
PERSON, COMRADE = frozenset({"cá nhân", "person"}), "đồng chí "
YES = choice("true")
LIST_FATES = frozenset({FactFate.ADDED, FactFate.REMOVED})


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one or several facts of one list say, as Markdown, with the places in the data."""

    text: str
    facts: tuple[FactChange, ...]

    @property
    def place(self) -> str:
        """The place of the first, as Markdown."""
        place = self.facts[0].new_place or self.facts[0].old_place
        return code(f"{place.path}:{place.line}") if place else ""


def sentences(facts: Sequence[FactChange], language: str, *, paper: ChangedPaper | None = None) -> Iterator[Sentence]:
    """The facts of a group in sentences; what comes to and goes from one list is told together.

    Under the heading of a paper its name, cluster and year are not said again.
    """
    for moved, edits in _with_edits(facts):
        if moved is not None:
            text = "; ".join([_sentence(moved, language, paper), *(one.text for one in sentences(edits, language))])
            yield Sentence(text, (moved, *edits))
            continue
        yield from _by_lists(edits, language, paper)


def _with_edits(facts: Sequence[FactChange]) -> Iterator[tuple[FactChange | None, list[FactChange]]]:
    """Each record that moved with what changed in it, which is then said without its name; and the rest, in order."""
    rest: list[FactChange] = []
    index = 0
    while index < len(facts):
        moved, index = facts[index], index + 1
        if moved.positions is None or moved.prose:
            rest.append(moved)
            continue
        edits = []
        while index < len(facts) and (inner := _inside(moved, facts[index])) is not None:
            edits.append(inner)
            index += 1
        yield from ((None, rest), (moved, edits))
        rest = []
    yield None, rest


def _inside(record: FactChange, fact: FactChange) -> FactChange | None:
    """A fact of a record under its own name alone; None where it belongs to something else."""
    labels = []
    for whole, part in zip(record.label, fact.label, strict=True):
        separator = next((one for one in (FIRST, FURTHER) if part.startswith(whole + one)), None)
        if separator is None or fact.route[: len(record.route)] != record.route:
            return None
        labels.append(_capital(part[len(whole + separator) :]))
    return replace(fact, label=Words(*labels))


def _by_lists(facts: Sequence[FactChange], language: str, paper: ChangedPaper | None) -> Iterator[Sentence]:
    for _, group in groupby(facts, key=_list_of):
        together = tuple(group)
        if len(together) > 1 and together[0].fate in LIST_FATES and not any(fact.prose for fact in together):
            yield Sentence(_several(together, language, paper), together)
        else:
            yield from (Sentence(_sentence(fact, language, paper), (fact,)) for fact in together)


def _list_of(fact: FactChange) -> tuple[object, ...]:
    place = fact.new_place or fact.old_place
    listed = fact.fate in LIST_FATES and bool(fact.route) and isinstance(fact.route[-1], int) and not fact.prose
    return (fact.label, place.path if place else "", fact.route[:-1]) if listed else (id(fact),)


def _sentence(fact: FactChange, language: str, paper: ChangedPaper | None) -> str:
    label = Label.of(fact, language, paper)
    if fact.positions and not fact.prose:
        return _moved(fact, label, language)
    if fact.fate in LIST_FATES and not fact.prose:
        return _came_or_went(fact, label, language)
    if fact.prose:
        return _prose(fact, label, language)
    return said("fact.changed", language, label=label.before_value(), old=_value(fact.old), new=_value(fact.new))


def _came_or_went(fact: FactChange, label: Label, language: str) -> str:
    head, what = label.split()
    value = fact.new or fact.old
    if what in PERSON and value.startswith(COMRADE):
        what = ""
    if _is_of_registry(fact):
        head, what = label.text, ""
    # Of what is only there or not the sentence says all.
    value = "" if value == YES and what else value
    if not fact.route:
        key = "fact.added_file" if fact.fate is FactFate.ADDED else "fact.removed_file"
        return _capital(said(key, language, what=bold(escape(label.text))))
    value = _value(value) if value else ""
    value = f"“{value}”" if fact.prose else value
    if fact.fate is FactFate.ADDED:
        text = said("fact.added", language, what=escape(what), new=value)
    elif isinstance(fact.route[-1], int):
        text = said("fact.taken", language, what=escape(what), old=value)
    else:
        text = said("fact.removed", language, what=escape(what), old=value)
    text = " ".join(text.split())
    return f"{bold(f'{escape(head)}:')} {text}" if head else _capital(text)


def _is_of_registry(fact: FactChange) -> bool:
    """Whether a fact is a whole record of a registry."""
    place = fact.new_place or fact.old_place
    return place is not None and place.path.startswith(f"{DATA}/registry/") and len(fact.route) == 1


def _several(facts: Sequence[FactChange], language: str, paper: ChangedPaper | None) -> str:
    label = Label.of(facts[0], language, paper)
    came = [fact.new for fact in facts if fact.fate is FactFate.ADDED]
    went = [fact.old for fact in facts if fact.fate is FactFate.REMOVED]
    parts = []
    for key, values in (("fact.several_added", came), ("fact.several_taken", went)):
        if values:
            listed = ", ".join(map(_value, values[:MOST_TOGETHER]))
            rest = len(values) - MOST_TOGETHER
            parts.append(said(key, language, values=listed + (f"… (+{rest})" if rest > 0 else "")))
    separator = ", " if len(came) <= 1 and len(went) <= 1 else "; "
    return said("fact.several", language, label=label.with_colon(), changes=separator.join(parts))


def _moved(fact: FactChange, label: Label, language: str) -> str:
    old, new = fact.positions or (0, 0)
    edited = fact.old != fact.new
    named = not edited and (not fact.new or fact.new in label.text or bool(re.search(r"\d$", label.text)))
    key = "fact.moved" if named else "fact.moved_value"
    name = label.with_colon() if named else label.before_value()
    value = f"{_value(fact.old)} → {_value(fact.new)}" if edited else _value(fact.new)
    return said(key, language, label=name, value=value, old=old, new=new)


def _prose(fact: FactChange, label: Label, language: str) -> str:
    stretches = of_texts(fact.old, fact.new)
    removed, added = counted(stretches)
    counts = counts_words(removed, added, language)
    if fact.old and plain(fact.old) == plain(fact.new):
        counts = said("fact.words_emphasis", language)
    name = label.with_colon()
    if fact.positions:
        old, new = fact.positions
        moved = said("fact.moved", language, label=name, old=old, new=new)
        return moved if fact.old == fact.new else f"{moved}, {counts}"
    if fact.fate is FactFate.ADDED or fact.fate is FactFate.REMOVED:
        return _came_or_went(fact, label, language)
    if removed + added > SHOWN_WORDS or plain(fact.old) == plain(fact.new):
        return said("fact.prose", language, label=name, counts=counts)
    return said("fact.prose_shown", language, label=name, counts=counts, text=shown(stretches))


def counts_words(removed: int, added: int, language: str) -> str:
    """How many words came and went; none of both is another punctuation."""
    key = ("fact.words_form", "fact.words_added", "fact.words_removed", "fact.words_both")
    return said(key[bool(added) + 2 * bool(removed)], language, removed=removed, added=added)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a fact, of which the document's own name may be left out."""

    text: str

    @classmethod
    def of(cls, fact: FactChange, language: str, paper: ChangedPaper | None) -> Label:
        """The label of a fact, under the heading of a paper without what the heading says."""
        text = fact.label.in_language(language)
        text = f"{text[:LABEL_LETTERS]}…" if len(text) > LABEL_LETTERS else text
        if paper is None:
            return cls(text)
        text = text.rpartition(WHERE)[2]
        place = fact.new_place or fact.old_place
        own = f"{DATA}/{paper.cluster}/{paper.year}/{paper.document}.yaml"
        _, _, rest = text.partition(FIRST)
        return cls(_capital(rest) if place and place.path == own and rest else text)

    def split(self) -> tuple[str, str]:
        """What stands before the last part, and the last part as it stands within a sentence."""
        where, dot, text = self.text.rpartition(WHERE)
        cut = max(text.rfind(FIRST), text.rfind(FURTHER))
        if cut < 0:
            return where, _small(text)
        return f"{where}{dot}{text[:cut]}", _small(text[cut + len(FIRST) :])

    def with_colon(self) -> str:
        """The whole label in bold, with a colon."""
        return bold(f"{escape(self.text)}:")

    def before_value(self) -> str:
        """The label before a value: the record in bold, then the field."""
        head, colon, field = self.text.partition(FIRST)
        if not colon:
            return self.with_colon()
        return bold(f"{escape(head)}:") + ("" if field in PERSON else f" {escape(field)}")


def _value(text: str) -> str:
    words = text.split()
    short = " ".join(words[:VALUE_WORDS])
    cut = len(words) > VALUE_WORDS or len(short) > VALUE_LETTERS
    return escape(short[:VALUE_LETTERS] + ("…" if cut else "")) if short else "—"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _small(text: str) -> str:
    """A noun inside a sentence; a title ("Phó Trưởng Cụm") keeps its capitals."""
    second = text.split()[1:2]
    return text if second and second[0][0].isupper() else f"{text[:1].lower()}{text[1:]}"
