"""A paper says what the data says: hostile texts stay texts, and neither order nor marks change anything."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.conftest import EXAMPLE, YEAR_FOLDER, Changed, Changes, MakeWorkspace, Workspace, blocks

from planforge.compose import markdown
from planforge.compose.marks import Marks, strip
from planforge.convert.nodes import text_of
from planforge.convert.weave import weave
from planforge.diagnostics import Span
from planforge.model.references import STRAY_MARK
from planforge.paper import Line, Paper
from planforge.source import Origin, Text, parse

REGISTRY = "data/registry"
# Where a text is put: the file, what stands there, and whether it is running text (in which stars emphasise).
PLACES: list[tuple[str, str, bool]] = [
    (f"{REGISTRY}/bodies.yaml", "Bộ Mẫu", False),
    (f"{REGISTRY}/bodies.yaml", "Hà Mẫu", False),
    (f"{REGISTRY}/bodies.yaml", "Hội đồng Thi đua - Khen thưởng Ngành Mẫu", False),
    (f"{REGISTRY}/units.yaml", "Trường Hai", False),
    (f"{REGISTRY}/instruments.yaml", "01/QĐ-BM", False),
    (f"{REGISTRY}/instruments.yaml", "ban hành Kế hoạch thi đua năm 2030", True),
    (f"{REGISTRY}/anniversaries.yaml", "Ngày thành lập Bộ Mẫu", False),
    (f"{REGISTRY}/movements.yaml", "Xây dựng nếp sống mẫu", False),
    (f"{YEAR_FOLDER}/cluster.yaml", "Đoàn kết, sáng tạo", False),
    (f"{YEAR_FOLDER}/cluster.yaml", "CTĐ1", False),
    (f"{YEAR_FOLDER}/movements.yaml", '"Nâng cao chất lượng, cụ thể:"', True),
    (f"{YEAR_FOLDER}/movements.yaml", "Khối đào tạo dạy tốt;", True),
    (f"{YEAR_FOLDER}/movements.yaml", "Tiếp tục thực hiện phong trào đã phát động.", True),
    (f"{YEAR_FOLDER}/waves.yaml", "Mỗi người cố gắng hơn nữa.", True),
    (f"{YEAR_FOLDER}/waves.yaml", "Sơ kết cùng sơ kết công tác năm {{ year }}.", True),
    (f"{YEAR_FOLDER}/responsibilities.yaml", "Tổ chức triển khai trong đơn vị mình.", True),
    (f"{YEAR_FOLDER}/plan.yaml", "Kịp thời khen thưởng.", True),
    (f"{YEAR_FOLDER}/plan.yaml", "Trích từ quỹ của từng đơn vị.", True),
    (f"{YEAR_FOLDER}/plan.yaml", "Các đơn vị trong Cụm (để thực hiện)", True),
    (f"{YEAR_FOLDER}/plan.yaml", "of: Cụm trưởng", True),
    (f"{YEAR_FOLDER}/plan.yaml", "Nguyễn Văn Mẫu", False),
]  # fmt: skip
NEVER = "".join(map(chr, [*range(32), *range(127, 160), 0x2028, 0x2029, 0xFFFE, 0xFFFF]))
SIGNS = st.one_of(
    st.sampled_from(
        [
            *"*_`#-+>|[](){}<>!\\&~^$=:;.,'\"%@/?1a đĐ",
            "1. ",
            "- ",
            "# ",
            "::: x",
            "***",
            "**",
            "<b>",
            "&amp;",
            "{.strong}",
        ]
    ),
    st.characters(exclude_categories=("Cs", "Co"), exclude_characters=NEVER),
)
HOSTILE = (
    st.lists(SIGNS, min_size=1, max_size=10)
    .map(lambda signs: unicodedata.normalize("NFC", "".join(signs)).strip())
    .filter(lambda text: bool(text) and not STRAY_MARK.search(text))
)
TOKENS = [f"Zq{number:02d}z" for number in range(len(PLACES))]


def with_texts(texts: list[str]) -> Changes:
    """The changes that put a text at every place."""
    changes: dict[str, tuple[Changed, ...]] = {}
    for (path, old, _), text in zip(PLACES, texts, strict=True):
        key = "of: " if old.startswith("of: ") else ""
        # Every JSON string is a YAML text in double quotes.
        changes[path] = (
            *changes.get(path, ()),
            Changed(f" {old}\n", f" {key}{json.dumps(text, ensure_ascii=False)}\n"),
        )
    return changes


def lines(paper: Paper) -> Iterator[str]:
    """Every line of a paper, frame and body."""
    head = paper.letterhead
    assert head is not None
    frame: list[Line | None] = [head.parent, *head.issuer, head.number, head.place_date, paper.type_name, paper.subject]
    frame += [*paper.recipients]
    for signer in paper.signers:
        frame += [*signer.authority, *signer.office, signer.name]
    yield from (line.text if line else "" for line in frame)
    yield from (text_of(block.inlines) for block in blocks(paper))


def filled(line: str, texts: list[str]) -> str:
    """A line of the paper of tokens, with the words of the texts in their places."""
    for token, text, (_, _, prose) in zip(TOKENS, texts, PLACES, strict=True):
        words = markdown.plain(text) if prose else markdown.plain_literal(text)
        line = line.replace(token, words).replace(token.upper(), words.upper())
    return line


def folded(line: str) -> str:
    return re.sub(" +", " ", line).strip()


def emphasised(paper: Paper) -> int:
    return len(re.findall(r"'t': '(?:Emph|Strong)'", str(paper.body)))


@settings(max_examples=12)
@given(st.lists(HOSTILE, min_size=len(PLACES), max_size=len(PLACES)))
@example(["*a*"] * len(PLACES))
@example(["**a** & <b>c</b>"] * len(PLACES))
@example([r"\*a\* 1. b"] * len(PLACES))
@example(["1. a"] * len(PLACES))
@example(["#"] * len(PLACES))
@example(["    a"] * len(PLACES))
def test_any_text_in_any_field_is_printed_as_it_is(workspace: MakeWorkspace, texts: list[str]) -> None:
    expected = workspace(with_texts(TOKENS)).paper().paper
    hostile = workspace(with_texts(texts)).paper().paper
    assert list(map(folded, lines(hostile))) == [folded(filled(line, texts)) for line in lines(expected)]
    assert [(block.role, block.level) for block in blocks(hostile)] == [
        (block.role, block.level) for block in blocks(expected)
    ]
    if not any("*" in text for text in texts):
        assert emphasised(hostile) == emphasised(expected)


def shuffled(value: Any, chance: Random) -> Any:
    """The same data as YAML in JSON's form, with the keys of every mapping in another order."""
    if isinstance(value, dict):
        pairs = [f"{json.dumps(key, ensure_ascii=False)}: {shuffled(child, chance)}" for key, child in value.items()]
        chance.shuffle(pairs)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(shuffled(child, chance) for child in value)}]"
    assert isinstance(value, Text)
    return json.dumps(value, ensure_ascii=False) if value.kind == "str" else str(value)


