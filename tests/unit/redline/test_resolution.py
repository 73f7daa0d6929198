"""Accepting and rejecting, case by case of the standard; no redline of ours has a part in it."""

from __future__ import annotations

import pytest
from tests.unit.redline.raw_docx import BY, body_of, come, docx, gone, p, r, tbl, tr

from planforge.errors import UserError
from planforge.redline.canonical import Form, canonical
from planforge.redline.resolution import accept_all, reject_all
from planforge.redline.unpacked import Unpacked

END = p(r("cuối"))


def form(body: str) -> Form:
    return canonical(Unpacked(docx(body), "test"))


@pytest.mark.parametrize(
    ("mixed", "accepted", "rejected"),
    [
        pytest.param(p(r("a ") + gone("b") + come("c")), p(r("a c")), p(r("a b")), id="words"),
        pytest.param(
            p(gone("b", "moveFrom")) + p(come("b", "moveTo")), p() + p(r("b")), p(r("b")) + p(), id="moved words"
        ),
        pytest.param(p(come("a") + come("b"), mark="ins") + END, p(r("ab")) + END, END, id="new paragraph"),
        pytest.param(p(gone("a"), mark="del") + END, END, p(r("a")) + END, id="paragraph gone"),
        pytest.param(
            p(r("a "), style="Một", mark="del") + p(r("b"), style="Hai"),
            p(r("a b"), style="Hai"),
            p(r("a "), style="Một") + p(r("b"), style="Hai"),
            id="joined: the properties of the mark that is left",
        ),
        pytest.param(
            p(r("a"), style="Một", mark="ins") + p(r("b"), style="Hai"),
            p(r("a"), style="Một") + p(r("b"), style="Hai"),
            p(r("ab"), style="Hai"),
            id="split",
        ),
        pytest.param(
            p(r("a "), mark="del") + p(gone("b"), mark="del") + p(r("c"), style="Ba"),
            p(r("a c"), style="Ba"),
            p(r("a ")) + p(r("b")) + p(r("c"), style="Ba"),
            id="three joined",
        ),
        pytest.param(
            p(gone("a"), mark="del") + tbl(tr(p())) + END,
            tbl(tr(p())) + END,
            p(r("a")) + tbl(tr(p())) + END,
            id="an empty paragraph vanishes before a table",
        ),
        pytest.param(
            p(r("a"), mark="del") + tbl(tr(p())) + END,
            p(r("a")) + tbl(tr(p())) + END,
            p(r("a")) + tbl(tr(p())) + END,
            id="text before a table has nothing to join with",
        ),
        pytest.param(
            tbl(tr(p(gone("a"), mark="del"))) + END,
            tbl(tr(p())) + END,
            tbl(tr(p(r("a")))) + END,
            id="a cell keeps its last paragraph",
        ),
        pytest.param(
            tbl(tr(p(r("a")), mark="del"), tr(p(r("b")), mark="ins")),
            tbl(tr(p(r("b")))),
            tbl(tr(p(r("a")))),
            id="rows",
        ),
        pytest.param(
            p(r("a")) + tbl(tr(p(gone("b")), mark="del")) + END,
            p(r("a")) + END,
            p(r("a")) + tbl(tr(p(r("b")))) + END,
            id="a table without rows is none",
        ),
        pytest.param(
            p(gone("a"), mark="del") + tbl(tr(p(gone("b")), mark="del")) + p(r("c"), style="Ba"),
            p(r("c"), style="Ba"),
            p(r("a")) + tbl(tr(p(r("b")))) + p(r("c"), style="Ba"),
            id="paragraph and table gone",
        ),
        pytest.param(
            tbl(tr(tbl(tr(p(gone("b")), mark="del")) + p(r("a")))),
            tbl(tr(p(r("a")))),
            tbl(tr(tbl(tr(p(r("b")))) + p(r("a")))),
            id="a table in a cell",
        ),
        pytest.param(
            p(f'<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>'),
            p(r("a", "<w:b/>")),
            p(r("a", "<w:i/>")),
            id="look of a run",
        ),
        pytest.param(
            f'<w:p><w:pPr><w:jc w:val="both"/><w:rPr><w:b/></w:rPr><w:pPrChange {BY}><w:pPr><w:keepNext/></w:pPr>'
            f"</w:pPrChange></w:pPr>{r('a')}</w:p>",
            f'<w:p><w:pPr><w:jc w:val="both"/><w:rPr><w:b/></w:rPr></w:pPr>{r("a")}</w:p>',
            f"<w:p><w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr></w:pPr>{r('a')}</w:p>",
            id="shape of a paragraph; its mark and section are not part of it",
        ),
        pytest.param(
            f'<w:tbl><w:tblPr><w:tblW w:w="2"/><w:tblPrChange {BY}><w:tblPr><w:tblW w:w="1"/></w:tblPr></w:tblPrChange>'
            '</w:tblPr><w:tblGrid><w:gridCol w:w="2"/><w:tblGridChange w:id="1"><w:tblGrid><w:gridCol w:w="1"/>'
            f"</w:tblGrid></w:tblGridChange></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:trPrChange {BY}><w:trPr/>"
            f'</w:trPrChange></w:trPr><w:tc><w:tcPr><w:tcW w:w="2"/><w:tcPrChange {BY}><w:tcPr><w:tcW w:w="1"/>'
            "</w:tcPr></w:tcPrChange></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
            '<w:tbl><w:tblPr><w:tblW w:w="2"/></w:tblPr><w:tblGrid><w:gridCol w:w="2"/></w:tblGrid><w:tr><w:trPr>'
            '<w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
            '<w:tbl><w:tblPr><w:tblW w:w="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid><w:tr>'
            '<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
            id="table, grid, row, cell",
        ),
        pytest.param(
            f'<w:p/><w:sectPr><w:pgSz w:w="2"/><w:sectPrChange {BY}><w:sectPr><w:pgSz w:w="1"/></w:sectPr>'
            "</w:sectPrChange></w:sectPr>",
            '<w:p/><w:sectPr><w:pgSz w:w="2"/></w:sectPr>',
            '<w:p/><w:sectPr><w:pgSz w:w="1"/></w:sectPr>',
            id="section",
        ),
        pytest.param(
            f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>{p(r('a'))}</w:tc>"
            f"<w:tc><w:tcPr><w:cellIns {BY}/></w:tcPr>{p(r('b'))}</w:tc></w:tr></w:tbl>",
            tbl(tr(p(r("b")))),
            tbl(tr(p(r("a")))),
            id="cells",
        ),
        pytest.param(
            p(f"<w:ins {BY}>{r('a')}{gone('b')}</w:ins>"), p(r("a")), p(), id="put in by one, taken out by another"
        ),
        pytest.param(
            p(f'<w:hyperlink w:anchor="x">{gone("a")}{come("b")}</w:hyperlink>'),
            p(f'<w:hyperlink w:anchor="x">{r("b")}</w:hyperlink>'),
            p(f'<w:hyperlink w:anchor="x">{r("a")}</w:hyperlink>'),
            id="words of a link",
        ),
        pytest.param(
            p(f"<w:del {BY}><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>"),
            p(),
            p("<w:r><w:instrText>PAGE</w:instrText></w:r>"),
            id="instruction of a field",
        ),
        pytest.param(
            f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr><w:sectPr><w:cols/></w:sectPr></w:pPr></w:p>{END}",
            END,
            f"<w:p><w:pPr><w:sectPr><w:cols/></w:sectPr></w:pPr></w:p>{END}",
            id="a section ends with its paragraph",
        ),
        pytest.param(
            p(f"<m:oMath><m:f><m:fPr><m:ctrlPr><w:del {BY}/></m:ctrlPr></m:fPr><m:num><m:r><m:t>1</m:t></m:r></m:num>"
              "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
            p("<m:oMath><m:r><m:t>1</m:t></m:r><m:r><m:t>2</m:t></m:r></m:oMath>"),
            p("<m:oMath><m:f><m:fPr><m:ctrlPr/></m:fPr><m:num><m:r><m:t>1</m:t></m:r></m:num>"
              "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
            id="a fraction",
        ),
    ],
)  # fmt: skip
def test_changes_are_resolved_as_the_standard_says(mixed: str, accepted: str, rejected: str) -> None:
    package = docx(mixed)
    assert form(body_of(accept_all(package))) == form(accepted)
    assert form(body_of(reject_all(package))) == form(rejected)


def test_a_move_leaves_no_mark_of_its_ranges() -> None:
    start, end = f'<w:moveFromRangeStart {BY} w:name="một"/>', '<w:moveFromRangeEnd w:id="1"/>'
    package = docx(start + p(gone("a", "moveFrom"), mark="moveFrom") + end + END)
    for resolved in (accept_all(package), reject_all(package)):
        assert "move" not in body_of(resolved)


def test_places_of_a_paragraph_that_vanishes_stay() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="đây"/><w:bookmarkEnd w:id="7"/>'
    package = docx(p(mark + gone("a"), mark="del") + p(r("b")) + p('<w:hyperlink w:anchor="đây"><w:r/></w:hyperlink>'))
    assert 'w:name="đây"' in body_of(accept_all(package))


def test_changes_in_headers_and_notes_are_resolved_too() -> None:
    from planforge.redline.resolution import remaining_changes, resolved

    package = Unpacked(docx(END, {"header1": p(come("a")), "footnotes": p(gone("b"))}), "test")
    for part in ("word/header1.xml", "word/footnotes.xml"):
        before, after = package.tree(part), resolved(package, accept=True).tree(part)
        assert before is not None
        assert after is not None
        assert list(remaining_changes(before))
        assert not list(remaining_changes(after))


def test_the_same_file_is_resolved_to_the_same_bytes() -> None:
    package = docx(p(r("a") + come("b")))
    assert accept_all(package) == accept_all(package)


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all"])
def test_what_is_no_docx_is_refused(content: bytes) -> None:
    with pytest.raises(UserError):
        accept_all(content)
