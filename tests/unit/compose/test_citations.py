"""Which mention of an instrument is in full, and what each form says."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from planforge.compose.citations import Citations, Mention, Part, expand
from planforge.model.fields import Day, Prose
from planforge.model.registry import Body, Instrument
from planforge.source import Text

MINISTER = Body(name=Text("Bộ trưởng Bộ Mẫu"))


def instrument(**values: Any) -> Instrument:
    return Instrument.model_construct(**values)


DECISION = instrument(
    type=Text("Quyết định"),
    symbol=Text("84/QĐ-BM"),
    date=Day(2023, 1, 31),
    issuer=MINISTER,
    title=Prose("ban hành Kế hoạch"),
    in_force_from=None,
)
DRAFT = instrument(type=Text("Thông báo"), symbol=Text("5/TB"), date=None, issuer=None, title=None)
LAW = instrument(
    type=Text("Luật"), symbol=None, date=Day(2022, 6, 15), issuer=MINISTER, title=Prose("Thi đua, khen thưởng")
)


def written(template: str, **instruments: Instrument) -> str:
    """The text with `a`, `b.short` … between angle brackets expanded; titles may hold marks too."""
    citations = Citations(instruments)

    def marked(text: str) -> str:
        for name in instruments:
            for form in ("full", "short", "dated"):
                mention: Mention = getattr(citations[name], form)
                text = text.replace(f"<{name}.{form}>", mention.mark)
            text = text.replace(f"<{name}>", citations[name].mark)
        return text

    def write(part: Part) -> str:
        return marked(str(part))

    return expand(marked(template), citations, write)


FULL = "Quyết định số 84/QĐ-BM ngày 31/01/2023 của Bộ trưởng Bộ Mẫu ban hành Kế hoạch"
SHORT = "Quyết định số 84/QĐ-BM"


def test_the_first_mention_is_full_and_later_ones_are_short() -> None:
    assert written("<a>; <a>; <a>", a=DECISION) == f"{FULL}; {SHORT}; {SHORT}"


def test_each_instrument_has_its_own_first_mention() -> None:
    assert (
        written("<a>; <b>; <a>; <b>", a=DECISION, b=DRAFT) == f"{FULL}; Thông báo số 5/TB; {SHORT}; Thông báo số 5/TB"
    )


def test_a_form_that_is_asked_for_stands_anywhere() -> None:
    assert written("<a.short>; <a.full>; <a.full>", a=DECISION) == f"{SHORT}; {FULL}; {FULL}"
    assert written("<a.dated>", a=DECISION) == "Quyết định số 84/QĐ-BM ngày 31/01/2023"


@pytest.mark.parametrize("form", ["full", "short", "dated"])
def test_a_forced_mention_counts_as_the_first(form: str) -> None:
    assert written(f"<a.{form}>; <a>", a=DECISION).endswith(f"; {SHORT}")


def test_a_law_is_cited_by_type_and_name() -> None:
    """Only type and name of a law are written (Appendix I, section II.6.b)."""
    assert written("<a>; <a>", a=LAW) == "Luật Thi đua, khen thưởng; Luật Thi đua, khen thưởng"


def test_a_title_may_cite_another() -> None:
    citing = DECISION.model_copy(update={"title": Prose("thực hiện <b>")})
    assert written("<a>", a=citing, b=DRAFT).endswith(" thực hiện Thông báo số 5/TB")


def test_the_first_mention_is_the_first_in_the_text_even_inside_a_title() -> None:
    """In the finished text the title's mention stands before the second one, so that one is the short one."""
    first = DECISION.model_copy(update={"symbol": Text("1/QĐ"), "title": Prose("thực hiện <b>")})
    text = written("<a>; <b>", a=first, b=DECISION)
    assert text == f"Quyết định số 1/QĐ ngày 31/01/2023 của Bộ trưởng Bộ Mẫu thực hiện {FULL}; {SHORT}"


def test_an_instrument_cited_before_a_title_names_it_is_short_there() -> None:
    first = DECISION.model_copy(update={"symbol": Text("1/QĐ"), "title": Prose("thực hiện <b>")})
    text = written("<b>; <a>", a=first, b=DECISION)
    assert text == f"{FULL}; Quyết định số 1/QĐ ngày 31/01/2023 của Bộ trưởng Bộ Mẫu thực hiện {SHORT}"


@pytest.mark.parametrize("symbol", [Text("1/QĐ"), None])
def test_titles_that_cite_each_other_come_to_an_end(symbol: Text | None) -> None:
    one = DECISION.model_copy(update={"symbol": symbol, "title": Prose("theo <b>")})
    two = DECISION.model_copy(update={"symbol": symbol, "title": Prose("theo <a>")})
    text = written("<a>; <b>", a=one, b=two)
    assert text.isprintable(), text
    assert "<" not in text
    assert len(text) < 2000


def test_a_record_of_the_data_finds_its_own_mention() -> None:
    twin = DECISION.model_copy()
    citations = Citations({"a": DECISION, "b": twin})
    assert citations(twin).number == 1
    assert citations.by_number(1) is twin
    assert list(citations) == ["a", "b"]
    assert isinstance(DECISION.date, datetime.date)
