"""Every complaint has words in both languages, no words are left over, and none fails while it is filled in."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import planforge
from planforge.diagnostics import Severity
from planforge.fonts import FontSource
from planforge.language import LANGUAGES, catalogue, hint, message
from planforge.rules import FAMILIES
from planforge.translate import KINDS

PACKAGE = Path(planforge.__file__).parent
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
SECTIONS = {code.partition(".")[0] for code in catalogue("vi")}
FILE_ENDINGS = {"yaml", "json", "docx", "pdf", "toml", "md", "py", "css", "js"}
# Settings of matplotlib.
OTHERS_NAMES = {"text.hinting", "text.parse_math"}
RAISING = {"UserError", "ToolError", "PlanforgeError", "Unprintable"}

# What a scan of the source cannot see: codes put together while running.
COMPUTED = (
    {f"severity.{severity.name.lower()}" for severity in Severity}
    | {f"font.{source}" for source in FontSource}
    | {f"list.{name}" for name in ("cluster", "year", "documents", "built", "approved")}
    | {f"data.quotes_needed_{kind}" for kind in ("int", "float", "bool", "timestamp")}
    | {f"data.{kind}" for kind in KINDS.values()}
    | {f"rules.{name}" for name in (*FAMILIES, "law", "hint", "flagged", "fine")}
    | {f"rules.column_{name}" for name in ("code", "severity", "title", "form")}
    # Words of web pages.
    | {code for page in PACKAGE.rglob("*.html.j2") for code in re.findall(r'"(page\.\w+)"', page.read_text("utf-8"))}
    # pydantic's own names for a wrong list, and the words for what nobody foresaw.
    | {"data.list_type", "data.other"}
)


def calls(*names: str, folder: str = "") -> Iterator[ast.Call]:
    """Every call of a function or method of these names, in the whole program or in one folder of it."""
    for tree in (tree for path, tree in TREES.items() if path.is_relative_to(PACKAGE / folder)):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in names:
                yield node


def called(call: ast.Call) -> str:
    """The last part of the name a call goes to."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def first_text(call: ast.Call) -> str:
    """The first argument where it is written out, else nothing."""
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def is_code(text: str) -> bool:
    section, _, name = text.partition(".")
    if text in OTHERS_NAMES or name.endswith("_"):
        return False
    return section in SECTIONS and name.replace("_", "a").isalnum() and name.islower() and name not in FILE_ENDINGS


def used_codes() -> set[str]:
    """Every code the program may ask the catalogue for."""
    constants = (node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    found = {node.value for node in constants if isinstance(node.value, str) and is_code(node.value)}
    found |= {f"data.{first_text(call)}" for call in calls("error", "ReferenceProblem")} - {"data.", "data.references"}
    spoken = calls("words", "format_option", folder="cli")
    found |= {f"help.{first_text(call)}" for call in spoken} - {"help."}
    found |= {f"stage.{first_text(call)}" for call in calls("stage")} - {"stage."}
    return found | COMPUTED


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def keys(value: ast.expr | None) -> set[str]:
    """The keys of a dictionary that is written out."""
    found = value.keys if isinstance(value, ast.Dict) else []
    return {str(key.value) for key in found if isinstance(key, ast.Constant)}


def named_values() -> Iterator[tuple[str, set[str]]]:
    """Codes that go with a dictionary put together just before, under a name, and its keys."""
    functions = (node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    for function in functions:
        known: dict[str, set[str]] = {}
        nodes = sorted((node for node in ast.walk(function) if hasattr(node, "lineno")), key=lambda node: node.lineno)
        for node in nodes:
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                known[getattr(target, "id", "")] = keys(node.value)
            elif isinstance(node, ast.Call) and called(node) == "Diagnostic" and len(node.args) > 2:
                name = getattr(node.args[2], "id", "")
                if is_code(first_text(node)) and name in known:
                    yield first_text(node), known[name]


def given_values() -> Iterator[tuple[str, set[str]]]:
    """Codes raised with values that can be read off the source, and the names of these."""
    for call in calls(*RAISING):
        if is_code(first_text(call)) and all(keyword.arg for keyword in call.keywords):
            yield first_text(call), {str(keyword.arg) for keyword in call.keywords}
    for call in calls("Diagnostic"):
        written = call.args[2] if len(call.args) > 2 else None
        if is_code(first_text(call)) and isinstance(written, ast.Dict | None):
            yield first_text(call), keys(written)
    yield from named_values()


def test_both_languages_have_the_same_messages() -> None:
    assert list(catalogue("en")) == list(catalogue("vi"))


@pytest.mark.parametrize("code", catalogue("vi"))
def test_both_languages_say_the_same_things(code: str) -> None:
    vietnamese, english = catalogue("vi")[code], catalogue("en")[code]
    assert set(english) == set(vietnamese) <= {"text", "hint"}
    for part, words in vietnamese.items():
        assert placeholders(english[part]) == placeholders(words), part
        assert bool(english[part]) == bool(words), part


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_or_padded(language: str) -> None:
    for code, entry in catalogue(language).items():
        assert entry["text"].strip(), code
        assert all(words == words.strip() and "  " not in words for words in entry.values()), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_takes_its_values(language: str) -> None:
    for code, entry in catalogue(language).items():
        names = set().union(*map(placeholders, entry.values()))
        assert all(name.isidentifier() for name in names), code
        values = {name: f"<{name}>" for name in names}
        for words in entry.values():
            filled = words.format(**values)
            assert all(f"<{name}>" in filled for name in placeholders(words)), code
        assert message(code, language, values) == entry["text"].format(**values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_value_does_not_hide_the_message(language: str) -> None:
    for code in catalogue(language):
        assert message(code, language)
        hint(code, language)


def test_every_complaint_has_words() -> None:
    assert used_codes() - set(catalogue("vi")) == set()


def test_no_words_are_left_over() -> None:
    assert set(catalogue("vi")) - used_codes() == set()


def test_complaints_bring_the_values_their_words_name() -> None:
    given = list(given_values())
    assert given
    for code, names in given:
        wanted = set().union(*map(placeholders, catalogue("vi")[code].values()))
        assert wanted <= names, code
