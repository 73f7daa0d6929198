"""PF134: the ballots that came back are valid or they are not."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each count whose valid and invalid ballots are not all that came back."""
    for one in years.years:
        ballot = one.content.nominations.ballot if one.content.nominations else None
        if ballot is None or ballot.returned is None or ballot.valid is None or ballot.invalid is None:
            continue
        if ballot.issued is not None and ballot.returned > ballot.issued:
            continue
        if ballot.valid + ballot.invalid != ballot.returned:
            values = {"valid": int(ballot.valid), "invalid": int(ballot.invalid)}
            total = int(ballot.valid + ballot.invalid)
            yield one.finding(ballot, "returned", returned=int(ballot.returned), total=total, **values)


RULE = Rule(
    code="PF134",
    name="ballot-adds-up",
    severity=Severity.ERROR,
    kind=Kind.FACTS,
    title=Words("số phiếu thu về không bằng hợp lệ cộng không hợp lệ", "ballots that do not add up"),
    reason=Words(
        "Mỗi phiếu thu về hoặc hợp lệ hoặc không hợp lệ; biên bản kiểm phiếu in cả ba con số cạnh nhau.",
        "A ballot that came back is valid or invalid; the minutes print all three numbers.",
    ),
    message=Words(
        "thu về {returned} phiếu, nhưng {valid} hợp lệ và {invalid} không hợp lệ là {total}",
        "{returned} ballots came back, but {valid} valid and {invalid} invalid ones make {total}",
    ),
    hint=Words("Kiểm tra lại ba con số.", "Check the three numbers."),
    form="C06",
    flagged=(Replaced("nominations.yaml", "\n  invalid: 1", "\n  invalid: 2"),),
    fine=(None, Replaced("nominations.yaml", "\n  invalid: 1", "")),
    check=check,
)
