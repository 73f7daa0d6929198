"""Small Word documents for tests, put together from the XML of their bodies."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from lxml import etree

from planforge.redline.comparison import Author, Change, ComparedParagraph, Piece, Redline
from planforge.redline.redline import redline
from planforge.write.package import packed

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
SOMEBODY = Author("Nguyễn Văn Ví Dụ", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""


def document(
    body: str,
    *,
    parts: dict[str, str | bytes] | None = None,
    relations: str = "",
    section: str = SECTION,
    styles: str = STYLES,
) -> bytes:
    """A file with a body; `relations` are further relationships of the document, `parts` what they point to."""
    more = parts or {}
    kinds = {"header": "header", "footer": "footer", "footnotes": "footnotes", "numbering": "numbering"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}+xml"/>'
        for name in more
        for prefix, kind in kinds.items()
        if name.startswith(f"word/{prefix}")
    )
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{TYPES}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": _relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(relation("rId1", "styles", "styles.xml") + relations),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>',
        "word/styles.xml": styles,
        **more,
    }
    return packed({name: one.encode() if isinstance(one, str) else one for name, one in contents.items()})


def relation(identifier: str, kind: str, target: str, *, external: bool = False) -> str:
    """A relationship of the document."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def _relations(content: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'
    )


def run(text: str, look: str = "") -> str:
    """A run of text."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph; content without markup is a run."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def paragraphs(*texts: str) -> str:
    """Plain paragraphs."""
    return "".join(map(paragraph, texts))


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells that hold a paragraph each."""
    grid = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    made = "".join("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def _cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def somebody(_: ComparedParagraph, __: Piece | None) -> Author:
    """The one author of every change."""
    return SOMEBODY


def redlined(old: bytes, new: bytes) -> Redline:
    """The redline of two files, which must be proven."""
    made = redline(old, new, somebody)
    assert made.docx is not None, made.unproven
    return made


def part(docx: bytes | None, name: str = "word/document.xml") -> Element:
    """The XML of a part of a file."""
    assert docx is not None
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def names(docx: bytes | None) -> set[str]:
    """The names of the parts of a file."""
    assert docx is not None
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return set(archive.namelist())


def found(docx: bytes | None, name: str, inside: str = "word/document.xml") -> list[Element]:
    """The elements of a name in a part of a file."""
    return list(part(docx, inside).iter(f"{{{W}}}{name}"))


def text_of(element: Element) -> str:
    """The text of an element, deleted or not."""
    return "".join(one.text or "" for one in element.iter(f"{{{W}}}t", f"{{{W}}}delText"))


def told(made: Redline) -> list[str]:
    """Each paragraph that changed in one line: what went out in brackets, what came in in braces."""
    shown = {Change.KEPT: "{}", Change.REMOVED: "[{}]", Change.ADDED: "{{{}}}", Change.RESTYLED: "~{}~"}
    return [
        "".join(shown[piece.change].format(piece.text) for piece in one.pieces)
        for one in made.comparison.paragraphs
        if one.changed
    ]
