"""PF311: tone marks stand in one style, the old one: hòa, khỏe, ủy."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.marks import Style, marked_syllables
from planforge.rules.words.telling import READ_ONLY, Slip, told
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each syllable in the new style; of a text that is only read and has no other style, all together once."""
    slips: list[Slip] = []
    old: set[str] = set()
    for passage in legible(corpus):
        for found in marked_syllables(passage.text, corpus.names.people):
            if found.style is Style.NEW:
                slips.append(Slip(passage, found.start, found.end, found.wanted, {"wanted": found.wanted}))
            elif found.style is Style.OLD:
                old.add(passage.path)
    yield from told(_together(slip, old) for slip in slips)


def _together(slip: Slip, old: set[str]) -> Slip:
    one_style = slip.passage.voice in READ_ONLY and slip.passage.path not in old
    return Slip(slip.passage, slip.start, slip.end, slip.fix, slip.values, "new style" if one_style else "")


RULE = Rule(
    code="PF311",
    name="tone-mark-style",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("đặt dấu thanh theo kiểu mới", "tone marks in the new style"),
    reason=Words(
        "Nghị định không quy định kiểu đặt dấu; các văn bản của Bộ Tư pháp dùng kiểu cũ (hòa, khỏe, ủy). Hai kiểu "
        "lẫn lộn thì tìm kiếm và đối chiếu tên gọi đều sót. Tên người giữ cách viết riêng.",
        "The decree sets no style; papers of the Ministry of Justice use the old one (hòa, khỏe, ủy). With both styles "
        "mixed, searching and comparing names miss half. Persons' names keep their own spelling.",
    ),
    message=Words(
        "“{found}” đặt dấu thanh theo kiểu mới, cách viết thống nhất là “{wanted}”{again}",
        "“{found}” has its tone mark in the new style, the one spelling is “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=("Cộng hoà xã hội chủ nghĩa Việt Nam", "Uỷ ban nhân dân tỉnh", "giữ gìn sức khoẻ"),
    fine=("Cộng hòa, ủy ban, khỏe mạnh", "quý I, quỹ học bổng", "đồng chí Nguyễn Hoà Bình", "hoàn thành, thuyền, loại"),
    check=check,
    form="U03",
    fixable=True,
)
