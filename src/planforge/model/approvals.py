"""`approvals.yaml`: who reviewed which content of a document. Written by `planforge approve`, never by hand."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema

from planforge.model.fields import DayField, Record, error, read_text
from planforge.source import Text

_FINGERPRINT = re.compile("[0-9a-f]{32}")
_SHORT_HASH = re.compile("[0-9a-f]{12}")


def _read_fingerprint(value: Any) -> Text:
    return _read_hash(value, _FINGERPRINT)


def _read_short_hash(value: Any) -> Text:
    return _read_hash(value, _SHORT_HASH)


def _read_hash(value: Any, form: re.Pattern[str]) -> Text:
    text = read_text(value)
    if not form.fullmatch(text):
        raise error("fingerprint_expected", value=str(text))
    return text


def _hash_schema(form: re.Pattern[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{form.pattern}$"})


# Names of people and paths of files may hold braces: nothing here is printed in a document.
Literal = Annotated[Text, PlainValidator(read_text), WithJsonSchema({"type": "string", "minLength": 1})]
Fingerprint = Annotated[Text, PlainValidator(_read_fingerprint), _hash_schema(_FINGERPRINT)]
ShortHash = Annotated[Text, PlainValidator(_read_short_hash), _hash_schema(_SHORT_HASH)]


class Approval(Record):
    """One reviewer's approval of one document."""

    printed_as: ClassVar[str] = "document"

    document: Literal
    """Loại văn bản đã được xem xét."""
    by: Literal
    """Người xem xét."""
    date: DayField
    """Ngày xem xét."""
    content: Fingerprint
    """Dấu của nội dung đã xem xét: mọi chữ được in ra."""
    files: dict[str, ShortHash] = Field(min_length=1)
    """Dấu của từng tệp dữ liệu và mẫu khi xem xét, để biết tệp nào đã đổi sau đó."""


class ApprovalsFile(Record):
    """`approvals.yaml`: the approvals of a cluster's year."""

    printed_as: ClassVar[str] = "approvals"

    approvals: list[Approval] = []
    """Các lần xem xét."""
