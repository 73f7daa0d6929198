"""PF351: "Nhân dân" and "Nhà nước" begin with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule, decree30
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.wordlists import words
from planforge.words import Words

PEOPLE = re.compile(r"\bnhân dân\b(?!\s+tệ)")
# With these "nhân" is the end of another word: "hôn nhân dân sự", "cá nhân dân cư".
BEFORE_PERSON = frozenset("hôn cá pháp công thương bệnh nạn tư chứng doanh quân hạt nguyên tác phạm siêu".split())
# The State itself; "cơ quan nhà nước", "quản lý nhà nước" and the like only describe.
STATE = re.compile(
    r"(?:\b(?:của|do|được|bởi|[Đđ]ảng và|[Đđ]ảng,)\s+)(?P<state>nhà nước)\b|(?P<law>nhà nước)(?=\s+pháp quyền\s+xã hội)"
)
TWO_WORDS_BEFORE = re.compile(r"([^\W\d_]+\s+)?([^\W\d_]+)\s+$")
LONGEST_BEFORE = 24


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each of the two in small letters, outside names and fixed terms."""
    people = (
        Slip(passage, match.start(), match.end(), values={"wanted": "Nhân dân"})
        for passage, match in places(corpus, PEOPLE, ("nhân dân",))
        if not _is_in_term(match)
    )
    state = (
        Slip(passage, *match.span(match.lastgroup or 0), values={"wanted": "Nhà nước"})
        for passage, match in places(corpus, STATE, ("nhà nước",))
    )
    yield from told((*people, *state))


def _is_in_term(match: re.Match[str]) -> bool:
    before = TWO_WORDS_BEFORE.search(match.string, max(0, match.start() - LONGEST_BEFORE), match.start())
    if before is None:
        return False
    pair = f"{(before[1] or '').strip()}_{before[2]}".casefold()
    if before[2].casefold() in BEFORE_PERSON:
        return True
    return pair in words("terms_before_people") or before[2].casefold() in words("terms_before_people")


RULE = Rule(
    code="PF351",
    name="people-and-state",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("“Nhân dân”, “Nhà nước” không viết hoa", "“Nhân dân”, “Nhà nước” in small letters"),
    reason=Words(
        "Nghị định 30/2020/NĐ-CP xếp Nhân dân, Nhà nước vào các danh từ đặc biệt luôn viết hoa. Trong tên gọi và cụm "
        "từ cố định (Ủy ban nhân dân, cơ quan nhà nước, quản lý nhà nước) thì giữ cách viết của tên gọi đó.",
        "Decree 30/2020/NĐ-CP lists Nhân dân and Nhà nước as special nouns that always have a capital. In names and "
        "fixed terms (Ủy ban nhân dân, cơ quan nhà nước, quản lý nhà nước) the spelling of the name holds.",
    ),
    message=Words("“{found}” phải viết hoa: “{wanted}”{again}", "“{found}” begins with a capital: “{wanted}”{again}"),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    law=decree30("Phụ lục II, Mục V.1", "Appendix II, section V.1"),
    flagged=(
        "tận tụy phục vụ nhân dân",
        "chính sách của Đảng, pháp luật của nhà nước",
        "trung thành với Đảng và nhà nước",
    ),
    fine=(
        "tôn trọng và tận tụy phục vụ Nhân dân, trung thành với Nhà nước",
        "Ủy ban nhân dân tỉnh, Tòa án nhân dân, Quân đội nhân dân, Nhà giáo nhân dân",
        "cơ quan nhà nước, quản lý nhà nước, ngân sách nhà nước, Cục Bồi thường nhà nước",
    ),
    check=check,
)
