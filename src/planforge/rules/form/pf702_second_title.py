"""PF702: "KT.", "TM.", "TL." and "TUQ." are followed by the title of the one who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import NOT_HERE, Answer, Changed, Kind, Rule, decree30
from planforge.rules.form.closing import authority_lines
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

FOR_ANOTHER = re.compile(r"(T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q)(?:[.,:/]+\s*|\s+)(?=\S)")


def check(paper: Anatomy) -> Iterator[Answer]:
    """Each signer who signs for another."""
    concerned = [
        (signer, lines)
        for signer in paper.signers
        if (lines := authority_lines(signer)) and FOR_ANOTHER.match(lines[0].upper())
    ]
    if not concerned:
        yield NOT_HERE
    for signer, lines in concerned:
        if len(lines) == 1:
            yield paper.finding(signer.authority[0], line=lines[0])


RULE = Rule(
    code="PF702",
    name="second-title",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("thiếu chức vụ của người ký thay", "the title of the one who signs for another is missing"),
    reason=Words(
        "Ký thay mặt tập thể (TM.), ký thay (KT.), ký thừa lệnh (TL.), ký thừa ủy quyền (TUQ.) thì dòng dưới phải ghi "
        "chức vụ của người ký.",
        "Whoever signs on behalf of a body (TM.), for the head (KT.), by order (TL.) or by delegation (TUQ.) has his "
        "own title on the next line.",
    ),
    message=Words(
        "dưới “{line}” phải có chức vụ của người ký", "under “{line}” the title of the one who signs is missing"
    ),
    hint=Words(
        "Thêm dòng chức vụ, ví dụ dưới “KT. TRƯỞNG CỤM” là “PHÓ TRƯỞNG CỤM”.",
        "Add the title: under “KT. TRƯỞNG CỤM” comes “PHÓ TRƯỞNG CỤM”.",
    ),
    law=decree30("Điều 13; Phụ lục I, Phần I, Mục II.7"),
    flagged=(Changed("signer_authority", {"absent": True}, index=1, paper="letter"),),
    fine=(None, Changed("signer_authority", {"text": "PHÓ TRƯỞNG CỤM THI ĐUA"}, index=1, paper="letter")),
    check=check,
    form="G02",
)
