"""The frame of a paper: letterhead, title, addressees, recipients and signatures, as plain lines with their origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from planforge import calendar
from planforge.compose.blanks import SHORT_DOTS, Absent
from planforge.compose.marks import ANY_MARK, OPEN, Marks, strip
from planforge.compose.printing import Printer
from planforge.diagnostics import Diagnostic, Span
from planforge.model.document_type import (
    FORM_ANNEX,
    FORM_DECISION,
    FORM_LETTER,
    FORM_MINUTES,
    SignerDeclaration,
)
from planforge.model.fields import Day, Number
from planforge.model.paper_data import Issuer, PaperFrame, PapersData, Signature
from planforge.model.registry import Body, Unit
from planforge.paper import NO_BREAK_SPACE, Letterhead, Line, Signer
from planforge.provenance import Provenance, TemplateLine
from planforge.resolve import Cluster, Content
from planforge.source import Origin
from planforge.validate import Document

# A draft leaves room to write in by hand; the width is practice, not law.
BLANK_NUMBER = NO_BREAK_SPACE * 8
BLANK_DAY = NO_BREAK_SPACE * 6
ANNEX_LABEL = "Phụ lục"


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything of a paper but its body.

    `annex_reference` is the line in brackets that every annex bears, and `annex_origins` where its words come from;
    `enclosure_letterhead` stands above a text that a decision encloses.
    """

    title: str
    author: str
    letterhead: Letterhead | None
    type_name: Line | None
    subject: Line | None
    letter_subject: Line | None
    addressees: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signers: tuple[Signer, ...]
    annex_reference: str = ""
    annex_origins: tuple[Origin | TemplateLine, ...] = ()
    enclosure_letterhead: Letterhead | None = None
    issuing_authority: Line | None = None


class FrameLayers:
    """The frame of one paper, looked up in its own entry, then in what all papers of the document share, then in its
    type.
    """

    def __init__(self, document: Document, key: str) -> None:
        self.document = document
        self.key = key
        data = document.data
        key = key if document.type.each else ""
        papers = data.papers.items() if isinstance(data, PapersData) else ()
        own = next((frame for name, frame in papers if name == key), None)
        self.frames: list[PaperFrame] = [own, data] if own is not None else [data]
        self.blank = Absent(data, ("papers", key)) if key and own is None else Absent(self.frames[0], ())

    def value(self, name: str) -> Any:
        """The value of a field of the frame, or its default."""
        for frame in self.frames:
            if name in frame.model_fields_set:
                return getattr(frame, name)
        return getattr(self.document.type, name, None) or getattr(self.document.data, name)

    def tells(self, name: str) -> bool:
        """Whether the data has the field, be it an empty list."""
        return any(name in frame.model_fields_set for frame in self.frames)

    def absent(self, name: str) -> Absent:
        """A blank for a field that no layer tells."""
        return self.blank.below(name)


