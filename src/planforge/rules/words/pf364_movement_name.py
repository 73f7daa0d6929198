"""PF364: a movement has one name, the one in the registry."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.names import NameKind
from planforge.rules.words.naming import misnamings
from planforge.words import Words


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each quoted name of a movement in other capitals or with other marks."""
    yield from misnamings(corpus, NameKind.MOVEMENT)


RULE = Rule(
    code="PF364",
    name="movement-name",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("tên phong trào thi đua viết không đúng", "the name of a movement in another spelling"),
    reason=Words(
        "Tên phong trào do cấp trên phát động được trích trong ngoặc kép nguyên văn, đúng chữ hoa và dấu câu.",
        "The name of a movement launched from above is quoted word for word, with its capitals and marks.",
    ),
    message=Words(
        "“{found}” không đúng nguyên văn tên phong trào “{official}”{again}",
        "“{found}” is not the name of the movement, it is “{official}”{again}",
    ),
    hint=Words("Viết “{official}”.", "Write “{official}”."),
    flagged=(
        "phong trào “cả nước chung sức xây dựng nông thôn mới”",
        "phong trào “Cả nước chung sức xây dựng Nông thôn mới”",
    ),
    fine=("phong trào “Cả nước chung sức xây dựng nông thôn mới”", "cả nước chung sức xây dựng nông thôn mới"),
    check=check,
    form="U08",
    fixable=True,
)
