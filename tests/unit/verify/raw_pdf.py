"""PDF files written by hand, and what may be wrong with them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

HEADER = b"%PDF-1.7\n"
CATALOG, PAGES, PAGE, FONT, CONTENT = 1, 2, 3, 4, 5
Objects = dict[int, bytes]


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream as it is."""
    return b"<< /Length %d %s >> stream\n%s\nendstream" % (len(data), extra, data)


def bomb(size: int, unit: bytes = b" ") -> bytes:
    """A stream of some kilobytes that inflates to about `size` bytes: one packed block, again and again."""
    block = unit * (1_000_000 // len(unit))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    return stream(b"\x78\xda" + once * (size // len(block)) + last, b"/Filter /FlateDecode")


def text_at(x: float, y: float, text: str, size: float = 14, font: str = "F1") -> bytes:
    """The operators that show a text of plain letters."""
    plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({plain}) Tj ET\n".encode("latin-1")


def one_page(content: bytes, *, page: bytes = b"", catalog: bytes = b"", resources: bytes = b"") -> Objects:
    """The objects of a document of one page of A4, with Times (not embedded) as F1 and its bold as F2."""
    fonts = b"/Font << /F1 4 0 R /F2 6 0 R /F3 7 0 R >>"
    return {
        CATALOG: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        PAGES: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 5 0 R "
        b"/Resources << %s %s >> %s >>" % (fonts, resources, page),
        FONT: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        CONTENT: stream(content),
        6: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
        7: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>",
    }


def written(objects: Objects, *, trailer: bytes = b"", header: bytes = HEADER) -> bytes:
    """A file of some objects with its table of places."""
    parts, places, size = [header], {}, len(header)
    for number, body in objects.items():
        places[number] = size
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        size += len(parts[-1])
    highest = max(objects) + 1
    rows = [b"0000000000 65535 f \n"]
    rows += [b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(1, highest)]
    parts.append(b"xref\n0 %d\n%s" % (highest, b"".join(rows)))
    parts.append(b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (highest, trailer, size))
    return b"".join(parts)


def page_of(lines: Sequence[bytes], **more: bytes) -> bytes:
    """A whole file of one page that shows some lines."""
    return written(one_page(b"".join(lines), **more))
