"""Every field that people fill in has a title in both languages, and no title is left over."""

from __future__ import annotations

import inspect

import pytest

from planforge.model.document_type import FIELD_KINDS
from planforge.model.fields import Record
from planforge.model.kinds import REGISTRIES, SINGLE_MODELS, YEAR_MODELS
from planforge.review.facts.declared import declared_title
from planforge.review.facts.shapes import Kind, declared_fields, record_shape, shape_of
from planforge.review.facts.titles import NOUN, REGISTRY, SHARED_TABLES, choice, tables, title
from planforge.schema import MODEL_MODULES
from planforge.words import Words
from planforge.workspace import REGISTRY_FILES

MODELS = {
    name: model
    for module in MODEL_MODULES
    for name, model in inspect.getmembers(module, inspect.isclass)
    if issubclass(model, Record) and model is not Record and model.__module__ == module.__name__
}


def lineage(model: type[Record]) -> list[str]:
    return [one.__name__ for one in model.__mro__ if issubclass(one, Record)]


@pytest.mark.parametrize("name", MODELS)
def test_every_field_of_every_model_has_a_title(name: str) -> None:
    model = MODELS[name]
    for field in model.model_fields:
        assert title(field, *lineage(model)) is not None, field
    assert title(NOUN, *lineage(model)) is not None


def test_no_title_is_left_over() -> None:
    assert set(tables()) - set(MODELS) == set(SHARED_TABLES)
    for name in set(tables()) & set(MODELS):
        assert set(tables()[name]) - {NOUN} <= set(MODELS[name].model_fields), name
    assert set(tables()[REGISTRY]) == set(REGISTRY_FILES) == set(REGISTRIES)


def test_a_title_that_is_said_in_one_language_is_said_in_both() -> None:
    for name in set(tables()) - {"choice"}:
        for field in tables()[name]:
            said = title(field, name)
            assert said is not None, (name, field)
            assert bool(said.vi) == bool(said.en), (name, field)
            assert said.vi == said.vi.strip()


def test_every_kind_of_field_has_a_shape() -> None:
    for model in (*SINGLE_MODELS.values(), *YEAR_MODELS.values()):
        for name, field in record_shape(model).fields.items():
            assert field.shape.kind is not Kind.UNKNOWN, name
    for name, kind in FIELD_KINDS.items():
        assert shape_of(kind).kind is not Kind.UNKNOWN, name
    assert shape_of(FIELD_KINDS["people"]).entries == shape_of(FIELD_KINDS["person"])


def test_a_record_holds_records_of_its_own_kind() -> None:
    items = record_shape(MODELS["Item"]).field("items").shape.entries
    assert items is not None
    assert items.record is record_shape(MODELS["Item"])


def test_a_declared_field_is_called_by_the_first_clause_of_its_description() -> None:
    described = {"kind": "items", "description": "Mục I.1. Mục đích, mỗi ý một gạch đầu dòng."}
    assert declared_title("purposes", described) == Words("mục đích", "mục đích")
    assert declared_title("basis", {"kind": "citations"}).vi == "căn cứ"
    assert declared_title("note", {"kind": "prose"}).vi == "note"
    assert declared_title("note", {"kind": "prose", "description": "Rất dài " * 20}).vi == "note"


def test_declared_rows_are_records() -> None:
    fields = declared_fields({"files": {"kind": "rows", "fields": {"name": {"kind": "text"}}}, "odd": "text"})
    entries = fields["files"].shape.entries
    assert entries is not None
    assert entries.record is not None
    assert list(entries.record.fields) == ["name"]
    assert "odd" not in fields


def test_words_of_the_program_are_put_in_words_of_people() -> None:
    assert choice("host_unit") == "đơn vị Trưởng Cụm"
    assert choice("không có trong bảng") == "không có trong bảng"
