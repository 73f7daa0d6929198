"""PF204: an instrument is cited in full where it is mentioned first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.citations.issuers import body_of, initials, plain
from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, Spoken
from planforge.rules.citations.laws import CITING
from planforge.rules.citations.mentions import Mention, in_papers, settled_letters
from planforge.words import Words

DATE = Words("ngày ban hành", "date")
ISSUER = Words("cơ quan ban hành", "issuing body")
TITLE = Words("trích yếu", "title")
# "đã được Thủ tướng Chính phủ phê duyệt bằng Quyết định số …": the sentence names who issued it itself.
ISSUED_BY = re.compile(r"(?<!\w)(?:do|được)\s+[A-ZĐ][^;]*(?<!\w)(?:ban hành|phê duyệt|ký|thông qua|giao|cử)(?!\w)")
NAMES = re.compile(r"(?<!\w)[A-ZĐ]\w*(?:[ ,]+\w+){0,9}")


def check(corpus: Corpus) -> Iterator[Answer]:
    """First mentions in texts read from beginning to end; titles are asked for in lines of the legal basis alone."""
    seen: set[tuple[object, ...]] = set()
    settled = settled_letters(corpus)
    for mention in in_papers(corpus):
        citation, symbol = mention.citation, mention.citation.symbol
        if symbol is None:
            continue
        key = (mention.passage.path, symbol.key)
        if key not in seen and citation.type and not citation.is_law and not _spoken_otherwise(mention):
            missing = list(_missing(mention, settled))
            if missing:
                yield mention.finding(short=citation.short, missing=_listed(missing))
        seen.add(key)


def _spoken_otherwise(mention: Mention) -> bool:
    """In a list with a common end, in another instrument's title, or in the line that ties an annex to its paper."""
    own, others = mention.citation, mention.others
    following = others[others.index(own) + 1 :]
    return (
        own.shared
        or bool(following and following[0].shared)
        or any(one.title and one.title.start <= own.start < one.title.end for one in others if one is not own)
        or mention.before.casefold().rstrip().endswith("kèm theo")
    )


def _missing(mention: Mention, settled: dict[str, str]) -> Iterator[Words]:
    citation = mention.citation
    if citation.date is None or (citation.date.day is None and not citation.date.mark and citation.date.year):
        yield DATE
    if citation.issuer is None and not _issuer_in_sentence(mention, settled):
        yield ISSUER
    rest = mention.passage.text[citation.end :].lstrip()
    if citation.title is None and mention.before.lstrip(" -+").startswith("Căn cứ") and rest[:1] in {"", ";", "."}:
        yield TITLE


def _issuer_in_sentence(mention: Mention, settled: dict[str, str]) -> bool:
    words = plain(mention.words_of_its_own)
    symbol = mention.citation.symbol
    for letters in symbol.bodies if symbol else ():
        body = body_of(letters)
        names = (*(body.names if body else ()), *filter(None, (settled.get(letters),)))
        if any(name.casefold() in words.casefold() for name in names):
            return True
        if any(letters.casefold() in initials(match[0]) for match in NAMES.finditer(words)):
            return True
    return ISSUED_BY.search(words) is not None


def _listed(missing: list[Words]) -> Words:
    return Words(", ".join(one.vi for one in missing), ", ".join(one.en for one in missing))


FULL = "Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp ban hành Kế hoạch phát động phong trào thi đua"
RULE = Rule(
    code="PF204",
    name="full-at-first",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("lần đầu viện dẫn chưa đầy đủ", "a first mention that is not complete"),
    reason=Words(
        "Lần đầu viện dẫn phải ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích "
        "yếu; nhờ đó người đọc tìm đúng văn bản. Câu đã nêu cơ quan ban hành ở chỗ khác thì không cần nhắc lại; trích "
        "yếu chỉ được kiểm tra ở các dòng căn cứ.",
        "At first mention kind, number, symbol, date, issuing body and title are given, so that the reader finds the "
        "right instrument. A sentence that names the issuing body elsewhere is fine; titles are asked for only in the "
        "lines of the legal basis.",
    ),
    message=Words("lần đầu viện dẫn {short} còn thiếu {missing}", "the first mention of {short} lacks its {missing}"),
    hint=Words(
        "Ghi đủ: tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu.",
        "Write kind, number, symbol, date, issuing body and title.",
    ),
    law=CITING,
    form="B04",
    flagged=(
        "Căn cứ yêu cầu tại Nghị quyết số 36a/NQ-CP, các đơn vị triển khai công việc.",
        Spoken(
            (
                "Căn cứ kế hoạch công tác năm, Cụm xây dựng Kế hoạch như sau:",
                "Thực hiện Kế hoạch số 11-KH/TW ngày 28/11/2022 về việc triển khai các nhiệm vụ được giao.",
            )
        ),
        "Căn cứ Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp;",
    ),
    fine=(
        f"Căn cứ {FULL}; theo Quyết định số 84/QĐ-BTP, Cụm tổ chức hội nghị.",
        Spoken((f"Căn cứ {FULL};", "Các đơn vị thực hiện Quyết định số 84/QĐ-BTP.")),
        "Đề án đã được Thủ tướng Chính phủ phê duyệt bằng Quyết định số 1156/QĐ-TTg ngày 30/9/2022./.",
        "thực hiện các Quyết định số 1155/QĐ-TTg và 1156/QĐ-TTg ngày 30/9/2022 của Thủ tướng Chính phủ./.",
        "Theo báo chí, dịch vụ công được cung cấp theo yêu cầu tại Nghị quyết số 36a/NQ-CP.",
        "(Kèm theo Kế hoạch số 05/KH-CTĐVD ngày 05 tháng 01 năm 2030 của Cụm Thi đua)",
        "triển khai Luật Thi đua, khen thưởng; ứng dụng công nghệ theo Nghị quyết của Chính phủ",
    ),
    check=check,
)
