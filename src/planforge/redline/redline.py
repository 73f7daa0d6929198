"""Two finished DOCX files → the new one with tracked changes that lead back to the old one, proven."""

from __future__ import annotations

from planforge.errors import UserError
from planforge.redline.comparing import Compared, compare_files
from planforge.redline.comparison import AuthorOf, Comparison, Redline
from planforge.redline.packing import written
from planforge.redline.proof import prove
from planforge.verify.docx.limits import TooLargeError

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
    found = _tried(old, new, author_of, names, coarse=False)
    if found.docx is None:
        by_paragraphs = _tried(old, new, author_of, names, coarse=True)
        return found if by_paragraphs.docx is None else by_paragraphs
    return found


def _tried(old: bytes, new: bytes, author_of: AuthorOf, names: tuple[str, str], *, coarse: bool) -> Redline:
    compared = _compared(old, new, names, coarse=coarse)
    result = written(compared, author_of)
    failed = prove(result.docx, compared.old_content, compared.new_content)
    if failed:
        return Redline(None, compared.comparison, unproven=failed)
    return Redline(result.docx, compared.comparison, result.revisions, result.words)


def _compared(old: bytes, new: bytes, names: tuple[str, str], *, coarse: bool) -> Compared:
    try:
        return compare_files(old, new, names, coarse=coarse)
    except (TooLargeError, RecursionError) as error:
        raise UserError("docx.too_large", path=names[1]) from error
