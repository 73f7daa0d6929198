"""PF324: what is written with Vietnamese letters is a Vietnamese syllable."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.corpus import Corpus, Passage
from planforge.diagnostics import Severity
from planforge.remembering import remembered
from planforge.rule import Answer, Kind, Rule
from planforge.rules.words.legacy import legible
from planforge.rules.words.marks import Style, style_of
from planforge.rules.words.misspellings import misspellings
from planforge.rules.words.pf322_joined_words import parted_words
from planforge.rules.words.syllables import (
    is_syllable,
    is_vietnamese,
    nuclei,
    split_tone,
    tone_places,
    with_tone,
)
from planforge.rules.words.telling import Slip, told
from planforge.rules.words.tokens import Token, begins_sentence, like, tokens
from planforge.rules.words.wordlists import words
from planforge.words import NOTHING, Words

# Consonants that begin or end syllables of other languages of the country, and of loan words.
LOAN_LETTERS = frozenset("fjwz")
LOAN_CLUSTERS = ("bl", "br", "cl", "cr", "đr", "dr", "fl", "fr", "gl", "gr", "kl", "kr", "pl", "pr", "sp", "st", "str")
JOINING = frozenset("-_'’")
LONGEST = 8


def check(corpus: Corpus) -> Iterator[Answer]:
    """Each small-letter word with marks that no spelling of Vietnamese explains."""
    yield from told(_slips(corpus))


def _slips(corpus: Corpus) -> Iterator[Slip]:
    for passage in legible(corpus):
        odd = [token for token in tokens(passage.text) if _is_odd(token.text) and _is_common(passage, token)]
        known = [(slip.start, slip.end) for slip in misspellings(passage, "misspellings")] if odd else []
        for token in odd:
            if not any(start <= token.start < end for start, end in known):
                wanted = _likely(token.text)
                values = {"meant": _meant(wanted)}
                yield Slip(passage, token.start, token.end, wanted or None, values)


@remembered(16384)
def _is_odd(word: str) -> bool:
    small = word.casefold()
    if not is_vietnamese(small) or len(word) > LONGEST or is_syllable(small) or small in words("loan_words"):
        return False
    found = style_of(word)
    return not (
        (found and found[0] is Style.NONE)
        or parted_words(word)
        or not LOAN_LETTERS.isdisjoint(small)
        or any(cluster in small for cluster in LOAN_CLUSTERS)
        or nuclei(small) != 1
    )


def _is_common(passage: Passage, token: Token) -> bool:
    """Whether a word is no name, no abbreviation and no part of a longer word."""
    text = passage.text
    if text[token.end : token.end + 1] in {"-", "_"} or text[max(0, token.start - 1) : token.start] in {
        "-",
        "_",
        "’",
        "'",
    }:
        return False
    return token.text.islower() or (bool(_likely(token.text)) and begins_sentence(text, token.start))


def _likely(word: str) -> str:
    """What was meant, where one slip of the keyboard explains it: ươ typed as uơ or ưo."""
    bare, tone, _ = split_tone(word.casefold())
    meant = bare.replace("uơ", "ươ").replace("ưo", "ươ")
    if meant == bare or not tone_places(meant) or tone == "?":
        return ""
    meant = with_tone(meant, tone, tone_places(meant)[0]) if tone else meant
    return like(meant, word) if is_syllable(meant) else ""


def _meant(wanted: str) -> Words:
    return Words(f", có lẽ là “{wanted}”", f", “{wanted}” may be meant") if wanted else NOTHING


RULE = Rule(
    code="PF324",
    name="impossible-syllable",
    severity=Severity.WARNING,
    kind=Kind.TEXT,
    title=Words("chữ không thành âm tiết tiếng Việt", "no syllable of Vietnamese"),
    reason=Words(
        "Chính tả tiếng Việt chỉ cho phép một số âm đầu, vần và thanh đi với nhau: vần kết thúc bằng c, ch, p, t chỉ "
        "mang thanh sắc hoặc nặng; ngh, gh, k chỉ đứng trước e, ê, i. Chữ không theo quy tắc đó là gõ sót, gõ nhầm "
        "hoặc quét sai. Tên riêng, từ mượn không báo.",
        "The spelling of Vietnamese lets only some onsets, rimes and tones meet: a rime that ends in c, ch, p, t has "
        "the tone sắc or nặng; ngh, gh, k stand before e, ê, i only. What breaks this was mistyped or misread. Names "
        "and loan words are left alone.",
    ),
    message=Words(
        "“{found}” không phải âm tiết tiếng Việt{meant}{again}",
        "“{found}” is no syllable of Vietnamese{meant}{again}",
    ),
    hint=Words("Đọc lại và gõ đúng từ này.", "Read it again and type the right word."),
    flagged=("các đơn vị đươc biểu dương", "thực hiên tôt nhiệm vụ", "công tác thi đua, khen thuởng của Cụm"),
    fine=(
        "được biểu dương, thực hiện tốt",
        "buôn Krông Năng, huyện Đắk Lắk",
        "khuỷu tay, nguệch ngoạc, quốc gia",
        "giếng",
    ),
    check=check,
    fixable=True,
)
