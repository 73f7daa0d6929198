"""Papers for the tests of the writers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from planforge.decree30 import PROFILES
from planforge.paper import Block, Inline, Letterhead, Line, Paper, Role, Signer
from planforge.write.body import BodyParagraph, arrange_body
from planforge.write.frame import TEXT_WIDTH_PT, Frame, arrange_frame
from planforge.write.styles import looks

ANCHOR = "pf0123456789ab"


def block(text: str, level: int = 0, anchor: str = "") -> Block:
    inlines: tuple[Inline, ...] = ({"t": "Str", "c": text},)
    return Block(Role.HEADING if level else Role.BODY, level, anchor, inlines)


HEAD = Signer((Line("CỤM TRƯỞNG"),), (Line("TỔNG BIÊN TẬP"),), Line("Nguyễn Văn An"))
SECRETARY = Signer((Line("THƯ KÝ"),), (), Line("Trần Thị Bình"))
PLAN = Paper(
    profile=PROFILES["p14"],
    title="Kế hoạch năm 2023",
    author="Cụm thi đua số II",
    moment=datetime(2023, 2, 28, 2, tzinfo=UTC),
    letterhead=Letterhead(
        Line("BỘ TƯ PHÁP", ANCHOR),
        (Line("CỤM THI ĐUA SỐ II"),),
        Line("Số: 05/KH-CTĐSII"),
        Line("Hà Nội, ngày 28 tháng 02 năm 2023"),
    ),
    type_name=Line("KẾ HOẠCH"),
    subject=Line("Tổ chức phong trào thi đua"),
    letter_subject=None,
    addressees=(),
    body=(block("I. MỤC ĐÍCH", level=1), block("Thực hiện nhiệm vụ được giao./.")),
    recipients=(Line("Như trên;"), Line("- Lưu: VT.")),
    signers=(HEAD,),
)
HOSTILE = ("<w:p>", "]]>", "&lt;", '"\'', "#set page()", "\\n\\u{0}", "$x$", "\N{GRINNING FACE}", "{{ x }}", "@a <b>")


def hostile_paper(text: str) -> Paper:
    """A paper that has a text in every place."""
    line = Line(text, ANCHOR)
    return replace(
        PLAN,
        title=text,
        author=text,
        letterhead=Letterhead(line, (line,), line, line),
        type_name=line,
        subject=line,
        addressees=(line, line),
        body=(block(text, level=1), block(text, anchor=ANCHOR)),
        recipients=(line,),
        signers=(Signer((line,), (line,), line),),
    )


def body_of(paper: Paper) -> tuple[BodyParagraph, ...]:
    return arrange_body(paper.body, looks(paper.profile), TEXT_WIDTH_PT)


def frame_of(paper: Paper) -> Frame:
    return arrange_frame(paper, body_of(paper), looks(paper.profile))
