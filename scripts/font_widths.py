"""Measure the glyph widths of the Tinos fonts and write the table that `planforge.write.metrics` reads.

Usage: python scripts/font_widths.py FOLDER_OF_TTFS. Tinos has the widths of Times New Roman, so one table serves the
DOCX (which names Times New Roman) and the PDF (which embeds Tinos).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

TABLE = Path(__file__).resolve().parent.parent / "src" / "planforge" / "write" / "glyph_widths.json"
FACES = {"Regular": "regular", "Bold": "bold", "Italic": "italic", "Bold Italic": "bold_italic"}
BLOCKS = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x1A0, 0x1B1),
    range(0x300, 0x32A),
    range(0x1EA0, 0x1EFA),
    range(0x2010, 0x2027),
    range(0x2030, 0x203B),
    range(0x2070, 0x2090),
    range(0x20AB, 0x20AD),
)


def widths_of(font: TTFont) -> dict[str, str]:
    """Every character of `BLOCKS` the font has, grouped by advance width in font units."""
    glyph_names = font.getBestCmap()
    metrics = font["hmtx"].metrics
    groups: defaultdict[int, str] = defaultdict(str)
    for block in BLOCKS:
        for codepoint in block:
            if codepoint in glyph_names:
                groups[metrics[glyph_names[codepoint]][0]] += chr(codepoint)
    return {str(width): groups[width] for width in sorted(groups)}


def main(folder: Path) -> None:
    """Read the faces in `folder` and write the table."""
    faces: dict[str, dict[str, str]] = {}
    units_per_em = set()
    for path in sorted(folder.rglob("*.ttf")):
        font = TTFont(path)
        style = font["name"].getDebugName(2)
        if style in FACES:
            faces[FACES[style]] = widths_of(font)
            units_per_em.add(font["head"].unitsPerEm)
    if set(faces) != set(FACES.values()) or len(units_per_em) != 1:
        raise SystemExit(f"{folder}: expected the faces {', '.join(FACES)} of one family, found {sorted(faces)}")
    table = {"units_per_em": units_per_em.pop(), "faces": {face: faces[face] for face in sorted(faces)}}
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
