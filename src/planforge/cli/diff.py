"""`planforge diff`: two finished files, ours or anybody's, as tracked changes, as a page and as pictures."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from planforge.cli.warning import warn
from planforge.cli.workspace import shown_path
from planforge.errors import PlanforgeError
from planforge.language import message
from planforge.output import staged, writable
from planforge.printable import printable
from planforge.redline.comparison import Change, ComparedParagraph, Fate, Piece
from planforge.review.files import ComparedFiles, compare_files, content_of
from planforge.review.results import check_results, write_results

AUTHOR = "planforge diff"
MOST_LINES = 20
# Letters of unchanged text beside a change, of one change, and of a line.
_AROUND, _MOST_CHANGED, _LONGEST = 24, 60, 200
_SIGNS = {
    Fate.ADDED: "+",
    Fate.REMOVED: "-",
    Fate.MOVED_FROM: "<",
    Fate.MOVED_TO: ">",
    Fate.CHANGED: "~",
    Fate.KEPT: "~",
}


def diff_command(
    language: str, old: Path, new: Path, output: Path | None, without_pages: bool, author: str, exit_code: bool
) -> int:
    """Compare, write and tell; 1 on a change where that is asked. The files go to `<new>.diff` beside the new file."""
    found = compare_files(old, new, author.strip() or AUTHOR)
    folder = (output or new.with_name(f"{new.stem}.diff")).absolute()
    check_results(folder)
    with staged() as drawn:
        told = "" if without_pages else _draw(found, drawn, language)
        if found.equal and not any(drawn.iterdir()):
            by_pages = bool(told) and found.pdfs == (old, new)
            _tell_equal(found, language, compared_pages=by_pages)
            return 0
        write_results(folder, lambda made: _write(found, made, (old, new), drawn, language))
    _tell(found, told, language)
    for path in sorted(folder.iterdir()):
        if not path.name.startswith("."):
            click.echo(message("diff.written", language, {"path": shown_path(path)}))
    return 1 if exit_code else 0


def _draw(found: ComparedFiles, folder: Path, language: str) -> str:
    """Draw the pages that differ into a folder; what there is to say about them, or nothing."""
    if found.equal and not found.text_only:
        return ""
    if found.pdfs is None:
        return message("diff.no_pages", language)
    from planforge.review.pictures import draw_pages

    old, new = found.pdfs
    try:
        pictures = draw_pages(content_of(old), content_of(new), folder, language)
    except PlanforgeError as error:
        if not error.code.startswith("pages."):
            raise
        return message(error.code, language, error.values)
    values = {
        "count": len(pictures.files),
        "shifted": ", ".join(map(str, pictures.shifted)) or message("diff.no_page", language),
        "left_out": pictures.left_out,
        "old": old.name,
        "new": new.name,
    }
    return message("diff.pages_left_out" if pictures.left_out else "diff.pages", language, values)


def _write(found: ComparedFiles, folder: Path, files: tuple[Path, Path], drawn: Path, language: str) -> None:
    """All files of the result, named after the new file."""
    from planforge.review.page import page
    from planforge.review.sides import ChangedPaper
    from planforge.review.table_of_origins import origins_beside

    stem = files[1].stem
    paper = ChangedPaper("", "", "", found.names[1], found.title, None, None, found.redline)
    text = page(paper, language, origins_beside(*files).get, names=found.names)
    with writable(folder):
        (folder / f"{stem}.diff.html").write_text(text, encoding="utf-8", newline="\n")
        if found.redline.docx is not None:
            (folder / f"{stem}.redline.docx").write_bytes(found.redline.docx)
        if any(drawn.iterdir()):
            shutil.copytree(drawn, folder / f"{stem}.pages")


def _tell_equal(found: ComparedFiles, language: str, *, compared_pages: bool) -> None:
    whole = compared_pages or not found.text_only
    click.echo(message("diff.equal" if whole else "diff.equal_text", language))
    _tell_limits(found, language)


def _tell(found: ComparedFiles, told: str, language: str) -> None:
    """What changed, paragraph by paragraph; then what could not be compared."""
    changed = [one for one in found.redline.comparison.paragraphs if one.changed]
    values = {"count": len(changed), "old": found.names[0], "new": found.names[1]}
    click.echo(click.style(message("diff.compared", language, values), bold=True))
    for paragraph in changed[:MOST_LINES]:
        click.echo(f"  {_line(paragraph, language)}")
    if len(changed) > MOST_LINES:
        click.echo(f"  {message('diff.more', language, {'count': len(changed) - MOST_LINES})}")
    if told:
        click.echo(told)
    if found.text_only:
        click.echo(message("diff.no_redline", language))
    _tell_limits(found, language)


def _tell_limits(found: ComparedFiles, language: str) -> None:
    for words in (*found.redline.comparison.untracked, *found.redline.unproven):
        warn(printable(words.in_language(language)), language)


def _line(paragraph: ComparedParagraph, language: str) -> str:
    """One changed paragraph on one line: its number in the file it stands in, and the words that changed."""
    number = paragraph.old if paragraph.fate in {Fate.REMOVED, Fate.MOVED_FROM} else paragraph.new
    words = " ".join("".join(_pieces(paragraph)).split())
    marked = any(piece.change in {Change.ADDED, Change.REMOVED} for piece in paragraph.pieces)
    if not words or (not marked and paragraph.fate is Fate.CHANGED):
        words = f"{words} {message('diff.look_only', language)}".strip()
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    values = {"sign": _SIGNS[paragraph.fate], "number": number or paragraph.old or message("diff.no_page", language), "words": shown}
    return message("diff.paragraph", language, values)


def _pieces(paragraph: ComparedParagraph) -> Iterator[str]:
    """The words of a paragraph: of one that stands on one side the beginning, of others the changes in brackets."""
    if paragraph.fate not in {Fate.CHANGED, Fate.KEPT}:
        yield (paragraph.old_text or paragraph.new_text)[:_LONGEST]
        return
    last = len(paragraph.pieces) - 1
    for index, piece in enumerate(paragraph.pieces):
        yield _shown(piece, first=index == 0, last=index == last)


def _shown(piece: Piece, *, first: bool, last: bool) -> str:
    text = piece.text
    if piece.change in {Change.ADDED, Change.REMOVED}:
        sign = "+" if piece.change is Change.ADDED else "-"
        return f"[{sign}{text if len(text) <= _MOST_CHANGED else f'{text[:_MOST_CHANGED]}…'}{sign}]"
    if first and len(text) > _AROUND:
        return f"…{text[-_AROUND:]}"
    if last and len(text) > _AROUND:
        return f"{text[:_AROUND]}…"
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"
