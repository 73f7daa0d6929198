"""Small DOCX files from their XML, for tests of the proof: what is compared is written out in each test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BY = 'w:id="1" w:author="Người Ví dụ" w:date="2030-01-01T00:00:00Z"'


def docx(body: str, parts: Mapping[str, str | bytes] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """A package with a body; `parts` ("footnotes", "header1") are the XML inside their root, or bytes of media.

    The id of each relationship is the name of its part; `links` are addresses outside by id.
    """
    parts, links = parts or {}, links or {}
    files: dict[str, bytes] = {}
    relations = []
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        ending = "png" if isinstance(content, bytes) else "xml"
        files[f"word/{name}.{ending}"] = content if isinstance(content, bytes) else _root(kind, content)
        relations.append(f'<Relationship Id="{name}" Type="{KINDS}/{kind}" Target="{name}.{ending}"/>')
    relations += [
        f'<Relationship Id="{name}" Type="{KINDS}/hyperlink" Target="{address}" TargetMode="External"/>'
        for name, address in links.items()
    ]
    related = f'<Relationships xmlns="{RELATIONS}">{"".join(relations)}</Relationships>'
    main = f'<Relationship Id="rId1" Type="{KINDS}/officeDocument" Target="word/document.xml"/>'
    types = '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    files |= {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'{types}<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
        ).encode(),
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>'.encode(),
        "word/_rels/document.xml.rels": related.encode(),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _root(kind: str, content: str) -> bytes:
    tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f"<w:{tag} {SPACES}>{content}</w:{tag}>".encode()


def body_of(package: bytes) -> str:
    """The XML inside the body, without the namespaces that are declared above it."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        text = archive.read("word/document.xml").decode()
    return text[text.index("<w:body>") + len("<w:body>") : text.rindex("</w:body>")] if "<w:body>" in text else ""


def r(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str, mark: str = "del") -> str:
    """A run that was taken out."""
    return f'<w:{mark} {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:{mark}>'


def come(text: str, mark: str = "ins") -> str:
    """A run that was put in."""
    return f"<w:{mark} {BY}>{r(text)}</w:{mark}>"


def p(content: str = "", style: str = "", mark: str = "", more: str = "") -> str:
    """A paragraph; `mark` ("ins", "del") is what became of its end."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    ended = f"<w:rPr><w:{mark} {BY}/></w:rPr>" if mark else ""
    return (
        f"<w:p><w:pPr>{named}{ended}{more}</w:pPr>{content}</w:p>"
        if named or ended or more
        else f"<w:p>{content}</w:p>"
    )


def tr(*cells: str, mark: str = "") -> str:
    """A row; `mark` ("ins", "del") is what became of it."""
    properties = f"<w:trPr><w:{mark} {BY}/></w:trPr>" if mark else ""
    return f"<w:tr>{properties}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
