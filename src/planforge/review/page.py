"""The page of comparison: one web page that needs nothing else, old and new side by side or as one text."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from planforge.language import message
from planforge.redline.comparison import Comparison
from planforge.review.page_sources import SourceOf, SourceTable
from planforge.review.page_view import shown_text, view_of
from planforge.review.sides import ChangedPaper
from planforge.review.whole import whole_text

if TYPE_CHECKING:
    import jinja2

# What programs that write such pages again know them by.
GENERATOR = "planforge"


class _Ours(str):
    """Text of this package that is markup already."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def page(paper: ChangedPaper, language: str, source_of: SourceOf, *, names: tuple[str, str] | None = None) -> str:
    """The whole page of one changed paper, in the language of the reader.

    `source_of` leads from an anchor to its line in YAML. `names` is what the two sides are called, "old" and "new" in
    words without it. A paper that stands on one side only is shown whole. Raises UserError when its DOCX is not to be
    read.
    """
    comparison, unproven = _comparison(paper), paper.redline.unproven if paper.redline else ()
    sources = SourceTable(source_of, message("page.uncommitted", language))
    view = view_of(comparison, sources)
    style, script = _own("page.css"), _own("page.js")
    whole = "" if paper.redline else "added" if paper.old is None else "removed"
    text = _template().render(
        say=partial(_say, language),
        language=language,
        generator=GENERATOR,
        title=shown_text(paper.title or paper.name),
        key=shown_text(paper.key if paper.cluster else paper.name),
        names=tuple(map(shown_text, names or (message("page.old", language), message("page.new", language)))),
        whole=whole,
        view=view,
        sources=sources.rows(),
        source_table=sources.to_json(),
        untracked=[shown_text(words.in_language(language)) for words in comparison.untracked],
        unproven=[shown_text(words.in_language(language)) for words in unproven],
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:",
    )
    return text.lstrip()


def _comparison(paper: ChangedPaper) -> Comparison:
    if paper.redline is not None:
        return paper.redline.comparison
    version = paper.new or paper.old
    return whole_text(version.files["docx"], added=paper.old is None) if version else Comparison(())


def _say(language: str, code: str, **values: Any) -> str:
    return message(code, language, values)


@cache
def _own(name: str) -> _Ours:
    return _Ours(files("planforge.review").joinpath(name).read_text(encoding="utf-8"))


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _template() -> jinja2.Template:
    import jinja2

    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    return environment.from_string(_own("page.html.j2"))
