"""What a field of a data file means, in the words that editors show: read from the workspace's JSON Schemas."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from planforge.workspace import DATA, read_file

SCHEMA_FOLDER = ".schema"
REGISTRY = "registry"
Node = dict[str, Any]


def field_words(root: Path, path: str, field: str) -> str:
    """The description of a field (dotted, list places from 1) of a data file; empty where nobody wrote one."""
    schema = _schema(root, _kind(path))
    node, words = schema, ""
    for step in field.split("."):
        node = _below(schema, node, step)
        words = str(node.get("description", words))
    return words


def _kind(path: str) -> str:
    file = PurePosixPath(path)
    shared = file.parent.name == REGISTRY and file.stem == "movements"
    return f"{file.stem}-{REGISTRY}" if shared else file.stem


@lru_cache(maxsize=64)
def _schema(root: Path, kind: str) -> Node:
    try:
        schema = json.loads(read_file(root / DATA / SCHEMA_FOLDER / f"{kind}.schema.json"))
    except (OSError, ValueError):
        return {}
    return schema if isinstance(schema, dict) else {}


def _below(schema: Node, node: Node, step: str) -> Node:
    """The schema of a key, of any key where they are free, or of the entries of a list."""
    for one in _variants(schema, node):
        if step in one.get("properties", {}):
            return dict(one["properties"][step])
        free = (one.get("items") if step.isdecimal() else None, *one.get("patternProperties", {}).values())
        found = next((entry for entry in free if isinstance(entry, dict)), None)
        if found is not None:
            return found
    return {}


def _variants(schema: Node, node: Node) -> list[Node]:
    """The node and what it refers to or chooses from."""
    found = [node]
    for one in found:
        found += [other for other in one.get("anyOf", []) if isinstance(other, dict)]
        name = str(one.get("$ref", "")).removeprefix("#/$defs/")
        found += [schema["$defs"][name]] if name in schema.get("$defs", {}) else []
    return found
