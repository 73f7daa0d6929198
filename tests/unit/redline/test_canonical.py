"""What two files may differ in and still be the same document, and what they may not."""

from __future__ import annotations

import pytest
from tests.unit.redline.raw_docx import docx, p, r

from planforge.redline.canonical import Form, canonical
from planforge.redline.unpacked import Unpacked

TARGET = p('<w:hyperlink w:anchor="đây"><w:r><w:t>link</w:t></w:r></w:hyperlink>')
MARK = '<w:bookmarkStart w:id="{}" w:name="{}"/>{}<w:bookmarkEnd w:id="{}"/>'


def form(package: bytes, *, comments: bool = True) -> Form:
    return canonical(Unpacked(package, "test"), comments=comments)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(p(r("a") + r("b")), p(r("ab")), id="runs of one look"),
        pytest.param(p(r("a", "<w:b/>") + r("b", "<w:b/>")), p(r("ab", "<w:b/>")), id="bold runs"),
        pytest.param(p("<w:r><w:t>a</w:t><w:t>b</w:t></w:r>"), p(r("ab")), id="texts of one run"),
        pytest.param(p(r("a") + "<w:r><w:rPr><w:b/></w:rPr></w:r>" + r("b")), p(r("ab")), id="a run without content"),
        pytest.param("<w:p><w:pPr><w:rPr/></w:pPr></w:p>", "<w:p/>", id="empty properties"),
        pytest.param(
            '<w:p><w:pPr><w:jc w:val="center"/><w:pStyle w:val="A"/></w:pPr></w:p>',
            '<w:p><w:pPr><w:pStyle w:val="A"/><w:jc w:val="center"/></w:pPr></w:p>',
            id="order of properties, which LibreOffice does not keep",
        ),
        pytest.param('<w:p w:rsidR="00A1" w14:paraId="1"/>', "<w:p/>", id="ids of an editing session"),
        pytest.param(p(r("a") + '<w:proofErr w:type="spellStart"/>' + r("b")), p(r("ab")), id="spelling"),
        pytest.param(p("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>"), p(r("a")), id="remembered page"),
        pytest.param(p(MARK.format(1, "_pf0123456789ab", r("a"), 1)), p(r("a")), id="provenance"),
        pytest.param(p(MARK.format(1, "ai", r("a"), 1)), p(r("a")), id="a bookmark that nothing refers to"),
        pytest.param(
            p(MARK.format(1, "đây", r("a"), 1)) + TARGET, p(MARK.format(9, "đây", r("a"), 9)) + TARGET, id="its id"
        ),
        pytest.param(p("<w:r><w:t> a </w:t></w:r>"), p(r("a")), id="blanks that Word does not keep"),
        pytest.param(
            '<w:tbl><w:tblPr><w:tblW w:w="1" w:type="dxa"/></w:tblPr></w:tbl>',
            '<w:tbl>\n <w:tblPr>\n  <w:tblW w:type="dxa" w:w="1"/>\n </w:tblPr>\n</w:tbl>',
            id="order of attributes, lines of the file",
        ),
        pytest.param(
            p(
                '<w:hyperlink w:anchor="x">'
                + r("a")
                + '</w:hyperlink><w:hyperlink w:anchor="x">'
                + r("b")
                + "</w:hyperlink>"
            ),
            p('<w:hyperlink w:anchor="x">' + r("ab") + "</w:hyperlink>"),
            id="links to one place",
        ),
    ],
)
def test_how_a_file_says_it_is_no_matter(one: str, other: str) -> None:
    assert form(docx(one)) == form(docx(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(p(r("a ")), p(r("a")), id="a blank"),
        pytest.param(p(r("a\N{NO-BREAK SPACE}b")), p(r("a b")), id="a no-break space"),
        pytest.param(p(r("e\u0301")), p(r("\u00e9")), id="letters of one look"),
        pytest.param(p(r("a", "<w:b/>")), p(r("a")), id="bold"),
        pytest.param(p(r("a"), style="Một"), p(r("a")), id="style"),
        pytest.param(p(r("a")) + p(), p(r("a")), id="an empty paragraph"),
        pytest.param(p(r("a")) + p(r("b")), p(r("ab")), id="a paragraph's end"),
        pytest.param(p(r("a") + "<w:r><w:br/></w:r>"), p(r("a")), id="a break"),
        pytest.param(
            p(MARK.format(1, "đây", r("a"), 1)) + TARGET, p(r("a")) + TARGET, id="a place that is referred to"
        ),
        pytest.param(p('<w:hyperlink w:anchor="x"/>' + r("a")), p(r("b")), id="a link"),
        pytest.param('<w:sectPr><w:pgSz w:w="1"/></w:sectPr>', '<w:sectPr><w:pgSz w:w="2"/></w:sectPr>', id="a sheet"),
    ],
)
def test_what_people_see_counts(one: str, other: str) -> None:
    assert form(docx(one)) != form(docx(other))


def test_media_count_by_their_content_and_not_by_their_name_or_id() -> None:
    def picture(number: int, name: str) -> str:
        return p(
            f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}"/><w:x r:embed="{name}"/></wp:inline></w:drawing></w:r>'
        )

    one = docx(picture(1, "image1"), {"image1": b"\x89PNG one"})
    assert form(one) == form(docx(picture(7, "image9"), {"image9": b"\x89PNG one"}))
    assert form(one) != form(docx(picture(1, "image1"), {"image1": b"\x89PNG two"}))


def test_a_link_counts_by_its_address() -> None:
    def link(name: str, address: str) -> bytes:
        return docx(p(f'<w:hyperlink r:id="{name}">{r("a")}</w:hyperlink>'), links={name: address})

    assert form(link("rId1", "https://vi-du.vn/")) == form(link("rId9", "https://vi-du.vn/"))
    assert form(link("rId1", "https://vi-du.vn/")) != form(link("rId1", "https://vi-du.vn/khac"))


def test_a_note_counts_by_its_words_and_not_by_its_number() -> None:
    def noted(number: int, text: str) -> bytes:
        note = f'<w:footnote w:id="{number}">{p(r(text))}</w:footnote>'
        return docx(p(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'), {"footnotes": note})

    assert form(noted(2, "ghi chú")) == form(noted(5, "ghi chú"))
    assert form(noted(2, "ghi chú")) != form(noted(2, "ghi chú khác"))


def test_a_comment_counts_unless_asked_to_leave_it_out() -> None:
    said = '<w:comment w:id="1" w:author="Người Ví dụ">' + p(r("ý kiến")) + "</w:comment>"
    place = (
        '<w:commentRangeStart w:id="1"/>'
        + r("a")
        + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    )
    commented, plain = docx(p(place), {"comments": said}), docx(p(r("a")))
    assert form(commented) != form(plain)
    assert form(commented, comments=False) == form(plain, comments=False)


def test_a_list_counts_by_its_definition_and_not_by_its_number() -> None:
    def listed(number: int, kind: str) -> bytes:
        numbering = (
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
        return docx(p(r("a"), more=f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'), {"numbering": numbering})

    assert form(listed(3, "decimal")) == form(listed(8, "decimal"))
    assert form(listed(3, "decimal")) != form(listed(3, "bullet"))


def test_a_header_belongs_to_its_section() -> None:
    def headed(name: str, text: str) -> bytes:
        section = f'<w:sectPr><w:headerReference w:type="default" r:id="{name}"/></w:sectPr>'
        return docx(p() + section, {name: p(r(text))})

    assert form(headed("header1", "đầu trang")) == form(headed("header4", "đầu trang"))
    assert form(headed("header1", "đầu trang")).heads != form(headed("header1", "khác")).heads
