"""The merge of YAML: whatever two people change in different facts, both changes stand in the result."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planforge.versioning.merge_file import merge_contents
from planforge.versioning.merging import Merged
from planforge.versioning.tree import comments_of, data_of

FIELDS = ("name", "date", "score", "note")
WORDS = "thi đua khen thưởng của các đơn vị trong Cụm năm nay được tổ chức đúng kế hoạch đã đề ra".split()

Record = dict[str, Any]
Edit = tuple[str, int, str]


def written(records: list[Record], comments: dict[str, str]) -> str:
    """The records as a person writes them: comments, a folded text, blank lines between records."""
    lines = ["# Tệp ví dụ.", "", "title: Danh sách", "records:"]
    for number, record in enumerate(records):
        lines += [""] * bool(number)
        if record["id"] in comments:
            lines.append(f"  # {comments[record['id']]}")
        lines.append(f"  - id: {record['id']}")
        lines += [f"    {field}: {record[field]}" for field in ("name", "date", "score") if field in record]
        if "note" in record:
            lines += ["    note: >-", *(f"      {line}" for line in folded(record["note"]))]
        if record["tags"]:
            lines += ["    tags:", *(f"      - {tag}" for tag in record["tags"])]
    return "\n".join([*lines, "closing: hết", ""])


def folded(words: list[str]) -> list[str]:
    return [" ".join(words[start : start + 8]) for start in range(0, len(words), 8)]


@st.composite
def two_sides(draw: st.DrawFn) -> tuple[list[Record], list[Edit], list[Edit]]:
    """Records, and edits of them by two people that do not concern the same fact."""
    count = draw(st.integers(2, 6))
    records = [
        {
            "id": f"r{number}",
            "name": f"Đơn vị {number}",
            "date": f"2030-01-{number + 10}",
            "score": str(number),
            "note": [*WORDS],
            "tags": [f"t{number}", f"u{number}"],
        }
        for number in range(count)
    ]
    places = [(kind, number) for number in range(count) for kind in (*FIELDS, "tags", "comment")]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=8))
    sides: tuple[list[Edit], list[Edit]] = ([], [])
    for kind, number in chosen:
        side = draw(st.integers(0, 1))
        sides[side].append((kind, number, f"s{side}x{number}"))
    touched = {number for _, number in chosen}
    for number in set(range(count)) - touched:
        fate = draw(st.sampled_from(["keep", "keep", "delete", "after"]))
        if fate == "after":
            for side in draw(st.sets(st.integers(0, 1), min_size=1)):
                sides[side].append(("after", number, f"n{number}s{side}"))
        elif fate == "delete" and number:
            for side in draw(st.sets(st.integers(0, 1), min_size=1)):
                sides[side].append(("delete", number, ""))
    return records, *sides


def edited(records: list[Record], comments: dict[str, str], edits: list[Edit]) -> None:
    for kind, number, value in sorted(edits):
        place = next((at for at, one in enumerate(records) if one["id"] == f"r{number}"), None)
        if place is None:
            continue
        record = records[place]
        if kind == "delete":
            del records[place]
        elif kind == "after":
            while place + 1 < len(records) and records[place + 1]["id"][0] == "n":
                place += 1
            new = {"id": value, "name": f"Mới {value}", "tags": []}
            records.insert(place + 1, new)
        elif kind == "tags":
            record["tags"].append(value)
        elif kind == "comment":
            comments[record["id"]] = value
        elif kind == "note":
            record["note"][number * 2 + 3] = value
        else:
            record[kind] = f"2031-02-{number + 10}" if kind == "date" else value


def merged_of(base: str, ours: str, theirs: str) -> Merged:
    merged = merge_contents(base.encode(), ours.encode(), theirs.encode())
    assert merged is not None
    return merged


def plain(merged: Merged) -> str:
    assert not merged.conflicts
    return merged.text(lambda conflict: conflict.our_lines)


@given(two_sides())
def test_edits_of_different_facts_both_stand(case: tuple[list[Record], list[Edit], list[Edit]]) -> None:
    records, our_edits, their_edits = case
    texts = []
    for edits in ([], our_edits, their_edits, [*our_edits, *their_edits]):
        changed, comments = copy.deepcopy(records), {"r0": "Bản ghi đầu."}
        edited(changed, comments, edits)
        texts.append(written(changed, comments))
    base, ours, theirs, both = texts
    result = plain(merged_of(base, ours, theirs))
    assert data_of(result) == data_of(both)
    assert sorted(comments_of(result)) == sorted(comments_of(both))
    assert data_of(plain(merged_of(base, theirs, ours)))["title"] == data_of(both)["title"]


@given(two_sides(), st.sampled_from(["name", "date", "score"]))
def test_the_same_fact_changed_twice_is_a_conflict_and_nothing_else_is(
    case: tuple[list[Record], list[Edit], list[Edit]], field: str
) -> None:
    records, our_edits, their_edits = case
    our_edits = [edit for edit in our_edits if edit[1]]
    their_edits = [edit for edit in their_edits if edit[1]]
    texts = []
    for edits, value in (([], None), (our_edits, "2032-03-03"), (their_edits, "2033-04-04")):
        changed, comments = copy.deepcopy(records), {"r0": "Bản ghi đầu."}
        edited(changed, comments, edits)
        changed[0][field] = value or changed[0][field]
        texts.append(written(changed, comments))
    merged = merged_of(*texts)
    (conflict,) = merged.conflicts
    assert conflict.place == ("records", (1, "r0"), field)
    assert (conflict.ours.value, conflict.theirs.value) == ("2032-03-03", "2033-04-04")


@given(two_sides())
def test_a_merge_with_itself_or_with_nothing_changed_is_the_text_itself(
    case: tuple[list[Record], list[Edit], list[Edit]],
) -> None:
    records, our_edits, _ = case
    base = written(records, {})
    changed = copy.deepcopy(records)
    comments: dict[str, str] = {}
    edited(changed, comments, our_edits)
    ours = written(changed, comments)
    assert plain(merged_of(base, ours, ours)) == ours
    assert plain(merged_of(base, ours, base)) == ours
    assert plain(merged_of(base, base, ours)) == ours


ROOT = Path(__file__).parents[2]
FILES = [path.read_text("utf-8") for path in sorted((ROOT / "data").rglob("*.yaml"))]


def word_changed(lines: list[str], number: int, word: str) -> list[str]:
    """The lines with the last word of one of them replaced."""
    start, _, _ = lines[number].rpartition(" ")
    return [*lines[:number], f"{start} {word}", *lines[number + 1 :]]


NAMES = ("unit", "award", "movement", "person", "rule", "number", "code")


def lines_with_words(text: str) -> list[int]:
    """The lines whose last word is of a value, and not what names a record."""
    found = []
    for number, line in enumerate(text.split("\n")):
        words = line.strip().removeprefix("- ")
        if re.fullmatch(r"[^#]*\S \w+[.;,]?", words) and not words.startswith(NAMES):
            found.append(number)
    return found


@given(st.sampled_from([text for text in FILES if len(lines_with_words(text)) > 1]), st.data())
def test_two_lines_of_real_data_changed_by_two_people_both_stand(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    one, other = data.draw(st.lists(st.sampled_from(lines_with_words(text)), min_size=2, max_size=2, unique=True))
    ours, theirs = word_changed(lines, one, "xa"), word_changed(lines, other, "xb")
    both = word_changed(ours, other, "xb")
    found = merge_contents(*("\n".join(side).encode() for side in (lines, ours, theirs)))
    assert found is not None
    if found.conflicts:
        # Only what is one fact: a short text, or a record that was given another name.
        (conflict,) = found.conflicts
        assert "xa" in "\n".join(conflict.our_lines)
        assert "xb" in "\n".join(conflict.their_lines)
        assert abs(one - other) < 40
    else:
        assert found.text(lambda conflict: conflict.our_lines) == "\n".join(both)
