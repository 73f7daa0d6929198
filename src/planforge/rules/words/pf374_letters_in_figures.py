"""PF374: numbers are made of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.corpus import Corpus
from planforge.diagnostics import Severity
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.punctuation import places
from planforge.rules.words.telling import Slip, told
from planforge.words import Words

# A year, a day or a sum with a letter O, l or I in the place of a nought or a one.
MIXED = re.compile(
    r"(?<![\w/.-])(?:[12][0-9OolI]{3}|[0-9OolI]{1,2}/[0-9OolI]{1,2}/[0-9OolI]{4}|\d[OolI]?/[0-9OolI]{1,2}|[OolI]\d/\d{1,2}"
    r"|\d{1,3}(?:\.[0-9OolI]{3})+)(?![\w.]\w|\w)"
)
LETTERS = frozenset("OolI")
FIGURES = tuple("0123456789")
READ = str.maketrans("OolI", "0011")


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each number that has a letter in it."""
    yield from told(
        Slip(passage, match.start(), match.end(), wanted, {"wanted": wanted})
        for passage, match in places(corpus, MIXED, FIGURES)
        if not LETTERS.isdisjoint(match[0])
        and any(character.isdigit() for character in match[0])
        and (wanted := match[0].translate(READ))
    )


RULE = Rule(
    code="PF374",
    name="letters-in-figures",
    severity=Severity.ERROR,
    kind=Kind.TEXT,
    title=Words("chữ cái lẫn trong số", "letters among figures"),
    reason=Words(
        "Chữ O, l, I trông như số 0, số 1; máy quét và người gõ hay nhầm. Phần mềm không đọc được số đó, tìm kiếm "
        "không ra.",
        "O, l and I look like 0 and 1; scanners and people mix them up. Programs cannot read such a number, and "
        "searches do not find it.",
    ),
    message=Words(
        "“{found}” có chữ cái lẫn trong số, phải là “{wanted}”{again}",
        "“{found}” has letters among its figures, it is “{wanted}”{again}",
    ),
    hint=Words("Viết “{wanted}”.", "Write “{wanted}”."),
    flagged=("năm 2O23", "ngày l5/6/2023", "số tiền 55.OOO.000 đồng"),
    fine=("năm 2023", "CO2, H2O", "QH15, A4", "mục I.1, II/2"),
    check=check,
    form="C08",
    fixable=True,
)
