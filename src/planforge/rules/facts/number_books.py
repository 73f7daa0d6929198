"""Papers by the register that numbers them: one for each issuer, symbol and calendar year."""

from __future__ import annotations

from collections import defaultdict

from planforge.rules.facts.papers import YearPaper, papers_of_all
from planforge.years import Years


def books(years: Years) -> list[list[YearPaper]]:
    """The papers with numbers of each register, in the order of the files.

    A number that is not above 0 is told where the file is read; a paper without a date counts for its cluster's year.
    """
    found: dict[tuple[str, ...], list[YearPaper]] = defaultdict(list)
    for paper in papers_of_all(years):
        symbol = paper.symbol
        if paper.number and symbol is not None:
            issuer = str(paper.issuer.name) if paper.issuer else f"{paper.one.cluster}/"
            year = str(paper.day.year if paper.day else int(paper.one.year))
            found[issuer, symbol, year].append(paper)
    return list(found.values())
