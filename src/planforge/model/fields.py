"""The kinds of values a data file may hold, each keeping the place it came from.

A validator gets the scalar as written and the type YAML would give it; it raises `PydanticCustomError` whose type is
the code of a message (`data.<type>`). The JSON Schema beside each kind is what an editor checks while typing.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from planforge.model.references import STRAY_MARK, problems
from planforge.source import Origin, Text

IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
VIETNAMESE_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
PARTIAL_DATE = re.compile(r"(?:([0-9]{4})-)?([0-9]{2})(?:-([0-9]{2}))?")


class Record(BaseModel):
    """A mapping with known keys: an unknown key is an error, and nothing changes after reading.

    Equality and hashing go by the values alone, never by where they stand in a file.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)
    printed_as: ClassVar[str] = "name"


class Prose(Text):
    """Running text: may hold references (`{{ year }}`) and emphasis (`*…*`, `**…**`); all else prints literally.

    `in_capitals` asks the printer for capitals once references are filled in: their names must stay as they are.
    """

    in_capitals: bool = False

    def upper(self) -> Self:
        """The same text, to be printed in capitals."""
        text = type(self)(self, self.origin, self.kind)
        text.in_capitals = True
        return text


class Number(int):
    """A whole number that knows where it was written."""

    origin: Origin | None = None


