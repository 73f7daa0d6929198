"""What pydantic found, in the program's own words: findings by code and place, never by their wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from planforge.diagnostics import Diagnostic, Span
from planforge.model.references import ReferenceProblem
from planforge.source import Route, SourceFile, find_within
from planforge.spelling import nearest


def translate(source: SourceFile, adapter: TypeAdapter[Any], error: ValidationError) -> Iterator[Diagnostic]:
    """Turn pydantic's findings about a file into ours; several wrong references in one text become several findings."""
    for detail in error.errors(include_url=False):
        route: Route = tuple(detail["loc"])
        context = detail.get("ctx", {})
        if detail["type"] == "references":
            yield from _references(source, route, context["problems"])
        elif detail["type"] == "missing":
            values: dict[str, object] = {"key": route[-1]}
            yield Diagnostic("data.missing", _opening(source, route[:-1]), values)
        elif detail["type"] == "extra_forbidden":
            known = _known_keys(adapter, route[:-1])
            values = {"key": route[-1], "known": ", ".join(known), "guess": nearest(str(route[-1]), known)}
            yield Diagnostic("data.unknown_key", source.span(route, of_key=True), values)
        elif _is_null(detail):
            yield Diagnostic("data.value_missing", source.span(route, of_key=True), {"key": _key(route)})
        else:
            yield _value(source, route, detail["type"], context)


KINDS = {
    "model_type": "mapping_expected",
    "dict_type": "mapping_expected",
    "too_short": "list_empty",
    "list_type": "list_type",
}


def _value(source: SourceFile, route: Route, kind: str, context: dict[str, Any]) -> Diagnostic:
    of_key = bool(route) and route[-1] == "[key]"
    if of_key:
        route = route[:-1]
    values: dict[str, object] = {"key": _key(route), **context}
    if "known" in context:
        known = [str(name) for name in context["known"]]
        values["guess"] = nearest(str(context["value"]), known)
        values["known"] = ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")
    return Diagnostic(
        f"data.{kind if context.get('ours') else KINDS.get(kind, 'other')}", source.span(route, of_key=of_key), values
    )


def _references(source: SourceFile, route: Route, problems: list[ReferenceProblem]) -> Iterator[Diagnostic]:
    span = source.span(route)
    for problem in problems:
        values = {"written": problem.written, "name": problem.name, "guess": problem.guess, "known": problem.known}
        place = find_within(source, span, problem.written, before=problem.before)
        yield Diagnostic(f"data.{problem.kind}", place, values)


def _is_null(detail: ErrorDetails) -> bool:
    return detail["input"] is None and detail["type"] != "missing"


def _key(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str)), "")


def _opening(source: SourceFile, route: Route) -> Span:
    """Where a record begins: its key if it has one, so that a caret under a long record stays short."""
    if route and (route in source.keys):
        return source.keys[route]
    span = source.span(route)
    return Span(span.path, span.line, span.column, span.line, span.column + 1)


def _known_keys(adapter: TypeAdapter[Any], route: Route) -> list[str]:
    """The keys the model knows at a place, read off its JSON Schema."""
    schema = adapter.json_schema()
    definitions = schema.get("$defs", {})
    nodes = [schema]
    for step in (*route, None):
        nodes = [resolved for node in nodes for resolved in _alternatives(node, definitions)]
        if step is not None:
            nodes = [child for node in nodes for child in _children(node, step)]
    return [name for node in nodes for name in node.get("properties", {})]


def _alternatives(node: dict[str, Any], definitions: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in node:
        yield from _alternatives(definitions[node["$ref"].rsplit("/", 1)[-1]], definitions)
        return
    yield node
    for alternative in (*node.get("anyOf", ()), *node.get("allOf", ())):
        yield from _alternatives(alternative, definitions)


def _children(node: dict[str, Any], step: str | int) -> Iterator[dict[str, Any]]:
    if isinstance(step, int):
        if "items" in node:
            yield node["items"]
        return
    if step in node.get("properties", {}):
        yield node["properties"][step]
    yield from node.get("patternProperties", {}).values()
    if isinstance(node.get("additionalProperties"), dict):
        yield node["additionalProperties"]