class FrameWriter:
    """Writes the lines of one paper's frame and traces them."""

    def __init__(
        self, content: Content, document: Document, printer: Printer, provenance: Provenance, key: str = ""
    ) -> None:
        self.content = content
        self.document = document
        self.layers = FrameLayers(document, key)
        self.printer = printer
        self.provenance = provenance

    def write(self) -> Frame:
        """The whole frame."""
        kind = self.document.type
        letter, annex = kind.form == FORM_LETTER, kind.form == FORM_ANNEX
        subject = self._line(self._words(kind.subject).upper() if annex else self._words(kind.subject))
        type_name = None if letter else self._line(self._words(kind.type).upper()) if kind.type else None
        if annex and type_name is None:
            type_name = Line(ANNEX_LABEL)
        belongs_to = self.document.companion if annex else self.document
        reference = self._words_of_reference(belongs_to) if belongs_to else ""
        return Frame(
            title=" ".join(part for part in (kind.type, subject.text) if part),
            author=strip(self._words(self._issuing_body(self.layers))),
            letterhead=None if annex else self._letterhead(dated=kind.form != FORM_MINUTES),
            type_name=type_name,
            subject=None if letter else subject,
            letter_subject=Line(f"V/v {subject.text}", subject.anchor) if letter else None,
            addressees=tuple(self._addressees()),
            recipients=tuple(self._recipients()) if kind.has_recipients and not annex else (),
            signers=() if annex else tuple(self._signers()),
            annex_reference=strip(reference),
            annex_origins=tuple(_entries(reference, self.printer.marks)),
            enclosure_letterhead=self._letterhead(numbered=False, dated=False) if kind.form == FORM_DECISION else None,
            issuing_authority=self._line(self._words(kind.issuing_authority).upper())
            if kind.issuing_authority
            else None,
        )

    def _words(self, value: object) -> str:
        return self.printer.expand(self.printer.text(value))

    def _line(self, marked: str) -> Line:
        text = strip(marked)
        return Line(text, self.provenance.anchor(list(_entries(marked, self.printer.marks)), text, whole=True))

    def _letterhead(self, *, numbered: bool = True, dated: bool = True) -> Letterhead:
        """The bodies, the number and the date; minutes have no date, and a text that a decision encloses neither."""
        parent, body = (self._line(self._words(one).upper()) for one in self._bodies())
        return Letterhead(
            parent=parent,
            issuer=(body,),
            number=self._number() if numbered else None,
            place_date=self._place_date() if dated else None,
        )

    def _bodies(self) -> tuple[Body, Cluster | Unit]:
        body = self._issuing_body(self.layers)
        issuer: Issuer = self.layers.value("issuer")
        of_body = body.parent if isinstance(body, Unit) and body.parent else self.content.cluster.parent
        return issuer.parent or of_body, body

    def _issuing_body(self, layers: FrameLayers) -> Cluster | Unit:
        issuer: Issuer = layers.value("issuer")
        cluster = self.content.cluster
        if issuer.unit is not None:
            return issuer.unit
        if issuer.mode == "cluster":
            return cluster
        if cluster.head is None or cluster.head.unit is None:
            span = issuer.mode.origin.span if issuer.mode.origin else Span("")
            self.printer.findings.append(Diagnostic("issuer.no_head", span))
            return cluster
        return cluster.head.unit

    def _number(self) -> Line | None:
        """The number line; a letter's symbol has the unit that drafted it in place of a type."""
        kind = self.document.type
        if kind.symbol is None and kind.form != FORM_LETTER:
            return None
        return self._line(f"Số: {self._number_words(self.document, self.layers)}")

    def _number_words(self, document: Document, layers: FrameLayers) -> str:
        """Number and symbol; what is not known stays blank."""
        issuer: Issuer = layers.value("issuer")
        number: Number | None = layers.value("number")
        if number is None:
            written = self._blank(layers.absent("number"), BLANK_NUMBER)
        else:
            written = self.printer.marks.around(number.origin, f"{number:02d}")
        body = self._issuing_body(layers)
        known = issuer.abbreviation or body.abbreviation
        abbreviation = self._words(known or Absent(body, ("abbreviation",), SHORT_DOTS))
        if document.type.form == FORM_LETTER:
            drafting = issuer.drafting_unit or layers.absent("issuer").below("drafting_unit").shown_as(SHORT_DOTS)
            return f"{written}/{abbreviation}-{self._words(drafting)}"
        return f"{written}/{self._words(document.type.symbol or SHORT_DOTS)}-{abbreviation}"

    def _blank(self, absent: Absent, room: str) -> str:
        """Room to write in by hand, counted as a blank."""
        return self.printer.marks.around(self.printer.blanks.note(absent), room)

    def _place_date(self) -> Line:
        cluster = self.content.cluster
        place = self.layers.value("place") or cluster.parent.seat or Absent(cluster.parent, ("seat",), SHORT_DOTS)
        return self._line(f"{self._words(place)}, {self._date_words(self.layers)}")

    def _date_words(self, layers: FrameLayers) -> str:
        date: Day | None = layers.value("date")
        if date is not None:
            return self.printer.marks.around(date.origin, calendar.long_date(date))
        room = self._blank(layers.absent("date"), BLANK_DAY)
        record = self.content.cluster.record
        two_years = record.starts and record.ends and record.starts.year != record.ends.year
        year = BLANK_DAY if two_years else self.printer.text(self.content.year)
        return f"ngày {room} tháng {BLANK_DAY} năm {year}"

    def _words_of_reference(self, document: Document) -> str:
        """The line in brackets under an annex's title: which paper it belongs to."""
        layers = self.layers if document is self.document else FrameLayers(document, self.layers.key)
        kind = document.type
        verb = "Ban hành kèm theo" if kind.form == FORM_DECISION else "Kèm theo"
        name = self._words(kind.type) if kind.type else "Công văn"
        number = f" số {self._number_words(document, layers)}" if kind.symbol or kind.form == FORM_LETTER else ""
        date = "" if kind.form == FORM_MINUTES else f" {self._date_words(layers)}"
        return f"({verb} {name}{number}{date} của {self._words(kind.issuing_authority or self._issuing_body(layers))})"

    def _addressees(self) -> Iterable[Line]:
        """One addressee stands alone; of several, each ends in a semicolon and the last in a full stop."""
        addressees = self.layers.value("addressees")
        last = len(addressees) - 1
        for index, addressee in enumerate(addressees):
            end = "" if not last else "." if index == last else ";"
            yield self._line(f"{self._words(addressee)}{end}")

    def _recipients(self) -> Iterable[Line]:
        if self.layers.value("addressees"):
            yield Line("- Như trên;")
        for recipient in self.layers.value("recipients"):
            yield self._line(f"- {self._words(recipient)};")
        archive = self.layers.value("archive")
        records = "VT, Hồ sơ" if self.document.type.form == FORM_MINUTES else "VT"
        yield self._line(f"- Lưu: {self._words(archive) if archive else records}.")

    def _signers(self) -> Iterable[Signer]:
        if self.layers.tells("signatures"):
            yield from map(self._signer, self.layers.value("signatures"))
            return
        names: list[Any] = list(self.layers.value("signer_names"))
        count = sum(declared.each is None for declared in self.document.type.signers)
        for name in names[count:]:
            span = name.origin.span if name.origin else Span("")
            self.printer.findings.append(Diagnostic("signature.name_left", span, {"name": name, "count": count}))
        names += [self.layers.absent("signer_names").below(str(index + 1)) for index in range(len(names), count)]
        for declared in self.document.type.signers:
            yield from self._declared_signers(declared, names.pop(0) if declared.each is None else None)

    def _declared_signers(self, declared: SignerDeclaration, named: object) -> Iterable[Signer]:
        """The signers of a type; with `each`, one for every member of the cluster, without names."""
        above = [self._words(part) for part in (declared.title, declared.organization) if part]
        members: Sequence[object] = [None]
        if declared.each is not None:
            members = self.content.cluster.members or [Absent(self.content.cluster, ("members",))]
        for member in members:
            lines = above if member is None else [*above, self._words(member)]
            name = self._line(self._words(named)) if member is None else Line(NO_BREAK_SPACE)
            yield Signer(tuple(self._line(line.upper()) for line in lines), name=name)

    def _signer(self, signature: Signature) -> Signer:
        authority = signature.authority
        first = f"{self._words(authority)}. " if authority else ""
        title = self._words(signature.title)
        lines = [f"{first}{title}"] if signature.of is None else [f"{first}{self._words(signature.of)}", title]
        if signature.organization is not None:
            lines.append(self._words(signature.organization))
        below = [value for value in (signature.office, signature.unit) if value is not None]
        return Signer(
            authority=tuple(self._line(line.upper()) for line in lines),
            office=tuple(self._line(self._words(value).upper()) for value in below),
            name=self._line(self._words(signature.name or Absent(signature, ("name",)))),
        )


def _entries(marked: str, marks: Marks) -> Iterable[Origin | TemplateLine]:
    for match in ANY_MARK.finditer(marked):
        if match[0][0] == OPEN:
            yield marks.entry(match[0])