class Day(datetime.date):
    """A day of the calendar that knows where it was written; printed in the decree's short form (30/6/2023)."""

    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or a month, with or without its year: as exact as the source (1930-02-03, 1981-07, 11-09)."""

    year: int | None
    month: int
    day: int | None
    origin: Origin | None = None


def error(code: str, **values: object) -> PydanticCustomError:
    """A complaint about a value; `code` names the message `data.<code>`."""
    return PydanticCustomError(code, code, {**values, "ours": True})


def read_text(value: Any) -> Text:
    """A text; what YAML takes for a number, a date or yes/no must be put in quotes, or other programs misread it."""
    if not isinstance(value, Text):
        raise error("text_expected")
    if value.kind in {"int", "float", "bool", "timestamp"}:
        raise error(f"quotes_needed_{value.kind}", value=str(value), read_as=_misreading(value))
    if not value.strip():
        raise error("blank_text")
    return value


def _misreading(value: Text) -> str:
    if value.kind == "float":
        return repr(float(value.replace("_", ""))) if re.fullmatch(r"[-+]?[\d_]*\.?[\d_]*", value) else str(value)
    if value.kind == "bool":
        return "true" if value.lower() in {"y", "yes", "true", "on"} else "false"
    return str(value)


def _read_plain_text(value: Any) -> Text:
    text = read_text(value)
    mark = STRAY_MARK.search(text)
    if mark:
        raise error("no_reference_here", mark=mark[0])
    return text


def _read_prose(value: Any, info: core_schema.ValidationInfo) -> Prose:
    text = read_text(value)
    names = (info.context or {}).get("names")
    if names is not None and STRAY_MARK.search(text):
        found = list(problems(text, names))
        if found:
            raise error("references", problems=found)
    if text.cut_by_comment and info.context is not None:
        info.context.setdefault("cut_texts", []).append(text.cut_by_comment)
    return Prose(text, text.origin, text.kind)


def _read_label(value: Any) -> Text:
    if isinstance(value, Text) and value.kind == "int":
        return Text(value, value.origin)
    return _read_plain_text(value)


def _read_identifier(value: Any) -> Text:
    text = read_text(value) if isinstance(value, Text) else Text(value)
    if not IDENTIFIER.fullmatch(text):
        raise error("bad_identifier", value=str(text))
    return text


def _read_number(value: Any) -> Number:
    if not isinstance(value, Text) or not re.fullmatch(r"[0-9]{1,15}", value):
        raise error("number_expected", value=str(value) if isinstance(value, Text) else "")
    number = Number(int(value))
    number.origin = value.origin
    return number


def _read_year(value: Any) -> Number:
    year = _read_number(value)
    if not 1900 <= year < 2200:
        raise error("year_expected", value=str(year))
    return year


def _read_yes_no(value: Any) -> bool:
    if isinstance(value, Text) and value in {"true", "false"}:
        return bool(value == "true")
    raise error("yes_no_expected", value=str(value) if isinstance(value, Text) else "")


def _make_day(year: int, month: int, day: int, written: str) -> Day:
    try:
        return Day(year, month, day)
    except ValueError:
        raise error("impossible_date", value=written) from None


def read_day(value: Any) -> Day:
    """A day written in ISO order; a Vietnamese date gets the hint how to write it."""
    if not isinstance(value, Text):
        raise error("date_expected", value="")
    match = ISO_DATE.fullmatch(value)
    if match:
        day = _make_day(int(match[1]), int(match[2]), int(match[3]), str(value))
        day.origin = value.origin
        return day
    vietnamese = VIETNAMESE_DATE.fullmatch(value)
    if vietnamese:
        found = [int(part) for part in vietnamese.groups()]
        _make_day(found[2], found[1], found[0], str(value))
        raise error("date_order", value=str(value), iso=f"{found[2]:04d}-{found[1]:02d}-{found[0]:02d}")
    raise error("date_expected", value=str(value))


def _read_day_of_year(value: Any, info: core_schema.ValidationInfo) -> Day:
    day = read_day(value)
    first, last = (info.context or {}).get("days") or (day, day)
    if not first <= day <= last:
        raise error("outside_year", value=day.isoformat(), first=first.isoformat(), last=last.isoformat())
    return day


def _read_partial_date(value: Any) -> PartialDate:
    match = PARTIAL_DATE.fullmatch(value) if isinstance(value, Text) else None
    if not match:
        raise error("partial_date_expected", value=str(value) if isinstance(value, Text) else "")
    year, month, day = (int(part) if part else None for part in match.groups())
    # 2000 is a leap year: it stands in for the year where a day has none.
    _make_day(year or 2000, month or 0, day or 1, str(value))
    return PartialDate(year, month or 0, day, value.origin)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Annotates a text that must be one of a few words."""

    allowed: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Check the word; the error lists what is allowed."""
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, Any]:
        """Let editors complete the words."""
        return {"type": "string", "enum": list(self.allowed)}

    def _read(self, value: Any) -> Text:
        text = read_text(value)
        if text not in self.allowed:
            raise error("not_a_choice", value=str(text), allowed=", ".join(self.allowed), known=list(self.allowed))
        return text


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Annotates an id of a registry; the value becomes the record itself.

    The validation context holds the registries already read, by kind; an unknown id is reported with its neighbours.
    """

    kind: str
    description: str

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Look the id up in the registries given as context."""
        return core_schema.with_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _schema: Any, _handler: Any) -> dict[str, Any]:
        """To an editor a reference is an id."""
        return {"type": "string", "pattern": f"^{IDENTIFIER.pattern}$", "description": self.description}

    def _read(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        identifier = _read_identifier(value)
        known = (info.context or {}).get(self.kind, {})
        if known is None:
            # The registry cannot be read, which is told there: no id of it can be judged.
            return None
        if identifier not in known:
            raise error("unknown_id", value=str(identifier), kind=self.kind, known=list(known))
        return known[identifier]


def _schema(**values: Any) -> Any:
    return WithJsonSchema(values)


Word = Annotated[Text, PlainValidator(_read_plain_text), _schema(type="string", minLength=1)]
ProseField = Annotated[Prose, PlainValidator(_read_prose), _schema(type="string", minLength=1)]
Label = Annotated[Text, PlainValidator(_read_label), _schema(type=["string", "integer"])]
Identifier = Annotated[Text, PlainValidator(_read_identifier), _schema(type="string", pattern="^[a-z][a-z0-9_]*$")]
Count = Annotated[Number, PlainValidator(_read_number), _schema(type="integer", minimum=0)]
Year = Annotated[Number, PlainValidator(_read_year), _schema(type="integer", minimum=1900, maximum=2199)]
YesNo = Annotated[bool, PlainValidator(_read_yes_no), _schema(type="boolean")]
DayField = Annotated[Day, PlainValidator(read_day), _schema(type="string", format="date", pattern=r"^\d{4}-\d\d-\d\d$")]
DayOfYear = Annotated[
    Day, PlainValidator(_read_day_of_year), _schema(type="string", format="date", pattern=r"^\d{4}-\d\d-\d\d$")
]
PartialDateField = Annotated[
    PartialDate, PlainValidator(_read_partial_date), _schema(type="string", pattern=r"^(\d{4}-)?\d\d(-\d\d)?$")
]


class Item(Record):
    """A point of a list: a text, with or without points below it."""

    printed_as: ClassVar[str] = "text"

    text: ProseField
    """Lời văn của ý này."""
    items: list[ItemField] = []
    """Các ý nhỏ bên dưới."""

    @classmethod
    def wrap(cls, value: Any) -> Any:
        """A point written as a mere text stands for a point with nothing below it."""
        return {"text": value} if isinstance(value, Text) else value


class _TextOrItem:
    """Tells editors that a point may be a mere text."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


ItemField = Annotated[Item, BeforeValidator(Item.wrap), _TextOrItem()]
Item.model_rebuild()
