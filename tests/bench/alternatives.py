"""The same words by other means: pandoc or docxtpl for the DOCX, LibreOffice for the PDF. Run by `make bench`."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


def to_pdf(document: Path, folder: Path, office: str, profile: str) -> None:
    """Convert with LibreOffice, its profile being warm."""
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def with_pandoc(source: Path, folder: Path) -> Path:
    """Markdown to DOCX by the same pandoc, tidied by python-docx as such scripts do."""
    import docx

    spec = find_spec("pypandoc")
    assert spec is not None
    assert spec.origin is not None
    pandoc = Path(spec.origin).parent / "files" / "pandoc"
    document = folder / "pandoc.docx"
    subprocess.run([str(pandoc), "-f", "gfm", "-t", "docx", "-o", str(document), str(source)], check=True)
    opened = docx.Document(str(document))
    for paragraph in opened.paragraphs:
        paragraph.paragraph_format.first_line_indent = 457200
    opened.save(str(document))
    return document


def make_template(folder: Path) -> Path:
    """A Word template with one loop, as docxtpl's users write them; made once, before the clock starts."""
    import docx

    template = docx.Document()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        template.add_paragraph(line)
    path = folder / "template.docx"
    template.save(str(path))
    return path


def with_docxtpl(source: Path, folder: Path) -> Path:
    """The paragraphs through the Word template."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(str(folder / "template.docx"))
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    template.render({"lines": lines}, autoescape=True)
    document = folder / "docxtpl.docx"
    template.save(str(document))
    return document


def main() -> None:
    """Run one route: `template`, `pandoc` or `docxtpl`."""
    route, source, folder, office, profile = sys.argv[1:]
    if route == "template":
        make_template(Path(folder))
        return
    make = {"pandoc": with_pandoc, "docxtpl": with_docxtpl}[route]
    to_pdf(make(Path(source), Path(folder)), Path(folder), office, profile)


if __name__ == "__main__":
    main()
