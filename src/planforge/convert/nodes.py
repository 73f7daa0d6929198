"""Pandoc's syntax tree as plain data: what a node is called, what its attributes say, and its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]
# pandoc says with it that a div or span stands only to hold the attributes of what it encloses.
WRAPPER = "wrapper"


def attributes(attr: Any) -> tuple[str, list[str], dict[str, str]]:
    """The identifier, the classes, and the keys with their values."""
    identifier, classes, pairs = attr
    return identifier, classes, {key: value for key, value in pairs if key != WRAPPER}


def described(kind: str, attr: Any) -> str:
    """An element with its attributes, as a template would name them."""
    identifier, classes, pairs = attributes(attr)
    names = [f"#{identifier}"] * bool(identifier) + [f".{name}" for name in classes]
    return " ".join([kind, *names, *(f"{key}={value}" for key, value in pairs.items())])


def string(text: str) -> Node:
    """Words as an inline."""
    return {"t": "Str", "c": text}


def spaced(text: str) -> list[Node]:
    """Words as inlines that a line can break between."""
    nodes: list[Node] = []
    for word in text.split(" "):
        nodes += [{"t": "Space"}, string(word)] if nodes else [string(word)]
    return nodes


def upper(node: Any) -> Any:
    """The same inlines in capitals."""
    if isinstance(node, list):
        return [upper(child) for child in node]
    if isinstance(node, dict) and node["t"] == "Str":
        return {**node, "c": node["c"].upper()}
    if isinstance(node, dict) and node["t"] == "Span":
        return {**node, "c": [node["c"][0], upper(node["c"][1])]}
    if isinstance(node, dict) and "c" in node:
        return {**node, "c": upper(node["c"])}
    return node


def text_of(inlines: Iterable[Any]) -> str:
    """The words of inlines; what a paper cannot hold has none."""
    words = []
    for node in inlines:
        content = node.get("c")
        if node["t"] == "Str":
            words.append(content)
        elif node["t"] in {"Space", "SoftBreak"}:
            words.append(" ")
        elif node["t"] == "LineBreak":
            words.append("\n")
        elif node["t"] == "Span":
            words.append(text_of(content[1]))
        elif isinstance(content, list) and all(isinstance(child, dict) for child in content):
            words.append(text_of(content))
    return "".join(words)


def words_of(inlines: Iterable[Any]) -> str:
    """The words of inlines on one line."""
    return " ".join(text_of(inlines).split())
