"""Two finished DOCX files → the new one with tracked changes that lead back to the old one, proven."""

from __future__ import annotations

from dataclasses import replace

from planforge.errors import UserError
from planforge.redline.comparing import Compared, compare_files
from planforge.redline.comparison import AuthorOf, Comparison, Redline
from planforge.redline.dissolving import dissolved
from planforge.redline.packing import written
from planforge.redline.proof import prove
from planforge.redline.untracked import BY_PARAGRAPHS, DISSOLVED
from planforge.verify.docx.limits import TooLargeError
from planforge.words import Words

_NAMES = ("old.docx", "new.docx")


def compare(old: bytes, new: bytes, names: tuple[str, str] = _NAMES) -> Comparison:
    """What two DOCX files have in common and what not.

    Raises UserError `docx.…`, by one of the names, when one of them is no DOCX that can be trusted.
    """
    return _compared(old, new, names, coarse=False).comparison


def redline(old: bytes, new: bytes, author_of: AuthorOf, names: tuple[str, str] = _NAMES) -> Redline:
    """The new file with tracked changes: with all accepted it is the new, with all rejected the old one.

    That is proven before it is given out; where it does not hold even for whole paragraphs, there is no file and
    `unproven` says why. Raises UserError `docx.…` as `compare` does.
    """
    first = _tried(old, new, author_of, names)
    if first.docx is not None:
        return first
    bare = _dissolved(old, new, names)
    if bare is not None:
        found = _tried(*bare, author_of, names, said=(DISSOLVED,))
        if found.docx is not None:
            return found
    found = _tried(old, new, author_of, names, coarse=True, said=(BY_PARAGRAPHS,))
    return first if found.docx is None else found


def _dissolved(old: bytes, new: bytes, names: tuple[str, str]) -> tuple[bytes, bytes] | None:
    before, after = dissolved(old, names[0]), dissolved(new, names[1])
    return None if before is None and after is None else (before or old, after or new)


def _tried(
    old: bytes,
    new: bytes,
    author_of: AuthorOf,
    names: tuple[str, str],
    *,
    coarse: bool = False,
    said: tuple[Words, ...] = (),
) -> Redline:
    compared = _compared(old, new, names, coarse=coarse)
    if old == new:
        return Redline(compared.new_content, compared.comparison)
    result = written(compared, author_of)
    failed = prove(result.docx, compared.old_content, compared.new_content)
    comparison = replace(compared.comparison, untracked=(*compared.comparison.untracked, *said))
    if failed:
        return Redline(None, comparison, unproven=failed)
    return Redline(result.docx, comparison, result.revisions, result.words)


def _compared(old: bytes, new: bytes, names: tuple[str, str], *, coarse: bool) -> Compared:
    try:
        return compare_files(old, new, names, coarse=coarse)
    except (TooLargeError, RecursionError) as error:
        raise UserError("docx.too_large", path=names[1]) from error
