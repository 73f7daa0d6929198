"""PF363: a cluster has one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from planforge.corpus import Corpus, OfficialNames
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.names import NameKind
from planforge.rules.words.naming import misnamings
from planforge.words import Words

OFFICIAL = re.compile(r"Cụm Thi đua số [IVX]+\b")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each name of a cluster in other capitals or figures; without a registry, beside the full name in the text."""
    if corpus.names.clusters:
        yield from misnamings(corpus, NameKind.CLUSTER)
        return
    seen = {match[0] for passage in corpus.passages for match in OFFICIAL.finditer(passage.text)}
    yield from misnamings(replace(corpus, names=OfficialNames(clusters=tuple(sorted(seen)))), NameKind.CLUSTER)


RULE = Rule(
    code="PF363",
    name="cluster-name",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("tên cụm thi đua viết không thống nhất", "the name of a cluster in another spelling"),
    reason=Words(
        "Tên cụm ghi trong dữ liệu là tên dùng trong mọi văn bản, kể cả chữ hoa và số La Mã; “Cụm thi đua số 2” bên "
        "cạnh “Cụm Thi đua số II” trông như hai cụm.",
        "The name in the data is the name in all papers, with its capitals and its Roman number; “Cụm thi đua số 2” "
        "beside “Cụm Thi đua số II” looks like two clusters.",
    ),
    message=Words(
        "“{found}” viết không thống nhất với tên cụm “{official}”{again}",
        "“{found}” is not how the cluster is called, it is “{official}”{again}",
    ),
    hint=Words("Viết “{official}”.", "Write “{official}”."),
    flagged=(("Cụm Thi đua số II", "Cụm thi đua số II"),),
    fine=("Quy chế về tổ chức và hoạt động của Cụm thi đua, Khu vực thi đua",),
    check=check,
    form="U08",
    fixable=True,
)
