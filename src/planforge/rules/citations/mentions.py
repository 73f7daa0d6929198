"""What rules about citations share: every mention in a corpus with its surroundings, and the day it is judged by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planforge.citations import Citation, Part, find_citations, read_symbol
from planforge.citations.dates import CitedDate, date_at
from planforge.citations.issuers import initials
from planforge.corpus import Corpus, Passage, Voice
from planforge.rule import Finding

# The registry of instruments is judged field by field, by rules of its own.
REGISTRY_FILE = "registry/instruments.yaml"
# Texts that are read from beginning to end: only there is one mention the first and another a later one.
WHOLE = frozenset({Voice.RAW, Voice.PAPER})
# What shows a raw text to be an official paper, which the decree binds, and not a report in the news.
OFFICIAL = re.compile(
    r"^\s*(?:Căn cứ\s|Nơi nhận:|Số:|Kính gửi:|CỘNG HÒA XÃ HỘI|QUYẾT ĐỊNH|KẾ HOẠCH|BÁO CÁO|TỜ TRÌNH)|\./\.\W*$"
)
# A file of a stranger may be one endless sentence: what is further away has nothing to say.
LONGEST_SENTENCE = 3000
NEIGHBOURS = 20
SENTENCE_ENDS = re.compile(r"[.!?…](?=\s|$)|\n")
PLACE_DATE = re.compile(r"^\s*[A-ZĐ][^,.;\d]{1,40},\s+ngày\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation in its passage; `others` are the citations around it, itself among them."""

    passage: Passage
    citation: Citation
    others: tuple[Citation, ...]

    def finding(
        self, part: Part | CitedDate | Citation | None = None, *, fix: str | None = None, **values: object
    ) -> Finding:
        """What a rule found at a part of the citation, or at all that names the instrument."""
        place = part or self.citation
        start, end = place.start, place.end
        if isinstance(place, Citation):
            named = [one.end for one in (place.type, place.number, place.name) if one]
            end = max(named, default=place.end)
        return self.passage.finding(start, end, fix=fix, **values)

    @property
    def before(self) -> str:
        """The sentence up to the citation."""
        start = self.citation.start
        text = self.passage.text[max(start - LONGEST_SENTENCE, 0) : start]
        ends = [match.end() for match in SENTENCE_ENDS.finditer(text)]
        return text[ends[-1] :] if ends else text

    @property
    def sentence(self) -> str:
        """The whole sentence that the citation begins in."""
        last = min(self.citation.end + LONGEST_SENTENCE, len(self.passage.text))
        after = SENTENCE_ENDS.search(self.passage.text, self.citation.end, last)
        start = self.citation.start - len(self.before)
        return self.passage.text[start : after.start() if after else last]

    @property
    def words_of_its_own(self) -> str:
        """The whole sentence without what its citations say."""
        start = self.citation.start - len(self.before)
        words = list(self.sentence)
        for one in self.others:
            for position in range(max(one.start, start), min(one.end, start + len(words))):
                words[position - start] = " "
        return "".join(words)


def mentions(corpus: Corpus) -> Iterator[Mention]:
    """Every citation that is written out, in the order of the corpus."""
    for passage in corpus.passages:
        if passage.path.endswith(REGISTRY_FILE):
            continue
        found = find_citations(passage.text)
        for index, citation in enumerate(found):
            yield Mention(passage, citation, found[max(index - NEIGHBOURS, 0) : index + NEIGHBOURS + 1])


def numbered(corpus: Corpus) -> Iterator[Mention]:
    """The mentions whose symbol is written to its end."""
    return (one for one in mentions(corpus) if one.citation.symbol is not None and one.citation.symbol.groups)


def in_papers(corpus: Corpus) -> Iterator[Mention]:
    """Those of them that stand in official papers, read from beginning to end."""
    papers = {
        passage.path
        for passage in corpus.passages
        if passage.voice is Voice.PAPER or (passage.voice is Voice.RAW and OFFICIAL.search(passage.text))
    }
    return (one for one in numbered(corpus) if one.passage.voice in WHOLE and one.passage.path in papers)


def settled_letters(corpus: Corpus) -> dict[str, str]:
    """Names of issuing bodies by their letters, as the registry of instruments shows them beyond doubt."""
    found = {}
    for instrument in corpus.instruments.values():
        symbol = read_symbol(instrument.symbol) if instrument.symbol else None
        if symbol is None or instrument.issuer is None or not symbol.bodies:
            continue
        if symbol.bodies[0].casefold() in initials(instrument.issuer.name):
            found[symbol.bodies[0]] = str(instrument.issuer.name)
    return found


def days_of(corpus: Corpus) -> dict[str, date]:
    """The day each text is judged by: as the corpus knows it, or as the text's own line of place and date says."""
    found: dict[str, date] = {}
    for passage in corpus.passages:
        known = corpus.date_of(passage.path)
        if known is None and passage.voice in WHOLE:
            opening = PLACE_DATE.match(passage.text)
            written = date_at(passage.text, opening.end()) if opening else None
            known = written.day if written and written.end >= len(passage.text.rstrip(" .")) else None
        if known is not None:
            found.setdefault(passage.path, known)
    return found


def wrong_year(citation: Citation) -> bool:
    """Whether the year in the symbol and the year of the date are two."""
    symbol, date_ = citation.symbol, citation.date
    return bool(symbol and date_ and symbol.year and date_.year and symbol.year != date_.year)
