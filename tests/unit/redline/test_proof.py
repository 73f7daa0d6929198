"""The proof lets a right redline through, and no other: every way of being wrong is said with its place."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.redline.raw_docx import BY, come, docx, gone, p, r, tbl, tr

from planforge.redline.proof import prove

OLD, NEW = p(r("một hai ba")), p(r("một bốn ba"))
RIGHT = p(r("một ") + gone("hai") + come("bốn") + r(" ba"))


def said(redline: str, old: str = OLD, new: str = NEW) -> list[str]:
    return [words.en for words in prove(docx(redline), docx(old), docx(new))]


def test_a_right_redline_is_proven() -> None:
    assert said(RIGHT) == []


def test_equal_files_are_proven_by_themselves() -> None:
    assert said(OLD, OLD, OLD) == []


@pytest.mark.parametrize(
    ("redline", "wrong"),
    [
        pytest.param(NEW, "Rejecting", id="nothing tracked"),
        pytest.param(OLD, "Accepting", id="the old file"),
        pytest.param(p(r("một ") + gone("hai") + come("bón") + r(" ba")), "Accepting", id="another letter"),
        pytest.param(p(r("một ") + gone("hai ") + come("bốn") + r(" ba")), "Rejecting", id="one blank more"),
        pytest.param(RIGHT + p(), "Accepting", id="one paragraph more"),
        pytest.param(
            p(r("một ") + gone("hai") + come("bốn") + r(" ba"), style="Khác"), "Accepting", id="another style"
        ),
        pytest.param(p(r("một ") + gone("hai") + come("bốn") + r(" ba", "<w:b/>")), "Accepting", id="bold"),
        pytest.param(tbl(tr(RIGHT)) + p(), "Accepting", id="in a table"),
    ],
)
def test_a_wrong_redline_is_not_proven(redline: str, wrong: str) -> None:
    found = said(redline)
    assert any(one.startswith(wrong) for one in found)


def test_what_is_wrong_is_said_with_its_place_in_both_languages() -> None:
    [words] = prove(docx(p(r("một ") + gone("hai") + come("bón") + r(" ba"))), docx(OLD), docx(NEW))
    assert words.vi.startswith("Chấp nhận mọi thay đổi không ra bản mới: word/document.xml, tại «một bốn ba»")
    assert "word/document.xml, at “một bốn ba”, where the redline gives “một bón ba”" in words.en


def test_a_look_that_only_comes_back_on_one_side_is_found() -> None:
    old, new = p(r("a", "<w:i/>")), p(r("a", "<w:b/>"))
    half = p(f"<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>")
    [found] = said(half, old, new)
    assert found.startswith("Rejecting")
    assert "rPr" in found


def test_changes_that_were_tracked_before_count_as_accepted() -> None:
    assert said(RIGHT, old=p(r("một hai") + come(" ba") + gone("bỏ"))) == []


def test_a_header_has_to_come_back_too() -> None:
    def headed(content: str) -> bytes:
        section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
        return docx(p() + section, {"header1": p(content)})

    old, new = headed(r("cũ")), headed(r("mới"))
    assert prove(headed(gone("cũ") + come("mới")), old, new) == ()
    [found] = prove(new, old, new)
    assert found.en.startswith("Rejecting")
    assert "headerReference default" in found.en


def test_a_header_that_only_the_new_file_has_cannot_be_tracked() -> None:
    headed = docx(
        p() + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>', {"header1": p(r("mới"))}
    )
    assert prove(headed, docx(p() + "<w:sectPr/>"), headed) == ()


def test_styles_and_settings_are_those_of_the_new_file() -> None:
    def styled(name: str, body: str) -> bytes:
        return docx(
            body, {"styles": f'<w:style w:styleId="{name}"/>', "settings": f'<w:zoom w:percent="{len(name)}"/>'}
        )

    old, new = styled("Cũ", OLD), styled("Mới", NEW)
    assert prove(styled("Mới", RIGHT), old, new) == ()
    assert {words.en for words in prove(styled("Cũ", RIGHT), old, new)} == {
        "The redline lacks or changes a part of the new one: word/styles.xml.",
        "The redline lacks or changes a part of the new one: word/settings.xml.",
    }


def test_a_style_of_the_old_file_may_come_with_the_text_that_needs_it_but_no_other() -> None:
    def styled(*names: str, body: str) -> bytes:
        return docx(body, {"styles": "".join(f'<w:style w:styleId="{name}"/>' for name in names)})

    old, new = styled("Cũ", body=OLD), styled("Mới", body=NEW)
    assert prove(styled("Mới", "Cũ", body=RIGHT), old, new) == ()
    assert len(prove(styled("Mới", "Lạ", body=RIGHT), old, new)) == 1


def test_a_part_of_neither_file_is_found() -> None:
    redline = docx(RIGHT, {"image1": b"\x89PNG a stranger's"})
    [found] = prove(redline, docx(OLD), docx(NEW))
    assert found.en == "The redline holds a part that is in neither document: word/image1.png."


# -- redlines made by hand: a random text in which every stretch has its fate --------------------------------------

FATES = st.sampled_from(("kept", "gone", "come"))
PIECES = st.lists(
    st.tuples(FATES, st.sampled_from(("một ", "hai", " ba", "bốn")), st.sampled_from(("", "<w:b/>"))), max_size=5
)


@dataclass(frozen=True)
class Stretch:
    """A paragraph with the fate of its pieces and of its end."""

    pieces: tuple[tuple[str, str, str], ...]
    end: str
    style: str


STRETCHES = st.builds(Stretch, PIECES.map(tuple), FATES, st.sampled_from(("", "Một", "Hai")))


def mixed(stretches: list[Stretch]) -> str:
    """All of it, with its marks."""
    body = ""
    for one in stretches:
        content = ""
        for fate, text, look in one.pieces:
            run = r(text, look)
            content += {
                "kept": run,
                "come": f"<w:ins {BY}>{run}</w:ins>",
                "gone": f"<w:del {BY}>{run.replace('w:t>', 'w:delText>').replace('w:t ', 'w:delText ')}</w:del>",
            }[fate]
        body += p(content, one.style, {"kept": "", "come": "ins", "gone": "del"}[one.end])
    return body + END


def side(stretches: list[Stretch], fate: str) -> str:
    """The text of one side: without the stretches of the other; what has no end runs on into the next."""
    body, open_text = "", ""
    for one in stretches:
        open_text += "".join(r(text, look) for kept, text, look in one.pieces if kept in {"kept", fate})
        if one.end in {"kept", fate}:
            body, open_text = body + p(open_text, one.style), ""
    return body + END.replace("<w:r>", f"{open_text}<w:r>", 1)


END = p(r("cuối"))


@settings(deadline=None, max_examples=150)
@given(st.lists(STRETCHES, max_size=5))
def test_a_text_in_which_every_stretch_has_its_fate_is_proven(stretches: list[Stretch]) -> None:
    assert said(mixed(stretches), side(stretches, "gone"), side(stretches, "come")) == []


@settings(deadline=None, max_examples=80)
@given(st.lists(STRETCHES, max_size=4), st.lists(STRETCHES, max_size=4))
def test_the_redline_of_other_texts_is_proven_only_where_they_are_the_same(
    one: list[Stretch], other: list[Stretch]
) -> None:
    from planforge.redline.canonical import canonical
    from planforge.redline.unpacked import Unpacked

    def form(fate: str, stretches: list[Stretch]) -> object:
        return canonical(Unpacked(docx(side(stretches, fate)), "test"))

    same = form("gone", one) == form("gone", other) and form("come", one) == form("come", other)
    assert (said(mixed(one), side(other, "gone"), side(other, "come")) == []) is same
