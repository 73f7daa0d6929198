"""A document type: what `templates/<type>/document.yaml` declares, and the data model that follows from it."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, create_model

from planforge.model.fields import Count, DayField, Identifier, ItemField, OneOf, ProseField, Record, Word, YesNo
from planforge.model.paper_data import PaperData
from planforge.model.registry import InstrumentReference, UnitReference
from planforge.source import Text

FIELD_KINDS: dict[str, Any] = {
    "text": Word,
    "prose": ProseField,
    "items": list[ItemField],
    "paragraphs": list[ProseField],
    "day": DayField,
    "count": Count,
    "yes_no": YesNo,
    "unit": UnitReference,
    "units": list[UnitReference],
    "citation": InstrumentReference,
    "citations": list[InstrumentReference],
}
YEAR_FILES = ("movements", "waves", "responsibilities")
FieldKind = Annotated[Text, OneOf(tuple(FIELD_KINDS))]
YearFile = Annotated[Text, OneOf(YEAR_FILES)]
# The forms of Appendix III: 1.4 named types, 1.5 letter, 1.7 invitation, 1.9 minutes.
FormName = Annotated[Text, OneOf(("1.4", "1.5", "1.7", "1.9"))]
NumberingName = Annotated[Text, OneOf(("decimal", "points", "letters"))]


class FieldDeclaration(Record):
    """One field of a document type."""

    printed_as: ClassVar[str] = "kind"

    kind: FieldKind
    """Loại giá trị."""
    optional: YesNo = False
    """Có thể bỏ trống."""
    description: Word | None = None
    """Lời giải thích hiện trong trình soạn thảo."""


class DocumentType(Record):
    """A kind of paper: its form, its fixed wording, and the data it asks for."""

    name: Word
    """Tên gọi của loại văn bản."""
    form: FormName = Text("1.4")
    """Mẫu trong Phụ lục III, Nghị định 30/2020/NĐ-CP."""
    type: Word | None = None
    """Tên loại in trên văn bản, ví dụ "Kế hoạch"."""
    symbol: Word | None = None
    """Chữ viết tắt tên loại trong ký hiệu, ví dụ "KH"."""
    subject: ProseField
    """Trích yếu; được dùng {{ cluster }}, {{ year }}…"""
    numbering: NumberingName = Text("decimal")
    """decimal: I. / 1. / 1.1. / -; points: I. / 1. / a) / -; letters: A. / I. / 1. / -"""
    uses: list[YearFile] = []
    """Các tệp dữ liệu của năm mà văn bản này cần."""
    fields: dict[Identifier, FieldDeclaration] = {}
    """Các mục riêng trong tệp dữ liệu của văn bản."""


def data_model(name: str, document_type: DocumentType) -> type[PaperData]:
    """The model of a document's data file: the common frame, and the declared fields.

    A declared field may not hide one of the frame; `validate` reports it before this is called.
    """
    declared: dict[str, Any] = {}
    for field_name, declaration in document_type.fields.items():
        kind = FIELD_KINDS[declaration.kind]
        listed = str(kind).startswith("list")
        words = str(declaration.description) if declaration.description else None
        if not declaration.optional:
            default = Field(min_length=1, description=words) if listed else Field(description=words)
        else:
            default = Field(default=[] if listed else None, description=words)
            kind = kind if listed else kind | None
        declared[str(field_name)] = (kind, default)
    return create_model(f"{name}_data", __base__=PaperData, **declared)
