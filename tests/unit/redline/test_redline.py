"""The contract: everything accepted is the new file, everything rejected the old one, whatever the two are."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.redline.documents import (
    W,
    document,
    found,
    paragraph,
    paragraphs,
    part,
    redlined,
    run,
    somebody,
    table,
    told,
)
from tests.unit.redline.random_documents import pair

from planforge.errors import UserError
from planforge.redline.comparison import Author, Change, ComparedParagraph, Fate, Piece
from planforge.redline.proof import prove
from planforge.redline.redline import compare, redline
from planforge.redline.resolution import accept_all

NAME = f"{{{W}}}"
MARKS = frozenset(
    f"{NAME}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"),
        *("tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange"),
    )
)


@settings(deadline=None, max_examples=70)
@given(st.randoms(use_true_random=False))
def test_every_redline_of_random_documents_is_proven(random: Random) -> None:
    old, new = pair(random)
    made = redlined(old, new)
    assert made.docx is not None
    assert prove(made.docx, old, new) == ()
    marks = [one for one in part(made.docx).iter() if one.tag in MARKS]
    assert len(marks) == made.revisions
    assert len({one.get(f"{NAME}id") for one in marks}) == len(marks)
    assert made.comparison.equal == (not marks)


@settings(deadline=None, max_examples=30)
@given(st.randoms(use_true_random=False))
def test_the_texts_of_a_comparison_are_those_of_both_files(random: Random) -> None:
    old, new = pair(random)
    made = compare(old, new).paragraphs
    for side, other in ((old, 0), (new, 1)):
        alone = compare(side, side).paragraphs
        numbers = [(one.old, one.new)[other] for one in made]
        assert sorted(number for number in numbers if number is not None) == [one.new for one in alone]
        texts = {number: (one.old_text, one.new_text)[other] for number, one in zip(numbers, made, strict=True)}
        assert all(texts[one.new] == one.new_text for one in alone)


@settings(deadline=None, max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_same_files_give_the_same_bytes(random: Random) -> None:
    old, new = pair(random)
    assert redline(old, new, somebody).docx == redline(old, new, somebody).docx


def test_each_change_asks_who_made_it() -> None:
    asked: list[tuple[Fate, Change | None]] = []

    def author(one: ComparedParagraph, piece: Piece | None) -> Author:
        asked.append((one.fate, piece.change if piece else None))
        return Author("Chị Ví Dụ" if piece else "Anh Ví Dụ", None)

    old, new = document(paragraphs("Một hai.", "Ba.")), document(paragraphs("Một ba.", "Bốn năm sáu.", "Ba."))
    made = redline(old, new, author)
    assert Counter(asked) == {
        (Fate.CHANGED, Change.REMOVED): 1,
        (Fate.CHANGED, Change.ADDED): 1,
        (Fate.ADDED, Change.ADDED): 1,
        (Fate.ADDED, None): 1,
    }
    assert {one.get(f"{NAME}author") for one in found(made.docx, "ins")} == {"Chị Ví Dụ", "Anh Ví Dụ"}
    assert not [one for one in found(made.docx, "ins") if one.get(f"{NAME}date")]


@pytest.mark.parametrize(
    ("author", "name", "date"),
    [
        (Author("  "), "planforge", None),
        (Author("a\x00b\nc\ufffe" + "d" * 300), ("ab c" + "d" * 300)[:255], None),
        (
            Author("Ai", datetime(2026, 1, 1, 2, 0, tzinfo=timezone(timedelta(hours=7)))),
            "Ai",
            "2025-12-31T19:00:00Z",
        ),
        (Author("<w:del/>&", datetime(2026, 1, 1, tzinfo=UTC)), "<w:del/>&", "2026-01-01T00:00:00Z"),
    ],
)
def test_any_name_and_date_of_an_author_can_be_written(author: Author, name: str, date: str | None) -> None:
    made = redline(document(paragraph("Một.")), document(paragraph("Một hai.")), lambda *_: author)
    [mark] = found(made.docx, "ins")
    assert (mark.get(f"{NAME}author"), mark.get(f"{NAME}date")) == (name, date)


def test_pieces_tell_how_they_look() -> None:
    new = paragraph(run("a", "<w:b/>") + run("b", "<w:i/>") + run("c", '<w:u w:val="single"/>'))
    [one] = compare(document(new), document(new)).paragraphs
    assert [(piece.bold, piece.italic, piece.underline) for piece in one.pieces] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    content = document(paragraph("A", '<w:pStyle w:val="Heading1"/><w:jc w:val="center"/>'))
    [heading] = compare(content, content).paragraphs
    assert (heading.level, heading.align.value, heading.pieces[0].bold) == (1, "centre", True)


def test_changes_that_a_file_holds_already_count_as_accepted() -> None:
    tracked = redlined(document(paragraphs("Một.", "Hai.")), document(paragraphs("Một hai.", "Hai."))).docx
    assert tracked is not None
    made = redlined(tracked, document(paragraphs("Một hai.", "Hai ba.")))
    assert told(made) == ["Hai{ ba}."]
    assert any("accepted" in one.en for one in made.comparison.untracked)
    again = redlined(document(paragraphs("Không.")), tracked)
    assert again.docx is not None
    assert prove(again.docx, document(paragraphs("Không.")), accept_all(tracked)) == ()


def test_a_content_control_that_comes_is_dissolved_and_that_is_said() -> None:
    control = f'<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{paragraph("Hai.")}</w:sdtContent></w:sdt>'
    made = redlined(document(paragraphs("Một.", "Ba.")), document(paragraph("Một.") + control + paragraph("Ba.")))
    assert told(made) == ["{Hai.}"]
    assert any("Content controls" in one.en for one in made.comparison.untracked)


def test_a_content_control_that_stays_is_compared_inside() -> None:
    control = '<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    old, new = (document(control.format(paragraph(text)) + paragraph("Ba.")) for text in ("Một.", "Một hai."))
    made = redlined(old, new)
    assert told(made) == ["Một{ hai}."]
    assert made.comparison.untracked == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "docx.not_word"), (b"PK\x03\x04nothing", "docx.damaged"), (b"%PDF-1.7", "docx.not_word")],
)
def test_what_is_no_word_file_is_refused_by_its_name(content: bytes, code: str) -> None:
    good = document(paragraph("Một."))
    for pair_of, name in (((content, good), "cũ.docx"), ((good, content), "mới.docx")):
        with pytest.raises(UserError) as caught:
            redline(*pair_of, somebody, ("cũ.docx", "mới.docx"))
        assert (caught.value.code, caught.value.values["path"]) == (code, name)


def test_entities_and_depth_are_refused() -> None:
    good = document(paragraph("Một."))
    entity = document(
        paragraph("Một."), parts={"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="x"/>'}
    )
    deep = paragraph("x")
    for _ in range(200):
        deep = table((deep,)) + paragraph("y")
    for content, code in ((entity, "docx.entities"), (document(deep), "docx.too_deep")):
        with pytest.raises(UserError) as caught:
            redline(good, content, somebody)
        assert caught.value.code == code


def test_text_is_never_markup() -> None:
    nasty = "&lt;w:del&gt; &amp;amp; ]]&gt; {{ x }} **đậm**"
    made = redlined(document(paragraph("Một.")), document(paragraph(f"Một {nasty}.")))
    assert "<w:del> &amp; ]]> {{ x }} **đậm**" in made.comparison.paragraphs[0].new_text


def test_a_text_too_long_to_look_at_in_full_is_still_proven_and_says_so() -> None:
    old = [f"Câu số {number} của bản cũ" for number in range(160)]
    new = [f"Dòng thứ {number + 500} ở bên kia" for number in range(160)]
    made = redlined(document(paragraphs(*old)), document(paragraphs(*new)))
    assert any("too long" in one.en for one in made.comparison.untracked)
