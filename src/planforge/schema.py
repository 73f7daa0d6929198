"""JSON Schemas of the data files, for editors: generated from the models, so that both say the same."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from planforge.declared import declared_type
from planforge.field_words import SCHEMA_FOLDER
from planforge.model import (
    approvals,
    conferences,
    document_type,
    fields,
    lint_settings,
    paper_data,
    registry,
    results,
    year,
)
from planforge.model.document_type import data_model
from planforge.model.kinds import REGISTRIES, SINGLE_MODELS, YEAR_MODELS
from planforge.workspace import DATA, list_document_types

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODEL_MODULES = (fields, registry, lint_settings, year, conferences, results, paper_data, document_type, approvals)
FRAMES = tuple(model.__name__ for model in (paper_data.PaperFrame, paper_data.PapersData))


def schemas(root: Path) -> dict[str, dict[str, Any]]:
    """The schema of every kind of file, by the name of its schema file without the ending.

    A document type whose `document.yaml` is wrong has none: the next build tells what is wrong with it.
    """
    models: dict[str, Any] = {**SINGLE_MODELS, **YEAR_MODELS}
    models |= {("movements-registry" if name == "movements" else name): model for name, model in REGISTRIES.items()}
    for name in list_document_types(root):
        declared = declared_type(root, name)
        if declared is not None:
            models[name] = data_model(name, declared)
    descriptions = _descriptions()
    return {name: _schema(model, descriptions) for name, model in sorted(models.items())}


def write_schemas(root: Path) -> list[Path]:
    """Write the schemas into `data/.schema/`; those that are already right are not touched."""
    folder = root / DATA / SCHEMA_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas(root).items():
        path = folder / f"{name}.schema.json"
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _schema(model: Any, descriptions: dict[tuple[str, str], str]) -> dict[str, Any]:
    schema = TypeAdapter(model).json_schema()
    for definition in (schema, *schema.get("$defs", {}).values()):
        title = definition.pop("title", "")
        definition.pop("description", None)
        for name, entry in definition.get("properties", {}).items():
            entry.pop("title", None)
            found = (descriptions.get((model_name, name)) for model_name in (title, *FRAMES))
            description = next(filter(None, found), None)
            if description and "description" not in entry:
                entry["description"] = description
    return {"$schema": DIALECT, **schema}


def _descriptions() -> dict[tuple[str, str], str]:
    """What the models say of each field: the text below it in the source, for pydantic's own reading of it is slow."""
    found = {}
    for module in MODEL_MODULES:
        for name, model in inspect.getmembers(module, inspect.isclass):
            if not issubclass(model, BaseModel) or model.__module__ != module.__name__:
                continue
            body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
            for statement, text in pairwise(body.body if isinstance(body, ast.ClassDef) else ()):
                match statement, text:
                    case ast.AnnAssign(target=ast.Name(id=field)), ast.Expr(value=ast.Constant(value=str(words))):
                        found[name, field] = words
    return found
