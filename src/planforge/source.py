"""YAML with the place of every key and value: the text stays the author's, nothing is guessed from it.

PyYAML composes the node tree (libyaml, so that a file takes milliseconds); the values are made here, because its
constructors keep the last of duplicate keys, read `1.10` as the number 1.1, `no` as false, and forget where things
stood. Every scalar is kept as written (`Text`), with the type YAML would have given it, so that the schema decides.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Self

import yaml

from planforge.diagnostics import Checked, Diagnostic, Span

Route = tuple[str | int, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Stands for an alias until it is left out: the finding is enough, no other may follow from it.
ALIAS = object()
SAFE_OPENINGS = 2000
NESTING_LIMIT = 102
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
# Control characters, other programs' line ends, and the marks that reorder the text around them.
FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from: the file, its address in the file, and its place in the text."""

    path: str
    route: Route
    span: Span


class Text(str):
    """A scalar as the author wrote it (NFC), with its origin and the type YAML gives it (`str`, `int`, `null` …).

    `cut_by_comment` is the place of a comment that follows an unquoted text on its line: perhaps meant to be printed.

    `text[a:b]` and string methods give plain strings: only the whole value has an origin.
    """

    origin: Origin | None
    kind: str
    cut_by_comment: Span | None = None

    def __new__(cls, value: str, origin: Origin | None = None, kind: str = "str") -> Self:
        """Make a text; `kind` is the YAML type without its tag prefix."""
        text = super().__new__(cls, value)
        text.origin = origin
        text.kind = kind
        return text

    def upper(self) -> Self:
        """The same value in capitals, still knowing its origin."""
        return type(self)(super().upper(), self.origin, self.kind)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One YAML file: its text, its values, and the places of keys and values by route."""

    path: str
    text: str
    data: Any
    values: dict[Route, Span] = field(default_factory=dict)
    keys: dict[Route, Span] = field(default_factory=dict)

    def span(self, route: Route, *, of_key: bool = False) -> Span:
        """The place of the value (or key) at a route; of the nearest enclosing one where the route leads nowhere."""
        places = self.keys if of_key else self.values
        for length in range(len(route), -1, -1):
            found = places.get(route[:length]) or self.values.get(route[:length])
            if found:
                return found
        return Span(self.path)


def find_within(source: SourceFile, span: Span, words: str, *, before: int = 0) -> Span:
    """The place of some words inside a span, after as many others of the same; the span where they are not there."""
    start, end = _offset(source.text, span.line, span.column), _offset(source.text, span.end_line, span.end_column)
    found = -1
    for _ in range(before + 1):
        found = source.text.find(words, found + 1 if found >= 0 else start, end)
        if found < 0:
            return span
    return point(source.path, source.text, found, len(words))


def _offset(text: str, line: int, column: int) -> int:
    position = 0
    for _ in range(line - 1):
        position = text.find("\n", position) + 1
    return position + column - 1


def decode(path: str, raw: bytes) -> Checked[str]:
    """The text of a file; not UTF-8, control and private-use characters are errors with their place.

    Private-use characters are refused because the program marks provenance with them.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        return Checked(None, (Diagnostic("yaml.not_utf8", Span(path, line, column)),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = [
        Diagnostic("text.forbidden_character", point(path, text, match.start(), 1), {"code": f"U+{ord(match[0]):04X}"})
        for pattern in (PRIVATE_USE, FORBIDDEN)
        for match in pattern.finditer(text)
    ]
    return Checked(text, tuple(findings))


def forbidden_characters(text: str) -> Iterator[str]:
    """The characters of a text that cannot be printed, or that the program uses for itself."""
    return (match[0] for match in itertools.chain(PRIVATE_USE.finditer(text), FORBIDDEN.finditer(text)))


def point(path: str, text: str, offset: int, length: int = 0) -> Span:
    """The place of a stretch of `text`, given by its character offset."""
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Span(path, line, column, line, column + length)


@lru_cache(maxsize=256)
def parse(path: str, raw: bytes) -> Checked[SourceFile]:
    """Read one YAML file; the product is None when it cannot be read as one mapping.

    The same file is read once, whoever asks for it: nobody may change what it holds.
    """
    decoded = decode(path, raw)
    if decoded.value is None or decoded.failed:
        return Checked(None, decoded.diagnostics)
    text = decoded.value
    indentation = tuple(_bad_indentation(path, text))
    if indentation:
        return Checked(None, indentation)
    try:
        if _nests_deeply(text):
            return Checked(None, (Diagnostic("yaml.too_deep", Span(path)),))
        documents = list(yaml.compose_all(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        return Checked(None, (_syntax_error(path, text, error),))
    except (yaml.YAMLError, RecursionError) as error:
        return Checked(None, (Diagnostic("yaml.syntax", Span(path), {"problem": str(error)}),))
    if not documents or _is_blank(documents[0]):
        return Checked(None, (Diagnostic("yaml.empty", Span(path)),))
    if len(documents) > 1:
        lines = text.split("\n")[: documents[1].start_mark.line + 1]
        rule = next((number for number in range(len(lines), 0, -1) if lines[number - 1].startswith("---")), len(lines))
        return Checked(None, (Diagnostic("yaml.several_documents", Span(path, rule, 1, rule, 4)),))
    root = documents[0]
    if _is_too_deep(root):
        return Checked(None, (Diagnostic("yaml.too_deep", _span(path, root)),))
    if not isinstance(root, yaml.MappingNode):
        return Checked(None, (Diagnostic("yaml.not_a_mapping", _span(path, root)),))
    build = _Build(path, text.split("\n"))
    data = build.value(root, ())
    return Checked(SourceFile(path, text, data, build.values, build.keys), tuple(build.findings))


def _is_blank(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and not node.style


def _nests_deeply(text: str) -> bool:
    """True for nesting that would overflow the stack of the C library; looked for only where it can be."""
    if text.count("[") + text.count("{") + text.count("- ") < SAFE_OPENINGS:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > NESTING_LIMIT:
            return True
    return False


def _is_too_deep(root: yaml.Node) -> bool:
    """True beyond any depth that people write: what follows goes down the tree by recursion."""
    level, seen = [root], {id(root)}
    for _ in range(NESTING_LIMIT):
        level = [child for node in level if isinstance(node, yaml.CollectionNode) for child in _children(node)]
        level = [node for node in level if id(node) not in seen]
        seen.update(map(id, level))
        if not level:
            return False
    return True


def _children(node: yaml.CollectionNode) -> Iterator[yaml.Node]:
    for child in node.value:
        yield from child if isinstance(child, tuple) else (child,)


def _span(path: str, node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _bad_indentation(path: str, text: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(text.split("\n"), 1):
        leading = line[: len(line) - len(line.lstrip())]
        if "\t" in leading and line.strip():
            yield Diagnostic("yaml.tab", Span(path, number, leading.index("\t") + 1))
        elif leading.strip(" \t"):
            column = next(index for index, character in enumerate(leading, 1) if character not in " \t")
            yield Diagnostic(
                "yaml.odd_space", Span(path, number, column), {"code": f"U+{ord(leading[column - 1]):04X}"}
            )


PROBLEMS = (
    ("mapping values are not allowed", "yaml.colon_in_text"),
    ("cannot start any token", "yaml.bad_start"),
    ("block sequence entries are not allowed", "yaml.dash_in_text"),
)
# What YAML misreads at the start of a value: the complaint comes later, so the lines before it are searched.
BAD_OPENINGS = (
    (re.compile(r"^\s*(?:- +|[\w-]+: +)+(\{\{)"), "yaml.starts_with_brace"),
    (re.compile(r"^\s*(?:- +|[\w-]+: +)+(\*)"), "yaml.starts_with_star"),
    (re.compile(r"""^\s*(?:- +|[\w-]+: +)+("(?:[^"\\]|\\.)*|'(?:[^']|'')*)$"""), "yaml.open_quote"),
)


def _syntax_error(path: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    problem = (error.problem or error.context or "").strip()
    if mark is None:
        return Diagnostic("yaml.syntax", Span(path), {"problem": problem})
    lines = text.split("\n")
    for code, place in _bad_openings(path, lines[: mark.line + 1]):
        return Diagnostic(code, place, {"problem": problem})
    code = next((code for words, code in PROBLEMS if words in problem), "yaml.syntax")
    line = min(mark.line, len(lines) - 1)
    return Diagnostic(code, Span(path, line + 1, min(mark.column, len(lines[line])) + 1), {"problem": problem})


def _bad_openings(path: str, lines: list[str]) -> Iterator[tuple[str, Span]]:
    """The values above a complaint that YAML misreads, the last one first."""
    for number in range(len(lines), 0, -1):
        for pattern, code in BAD_OPENINGS:
            match = pattern.match(lines[number - 1])
            if match:
                column = match.start(1) + 1
                yield (
                    code,
                    Span(path, number, column, number, column + (1 if code == "yaml.open_quote" else len(match[1]))),
                )


@dataclass(slots=True)
class _Build:
    """Turns the node tree into dictionaries, lists and texts, noting places and refusing what would be lost."""

    path: str
    lines: list[str]
    values: dict[Route, Span] = field(default_factory=dict)
    keys: dict[Route, Span] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, route: Route) -> Any:
        span = _span(self.path, node)
        self.values[route] = span
        if isinstance(node, yaml.ScalarNode):
            kind = str(node.tag).rsplit(":", 1)[-1]
            if kind == "null" and not node.style:
                return None
            origin = Origin(self.path, route, span)
            self.findings += [
                Diagnostic("text.forbidden_character", span, {"code": f"U+{ord(character):04X}"})
                for character in forbidden_characters(node.value)
            ][:1]
            text = Text(unicodedata.normalize("NFC", node.value), origin, kind)
            text.cut_by_comment = self._comment_after(node) if not node.style else None
            return text
        if id(node) in self.seen:
            # An alias (`*name`) shares its node: expanded, a few lines could fill the memory, or never end.
            self.findings.append(Diagnostic("yaml.alias", span))
            return ALIAS
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            values = [self.value(child, (*route, index)) for index, child in enumerate(node.value)]
            return [value for value in values if value is not ALIAS]
        if any(isinstance(key, yaml.MappingNode) and key.flow_style for key, _ in node.value):
            # `{{ year }}` without quotes: one finding here, and words in its place so that no other follows from it.
            self.findings.append(Diagnostic("yaml.starts_with_brace", span))
            return Text("?", Origin(self.path, route, span))
        return self._mapping(node, route)

    def _comment_after(self, node: yaml.ScalarNode) -> Span | None:
        mark = node.end_mark
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        if not rest.lstrip().startswith("#"):
            return None
        column = mark.column + len(rest) - len(rest.lstrip()) + 1
        return Span(self.path, mark.line + 1, column, mark.line + 1, mark.column + len(rest) + 1)

    def _mapping(self, node: yaml.Node, route: Route) -> dict[Hashable, Any]:
        mapping: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            span = _span(self.path, key_node)
            if not isinstance(key_node, yaml.ScalarNode) or str(key_node.tag).endswith((":null", ":merge")):
                self.findings.append(Diagnostic("yaml.odd_key", span))
                continue
            key = unicodedata.normalize("NFC", key_node.value)
            if key in mapping:
                first = self.keys[(*route, key)]
                self.findings.append(Diagnostic("yaml.duplicate_key", span, {"key": key, "first": first.line}))
                continue
            self.keys[(*route, key)] = span
            value = self.value(value_node, (*route, key))
            if value is not ALIAS:
                mapping[key] = value
        return mapping
