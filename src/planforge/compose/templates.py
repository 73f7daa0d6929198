"""What can be told of a template before any data is there: syntax, filters, imports, operators and names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache, TemplateSyntaxError, meta, nodes
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

from planforge import __version__
from planforge.compose.filters import KEPT_FILTERS, OWN_FILTERS, OWN_TESTS, PRINTING_FILTERS
from planforge.diagnostics import Diagnostic, Span
from planforge.model.references import reference_names
from planforge.source import forbidden_characters
from planforge.spelling import nearest
from planforge.workspace import CLUSTER, TEMPLATES, YEAR_FILES

# Every global and operator beyond these would apply HTML's escaping, or reach methods of values.
INTERCEPTED_OPERATORS = frozenset({"+", "%", "*", "**"})
KEPT_GLOBALS = ("range", "namespace")
DOCUMENT_NAMES = (*(name for name in YEAR_FILES if name != CLUSTER), "document")


class _Kept(FileSystemBytecodeCache):
    """Keeps compiled templates where that is possible: a full disk must not stop a build."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code, or leave it."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def kept_code(templates: Mapping[str, str], cache: Path) -> FileSystemBytecodeCache:
    """Where the compiled code of these templates is kept: a folder of its own for every version of all that shapes it.

    The folder must be the user's own: code from a workspace could be a stranger's.
    """
    folder = cache / "templates" / _digest(*templates)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return _Kept(str(folder))


def checked_templates(templates: Mapping[str, str], cache: Path) -> Iterator[Diagnostic]:
    """What `check_templates` finds; templates that were found fine before are not checked again."""
    mark = cache / "templates" / f"{_digest(*templates, *templates.values())}.fine"
    if mark.is_file():
        return
    findings = list(check_templates(templates))
    yield from findings
    if not findings:
        with suppress(OSError):
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()


def _digest(*parts: str) -> str:
    """A hash of texts and of the program's own code for templates."""
    code = (
        Path(__file__).parent / name
        for name in ("blanks.py", "environment.py", "filters.py", "marks.py", "templates.py")
    )
    digest = hashlib.sha256("\0".join((__version__, *parts)).encode())
    for path in code:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


class _CheckingEnvironment(SandboxedEnvironment):
    """Parses and compiles, never renders; intercepted operators are not computed while compiling, without a limit."""

    intercepted_binops = INTERCEPTED_OPERATORS


CHECKED_NODES = (
    nodes.Const,
    nodes.Name,
    nodes.Concat,
    nodes.Import,
    nodes.FromImport,
    nodes.Include,
    nodes.Extends,
)


def check_templates(templates: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The findings of all templates, each parsed on its own."""
    environment = _CheckingEnvironment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters = dict.fromkeys((*KEPT_FILTERS, *OWN_FILTERS, *PRINTING_FILTERS), str)
    environment.tests |= OWN_TESTS
    known = [*KEPT_GLOBALS, *DOCUMENT_NAMES, *reference_names({})]
    for name, text in templates.items():
        try:
            tree = environment.parse(text, name)
            environment.compile(text, name)
        except TemplateSyntaxError as error:
            yield syntax_finding(error, name, text)
            continue
        except (ValueError, RecursionError, MemoryError, OverflowError) as error:
            yield Diagnostic("template.failed", word_span(name, text, 1, ""), {"problem": str(error)[:200]})
            continue
        # Jinja counts a name that is set in a branch as undeclared, though it is used in the same branch only.
        stored = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
        undeclared = meta.find_undeclared_variables(tree) - {*known, *stored}
        for node in tree.find_all(CHECKED_NODES):
            yield from _check_node(node, name, text, undeclared, known, list(templates))


def _check_node(
    node: nodes.Node, name: str, text: str, undeclared: set[str], known: Sequence[str], templates: list[str]
) -> Iterator[Diagnostic]:
    if isinstance(node, nodes.Const):
        # Jinja resolves escapes such as "\\ue000" itself, after the file has been checked.
        bad = next(forbidden_characters(node.value), "") if isinstance(node.value, str) else ""
        if bad:
            values = {"code": f"U+{ord(bad):04X}"}
            yield Diagnostic("text.forbidden_character", word_span(name, text, node.lineno, ""), values)
    elif isinstance(node, nodes.Name):
        if node.name in undeclared and node.ctx == "load":
            values = {"name": node.name, "guess": nearest(node.name, list(known))}
            yield Diagnostic("template.unknown_name", word_span(name, text, node.lineno, node.name), values)
    elif isinstance(node, nodes.Concat):
        yield Diagnostic("template.joined_words", word_span(name, text, node.lineno, "~"))
    elif isinstance(node, nodes.Import | nodes.FromImport | nodes.Include | nodes.Extends):
        target = node.template.value if isinstance(node.template, nodes.Const) else None
        if target not in templates:
            values = {"name": str(target), "guess": nearest(str(target), templates), "known": ", ".join(templates)}
            yield Diagnostic("template.no_such_file", word_span(name, text, node.lineno, str(target)), values)


def syntax_finding(error: TemplateSyntaxError, name: str, text: str) -> Diagnostic:
    """A syntax error at its line; Jinja does not tell the column."""
    unknown = re.match(r"No filter named '(\w+)'", error.message or "")
    if unknown:
        known = [*OWN_FILTERS, *PRINTING_FILTERS, *KEPT_FILTERS]
        values = {"name": unknown[1], "known": ", ".join(known), "guess": nearest(unknown[1], known)}
        span = word_span(error.name or name, text, error.lineno, unknown[1])
        return Diagnostic("template.unknown_filter", span, values)
    return Diagnostic(
        "template.syntax", word_span(error.name or name, text, error.lineno, ""), {"problem": error.message or ""}
    )


def word_span(name: str, text: str, line: int, word: str) -> Span:
    """The place of a word in a line of a template, or of the line's first character."""
    lines = text.split("\n")
    content = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", content) if word else None
    column = found.start() if found else len(content) - len(content.lstrip())
    return Span(f"{TEMPLATES}/{name}", line, column + 1, line, column + 1 + max(len(word), 1))
