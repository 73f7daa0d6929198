"""PF113: the years of one folder are years of one cluster."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import ClusterYear, Years

FIELDS = ("parent", "kind", "number", "block")


def check(years: Years) -> Iterator[Answer]:
    """Each part of a cluster's identity that is not what most years of its folder say; unknown parts say nothing."""
    folders: dict[str, list[ClusterYear]] = defaultdict(list)
    for one in years.years:
        folders[one.cluster].append(one)
    for folder in folders.values():
        for field in FIELDS:
            told = [(one, _identity(one, field)) for one in folder]
            known = Counter(identity.casefold() for _, identity in told if identity)
            usual = known.most_common(1)[0][0] if known else ""
            for one, identity in told:
                if identity and identity.casefold() != usual:
                    other, shown = next((each, name) for each, name in told if name.casefold() == usual)
                    values = {"value": identity, "usual": shown, "other_year": other.year}
                    yield one.finding(one.content.cluster, field, key=field, folder=one.cluster, **values)


def _identity(one: ClusterYear, field: str) -> str:
    value = getattr(one.content.cluster.record, field)
    return str(getattr(value, "name", value) or "")


RULE = Rule(
    code="PF113",
    name="one-identity-of-a-folder",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("hai cụm khác nhau trong một thư mục", "two clusters in one folder"),
    reason=Words(
        "Nhiều nơi có “Cụm thi đua số II”: cụm được nhận ra bằng cơ quan mà nó trực thuộc, loại, số và khối. Các năm "
        "trong một thư mục phải là của một cụm, vì văn bản năm này lấy Trưởng Cụm, Quỹ của năm bên cạnh.",
        "Several bodies have a “Cụm thi đua số II”: a cluster is known by its parent, kind, number and block. The "
        "years of a folder take leaders and funds from each other, so they must be of one cluster.",
    ),
    message=Words(
        "{key} là “{value}”, còn năm {other_year} trong cùng thư mục là “{usual}”",
        "{key} is “{value}”, but “{usual}” for {other_year} in the same folder",
    ),
    hint=Words(
        "Sửa cho thống nhất, hoặc để cụm khác ở thư mục riêng.", "Make them agree, or give the other cluster a folder."
    ),
    flagged=(Replaced("data/mau/2031/cluster.yaml", "number: 0", "number: 1"),),
    fine=(None,),
    check=check,
)
