"""The 113 checks of form each have a rule, by their letter and number."""

from __future__ import annotations

import re

from planforge.rules import all_rules

# Page, head, number, date, title, body, signature, recipients, annexes, characters, content, file.
CHECKS = {"P": 15, "H": 15, "N": 7, "D": 7, "T": 6, "B": 22, "G": 8, "R": 9, "A": 5, "U": 8, "C": 9, "X": 2}


def test_every_check_has_a_rule() -> None:
    wanted = {f"{letter}{number:02d}" for letter, count in CHECKS.items() for number in range(1, count + 1)}
    found = {check for rule in all_rules() for check in re.findall(r"[A-Z]\d\d", rule.form)}
    assert len(wanted) == 113
    assert found == wanted
