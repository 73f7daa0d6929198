"""The files that a document is printed from: those that may decide a word of it, and no others of the same folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from planforge.declared import declared_type
from planforge.record import input_files
from planforge.workspace import (
    BODY_TEMPLATE,
    CLUSTER,
    DATA,
    DOCUMENT_TYPE_FILE,
    REGISTRY_FILES,
    SETTINGS_FILE,
    TEMPLATES,
    YEAR_FILES,
    read_file,
)

_WORD = re.compile(r"[\w-]+\.md\.j2|\w+")
# A template that goes through all of a registry.
_WHOLE = re.compile(r"\bin\s+(\w+)|(\w+)\s*[|\[]")
_ID = re.compile(r"^(\w+):", re.MULTILINE)
_LEADERS = {-1: ("previous_cluster",), 1: ("next_cluster", "next_period")}


def made_of(root: Path, cluster: str, year: str, document: str) -> frozenset[str]:
    """The paths of the files, in the workspace. Raises OSError where one cannot be read.

    Files of the year are those that the type declares; registries, shared templates and the clusters of the years
    beside it are those that any of these files names. A comment may name one too many, never one too few.
    """
    texts = {
        path.relative_to(root).as_posix(): read_file(path).decode("utf-8", "replace")
        for path in input_files(root, cluster, year, document)
    }
    named = {f"{DATA}/registry/{name}.yaml": {f"{name}[]"} for name in REGISTRY_FILES}
    named = {path: own | set(_ID.findall(texts[path])) for path, own in named.items() if path in texts}
    # Not laid out as usual: nobody can tell its ids so simply.
    unclear = {path for path, own in named.items() if len(own) == 1}
    named |= {path: {path.rpartition("/")[2]} for path in texts if path.endswith(".j2")}
    for step, words in _LEADERS.items():
        beside = str(int(year) + step) if year.isdecimal() else ""
        named[f"{DATA}/{cluster}/{beside}/{CLUSTER}.yaml"] = set(words)
    declared = _declared(root, cluster, year, document, texts)
    return frozenset(_reached({*declared, *unclear} & texts.keys(), named, texts) & texts.keys())


def _declared(root: Path, cluster: str, year: str, document: str, texts: Mapping[str, str]) -> set[str]:
    """The files that a document has by itself, and those that its type names."""
    type_file = f"{TEMPLATES}/{document}/{DOCUMENT_TYPE_FILE}"
    declared = declared_type(root, document) if type_file in texts else None
    names = {document, CLUSTER, *(YEAR_FILES if declared is None else (*declared.uses, *declared.may_use))}
    found = {SETTINGS_FILE, type_file, f"{TEMPLATES}/{document}/{BODY_TEMPLATE}"}
    if declared is not None:
        names |= {str(name) for name in (declared.each, declared.accompanies) if name}
        found |= {f"{TEMPLATES}/{declared.accompanies}/{DOCUMENT_TYPE_FILE}"}
    return found | {f"{DATA}/{cluster}/{year}/{name}.yaml" for name in names}


def _reached(start: Iterable[str], named: Mapping[str, set[str]], texts: Mapping[str, str]) -> set[str]:
    """Some files with those that they name, and those that these name."""
    used: set[str] = set()
    words: set[str] = set()
    more = set(start)
    while more:
        used |= more
        for path in more & texts.keys():
            words.update(_WORD.findall(texts[path]))
            if path.endswith(".j2"):
                words.update(f"{one or other}[]" for one, other in _WHOLE.findall(texts[path]))
        more = {path for path, own in named.items() if path not in used and own & words}
    return used
