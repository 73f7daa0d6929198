"""PF218: the kind of a certain instrument begins with a capital."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.citations.laws import CAPITALS
from planforge.rules.citations.mentions import numbered
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Kinds in small letters before a number; "văn bản" is no kind."""
    for mention in numbered(corpus):
        type_, kind = mention.citation.type, mention.citation.kind
        if (
            type_
            and kind
            and (kind.abbreviations or kind.law)
            and not mention.citation.shared
            and type_.text[0].islower()
        ):
            wanted = f"{type_.text[0].upper()}{type_.text[1:]}"
            yield mention.finding(type_, fix=wanted, wanted=wanted)


RULE = Rule(
    code="PF218",
    name="kind-capital",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("tên loại văn bản không viết hoa", "the kind of an instrument in small letters"),
    reason=Words(
        "Nói đến một văn bản cụ thể thì viết hoa chữ cái đầu của tên loại: “Quyết định số 84/QĐ-BTP”; nói chung thì "
        "viết thường: “các nghị quyết của Quốc hội”.",
        "The kind of a certain instrument begins with a capital: “Quyết định số 84/QĐ-BTP”; in general it does not: "
        "“các nghị quyết của Quốc hội”.",
    ),
    message=Words(
        "“{found}” ở đây là một văn bản cụ thể, phải viết hoa: “{wanted}”",
        "“{found}” is a certain instrument here and begins with a capital: “{wanted}”",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=CAPITALS,
    flagged=(
        "theo quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "thực hiện chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị",
    ),
    fine=(
        "theo Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Bộ trưởng Bộ Tư pháp",
        "các nghị quyết, chỉ thị, kết luận của Bộ Chính trị; văn bản số 5034/BTP-TCCB",
    ),
    check=check,
    fixable=True,
)
