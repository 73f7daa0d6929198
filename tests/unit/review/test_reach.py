"""A changed fact names the documents it reaches: by what their changed words were made of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planforge.diagnostics import Span
from planforge.provenance import TemplateLine, Trace
from planforge.redline.comparison import Change, ComparedParagraph, Comparison, Fate, Piece, Redline, Spot
from planforge.review.facts import reaching
from planforge.review.facts.look import Look
from planforge.review.sides import ChangedPaper, FactChange, FactFate, PaperVersion
from planforge.source import Origin, Route
from planforge.words import Words

WAVES, CLUSTER, UNITS = "data/mau/2030/waves.yaml", "data/mau/2030/cluster.yaml", "data/registry/units.yaml"
END, START = ("waves", 0, "end"), ("waves", 0, "start")


def fact(path: str, route: Route, *refers: tuple[str, Route], fate: FactFate = FactFate.CHANGED) -> FactChange:
    place, prints = Span(path), ((path, route), *refers)
    return FactChange(fate, Words("x", "x"), "a", "b", place, place, route, old_prints=prints, new_prints=prints)


def trace(anchor: str, *made_of: tuple[str, Route], whole: bool = False) -> Trace:
    origins = tuple(Origin(path, route, Span(path)) for path, route in made_of)
    return Trace(anchor, "", whole, origins, (TemplateLine(Span("templates/plan/body.md.j2", 3)),))


def paragraph(anchor: str, *, whole: str = "pfwhole") -> ComparedParagraph:
    anchors = (whole, anchor)
    pieces = (
        Piece("Kết thúc ", anchors=(whole,)),
        Piece("30/6", Change.REMOVED, anchors=anchors),
        Piece("15/7", Change.ADDED, anchors=anchors),
    )
    return ComparedParagraph(Fate.CHANGED, pieces, 1, 1, (whole,), (whole,))


def paper(
    *traces: Trace, paragraphs: tuple[ComparedParagraph, ...] = (paragraph("pfvalue"),), name: str = "plan"
) -> ChangedPaper:
    version = PaperVersion({}, {one.anchor: one for one in traces})
    redline = Redline(b"", Comparison(paragraphs))
    return ChangedPaper("mau", "2030", name, name, "Kế hoạch ví dụ", version, version, redline)


def reached(one: FactChange, *papers: ChangedPaper) -> tuple[str, ...]:
    return reaching([one], papers)[0].reaches


WHOLE = trace("pfwhole", (WAVES, START), (WAVES, END), (UNITS, ("truong_mot", "name")), whole=True)


def test_a_fact_reaches_the_papers_whose_changed_words_come_from_it() -> None:
    here = paper(trace("pfvalue", (WAVES, END)), WHOLE)
    elsewhere = paper(trace("pfvalue", (CLUSTER, ("theme",))), name="letter")
    assert reached(fact(WAVES, END), here, elsewhere) == ("mau/2030/plan",)


def test_a_fact_above_or_below_the_place_of_the_words_reaches_them() -> None:
    here = paper(trace("pfvalue", (WAVES, END)), WHOLE)
    assert reached(fact(WAVES, ("waves", 0)), here) == ("mau/2030/plan",)
    assert reached(fact(WAVES, ()), here) == ("mau/2030/plan",)
    assert reached(fact(WAVES, (*END, 0)), here) == ("mau/2030/plan",)


def test_a_value_beside_the_changed_one_in_its_sentence_is_not_a_cause() -> None:
    here = paper(trace("pfvalue", (WAVES, END)), WHOLE)
    assert reached(fact(CLUSTER, ("head",), (UNITS, ("truong_mot",))), here) == ()


def test_a_reference_is_found_by_the_words_of_what_it_names() -> None:
    here = paper(trace("pfvalue", (UNITS, ("truong_mot", "name"))), WHOLE)
    assert reached(fact(CLUSTER, ("head",), (UNITS, ("truong_mot",))), here) == ("mau/2030/plan",)


def test_a_fact_of_another_cluster_or_year_does_not_reach_a_paper() -> None:
    here = paper(trace("pfvalue", (UNITS, ("truong_mot", "name"))), WHOLE)
    refers = (UNITS, ("truong_mot",))
    assert reached(fact("data/khac/2030/cluster.yaml", ("head",), refers), here) == ()
    assert reached(fact("data/mau/2028/cluster.yaml", ("head",), refers), here) == ()
    assert reached(fact("data/mau/2031/cluster.yaml", ("head",), refers), here) == ("mau/2030/plan",)
    assert reached(fact("data/mau/2031/waves.yaml", ("head",), refers), here) == ()


def test_yes_or_no_reaches_the_paper_that_says_something_else_of_its_record() -> None:
    here = paper(WHOLE, paragraphs=(replace(paragraph("pfwhole"), fate=Fate.CHANGED),))
    assert reached(fact(WAVES, ("waves", 0, "and_others")), here) == ("mau/2030/plan",)
    assert reached(fact(WAVES, ("waves", 1, "and_others")), here) == ("mau/2030/plan",)
    both = reaching([fact(WAVES, ("waves", 0, "and_others")), fact(WAVES, ("waves", 1, "and_others"))], [here])
    assert [one.reaches for one in both] == [("mau/2030/plan",), ("mau/2030/plan",)]


def test_a_sentence_that_only_the_template_changed_has_no_fact_for_its_cause() -> None:
    wording = trace("pfwhole", whole=True)
    other = trace("pfother", (CLUSTER, ("theme",)))
    here = paper(wording, other, paragraphs=(paragraph("pfwhole"),))
    assert reached(fact(CLUSTER, ("members", 3), fate=FactFate.ADDED), here) == ()


def test_a_paragraph_that_only_has_another_number_has_no_cause() -> None:
    pieces = (Piece("3", Change.REMOVED), Piece("2", Change.ADDED), Piece(". Kinh phí"))
    renumbered = ComparedParagraph(Fate.CHANGED, pieces, 1, 1, ("pfwhole",), ("pfwhole",))
    here = paper(WHOLE, paragraphs=(renumbered,))
    assert reached(fact(WAVES, ("waves", 4, "start")), here) == ()


@pytest.mark.parametrize("is_new", [True, False])
def test_a_fact_reaches_a_paper_that_only_one_side_has(is_new: bool) -> None:
    here = paper(trace("pfvalue", (WAVES, END)))
    one_sided = replace(here, redline=None, **{"old" if is_new else "new": None})  # type: ignore[arg-type]  # a field
    fate = FactFate.ADDED if is_new else FactFate.REMOVED
    assert reached(fact(WAVES, END, fate=fate), one_sided) == ("mau/2030/plan",)


def test_a_new_paper_is_not_reached_by_the_change_of_a_value_nor_by_another_year() -> None:
    named = trace("pfvalue", (UNITS, ("truong_mot", "name")), (CLUSTER, ("head",)))
    new = replace(paper(named), year="2031", old=None, redline=None)
    refers = (UNITS, ("truong_mot",))
    assert reached(fact(CLUSTER, ("head",), refers), new) == ()
    assert reached(fact(CLUSTER, ("members", 3), refers, fate=FactFate.ADDED), new) == ()
    assert reached(fact(UNITS, ("truong_mot", "name")), new) == ()
    own = fact("data/mau/2031/cluster.yaml", (), fate=FactFate.ADDED)
    assert reached(own, replace(new, new=PaperVersion({}, {"a": trace("a", (own.new_prints[0][0], ("head",)))})))


def test_settings_of_the_look_reach_what_changed_and_others_nothing() -> None:
    here = paper(WHOLE)
    assert reached(fact("data/planforge.yaml", ("profile",)), here) == ("mau/2030/plan",)
    assert reached(fact("data/planforge.yaml", ("lint", "silenced", 0)), here) == ()


def test_the_type_of_a_document_reaches_its_own_papers() -> None:
    here, other = paper(WHOLE), paper(WHOLE, name="letter")
    route = ("has_recipients",)
    assert reached(fact("templates/plan/document.yaml", route), here, other) == ("mau/2030/plan",)


def one_sided(anchor: str, spot: Spot | None = None) -> ComparedParagraph:
    pieces = (Piece("x", Change.ADDED, anchors=(anchor,)),)
    return ComparedParagraph(Fate.ADDED, pieces, None, 1, (), (anchor,), spot=spot)


def test_what_the_template_says_around_something_new_came_with_it() -> None:
    value, wording = trace("pfvalue", (WAVES, END), whole=True), trace("pfheading", whole=True)
    here = paper(value, wording, paragraphs=(one_sided("pfheading"), one_sided("pfvalue")))
    others = [fact(WAVES, END), fact(CLUSTER, ("members", 3), fate=FactFate.ADDED)]
    assert [one.reaches for one in reaching(others, [here])] == [("mau/2030/plan",), ()]


@pytest.mark.parametrize("bordered", [True, False])
def test_the_cells_of_a_new_row_have_one_cause_and_lines_of_the_letterhead_their_own(bordered: bool) -> None:
    traces = trace("pfvalue", (WAVES, END), whole=True), trace("pfother", (CLUSTER, ("theme",)), whole=True)
    spot = Spot(0, 3, 0, Fate.ADDED if bordered else Fate.KEPT, bordered)
    cells = one_sided("pfvalue", spot), one_sided("pfother", replace(spot, column=1))
    look = Look(paper(*traces, paragraphs=cells))
    assert look.explains(fact(WAVES, END), cells[0])
    assert look.explains(fact(WAVES, END), cells[1]) is bordered


def test_what_is_said_with_another_value_of_its_record_reaches_the_papers_that_say_it() -> None:
    people = "data/registry/people.yaml"
    says = paper(trace("pfvalue", (people, ("h", "office"))), WHOLE)
    other = paper(trace("pfother", (people, ("k", "name"))), WHOLE, name="letter", paragraphs=(paragraph("pfother"),))
    office, acting = fact(people, ("h", "office")), fact(people, ("h", "acting"), fate=FactFate.ADDED)
    assert [one.reaches for one in reaching([office, acting], [says, other])] == [("mau/2030/plan",)] * 2


def test_a_file_that_a_paper_reads_elsewhere_is_no_cause_of_what_changed() -> None:
    here = paper(trace("pfvalue", (CLUSTER, ("theme",))), trace("pfkept", (WAVES, START)))
    assert reached(fact(WAVES, ("waves", 7, "start")), here) == ()


def test_words_exchanged_for_others_than_those_a_fact_names_are_not_its_effect() -> None:
    def unit(name: str) -> tuple[str, Route]:
        return UNITS, (name,)

    deputy = replace(
        fact(CLUSTER, ("deputies", 0)), old_prints=(unit("x"), unit("hai")), new_prints=(unit("x"), unit("vien"))
    )
    pieces = (Piece("a", Change.REMOVED, anchors=("pfold",)), Piece("b", Change.ADDED, anchors=("pfnew",)))
    row = ComparedParagraph(Fate.CHANGED, pieces, 1, 1)
    ranking = paper(trace("pfold", unit("mot")), trace("pfnew", unit("vien")), paragraphs=(row,))
    office = paper(trace("pfold", unit("hai")), trace("pfnew", unit("vien")), paragraphs=(row,), name="letter")
    assert reached(deputy, ranking, office) == ("mau/2030/letter",)
    assert [Look(one).exchanges(deputy, row) for one in (ranking, office)] == [False, True]


def test_a_yes_or_no_beside_what_another_fact_explains_reaches_its_paper() -> None:
    here = paper(trace("pfvalue", (UNITS, ("truong_mot", "name"))), WHOLE)
    facts = [fact(UNITS, ("truong_mot", "name")), fact(WAVES, ("waves", 0, "and_others"))]
    assert [one.reaches for one in reaching(facts, [here])] == [("mau/2030/plan",)] * 2


def test_a_cell_beside_a_changed_one_did_not_change() -> None:
    spot = Spot(0, 3, 0, Fate.CHANGED)
    beside = replace(paragraph("pfvalue"), fate=Fate.KEPT, pieces=(Piece("x", anchors=("pfvalue",)),), spot=spot)
    here = paper(trace("pfvalue", (WAVES, END)), WHOLE, paragraphs=(beside,))
    assert reached(fact(WAVES, END), here) == ()
