"""What a document needs before it can be made: which files, and which keys in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from planforge.declared import declared_type
from planforge.model.document_type import data_model
from planforge.model.kinds import YEAR_MODELS
from planforge.model.paper_data import PapersData
from planforge.workspace import CLUSTER, DATA


class RequiredFile(NamedTuple):
    """A file that a document is made from; `keys` are those it cannot do without, `optional` those it can."""

    path: str
    exists: bool
    keys: tuple[str, ...]
    optional: tuple[str, ...]

    def __str__(self) -> str:
        if self.exists:
            return f"+ {self.path}"
        keys = ", ".join((*self.keys, *(f"[{key}]" for key in self.optional)))
        return f"- {self.path}: {keys or '{}'}"


def required_files(root: Path, cluster: str, year: str, document: str) -> list[RequiredFile]:
    """The data files of a document, its own first; empty where its type cannot be read, which a build tells."""
    declared = declared_type(root, document)
    if declared is None:
        return []
    folder = f"{DATA}/{cluster}/{year}"
    needed = [CLUSTER, *map(str, declared.uses), *([str(declared.each)] if declared.each else [])]
    models: dict[str, type[BaseModel]] = {document: data_model(document, declared)}
    models |= {name: YEAR_MODELS[name] for name in needed}
    return [_file(root, f"{folder}/{name}.yaml", model) for name, model in models.items()]


def _file(root: Path, path: str, model: type[BaseModel]) -> RequiredFile:
    fields: dict[str, Any] = dict(model.model_fields)
    frame = PapersData.model_fields if issubclass(model, PapersData.__bases__) else {}
    keys = tuple(name for name, field in fields.items() if field.is_required())
    optional = tuple(name for name in fields if name not in keys and name not in frame)
    return RequiredFile(path, (root / path).is_file(), keys, optional)
