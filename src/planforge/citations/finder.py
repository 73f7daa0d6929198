"""Finds the citations of a text: what each says of its instrument, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import cast

from planforge.citations.citation import Citation, Part
from planforge.citations.dates import CitedDate, date_at
from planforge.citations.issuers import LONGEST_NAME, name_length
from planforge.citations.kinds import alternatives, kinds, law_names
from planforge.citations.symbol import FIGURES, YEAR, Form, Symbol, number_alone, symbols_in
from planforge.corpus import REFERENCE
from planforge.remembering import remembered

# Numbers that are no instrument's: of forms, files, accounts.
NO_INSTRUMENT = re.compile(r"(?<!\w)(?:mẫu|biểu|biểu mẫu|hồ sơ|tài khoản|hóa đơn)(?:\s+số)?\s*$", re.IGNORECASE)
WORD_BEFORE = re.compile(r"(?<!\w)(?P<word>[Ss]ố|SỐ)(?:\s*:)?\s+$")
BETWEEN = re.compile(r"\s*(?:,|,?\s*và|hoặc)\s+")
AFTER = r"\s*,?\s*"
DAY = re.compile(AFTER + r"\(?\s*(?:(?:ban hành|ký)\s+)?ngày\s+")
BRACKETED_DAY = re.compile(r"\s*\((?=[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{2,4}\))")
YEAR_ALONE = re.compile(rf"\s+năm\s+(?P<year>{YEAR})(?!\w)")
ISSUED_BY = re.compile(AFTER + r"(?:của|do)\s+")
JOINING = (
    "về việc|về|v/v|ban hành|quy định|phê duyệt|hướng dẫn|thực hiện|sửa đổi|bổ sung|công bố|thành lập|kiện toàn|cử|"
    "bổ nhiệm|tổng kết|triển khai|tổ chức|phát động|phối hợp|thay thế|bãi bỏ|tiếp tục|đính chính|công nhận|tặng|giao"
)
TITLE = re.compile(rf"{AFTER}(?P<title>(?:{JOINING})(?!\w))")
DIGIT = re.compile(r"[0-9]")
# "Trường Đại học Luật Hà Nội", "Pháp luật" and "Trung cấp Luật" are no laws.
NO_LAW = "".join(rf"(?<!{word}\s)" for word in ("pháp", "Pháp", "học", "Học", "đẳng", "cấp"))
LAW_WORD = re.compile(rf"(?<!\w){NO_LAW}(?:Bộ\s+luật|[Ll]uật|LUẬT|[Hh]iến pháp|HIẾN PHÁP|[Pp]háp lệnh|PHÁP LỆNH)(?!\w)")
NUMBER_ALONE = re.compile(
    rf"(?<![\w/.,\-])(?:[0-9]{{1,5}}[a-zđ]?/{YEAR}|(?<=[Ss]ố\s)(?:[0-9]{{2,5}}[a-zđ]?|[0-9][a-zđ]))(?![\w\-–/]|[.,][0-9])"
)
# "ban hành Kế hoạch thực hiện Nghị quyết số …", "sửa đổi một số điều của Nghị định số …": the title cites it.
WITHIN_TITLE = re.compile(
    r"(?:^|[^,;\s]\s+)(?:của|thực hiện|theo|tại|thi hành|hướng dẫn|thay thế|bãi bỏ|sửa đổi|bổ sung|triển khai)\s+"
    r"(?:các\s+)?$"
)
# What ends the name of an issuing body: a word that joins the title, a word of the sentence, a mark.
ISSUER_ENDS = re.compile(
    rf"\s+(?:{JOINING}|mà|đã|được|do|tại|trong|để|cho|là|có|nhằm|gồm|ngày|số|năm|ký|kèm theo|theo đó)(?!\w)"
    rf"|\s+và\s+(?:các\s+)?(?={{kinds}})|[;.(),“”\"…:/\n]|\s+-\s+(?=[a-zà-ỹđ])|\s*$"
)
TITLE_ENDS = re.compile(r"[;:“”\"()]|\.(?:\s|$|/)|\n|$")
TITLE_LENGTH = 600
# How far before a number its kind, or the name of its law, is looked for.
LOOK_BACK = 160
BEFORE_NUMBER = re.compile(r"\s*,?\s*(?:\(\s*)?(?:số\s+)?")


@cache
def _type_before() -> re.Pattern[str]:
    names = alternatives([kind.name for kind in kinds().values() if not kind.law])
    # "mệnh lệnh", "hiệu lệnh" are no "Lệnh".
    return re.compile(rf"(?<!\w)(?<!mệnh\s)(?<!hiệu\s)(?P<type>{names})(?:,?\s+có)?\s+$", re.IGNORECASE)


@cache
def _law() -> re.Pattern[str]:
    names = alternatives(list(law_names()))
    kind = rf"Hiến pháp|(?:Bộ\s+luật|Luật|Pháp lệnh)(?=\s+(?:{names}))"
    return re.compile(rf"(?P<type>{kind})(?:\s+(?P<name>{names}))?(?!\w)", re.IGNORECASE)


@cache
def _law_before() -> re.Pattern[str]:
    name = r"[^;.()“”\n]{2,120}?"
    return re.compile(rf"(?<!\w)(?P<type>Bộ luật|Luật|Pháp lệnh)(?:\s+(?P<name>{name}))?\s*[,(]?\s+$", re.IGNORECASE)


@cache
def _numbered_type_before() -> re.Pattern[str]:
    names = alternatives([kind.name for kind in kinds().values() if kind.numbered])
    return re.compile(rf"(?<!\w)(?P<type>{names})\s+(?:(?P<word>số)\s+)?$", re.IGNORECASE)


@cache
def _issuer_ends() -> re.Pattern[str]:
    names = alternatives([kind.name for kind in kinds().values()])
    return re.compile(ISSUER_ENDS.pattern.replace("{kinds}", f"(?:{names})"))


@remembered(20_000)
def find_citations(text: str) -> tuple[Citation, ...]:
    """The citations of a passage, in order. A symbol counts where a type or "số" stands before it, or it opens so."""
    if not (DIGIT.search(text) or LAW_WORD.search(text)):
        return ()
    heads = sorted((*_numbered(text), *_laws(text), *_cut_short(text)), key=lambda one: one.start)
    kept: list[Citation] = []
    for head in heads:
        if not kept or head.start >= kept[-1].end:
            kept.append(head)
    found: list[Citation] = []
    for index, head in enumerate(kept):
        limit = kept[index + 1].start if index + 1 < len(kept) else len(text)
        found.append(
            _with_title(text, _shared(text, _completed(text, head, limit), found), kept[index + 1 : index + 2])
        )
    return tuple(found)


def _part(text: str, start: int, end: int) -> Part:
    return Part(start, end, text[start:end])


def _numbered(text: str) -> Iterator[Citation]:
    for start, symbol in symbols_in(text):
        offset = max(start - LOOK_BACK, 0)
        before = text[offset:start]
        if NO_INSTRUMENT.search(before):
            continue
        number = _part(text, start, start + len(symbol.text))
        word_match = WORD_BEFORE.search(before)
        word = _part(text, offset + word_match.start("word"), offset + word_match.end("word")) if word_match else None
        rest = before[: word_match.start("word")] if word_match else before
        head = Citation(start, number.end, symbol, number, word=word)
        type_ = _type_before().search(rest)
        law = _law_before().search(rest) if symbol.of_assembly and type_ is None else None
        if type_ or law:
            match = cast("re.Match[str]", type_ or law)
            kind = _part(text, offset + match.start("type"), offset + match.end("type"))
            name = _part(text, offset + law.start("name"), offset + law.end("name")) if law and law["name"] else None
            yield replace(head, start=kind.start, type=kind, name=name)
        elif _certain(symbol, word) and not (word_match and _is_own(before[word_match.start("word") :], text, number)):
            yield replace(head, start=word.start if word else start)


def _is_own(label: str, text: str, number: Part) -> bool:
    """Whether a number is the paper's own: "Số: 05/KH-…", or "Số 05/KH-…" and nothing else."""
    return ":" in label or not (text[: number.start - len(label)].strip() or text[number.end :].strip())


