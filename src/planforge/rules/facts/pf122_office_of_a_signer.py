"""PF122: a signer holds the office that the registry of people knows."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.checks.readable import is_read
from planforge.diagnostics import Severity
from planforge.model.paper_data import Signature
from planforge.model.registry import Person, office_words
from planforge.rule import Answer, Kind, Replaced, Rule
from planforge.rules.facts.leaders import same_person
from planforge.rules.facts.records import records
from planforge.words import Words
from planforge.years import Years


def check(years: Years) -> Iterator[Answer]:
    """Each signer of a known name whose office or unit is none that the registry gives to that name."""
    for one in years.years:
        people = list(filter(is_read, one.content.registries.people.values()))
        for signature in records(one, Signature):
            name = signature.name
            known = [person for person in people if name is not None and same_person(person.name, name)]
            if known and not any(_agrees(signature, person) for person in known):
                positions = "; ".join(str(person.position or person.name) for person in known)
                signed = [str(part) for part in (signature.office, signature.unit and signature.unit.name) if part]
                values = {"signer": str(name), "signed": " ".join(signed), "known": positions}
                yield one.finding(signature, "office" if signature.office else "unit", **values)


def _agrees(signature: Signature, person: Person) -> bool:
    if signature.unit is not None and person.unit is not None and signature.unit != person.unit:
        return False
    office = office_words(person.office, person.acting, None)
    if signature.office is None or office is None:
        return True
    return str(signature.office).casefold().split() == str(office).casefold().split()


RULE = Rule(
    code="PF122",
    name="office-of-a-signer",
    severity=Severity.WARNING,
    kind=Kind.FACTS,
    title=Words("chức vụ người ký khác danh bạ", "the office of a signer is not the one on record"),
    reason=Words(
        "Chức vụ, đơn vị của người ký phải đúng như registry/people.yaml; ai đổi chức vụ thì có thêm một mục ở đó.",
        "Office and unit of a signer are as registry/people.yaml has them; who changes office gets another record.",
    ),
    message=Words(
        "{signer} ký là {signed}, nhưng registry/people.yaml ghi: {known}",
        "{signer} signs as {signed}, but registry/people.yaml has: {known}",
    ),
    hint=Words("Sửa office, unit, hoặc thêm một mục vào people.yaml.", "Correct office and unit, or add a record."),
    form="C05",
    flagged=(Replaced("plan.yaml", "office: Phó Hiệu trưởng", "office: Hiệu trưởng"),),
    fine=(None, Replaced("plan.yaml", "office: Phó Hiệu trưởng", "office: phó hiệu trưởng")),
    check=check,
)
