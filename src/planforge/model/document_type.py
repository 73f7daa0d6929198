"""A document type: what `templates/<type>/document.yaml` declares, and the data model that follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, create_model

from planforge.model.amounts import ClockField, MoneyField, PointsField
from planforge.model.conferences import ConferenceName
from planforge.model.fields import Count, DayField, Identifier, ItemField, OneOf, ProseField, Record, Word, YesNo
from planforge.model.paper_data import PaperData, PapersData
from planforge.model.registry import (
    AwardReference,
    BodyReference,
    InstrumentReference,
    PersonReference,
    UnitReference,
)
from planforge.source import Text
from planforge.workspace import CLUSTER, EACH, YEAR_FILES

FIELD_KINDS: dict[str, Any] = {
    "text": Word,
    "prose": ProseField,
    "items": list[ItemField],
    "paragraphs": list[ProseField],
    "day": DayField,
    "time": ClockField,
    "count": Count,
    "money": MoneyField,
    "points": PointsField,
    "yes_no": YesNo,
    "unit": UnitReference,
    "units": list[UnitReference],
    "body": BodyReference,
    "person": PersonReference,
    "people": list[PersonReference],
    "award": AwardReference,
    "citation": InstrumentReference,
    "citations": list[InstrumentReference],
    "conference": ConferenceName,
}
# Made of fields of their own: one record, or a list of them for the rows of a table.
RECORD_KINDS = ("record", "rows")
FieldKind = Annotated[Text, OneOf((*FIELD_KINDS, *RECORD_KINDS))]
YearFile = Annotated[Text, OneOf(tuple(name for name in YEAR_FILES if name != CLUSTER))]
EachName = Annotated[Text, OneOf(tuple(EACH))]
# The forms of Appendix III: 1.2 decision, 1.4 named types, 1.5 letter, 1.7 invitation, 1.9 minutes, 2.1 annex.
FORM_DECISION, FORM_LETTER, FORM_MINUTES, FORM_ANNEX = "1.2", "1.5", "1.9", "2.1"
FormName = Annotated[Text, OneOf(("1.2", "1.4", "1.5", "1.7", "1.9", "2.1"))]
NumberingName = Annotated[Text, OneOf(("decimal", "points", "letters", "articles"))]
SignersOf = Annotated[Text, OneOf(("members",))]


class FieldDeclaration(Record):
    """One field of a document type."""

    printed_as: ClassVar[str] = "kind"

    kind: FieldKind
    """Loại giá trị."""
    optional: YesNo = False
    """Có thể bỏ trống."""
    description: Word | None = None
    """Lời giải thích hiện trong trình soạn thảo."""
    fields: dict[Identifier, FieldDeclaration] = {}
    """Các mục bên trong, khi loại giá trị là record hoặc rows (mỗi dòng của một bảng)."""


class SignerDeclaration(Record):
    """Who signs papers of a type when their data does not say: the names then stay blank."""

    printed_as: ClassVar[str] = "title"

    title: ProseField | None = None
    """Chức vụ: "Thư ký", "Chủ tọa", "Trưởng Cụm"."""
    organization: ProseField | None = None
    """Dòng tổ chức bên dưới chức vụ."""
    each: SignersOf | None = None
    """members: mỗi đơn vị thành viên một chữ ký, dưới tên đơn vị."""


class DocumentType(Record):
    """A kind of paper: its form, its fixed wording, and the data it asks for."""

    name: Word
    """Tên gọi của loại văn bản."""
    form: FormName = Text("1.4")
    """Mẫu trong Phụ lục III, Nghị định 30/2020/NĐ-CP; 2.1 là phụ lục đứng riêng thành tệp."""
    type: Word | None = None
    """Tên loại in trên văn bản, ví dụ "Kế hoạch"."""
    symbol: Word | None = None
    """Chữ viết tắt tên loại trong ký hiệu, ví dụ "KH"."""
    subject: ProseField
    """Trích yếu; được dùng {{ cluster }}, {{ year }}…"""
    numbering: NumberingName = Text("decimal")
    """decimal: I. / 1. / 1.1.; points: I. / 1. / a); letters: A. / I. / 1.; articles: Chương I / Điều 1. / 1. / a)"""
    uses: list[YearFile] = []
    """Các tệp dữ liệu của năm mà văn bản này cần."""
    may_use: list[YearFile] = []
    """Các tệp dữ liệu của năm mà văn bản này dùng khi có."""
    each: EachName | None = None
    """Mỗi cuộc kiểm tra (inspections) hoặc mỗi hội nghị (conferences) một văn bản."""
    accompanies: Word | None = None
    """Loại văn bản mà phụ lục (mẫu 2.1) này kèm theo, ví dụ launch."""
    landscape: YesNo = False
    """Phụ lục (mẫu 2.1) in trên trang ngang."""
    issuing_authority: ProseField | None = None
    """Thẩm quyền ban hành, in trên phần căn cứ của quyết định (mẫu 1.2)."""
    addressees: list[ProseField] = []
    """Kính gửi mặc định."""
    recipients: list[ProseField] = []
    """Nơi nhận mặc định."""
    has_recipients: YesNo = True
    """false: không có mục Nơi nhận (giao ước thi đua)."""
    signers: list[SignerDeclaration] = []
    """Người ký mặc định."""
    fields: dict[Identifier, FieldDeclaration] = {}
    """Các mục riêng trong tệp dữ liệu của văn bản."""


def hidden_fields(document_type: DocumentType) -> list[tuple[str, ...]]:
    """The ways to the declared fields whose names the frame, or every model, has already."""
    return list(_hidden(document_type.fields, PapersData))


def _hidden(fields: Mapping[Identifier, FieldDeclaration], base: type[Record]) -> Iterator[tuple[str, ...]]:
    for name, declaration in fields.items():
        if name in base.model_fields or hasattr(base, name):
            yield (str(name),)
        yield from ((str(name), "fields", *way) for way in _hidden(declaration.fields, Record))


def data_model(name: str, document_type: DocumentType) -> type[PaperData]:
    """The model of a document's data file: the common frame, and the declared fields.

    A declared field may not hide one of the frame; `validate` reports it before this is called.
    """
    base = PapersData if document_type.each else PaperData
    return create_model(f"{name}_data", __base__=base, **_declared(name, document_type.fields))


def _declared(name: str, fields: Mapping[Identifier, FieldDeclaration]) -> dict[str, Any]:
    declared: dict[str, Any] = {}
    for field_name, declaration in fields.items():
        kind = _kind(f"{name}_{field_name}", declaration)
        listed = str(kind).startswith("list")
        words = str(declaration.description) if declaration.description else None
        if not declaration.optional:
            default = Field(min_length=1, description=words) if listed else Field(description=words)
        else:
            default = Field(default=[] if listed else None, description=words)
            kind = kind if listed else kind | None
        declared[str(field_name)] = (kind, default)
    return declared


def _kind(name: str, declaration: FieldDeclaration) -> Any:
    if declaration.kind not in RECORD_KINDS:
        return FIELD_KINDS[declaration.kind]
    model = create_model(name, __base__=Record, **_declared(name, declaration.fields))
    return list[model] if declaration.kind == "rows" else model
