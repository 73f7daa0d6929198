"""What a workspace asks of the lint: other severities, and single findings silenced with a reason."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator, WithJsonSchema

from planforge.model.fields import OneOf, Record, Word, error
from planforge.source import Text

RULE_CODE = re.compile("PF[1-9][0-9]{2}")
IGNORE = "ignore"
SeverityName = Annotated[Text, OneOf(("error", "warning", "note", IGNORE))]


def _read_rule_code(value: Any) -> Text:
    text = value if isinstance(value, Text) else Text(str(value))
    if not RULE_CODE.fullmatch(text):
        raise error("bad_rule_code", value=str(text))
    return text


RuleCode = Annotated[
    Text, PlainValidator(_read_rule_code), WithJsonSchema({"type": "string", "pattern": f"^{RULE_CODE.pattern}$"})
]


class Silence(Record):
    """A finding that is known and stays: nobody is to be told again, but everybody can read why."""

    printed_as: ClassVar[str] = "reason"

    rule: RuleCode
    """Mã quy tắc, ví dụ PF703."""
    path: Word | None = None
    """Tệp, tính từ thư mục gốc; được dùng * ở cuối, ví dụ build/ii/2023/plan.*"""
    words: Word | None = None
    """Đoạn chữ có trong chỗ bị báo."""
    reason: Word
    """Lý do; bắt buộc."""


class LintSettings(Record):
    """Settings of `planforge lint` and `planforge check`."""

    printed_as: ClassVar[str] = "severities"

    severities: dict[RuleCode, SeverityName] = {}
    """Mức độ riêng của từng quy tắc: error, warning, note, hoặc ignore (không báo)."""
    silenced: list[Silence] = []
    """Những chỗ không báo nữa, mỗi chỗ một lý do."""