def _certain(symbol: Symbol, word: Part | None) -> bool:
    """Whether a symbol without a type before it is one: its letters say so, or "số" and a body that is known."""
    if symbol.of_assembly:
        return symbol.year is not None
    if symbol.kind is not None and len(symbol.groups) > 1 and symbol.form is not Form.OTHER:
        return len(symbol.kind) > 1
    return word is not None and len(symbol.groups) > 1 and symbol.year is None


def _laws(text: str) -> Iterator[Citation]:
    for place in LAW_WORD.finditer(text):
        match = _law().match(text, place.start())
        if match is None:
            continue
        type_ = _part(text, *match.span("type"))
        name = _part(text, *match.span("name")) if match["name"] else None
        start = BEFORE_NUMBER.match(text, match.end()).end()  # type: ignore[union-attr]
        symbol = next((symbol for place, symbol in symbols_in(text[start : start + 30]) if not place), None)
        number = _part(text, start, start + len(symbol.text)) if symbol else None
        yield Citation(match.start(), number.end if number else match.end(), symbol, number, type_, name=name)


def _cut_short(text: str) -> Iterator[Citation]:
    for figures in FIGURES.finditer(text):
        number = NUMBER_ALONE.match(text, figures.start())
        if number is None:
            continue
        offset = max(number.start() - 40, 0)
        match = _numbered_type_before().search(text[offset : number.start()])
        if match is None:
            continue
        type_ = _part(text, offset + match.start("type"), offset + match.end("type"))
        word = _part(text, offset + match.start("word"), offset + match.end("word")) if match["word"] else None
        symbol = number_alone(number[0])
        yield Citation(type_.start, number.end(), symbol, _part(text, *number.span()), type_, word)


