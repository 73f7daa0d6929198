"""The frame of a paper: letterhead, title, addressees, recipients and signatures, as plain lines with their origins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planforge import calendar
from planforge.compose.marks import ANY_MARK, OPEN, Marks, strip
from planforge.compose.printing import Printer
from planforge.diagnostics import Diagnostic, Span
from planforge.model.paper_data import PaperData, Signature
from planforge.model.registry import Unit
from planforge.paper import NO_BREAK_SPACE, Letterhead, Line, Signer
from planforge.provenance import Provenance, TemplateLine
from planforge.resolve import Cluster, Content
from planforge.source import Origin
from planforge.validate import Document

# A draft leaves room to write in by hand; the width is practice, not law.
BLANK_NUMBER = NO_BREAK_SPACE * 8
BLANK_DAY = NO_BREAK_SPACE * 6
DOTTED_BLANK = "…" * 4
FORM_LETTER = "1.5"
FORM_MINUTES = "1.9"


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything of a paper but its body."""

    title: str
    author: str
    letterhead: Letterhead
    type_name: Line | None
    subject: Line | None
    letter_subject: Line | None
    addressees: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signers: tuple[Signer, ...]


class FrameWriter:
    """Writes the lines of one paper's frame and traces them."""

    def __init__(self, content: Content, document: Document, printer: Printer, provenance: Provenance) -> None:
        self.content = content
        self.document = document
        self.data: PaperData = document.data
        self.printer = printer
        self.provenance = provenance

    def write(self) -> Frame:
        """The whole frame."""
        kind, data = self.document.type, self.data
        letter = kind.form == FORM_LETTER
        letterhead = self._letterhead()
        subject = self._line(self._words(kind.subject))
        type_name = self._line(self._words(kind.type).upper()) if kind.type and not letter else None
        title = " ".join(part for part in (kind.type, subject.text) if part)
        return Frame(
            title=title,
            author=strip(self._words(self._issuing_body())),
            letterhead=letterhead,
            type_name=type_name,
            subject=None if letter else subject,
            letter_subject=Line(f"V/v {subject.text}", subject.anchor) if letter else None,
            addressees=tuple(self._addressees()),
            recipients=tuple(self._recipients()),
            signers=tuple(self._signer(signature) for signature in data.signatures),
        )

    def _words(self, value: object) -> str:
        return self.printer.expand(self.printer.text(value))

    def _line(self, marked: str) -> Line:
        text = strip(marked)
        return Line(text, self.provenance.anchor(list(_entries(marked, self.printer.marks)), text, whole=True))

    def _letterhead(self) -> Letterhead:
        issuer, cluster = self.data.issuer, self.content.cluster
        body = self._issuing_body()
        parent = issuer.parent or (body.parent if isinstance(body, Unit) and body.parent else cluster.parent)
        abbreviation = issuer.abbreviation or body.abbreviation
        return Letterhead(
            parent=self._line(self._words(parent).upper()),
            issuer=(self._line(self._words(body).upper()),),
            number=self._number(self._words(abbreviation) if abbreviation else DOTTED_BLANK),
            place_date=None if self.document.type.form == FORM_MINUTES else self._place_date(),
        )

    def _issuing_body(self) -> Cluster | Unit:
        issuer, cluster = self.data.issuer, self.content.cluster
        if issuer.mode == "cluster":
            return cluster
        if cluster.head is None:
            span = issuer.mode.origin.span if issuer.mode.origin else Span("")
            self.printer.findings.append(Diagnostic("issuer.no_head", span))
            return cluster
        return cluster.head

    def _number(self, abbreviation: str) -> Line | None:
        kind, data = self.document.type, self.data
        if kind.symbol is None:
            return None
        number = BLANK_NUMBER
        if data.number is not None:
            number = self.printer.marks.around(data.number.origin, f"{data.number:02d}")
        return self._line(f"Số: {number}/{self._words(kind.symbol)}-{abbreviation}")

    def _place_date(self) -> Line:
        place = self.data.place or self.content.cluster.parent.seat
        words = self._words(place) if place else DOTTED_BLANK
        date = f"ngày {BLANK_DAY} tháng {BLANK_DAY} năm {self.printer.text(self.content.year)}"
        if self.data.date is not None:
            date = self.printer.marks.around(self.data.date.origin, calendar.long_date(self.data.date))
        return self._line(f"{words}, {date}")

    def _addressees(self) -> Iterable[Line]:
        """One addressee stands alone; of several, each ends in a semicolon and the last in a full stop."""
        last = len(self.data.addressees) - 1
        for index, addressee in enumerate(self.data.addressees):
            end = "" if not last else "." if index == last else ";"
            yield self._line(f"{self._words(addressee)}{end}")

    def _recipients(self) -> Iterable[Line]:
        if self.data.addressees:
            yield Line("- Như trên;")
        for recipient in self.data.recipients:
            yield self._line(f"- {self._words(recipient)};")
        yield self._line(f"- Lưu: {self._words(self.data.archive) if self.data.archive else 'VT'}.")

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
            name=self._line(self._words(signature.name)) if signature.name else None,
        )


def _entries(marked: str, marks: Marks) -> Iterable[Origin | TemplateLine]:
    for match in ANY_MARK.finditer(marked):
        if match[0][0] == OPEN:
            yield marks.entry(match[0])
