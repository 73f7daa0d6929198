"""DOCX → Reading, of our files and of those of strangers."""

from __future__ import annotations

from pathlib import Path

from planforge.errors import UserError
from planforge.rule import Medium
from planforge.verify.docx import limits
from planforge.verify.docx.blocks import BlockReader
from planforge.verify.docx.draft import Draft
from planforge.verify.docx.inlines import InlineReader
from planforge.verify.docx.limits import TooLargeError
from planforge.verify.docx.metadata import read_metadata
from planforge.verify.docx.names import Element, is_on, w
from planforge.verify.docx.numbering import read_numbering
from planforge.verify.docx.package import Package, Relationships, open_package
from planforge.verify.docx.sections import Section, read_sections
from planforge.verify.docx.strokes import cells_by_place, last_text, set_gaps, set_strokes
from planforge.verify.docx.styles import Styles, language_of
from planforge.verify.docx.theme import Theme, read_theme
from planforge.verify.reading import Font, Paragraph, Reading, Sheet, Where

_USUAL_FOLDER = "word"
# Marks of the format itself, which are no notes.
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
# Without these a document is the same, but for what they would have told.
_DISPENSABLE = frozenset({"settings", "theme", "fontTable"})
_STORIES = {"header": Where.HEADER, "footer": Where.FOOTER}


def read_docx(path: Path) -> Reading:
    """Read a DOCX. Raises UserError `docx.…` when it is none, is damaged, or is nothing to be trusted."""
    with open_package(path) as package:
        try:
            return _Document(package, str(path)).reading()
        except TooLargeError:
            raise package.too_large() from None


