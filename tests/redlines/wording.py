"""Other words for a text, by chance: what a person does who corrects, adds, cuts or rewrites."""

from __future__ import annotations

import re
from random import Random

_WORDS = (
    "các đơn vị phối hợp kịp thời thường xuyên tổ chức báo cáo kết quả thực hiện nhiệm vụ và tiếp tục nâng cao chất "
    "lượng công tác theo dõi kiểm tra đôn đốc tổng hợp gửi trước ngày hội nghị rà soát bổ sung hoàn thiện quy chế của "
    "cơ quan bảo đảm đúng tiến độ hiệu quả thiết thực trong năm gắn với phong trào ví dụ mới"
).split()
_NAME_WORDS = ("Ví dụ", "Trung ương", "miền Đông", "và Đào tạo", "Quốc gia", "thứ Hai", "Mới")
_BLANKS = re.compile(r"(\s+)")
_PLAIN = re.compile(r"[^\W\d_]+[,;]?")
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[IVX]+")
_ROMANS = "I II III IV V VI VII VIII IX X XI XII".split()
PROSE = 6


def invented(random: Random, least: int, most: int) -> str:
    """Some words that need not make sense."""
    return " ".join(random.choice(_WORDS) for _ in range(random.randint(least, most)))


def reworded(text: str, random: Random) -> str:
    """The text with some of its words changed; what stands in braces stays. The same text where nothing can be."""
    pieces = _BLANKS.split(text)
    plain = _plain_places(pieces)
    if len(plain) < PROSE:
        return renamed(text, random)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        pieces = _one_edit(pieces, random)
    return "".join(pieces)


def _plain_places(pieces: list[str]) -> list[int]:
    found, depth = [], 0
    for index, piece in enumerate(pieces):
        depth += piece.count("{{") - piece.count("}}")
        if depth == 0 and _PLAIN.fullmatch(piece):
            found.append(index)
    return found


def _one_edit(pieces: list[str], random: Random) -> list[str]:
    places = _plain_places(pieces)
    if not places:
        return pieces
    at = random.choice(places)
    kind = random.choice(("replace", "replace", "insert", "insert", "delete", "delete", "rewrite", "swap", "comma"))
    if kind == "replace":
        return [*pieces[:at], invented(random, 1, 3), *pieces[at + 1 :]]
    if kind == "insert":
        return [*pieces[:at], invented(random, 1, 6), " ", *pieces[at:]]
    if kind == "comma":
        word = pieces[at]
        return [*pieces[:at], word[:-1] if word.endswith((",", ";")) else f"{word},", *pieces[at + 1 :]]
    stretch = _stretch(places, at, random.randint(1, 12 if kind == "rewrite" else 4))
    if kind == "delete" and len(stretch) < len(places):
        # With the blank that follows, so that no two come together.
        return pieces[: stretch[0]] + pieces[stretch[-1] + 2 :]
    if kind == "rewrite":
        return [*pieces[: stretch[0]], invented(random, 2, 12), *pieces[stretch[-1] + 1 :]]
    other = random.choice(places)
    swapped = list(pieces)
    swapped[at], swapped[other] = swapped[other], swapped[at]
    return swapped


def _stretch(places: list[int], start: int, length: int) -> list[int]:
    """Places of words that follow each other, with one blank between them."""
    found = [start]
    known = set(places)
    while len(found) < length and found[-1] + 2 in known:
        found.append(found[-1] + 2)
    return found


def renamed(text: str, random: Random) -> str:
    """A name, number or date a little changed; the same text where it is none of them."""
    if _ROMAN.fullmatch(text):
        return random.choice([one for one in _ROMANS if one != text])
    digits = list(_DIGITS.finditer(text))
    if digits and (len(digits) > 2 or random.random() < 0.7 or not text.strip(" 0123456789./-")):
        return _renumbered(text, random.choice(digits), random)
    words = text.split(" ")
    if "{" in text or not any(_PLAIN.fullmatch(word) for word in words):
        return text
    kind = random.choice(("add", "add", "replace", "drop"))
    if kind == "drop" and len(words) > 3:
        del words[random.randrange(1, len(words))]
    elif kind == "replace" and len(words) > 2:
        words[random.randrange(1, len(words))] = random.choice(_NAME_WORDS)
    else:
        words.insert(random.randint(1, len(words)), random.choice(_NAME_WORDS))
    return " ".join(words)


def _renumbered(text: str, digits: re.Match[str], random: Random) -> str:
    value, width = int(digits[0]), len(digits[0])
    other = value + random.choice((1, 1, 2, 3)) if value < 5 or random.random() < 0.6 else value - random.randint(1, 4)
    return text[: digits.start()] + str(other).zfill(width if digits[0].startswith("0") else 1) + text[digits.end() :]


_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WORD_IN_LINE = re.compile(r"(?<= )[^\W\d_]{2,}(?= )")
_NO_PROSE = (":::", "|", "{%", "#}", "{#")


def template_reworded(text: str, lines: list[int], random: Random) -> str | None:
    """A template with other words in one of some lines, counted from 1; None where none of them is prose."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    code = [match.span() for match in _CODE.finditer(text)]
    for number in random.sample(lines, len(lines)):
        if number >= len(starts):
            continue
        start, end = starts[number - 1], starts[number]
        if text[start:end].lstrip().startswith(_NO_PROSE):
            continue
        words = [
            match.span()
            for match in _WORD_IN_LINE.finditer(text, start, end)
            if not any(first < match.end() and match.start() < last for first, last in code)
        ]
        if len(words) < 2:
            continue
        first, last = random.choice(words)
        kind = random.choice(("replace", "insert", "delete"))
        if kind == "delete":
            return text[:first] + text[last + 1 :]
        said = invented(random, 1, 4)
        return text[:first] + said + (text[last:] if kind == "replace" else f" {text[first:]}")
    return None
