"""Which files hold facts, what each of them holds, and how it is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from planforge.model.approvals import ApprovalsFile
from planforge.model.document_type import DocumentType
from planforge.model.kinds import REGISTRIES, YEAR_MODELS
from planforge.model.paper_data import PapersData
from planforge.model.year import Settings
from planforge.review.facts.labels import Way
from planforge.review.facts.naming import cluster_name
from planforge.review.facts.shapes import UNKNOWN, Kind, RecordShape, Shape, declared_fields, record_shape, shape_of
from planforge.review.facts.sources import Sources
from planforge.review.facts.titles import REGISTRY, noun, title
from planforge.words import Words
from planforge.workspace import APPROVALS, CLUSTER, DATA, DOCUMENT_TYPE_FILE, SETTINGS_FILE, TEMPLATES


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file holds: its shape, the first part of the way to its facts (or none), and its name."""

    shape: Shape
    way: Way
    name: Words


def kept_in(path: str, old: Sources, new: Sources) -> Kept:
    """What a data file holds; a document's own fields are those that its type declares on either side."""
    parts = PurePosixPath(path).parts
    stem = PurePosixPath(path).stem
    if path == SETTINGS_FILE:
        return _named(Shape(Kind.RECORD, record=record_shape(Settings)), noun("Settings"))
    if parts[:2] == (DATA, "registry"):
        return _named(shape_of(REGISTRIES[stem]), title(stem, REGISTRY) or Words(stem, stem))
    if parts[0] == TEMPLATES:
        called = _type_name(parts[1], old, new, "name")
        return _named(
            Shape(Kind.RECORD, record=record_shape(DocumentType)),
            Words(f"Mẫu “{called}”", f"Document type “{called}”"),
        )
    model = {**YEAR_MODELS, APPROVALS: ApprovalsFile}.get(stem)
    if model is not None:
        return Kept(Shape(Kind.RECORD, record=record_shape(model)), Way(), noun(model.__name__))
    called = f"{_paper_name(path, old, new)} {parts[2]}"
    return _named(Shape(Kind.RECORD, record=_document(stem, old, new)), Words(called, called))


def field_title(path: str, dotted: str, old: Sources, new: Sources) -> Words:
    """What a field of a data file is called (dotted, list places from 1): the last part of the way that has a title."""
    shape, found = kept_in(path, old, new).shape, Words(dotted, dotted)
    for step in dotted.split("."):
        if shape.record is not None:
            field = shape.record.field(step)
            shape, found = field.shape, field.title if field.title.vi else found
        else:
            shape = shape.entries or UNKNOWN
    return found


def place_of(path: str, old: Sources, new: Sources) -> Words | None:
    """The cluster-year a file belongs to, in words; None of what all share."""
    parts = PurePosixPath(path).parts
    if parts[0] != DATA or len(parts) != 4:
        return None
    folder = "/".join(parts[:3])
    name = next(filter(None, (cluster_name(one.data(f"{folder}/{CLUSTER}.yaml")) for one in (new, old))), parts[1])
    return Words(f"{name} năm {parts[2]}", f"{name}, {parts[2]}")


def _named(shape: Shape, name: Words) -> Kept:
    return Kept(shape, Way().to(name), name)


def _document(name: str, old: Sources, new: Sources) -> RecordShape:
    frame = record_shape(PapersData)
    fields = dict(frame.fields)
    for side in (old, new):
        fields |= declared_fields(side.data(_type_path(name)).get("fields"))
    return RecordShape(name, frame.noun, frame.printed, fields=fields)


def _type_name(name: str, old: Sources, new: Sources, field: str) -> str:
    for side in (new, old):
        declared = side.data(_type_path(name))
        for one in (field, "name"):
            if isinstance(declared.get(one), str):
                return str(declared[one])
    return name


def _paper_name(path: str, old: Sources, new: Sources) -> str:
    """What a document is called: "Kế hoạch"; where the year has several of the same type, by its longer name."""
    folder, _, file = path.rpartition("/")
    name = file.removesuffix(".yaml")
    called = _type_name(name, old, new, "type")
    beside = {PurePosixPath(other).stem for one in (old, new) for other in one.paths if other.startswith(f"{folder}/")}
    documents = beside - {name} - set(YEAR_MODELS) - {APPROVALS}
    alike = any(_type_name(other, old, new, "type") == called for other in documents)
    return _type_name(name, old, new, "name") if alike else called


def _type_path(name: str) -> str:
    return f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}"
