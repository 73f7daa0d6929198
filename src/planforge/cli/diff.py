"""`planforge diff`: two finished files, ours or anybody's, as tracked changes, as a page and as pictures."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
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
from planforge.review.results import check_results, folder_beside, write_results

AUTHOR = "planforge diff"
MOST_LINES = 20
# Of paragraphs of the same words, so few are told one by one.
MOST_RESTYLED = 3
# Letters of unchanged text beside a change, of one change, and of a line.
_AROUND, _MOST_CHANGED, _LONGEST = 24, 60, 200
_WORDS = frozenset({Change.ADDED, Change.REMOVED})
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
    folder = (output or folder_beside(new)).absolute()
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
    paragraphs = found.redline.comparison.paragraphs
    changed = [one for one in paragraphs if one.changed]
    worded = [one for one in changed if not _only_looks(one)]
    looks = len(changed) - len(worded)
    values = {"count": len(worded) or looks, "old": found.names[0], "new": found.names[1]}
    only_looks = bool(looks) and not worded
    click.echo(click.style(message("diff.only_looks" if only_looks else "diff.compared", language, values), bold=True))
    rows = _rows(paragraphs)
    for paragraph in worded[:MOST_LINES]:
        click.echo(f"  {_line(paragraph, rows, language)}")
    if len(worded) > MOST_LINES:
        click.echo(f"  {message('diff.more', language, {'count': len(worded) - MOST_LINES})}")
    restyled = [one for one in changed if _only_looks(one) and _restyled(one)]
    told_singly = restyled if len(restyled) <= MOST_RESTYLED else []
    for paragraph in told_singly:
        values = {"number": paragraph.new or paragraph.old or "", "words": _cut(_restyled(paragraph), _MOST_CHANGED)}
        click.echo(f"  {message('diff.restyled', language, values)}")
    rest = looks - len(told_singly)
    if rest and (worded or told_singly):
        click.echo(f"  {message('diff.more_looks', language, {'count': rest})}")
    if told:
        click.echo(told)
    if found.text_only:
        click.echo(message("diff.no_redline", language))
    elif found.redline.docx is None:
        click.echo(message("diff.no_redline_proven", language))
    _tell_limits(found, language)


def _only_looks(paragraph: ComparedParagraph) -> bool:
    """Whether a paragraph stands where it stood, with the same words."""
    fates = {paragraph.fate, paragraph.spot.row_fate if paragraph.spot else Fate.KEPT}
    return fates <= {Fate.KEPT, Fate.CHANGED} and not any(piece.change in _WORDS for piece in paragraph.pieces)


def _restyled(paragraph: ComparedParagraph) -> str:
    """The words of a paragraph that look otherwise than before."""
    return " ".join("".join(one.text for one in paragraph.pieces if one.change is Change.RESTYLED).split())


def _rows(paragraphs: Iterable[ComparedParagraph]) -> dict[tuple[int, int], list[str]]:
    """What the rows of tables say, by table and row."""
    rows: dict[tuple[int, int], list[str]] = {}
    for one in paragraphs:
        if one.spot is not None and one.spot.bordered:
            rows.setdefault((one.spot.table, one.spot.row), []).append(" ".join(one.new_text.split()))
    return rows


def _tell_limits(found: ComparedFiles, language: str) -> None:
    for words in (*found.redline.comparison.untracked, *found.redline.unproven):
        warn(printable(words.in_language(language)), language)


def _line(paragraph: ComparedParagraph, rows: Mapping[tuple[int, int], list[str]], language: str) -> str:
    """One changed paragraph on one line: its number in the file it stands in, and the words that changed."""
    number = paragraph.old if paragraph.fate in {Fate.REMOVED, Fate.MOVED_FROM} else paragraph.new
    values = {
        "sign": _SIGNS[paragraph.fate],
        "number": number or paragraph.old or message("diff.no_page", language),
        "words": _cut(" ".join("".join(_pieces(paragraph)).split()), _LONGEST),
    }
    line = message("diff.paragraph", language, values)
    spot = paragraph.spot
    row = rows.get((spot.table, spot.row), []) if spot is not None and spot.row_fate is not Fate.REMOVED else []
    if paragraph.fate is not Fate.CHANGED or len(row) < 2:
        return line
    return f"{line} {message('diff.in_row', language, {'words': _cut(' | '.join(filter(None, row)), _MOST_CHANGED)})}"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}…"


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
    if piece.change in _WORDS:
        sign = "+" if piece.change is Change.ADDED else "-"
        return f"[{sign}{_cut(text, _MOST_CHANGED)}{sign}]"
    if first and len(text) > _AROUND:
        return f"…{text[-_AROUND:]}"
    if last and len(text) > _AROUND:
        return f"{text[:_AROUND]}…"
    return text if len(text) <= 2 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"