def _completed(text: str, head: Citation, limit: int) -> Citation:
    """A citation with its date and its issuer, in whichever order they follow."""
    date: CitedDate | None = None
    issuer: Part | None = None
    end = head.end
    for _ in range(2):
        if date is None:
            date = _date(text, end)
            end = _after(text, end, date) if date else end
        if issuer is None:
            issuer = _issuer(text, end, limit)
            end = issuer.end if issuer else end
    return replace(head, end=end, date=date, issuer=issuer)


def _after(text: str, position: int, date: CitedDate) -> int:
    """Where a date ends, with the bracket that closes behind it if one opened before it."""
    return date.end + ("(" in text[position : date.start] and text.startswith(")", date.end))


def _date(text: str, position: int) -> CitedDate | None:
    opening = DAY.match(text, position) or BRACKETED_DAY.match(text, position)
    if opening:
        if text.startswith(REFERENCE, opening.end()):
            return CitedDate(opening.end(), opening.end() + 1, REFERENCE)
        return date_at(text, opening.end())
    year = YEAR_ALONE.match(text, position)
    return CitedDate(year.start("year"), year.end(), year["year"], year=int(year["year"])) if year else None


def _issuer(text: str, position: int, limit: int) -> Part | None:
    opening = ISSUED_BY.match(text, position)
    if opening is None:
        return None
    start = opening.end()
    if text.startswith(REFERENCE, start):
        return _part(text, start, start + 1)
    if not text[start : start + 1].isupper():
        return None
    known = start + name_length(text[start : start + LONGEST_NAME])
    last = min(len(text), known + LONGEST_NAME)
    ending = _issuer_ends().search(text, known, last)
    end = min(ending.start() if ending else last, max(limit, known))
    return _part(text, start, start + len(text[start:end].rstrip(" ,")))


def _shared(text: str, citation: Citation, before: list[Citation]) -> Citation:
    """A symbol in a list has the type of the one before it."""
    if citation.type or not before or before[-1].type is None or before[-1].is_law:
        return citation
    kind, symbol = before[-1].kind, citation.symbol
    if kind is None or symbol is None or (symbol.kind not in kind.abbreviations and not kind.free):
        return citation
    if BETWEEN.fullmatch(text[before[-1].end : citation.start]) is None:
        return citation
    return replace(citation, type=before[-1].type, shared=True)


def _with_title(text: str, citation: Citation, following: list[Citation]) -> Citation:
    """A citation with its title: up to the end of its clause, or to the next citation unless its title cites that."""
    opening = TITLE.match(text, citation.end)
    if opening is None or citation.symbol is None or citation.is_law:
        return citation
    start = opening.start("title")
    end = _title_end(text, start)
    if following and following[0].start < end:
        cut = text[start : following[0].start]
        if not WITHIN_TITLE.search(cut):
            end = start + len(re.sub(r"[\s,]+(?:và|hoặc)?\s*(?:các\s+)?$", "", cut))
    return replace(citation, end=max(end, citation.end), title=_part(text, start, end))


def _title_end(text: str, start: int) -> int:
    depth = 0
    for match in TITLE_ENDS.finditer(text, start, min(len(text), start + TITLE_LENGTH)):
        mark = match[0]
        if mark in {"“", "("}:
            depth += 1
        elif mark in {"”", ")"} and depth:
            depth -= 1
        elif not depth or not mark:
            return match.start()
    return min(len(text), start + TITLE_LENGTH)
