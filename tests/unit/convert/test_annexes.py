"""Annexes: labels, titles, the words that point to them, and papers that are annexes themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.convert.conftest import FRAME, ORIGIN, PLACE, checked, complaints, converted, texts

from planforge.diagnostics import Diagnostic, Severity, Span
from planforge.paper import Block, Line


def annex(attributes: str, *lines: str, title: str = "Bảng điểm") -> str:
    return "\n".join((f"::::: {{.annex {attributes}}}", f"# {title}", "", *lines, ":::::", "", ""))


def test_one_annex_has_no_number() -> None:
    paper = converted(f"Xem [](#scores).\n\n{annex('#scores', 'x')}")
    [made] = paper.annexes
    assert (made.label, made.letterhead, made.landscape) == (Line("Phụ lục"), None, False)
    assert made.title is not None
    assert made.title.text == "BẢNG ĐIỂM"
    assert (texts(paper.body), texts(made.body)) == (["Xem Phụ lục."], ["x"])


def test_several_annexes_are_numbered_and_others_are_not_counted() -> None:
    sections = annex("#a"), annex("#b .list"), annex("#c .enclosure", title="Quy chế"), annex("#d .landscape")
    paper = converted("[](#a), *[](#b)*, [](#c), [](#d)\n\n" + "".join(sections))
    labels = [made.label.text for made in paper.annexes if made.label]
    assert labels == ["Phụ lục I", "DANH SÁCH", "QUY CHẾ", "Phụ lục II"]
    assert [made.landscape for made in paper.annexes] == [False, False, False, True]
    assert texts(paper.body) == ["Phụ lục I, danh sách, quy chế, Phụ lục II"]


def test_annexes_that_read_alike_have_numbers_of_their_own() -> None:
    made, _ = checked(annex("", "x") * 2)
    assert [one.label and one.label.text for one in made.product().annexes] == ["Phụ lục I", "Phụ lục II"]


def test_the_title_of_a_list_is_in_small_letters() -> None:
    [made] = converted(f"[](#a)\n\n{annex('#a .list', title='Danh sách *đề nghị*')}").annexes
    assert made.title is not None
    assert made.title.text == "Danh sách đề nghị"


def test_an_enclosure_has_a_letterhead_and_its_first_paragraph_is_the_title() -> None:
    text = annex("#a .enclosure", "Tổ chức thi đua", "", "# Quy định", "", "## Phạm vi", "", "x", title="Quy chế")
    [made] = converted(f"[](#a)\n\n{text}", numbering="articles").annexes
    assert (made.letterhead, made.title and made.title.text) == (FRAME.enclosure_letterhead, "Tổ chức thi đua")
    assert texts(made.body) == ["Chương I\nQUY ĐỊNH", "Điều 1. Phạm vi", "x"]


def test_every_annex_counts_its_headings_from_one() -> None:
    sections = annex("#a", "# B", "", "1. c"), annex("#d", "# E", "", "1. f")
    paper = converted(f"# G\n\n[](#a) [](#d)\n\n1. h\n1. i\n\n{''.join(sections)}")
    assert texts(paper.body) == ["I. G", "Phụ lục I Phụ lục II", "1. h", "2. i"]
    assert [texts(made.body) for made in paper.annexes] == [["I. B", "1. c"], ["I. E", "1. f"]]


def test_nothing_stands_after_the_annexes() -> None:
    assert [code for code, _ in complaints(f"[](#a)\n\n{annex('#a')}Sau phụ lục.\n")] == ["annex.text_after"]


def test_the_highest_headings_of_a_paper_come_first_in_its_outline() -> None:
    paper = converted("## A\n\n### B\n\n## C\n")
    assert texts(paper.body) == ["1. A", "1.1. B", "2. C"]
    assert [one.level for one in paper.body if isinstance(one, Block)] == [1, 2, 1]


def test_the_reference_comes_from_the_frame_and_knows_its_origin() -> None:
    made, provenance = checked(f"[](#a) [](#b)\n\n{annex('#a')}{annex('#b')}")
    references = [one.reference for one in made.product().annexes]
    traces = {trace.anchor: trace for trace in provenance.traces}
    assert [reference and reference.text for reference in references] == [FRAME.annex_reference] * 2
    assert [traces[reference.anchor].origins for reference in references if reference] == [(ORIGIN,)] * 2


def test_a_frame_without_reference_gives_none() -> None:
    made, _ = checked(annex(""), frame=replace(FRAME, annex_reference=""))
    assert made.product().annexes[0].reference is None


def test_a_title_knows_its_template_line() -> None:
    made, provenance = checked(f"[](#a)\n\n{annex('#a', title='Bảng *điểm*')}")
    title = made.product().annexes[0].title
    assert title is not None
    [trace] = [trace for trace in provenance.traces if trace.anchor == title.anchor]
    assert (trace.text, [line.span.line for line in trace.lines]) == ("BẢNG ĐIỂM", [4])


def test_links_in_headings_tables_and_annexes_print_labels() -> None:
    text = "# Xem [](#a)\n\n| Ở [](#b) |\n|---|\n| x |\n\n" + annex("#a", "Như [](#b)") + annex("#b")
    made, _ = checked(text)
    paper = made.product()
    assert not made.diagnostics
    assert texts(paper.body) == ["I. XEM PHỤ LỤC I"]
    assert texts(paper.annexes[0].body) == ["Như Phụ lục II"]


def test_an_annex_that_only_another_annex_mentions_is_told_at_its_line() -> None:
    made, _ = checked(f"[](#a)\n\n{annex('#a', 'Như [](#b)')}{annex('#b')}")
    values = {"label": "Phụ lục II", "name": "b"}
    assert made.diagnostics == (
        Diagnostic("annex.not_mentioned", Span(PLACE, 9, 1), values, severity=Severity.WARNING),
    )
    assert made.value is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"[](#aa)\n\n[](#a)\n\n{annex('#a')}", [("annex.unknown", 1)]),
        (f"[](#a)\n\n{annex('#a', 'x [](#b)')}", [("annex.unknown", 6)]),
        (f"[](#a)\n\n{annex('#a')}{annex('#a')}", [("annex.twice", 3), ("annex.twice", 8)]),
        ("[](#a)\n\n::: {.annex #a}\nx\n:::\n", [("annex.no_title", 3)]),
        ("[](#a)\n\n::: {.annex #a}\n## x\n:::\n", [("annex.no_title", 3)]),
        ("[](#a)\n\n::: {.annex #a}\n:::\n", [("annex.no_title", 3)]),
        (f"[](#a)\n\n{annex('#a .list .enclosure')}", [("annex.unknown", 1), ("template.unsupported", 3)]),
        (f"[](#a)\n\n{annex('#a .portrait')}", [("annex.unknown", 1), ("template.unsupported", 3)]),
        (f"[](#a)\n\n{annex('#a', '::: {.annex #b}', '# x', ':::')}", [("annex.inside", 6)]),
        ("x\n\n::: notes\n:::: {.annex #a}\n# x\n::::\n:::\n", [("annex.inside", 4)]),
        (f"[](#a)\n\n{annex('#a', title='x `y`')}", [("template.unsupported", 4)]),
        (f"[Xem](#a) [](#a)\n\n{annex('#a')}", [("template.unsupported", 1)]),
    ],
)
def test_mistakes_are_found_at_their_lines(text: str, found: list[tuple[str, int]]) -> None:
    assert complaints(text) == found


def test_a_paper_that_is_an_annex_has_nothing_else() -> None:
    paper = converted("# Mục\n\n1. a\n", is_annex=True)
    [made] = paper.annexes
    assert (made.label, made.title, made.landscape) == (FRAME.type_name, FRAME.subject, True)
    assert made.reference is not None
    assert made.reference.text == FRAME.annex_reference
    assert texts(made.body) == ["I. MỤC", "1. a"]
    assert (paper.letterhead, paper.type_name, paper.subject, paper.letter_subject) == (None, None, None, None)
    assert (paper.body, paper.signers, paper.recipients, paper.addressees) == ((), (), (), ())
    assert paper.title == FRAME.title


def test_a_paper_that_is_an_annex_has_no_annexes() -> None:
    assert complaints(annex("#a"), is_annex=True) == [("annex.inside", 1)]