class _Document:
    """The parts of one file, put together."""

    def __init__(self, package: Package, path: str) -> None:
        self._package, self._path = package, path
        self._related: Relationships = package.relationships(package.main)
        body = package.document().find(w("body"))
        if body is None:
            raise UserError("docx.missing_part", path=path, part=w("body").rpartition("}")[2])
        self._body: Element = body
        settings = self._part("settings")
        self._theme: Theme = read_theme(self._part("theme"))
        numbering = read_numbering(self._part("numbering"))
        self._styles = Styles(self._part("styles"), self._theme, numbering)
        self._even_pages = _is_set(settings, "evenAndOddHeaders")
        self._sections = read_sections(body, gutter_at_top=_is_set(settings, "gutterAtTop"))
        self._inlines = InlineReader(self._theme)
        self._blocks = BlockReader(self._styles, self._theme, numbering, self._sections, self._inlines)
        self._stories: dict[tuple[str, int], list[Draft]] = {}
        self._runs = 0

    def _part(self, kind: str) -> Element | None:
        """The XML of a part by what it is to the document; by its usual name in a package that does not say."""
        name = self._related.by_kind.get(kind)
        if name is None:
            return None if self._related.stated else self._package.xml(f"{_USUAL_FOLDER}/{kind}.xml")
        return self._package.xml(name) if kind in _DISPENSABLE else self._package.needed(name)

    def reading(self) -> Reading:
        """Everything the file holds."""
        drafts = list(self._blocks.read(self._body, Where.BODY))
        pages = self._inlines.page
        for kind in ("footnotes", "endnotes"):
            drafts += self._notes(kind)
        shown = [self._shown_stories(number) for number in range(len(self._sections))]
        self._settle()
        paragraphs = self._finished(drafts, 0, paged=pages > 1)
        finished = self._finished_stories(len(paragraphs))
        sheets = tuple(self._sheet(number, shown[number], finished) for number in range(len(self._sections)))
        core, others = read_metadata(self._package)
        title, author = core.pop("title", None), core.pop("creator", None)
        everything = [*paragraphs, *(paragraph for story in finished.values() for paragraph in story)]
        return Reading(
            paragraphs,
            Medium.DOCX,
            self._path,
            sheets,
            self._fonts(everything),
            language=language_of(self._styles),
            title=title,
            author=author,
            page_count=pages if pages > 1 else None,
            unread=tuple(self._inlines.unread),
            properties={**others, **core},
        )

    def _notes(self, kind: str) -> list[Draft]:
        root = self._part(kind)
        drafts: list[Draft] = []
        for note in root if root is not None else ():
            if note.get(w("type")) not in _NO_NOTE:
                drafts += self._blocks.read(note, Where.NOTE)
        return drafts

    def _shown_stories(self, number: int) -> dict[tuple[str, str], tuple[str, int]]:
        """Read the headers and footers of a section; each part is read once for every width of its text."""
        shown: dict[tuple[str, str], tuple[str, int]] = {}
        for (kind, page), identifier in self._sections[number].stories.items():
            name = self._related.by_id.get(identifier)
            if name is None:
                raise UserError("docx.missing_part", path=self._path, part=identifier or kind)
            key = (name, number)
            if key not in self._stories:
                root = self._package.needed(name)
                self._stories[key] = list(self._blocks.read(root, _STORIES[kind], number))
            shown[kind, page] = key
        return shown

    def _settle(self) -> None:
        flows = self._blocks.flows
        cells = cells_by_place(flows)
        for flow in flows:
            set_gaps(flow)
            first = next((draft for draft in flow if draft is not None), None)
            if first is None:
                continue
            cell = first.place.cell
            over = cells.get((cell.table, cell.row - 1, cell.column)) if cell else None
            set_strokes(flow, last_text(over) if over else None, self._blocks.width)

    def _finished(self, drafts: list[Draft], before: int, *, paged: bool) -> tuple[Paragraph, ...]:
        """The paragraphs of a text that comes after so many others."""
        finished: list[Paragraph] = []
        for number, draft in enumerate(drafts, start=before + 1):
            paragraph = draft.finished(number, paged=paged)
            self._runs += len(paragraph.runs)
            if self._runs > limits.RUNS:
                raise TooLargeError
            finished.append(paragraph)
        return tuple(finished)

    def _finished_stories(self, count: int) -> dict[tuple[str, int], tuple[Paragraph, ...]]:
        finished: dict[tuple[str, int], tuple[Paragraph, ...]] = {}
        for key, drafts in self._stories.items():
            finished[key] = self._finished(drafts, count, paged=False)
            count += len(drafts)
        return finished

    def _sheet(
        self,
        number: int,
        shown: dict[tuple[str, str], tuple[str, int]],
        finished: dict[tuple[str, int], tuple[Paragraph, ...]],
    ) -> Sheet:
        section: Section = self._sections[number]

        def story(kind: str, page: str) -> tuple[Paragraph, ...]:
            key = shown.get((kind, page))
            return finished[key] if key else ()

        first = "first" if section.different_first else "default"
        return Sheet(
            section.width,
            section.height,
            section.top,
            section.bottom,
            section.left,
            section.right,
            section.landscape,
            header_distance=section.header_distance,
            header=story("header", "default"),
            footer=story("footer", "default"),
            first_header=story("header", first),
            first_footer=story("footer", first),
            even_header=story("header", "even") if self._even_pages else None,
            even_footer=story("footer", "even") if self._even_pages else None,
            different_first=section.different_first,
            number_format=section.number_format,
            first_number=section.first_number,
            starts_page=section.starts_page,
        )

    def _fonts(self, paragraphs: list[Paragraph]) -> tuple[Font, ...]:
        """The fonts of what is seen; the table of fonts tells which of them the file carries."""
        root = self._part("fontTable")
        carried = {
            font.get(w("name"), "")
            for font in (root if root is not None else ())
            if any(child.tag.startswith(w("embed")) for child in font)
        }
        used = {run.font for paragraph in paragraphs for run in paragraph.shown_runs if run.font}
        return tuple(Font(name, name in carried) for name in sorted(used))


def _is_set(settings: Element | None, name: str) -> bool:
    found = settings.find(w(name)) if settings is not None else None
    return found is not None and is_on(found)
