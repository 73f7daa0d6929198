"""What a field means, found in the schemas by its place: in records, lists, registries and the fields of a type."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.field_words import field_words
from planforge.schema import write_schemas

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("path", "field", "words"),
    [
        ("data/ii/2016/minutes.yaml", "number", "Số văn bản"),
        ("data/ii/2016/conferences.yaml", "annual.start", "Giờ bắt đầu, ví dụ 14:00"),
        ("data/ii/2016/nominations.yaml", "nominations.1.nominees.2.votes", "Số phiếu đồng ý"),
        ("data/ii/2023/waves.yaml", "waves.1.start", "Ngày bắt đầu"),
        ("data/registry/bodies.yaml", "bo_tu_phap.seat", "Địa danh ghi trên văn bản"),
        ("data/registry/movements.yaml", "mot_phong_trao.launched_by", "Cơ quan phát động"),
        ("data/mau/2030/cross-check-minutes.yaml", "papers.truong_vi_du_mot.number", "Số văn bản"),
        ("data/ii/2016/minutes.yaml", "signatures.1.name", "Họ và tên"),
    ],
)
def test_a_field_is_explained(path: str, field: str, words: str) -> None:
    assert field_words(ROOT, path, field).startswith(words)


@pytest.mark.parametrize("field", ["nothing", "number.more", "1", ""])
def test_what_nobody_explained_has_no_words_of_its_own(field: str) -> None:
    assert field_words(ROOT, "data/ii/2016/nothing.yaml", field) == ""


@pytest.mark.parametrize("content", ["", "[]", "{", '{"properties": {"number": {"$ref": "#/$defs/none"}}}'])
def test_a_broken_schema_explains_nothing(content: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    write_schemas(tmp_path)
    (tmp_path / "data/.schema/cluster.schema.json").write_text(content, encoding="utf-8")
    assert field_words(tmp_path, "data/x/2030/cluster.yaml", "number") == ""
