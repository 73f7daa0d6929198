"""Text in the encodings before Unicode: TCVN3 (ABC), VNI, and UTF-8 that was read as something else.

Such text is told by decoding it: what was no Vietnamese becomes Vietnamese, syllable by syllable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from planforge.corpus import Corpus, Passage
from planforge.remembering import remembered
from planforge.rules.words.form_lines import is_form_line
from planforge.rules.words.syllables import MARKED, is_syllable

# TCVN 5712:1993 (VN3), as the fonts .VnTime and .VnArial show it; each letter at the place of a Latin-1 character.
TCVN3_LETTERS = (
    "µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ô"
    "åồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ"
)
# VNI: a letter and a second character for its mark; some letters have characters of their own.
VNI_MARKS = {
    "a": "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ",
    "e": "ùéøèûẻõẽïẹâêáếàềåểãễäệ",
    "o": "ùóøòûỏõõïọâôáốàồåổãỗäộ",
    "u": "ùúøùûủõũïụ",
    "y": "ùýøỳûỷõỹ",
    "ô": "ùớøờûởõỡïợ",
    "ö": "ùứøừûửõữïự",
}
VNI_ALONE = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
# Characters that stand in such text and hardly ever in Vietnamese.
SUSPECT = re.compile("[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df"
                     "\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]")  # fmt: skip
# Letters of Vietnamese beyond Latin-1, which no such text has.
UNICODE_LETTER = re.compile("[" + "".join(sorted(one for one in MARKED if ord(one) > 0xFF)) + "]", re.IGNORECASE)
TRIMMED = " \t.,;:!?()[]“”‘’\"'/-–…"
TRIMMED_WORD = re.compile(rf"[^\s{re.escape(TRIMMED)}]\S*")


class Decoded(NamedTuple):
    """The name of an encoding, and what the text is when read so."""

    encoding: str
    text: str


def _vni_pairs() -> dict[str, str]:
    pairs = {
        first + marks[index]: marks[index + 1]
        for first, marks in VNI_MARKS.items()
        for index in range(0, len(marks), 2)
    }
    pairs |= VNI_ALONE
    return pairs | {key.upper(): value.upper() for key, value in pairs.items()}


TCVN3 = {TCVN3_LETTERS[index]: TCVN3_LETTERS[index + 1] for index in range(0, len(TCVN3_LETTERS) - 1, 2)}
VNI = _vni_pairs()
VNI_WRITTEN = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def _read_as_utf8(text: str) -> str:
    """The text when its characters are taken for the bytes that they were."""
    raw = bytearray()
    for character in text:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return text
            raw.append(ord(character))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return text


@remembered(1024)
def decoded(text: str) -> Decoded | None:
    """What a text of an old encoding says; None for text that is none."""
    if not SUSPECT.search(text):
        return None
    words = [match[0].rstrip(TRIMMED) for match in TRIMMED_WORD.finditer(text)]
    strange = [word for word in words if not word.isascii()]
    before = sum(is_syllable(word) for word in strange)
    for encoding, read in (
        ("UTF-8", _read_as_utf8),
        ("TCVN3", lambda word: "".join(TCVN3.get(character, character) for character in word)),
        ("VNI", lambda word: VNI_WRITTEN.sub(lambda match: VNI[match[0]], word)),
    ):
        after = sum(is_syllable(read(word)) for word in strange)
        is_unicode = encoding != "UTF-8" and UNICODE_LETTER.search(text)
        if after >= 2 and after > before and after >= 0.75 * len(strange) and not is_unicode:
            return Decoded(encoding, read(text))
    return None


def legible(corpus: Corpus) -> Iterator[Passage]:
    """The passages whose letters are what they seem, composed and in no old encoding; lines of the form left out."""
    return (passage for passage in corpus.passages if _is_legible(passage.text) and not is_form_line(passage))


@remembered(20_000)
def _is_legible(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and decoded(text) is None
