"""The lines of a finished file that the rules about its form read letter by letter: they say what is wrong there."""

from __future__ import annotations

import re

from planforge.corpus import Passage, Voice

LONGEST = 90
NATIONAL_NAME = re.compile(r"xã hội chủ|chủ nghĩa việt nam", re.IGNORECASE)
MOTTO_WORDS = ("độc lập", "tự do", "hạnh phúc")
NUMBER = re.compile(r"\s*Số\s*:")
PLACE_DATE = re.compile(r"[^\d.;:]{2,60}\bngày\s.{0,14}\btháng\s.{0,14}\bnăm\s*\S{0,6}\s*", re.IGNORECASE)
RECIPIENTS = re.compile(r"\s*Nơi nhận\s*:?\s*", re.IGNORECASE)


def is_form_line(passage: Passage) -> bool:
    """Whether a paragraph of a file is its national name, motto, number, place and date, or the label of recipients."""
    text = passage.text
    if passage.voice is not Voice.PAPER or len(text) > LONGEST:
        return False
    small = text.casefold()
    return bool(
        (text.isupper() and NATIONAL_NAME.search(text))
        or sum(word in small for word in MOTTO_WORDS) > 1
        or NUMBER.match(text)
        or PLACE_DATE.fullmatch(text)
        or RECIPIENTS.fullmatch(text)
    )