@settings(max_examples=5)
@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(workspace: MakeWorkspace, chance: Random) -> None:
    changes: dict[str, str] = {}
    for path in sorted((EXAMPLE / "data").rglob("*.yaml")):
        source = parse(path.name, path.read_bytes()).value
        assert source is not None
        # The settings are also read line by line, before anything else.
        if path.name != "planforge.yaml":
            changes[path.relative_to(EXAMPLE).as_posix()] = shuffled(source.data, chance)
    assert workspace(changes).paper().paper == workspace({}).paper().paper


def test_a_paper_is_the_same_the_second_time_and_with_nothing_kept(workspace: MakeWorkspace, tmp_path: Path) -> None:
    made = workspace({})
    first, second = made.paper(), made.paper()
    afresh = Workspace(made.root, tmp_path / "empty").paper()
    assert first.paper == second.paper == afresh.paper
    assert first.provenance == second.provenance == afresh.provenance


WORDS = st.text("ab*", min_size=1, max_size=4)
MARKS = Marks(("plan/body.md.j2",))
ORIGINS = [Origin("a.yaml", (number,), Span("a.yaml", number)) for number in range(1, 4)]
MARK_PIECES = [MARKS.at_line("plan/body.md.j2", 3), *"".join(MARKS.around(one, "|") for one in ORIGINS).split("|")]
PIECES = st.lists(st.one_of(WORDS, st.sampled_from(MARK_PIECES)), min_size=1, max_size=5).map("".join)
LEAVES = st.one_of(PIECES.map(lambda text: {"t": "Str", "c": text}), st.just({"t": "Space"}))
INLINES = st.recursive(
    st.lists(LEAVES, max_size=4),
    lambda inner: st.lists(
        st.one_of(
            LEAVES,
            inner.map(lambda content: {"t": "Emph", "c": content}),
            inner.map(lambda content: {"t": "Span", "c": [["", ["strong"], []], content]}),
        ),
        max_size=4,
    ),
    max_leaves=12,
)


def unmarked(node: Any) -> Any:
    if isinstance(node, list):
        return [
            unmarked(child)
            for child in node
            if not (isinstance(child, dict) and child.get("c") and strip(str(child["c"])) == "")
        ]
    if isinstance(node, dict) and "c" in node:
        return {**node, "c": strip(node["c"]) if isinstance(node["c"], str) else unmarked(node["c"])}
    return node


@given(INLINES)
def test_weaving_never_changes_the_words(inlines: list[dict[str, Any]]) -> None:
    plain = [{"t": "Para", "c": unmarked(inlines)}]
    [woven] = weave(plain, [{"t": "Para", "c": inlines}])
    assert text_of(woven["c"]) == text_of(plain[0]["c"])
    assert not [piece for piece in MARK_PIECES if piece in text_of(woven["c"])]


@given(INLINES, INLINES)
def test_weaving_something_else_keeps_the_plain_words(one: list[dict[str, Any]], two: list[dict[str, Any]]) -> None:
    plain = [{"t": "Para", "c": unmarked(one)}]
    [woven] = weave(plain, [{"t": "Para", "c": two}])
    assert text_of(woven["c"]) == text_of(plain[0]["c"])


def test_a_paper_without_marks_is_the_same_paper(workspace: MakeWorkspace) -> None:
    from planforge.compose.papers import compose
    from planforge.convert.papers import convert
    from planforge.load import load
    from planforge.resolve import resolve
    from planforge.validate import validate

    made = workspace({})
    sources = load(made.root, "mau", "2030", ("plan",)).product()
    composed = compose(sources, resolve(validate(sources).product()), made.cache).product()
    [marked] = convert(composed).product()
    [bare] = convert(tuple(replace(one, markdown=strip(one.markdown)) for one in composed)).product()
    assert list(lines(marked.paper)) == list(lines(bare.paper))
    assert any(block.anchor for block in blocks(marked.paper))
    assert not any(block.anchor for block in blocks(bare.paper))
