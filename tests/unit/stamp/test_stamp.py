"""What a file says of its making, and that nothing else is taken for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import CLUSTER, DOCUMENT, YEAR, YEAR_FOLDER, Changed, MakeWorkspace

from planforge.stamp.stamp import (
    UNSETTLED,
    Inputs,
    Stamp,
    docx_content,
    make_stamp,
    pdf_content,
    read_stamp,
    settled_pdf,
)

HASH = "0123456789abcdef" * 2
STAMP = Stamp("mau/2030/plan", HASH, HASH[::-1], "0.1.0", "c" * 40, "yes")


def as_properties(stamp: Stamp, content: str = HASH) -> dict[str, str]:
    return {f"planforge.{name}": value for name, value in {**stamp.entries(), "content": content}.items()}


def as_keywords(stamp: Stamp, content: str = HASH) -> dict[str, str]:
    return {"Keywords": ", ".join(stamp.keywords(content))}


@pytest.mark.parametrize("written", [as_properties, as_keywords])
@pytest.mark.parametrize(
    "stamp",
    [STAMP, replace(STAMP, commit="", uncommitted=""), replace(STAMP, document="cụm, số 2=hai/2030/plan-a_b")],
)
def test_a_stamp_is_read_as_it_was_written(stamp: Stamp, written: object) -> None:
    assert callable(written)
    found = read_stamp(written(stamp))
    assert found is not None
    assert (found.stamp, found.content) == (stamp, HASH)


@pytest.mark.parametrize(
    "changes",
    [
        {"planforge.document": "mau/2030"},
        {"planforge.document": "../../2030/plan"},
        {"planforge.document": "mau/2030/../plan"},
        {"planforge.document": "mau\n/2030/plan"},
        {"planforge.data": "short"},
        {"planforge.template": HASH.upper()},
        {"planforge.version": "1\n2"},
        {"planforge.commit": "--upload-pack=x"},
        {"planforge.commit": "HEAD"},
        {"planforge.uncommitted": "no"},
        {"planforge.content": ""},
    ],
)
def test_what_is_not_as_we_write_it_is_no_stamp(changes: dict[str, str]) -> None:
    assert read_stamp(as_properties(STAMP)) is not None
    assert read_stamp({**as_properties(STAMP), **changes}) is None


@pytest.mark.parametrize("keywords", ["", "planforge", "planforge:data=1, planforge:", "kế hoạch, thi đua", ",,=,"])
def test_other_keywords_are_no_stamp(keywords: str) -> None:
    assert read_stamp({"Keywords": keywords}) is None


def test_data_and_templates_have_hashes_of_their_own(workspace: MakeWorkspace) -> None:
    made = workspace({})

    def stamp() -> Stamp:
        return make_stamp(made.root, CLUSTER, YEAR, DOCUMENT, Inputs())

    first = stamp()
    assert first == stamp()
    made.change({f"{YEAR_FOLDER}/plan.yaml": Changed("number: 1\n", "number: 2\n")})
    second = stamp()
    assert (second.data != first.data, second.template == first.template) == (True, True)
    made.change({"templates/plan/more.md.j2": "x"})
    third = stamp()
    assert (third.data == second.data, third.template != second.template) == (True, True)


def test_the_hash_of_a_docx_is_of_every_part_and_of_what_the_stamp_says() -> None:
    parts = {"word/document.xml": b"<a/>", "docProps/custom.xml": b"1"}
    whole = docx_content(parts, STAMP)
    assert whole == docx_content({**parts, "docProps/custom.xml": b"2"}, STAMP)
    others = [
        docx_content({**parts, "word/document.xml": b"<b/>"}, STAMP),
        docx_content({**parts, "word/media/image1.png": b""}, STAMP),
        docx_content({"word/document2.xml": b"<a/>"}, STAMP),
        docx_content(parts, replace(STAMP, commit="d" * 40)),
    ]
    assert whole not in others


def test_the_hash_of_a_pdf_stands_in_it_and_is_of_every_byte() -> None:
    keywords = ", ".join(STAMP.keywords(UNSETTLED)).encode()
    pdf = settled_pdf(b"%PDF-1.7 text /Keywords(" + keywords + b") <pdf:Keywords>" + keywords)
    found = read_stamp({"Keywords": pdf.decode().partition("(")[2].partition(")")[0]})
    assert found is not None
    assert UNSETTLED not in pdf.decode()
    assert pdf_content(pdf, found.content) == found.content
    assert pdf_content(pdf.replace(b"text", b"test"), found.content) != found.content
    assert pdf_content(pdf.replace(b"c" * 40, b"d" * 40), found.content) != found.content
