"""Checks of a paper's frame and of its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from planforge.checks.cluster import Days
from planforge.diagnostics import Diagnostic, Severity
from planforge.load import Sources
from planforge.model.document_type import FORM_ANNEX, FORM_LETTER, RECORD_KINDS, DocumentType, FieldDeclaration
from planforge.model.fields import Identifier
from planforge.model.paper_data import AUTHORITIES_OF_SOMEBODY, PaperData, PaperFrame, PapersData
from planforge.source import Route, SourceFile
from planforge.spelling import nearest
from planforge.workspace import list_document_types


def check_type(document_type: DocumentType, source: SourceFile, sources: Sources) -> Iterator[Diagnostic]:
    """A paper that goes with another one is an annex, and the other type exists; records have fields."""
    other = document_type.accompanies
    name = PurePosixPath(source.path).parent.name
    known = list_document_types(sources.root)
    clash = next((one for one in known if document_type.each and one.startswith(f"{name}-")), None)
    if clash:
        yield Diagnostic("template.names_clash", source.span(("each",)), {"name": name, "other": clash})
    if (document_type.form == FORM_ANNEX) != (other is not None) or str(other) == name:
        place = source.span(("accompanies",) if other else ("form",), of_key=True)
        yield Diagnostic("template.annex_of_what", place)
    elif other is not None and str(other) not in known:
        values = {"value": other, "known": ", ".join(known), "guess": nearest(other, known)}
        yield Diagnostic("template.unknown_type", source.span(("accompanies",)), values)
    if document_type.form == FORM_LETTER and document_type.symbol:
        yield Diagnostic("template.letter_symbol", source.span(("symbol",), of_key=True))
    yield from _check_fields(document_type.fields, source, ("fields",))


def _check_fields(
    fields: Mapping[Identifier, FieldDeclaration], source: SourceFile, route: Route
) -> Iterator[Diagnostic]:
    for name, declaration in fields.items():
        place = (*route, str(name))
        if (declaration.kind in RECORD_KINDS) != bool(declaration.fields):
            yield Diagnostic("template.record_fields", source.span((*place, "kind")), {"kind": declaration.kind})
        yield from _check_fields(declaration.fields, source, (*place, "fields"))


def check_frame(days: Days | None, data: PaperData, source: SourceFile) -> Iterator[Diagnostic]:
    """What holds of the frame of a paper, and of each paper's own where there are several; `days` bound the year."""
    yield from _check_one(days, data, source, ())
    for key, frame in (data.papers if isinstance(data, PapersData) else {}).items():
        yield from _check_one(days, frame, source, ("papers", str(key)))


def _check_one(days: Days | None, data: PaperFrame, source: SourceFile, route: Route) -> Iterator[Diagnostic]:
    """Numbers count from 1; a date of another year is perhaps left over; who signs for somebody names whom."""
    if data.number == 0:
        yield Diagnostic("data.number_expected", source.span((*route, "number")), {"key": "number", "value": "0"})
    if data.date is not None and days and not days[0] <= data.date <= days[1]:
        values = {"value": data.date.isoformat(), "first": days[0].isoformat(), "last": days[1].isoformat()}
        yield Diagnostic("paper.other_year", source.span((*route, "date")), values, Severity.WARNING)
    if data.signatures and data.signer_names:
        yield Diagnostic("signature.names_twice", source.span((*route, "signer_names"), of_key=True))
    for index, signature in enumerate(data.signatures):
        needs = signature.authority in AUTHORITIES_OF_SOMEBODY
        if needs and signature.of is None:
            yield Diagnostic(
                "signature.of_missing",
                source.span((*route, "signatures", index, "authority")),
                {"authority": signature.authority},
            )
        if not needs and signature.of is not None:
            yield Diagnostic("signature.of_alone", source.span((*route, "signatures", index, "of")))
