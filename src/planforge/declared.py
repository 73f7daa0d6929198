"""A document type read by itself, outside a build: only a build tells what is wrong with one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from planforge.model.document_type import DocumentType, hidden_fields
from planforge.source import parse
from planforge.workspace import DOCUMENT_TYPE_FILE, TEMPLATES, read_file


def declared_type(root: Path, document: str) -> DocumentType | None:
    """What `templates/<document>/document.yaml` declares; None where that is wrong, so that it gives no data model."""
    path = f"{TEMPLATES}/{document}/{DOCUMENT_TYPE_FILE}"
    source = parse(path, read_file(root / path)).value
    try:
        declared = _adapter().validate_python(source.data if source else None, context={})
    except ValueError:
        return None
    return None if hidden_fields(declared) else declared


@cache
def _adapter() -> TypeAdapter[DocumentType]:
    """Made once: making it takes longer than using it on every type there is."""
    return TypeAdapter(DocumentType)
