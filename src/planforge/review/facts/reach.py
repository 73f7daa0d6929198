"""Which changed papers a changed fact reaches: by provenance, which tells what every stretch of a paper was made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planforge.review.facts.look import Look
from planforge.review.sides import ChangedPaper, FactChange


def reaching(facts: Sequence[FactChange], papers: Sequence[ChangedPaper]) -> tuple[FactChange, ...]:
    """The facts with the keys of the papers that each reaches, in the order of the papers.

    A fact that is printed as it is, or through a reference, is found in what changed; so is what is computed with it,
    as far as nothing else explains that. One that is only counted or
    decided by (a yes or no, a list whose length is said) leaves no trace of its own: it is put down to the papers in
    which a change is left without a cause that says something else of the same record, or that no data is said in.
    """
    looks = [Look(paper) for paper in papers]
    reached = [[look for look in looks if look.prints(fact)] for fact in facts]
    unexplained = {
        id(look): look.unexplained([fact for fact, found in zip(facts, reached, strict=True) if look in found])
        for look in looks
    }
    for index, fact in enumerate(facts):
        reached[index] = [
            look
            for look in looks
            if look in reached[index] or any(look.computes_with(fact, one) for one in unexplained[id(look)])
        ]
        for is_cause in (Look.is_beside, Look.is_said_with, Look.is_beside_any, Look.may_decide):
            reached[index] = reached[index] or [look for look in looks if is_cause(look, fact, unexplained[id(look)])]
    return tuple(
        replace(fact, reaches=tuple(look.paper.key for look in found))
        for fact, found in zip(facts, reached, strict=True)
    )
