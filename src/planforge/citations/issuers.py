"""Issuing bodies: the letters that name them in symbols, and their names in a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Head and body issue under one symbol: a decision of the Minister and a plan of the Ministry both end in BTP.
HEADS = re.compile(
    r"(?:Phó )?(?:Bộ trưởng|Thứ trưởng|Chủ tịch|Chủ nhiệm|Giám đốc|Hiệu trưởng|Viện trưởng|Tổng Biên tập) "
)
MINISTRY = re.compile(r"(?:Bộ trưởng )?Bộ [A-ZĐ]")
LONGEST_NAME = 100
TERM = re.compile(r"[0-9]+$")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Body:
    """An issuing body: the letters it signs with, what it is called, and whether it is one of the Party."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    party: bool = False


@cache
def known_bodies() -> tuple[Body, ...]:
    """The bodies whose letters are settled."""
    with (Path(__file__).parent / "issuers.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(Body(tuple(one["codes"]), tuple(one["names"]), one.get("party", False)) for one in table["body"])


@cache
def _by_code() -> dict[str, tuple[str, Body]]:
    return {code.casefold(): (code, body) for body in known_bodies() for code in body.codes}


@cache
def _by_name() -> dict[str, Body]:
    return {name.casefold(): body for body in known_bodies() for name in body.names}


def body_of(letters: str) -> Body | None:
    """The body that letters stand for, in whatever case, with or without the number of a term (QH15)."""
    found = _by_code().get(TERM.sub("", letters).casefold())
    return found[1] if found else None


def spelt(letters: str) -> str | None:
    """The letters of a known body as they should be written: TTg, not TTG; None where the body is not known."""
    term = TERM.search(letters)
    found = _by_code().get(TERM.sub("", letters).casefold())
    return f"{found[0]}{term[0] if term else ''}" if found else None


def is_party(letters: str) -> bool:
    """Whether letters stand for a body of the Party."""
    body = body_of(letters)
    return body is not None and body.party


def plain(name: str) -> str:
    """A name with single blanks and tone marks in one style, for comparing."""
    words = " ".join(name.split())
    for new, old in (("uỷ", "ủy"), ("Uỷ", "Ủy"), ("oà", "òa"), ("oá", "óa")):
        words = words.replace(new, old)
    return words


def named(name: str) -> Body | None:
    """The known body whose name some words begin with, by the longest such name."""
    words = plain(name).casefold()
    fitting = [known for known in _by_name() if _begins(words, known)]
    return _by_name()[max(fitting, key=len)] if fitting else None


def name_length(text: str) -> int:
    """How many characters of a text are the known name it begins with; 0 where it begins with none."""
    words = text[:LONGEST_NAME].casefold()
    return max((len(name) for name in _by_name() if _begins(words, name)), default=0)


def _begins(words: str, name: str) -> bool:
    return words.startswith(name) and not words[len(name) : len(name) + 1].isalnum()


def initials(name: str) -> Iterable[str]:
    """What a body called so might sign with: the first letters of its first two words, three words and so on."""
    words = [word for word in WORD.findall(HEADS.sub("", plain(name))) if word.casefold() != "và"]
    letters = "".join(word[0] for word in words).casefold()
    return (letters[:length] for length in range(2, len(letters) + 1))


def fits(letters: str, issuer: str, settled: Mapping[str, str] | None = None) -> bool | None:
    """Whether who issues agrees with the letters of a symbol; None where that cannot be told.

    `settled` are names of further bodies by their letters, such as those of a registry.
    """
    body, other = body_of(letters), named(issuer)
    code = TERM.sub("", letters).replace("&", "").casefold()
    words = plain(issuer).casefold()
    own = {key.casefold(): plain(name).casefold() for key, name in (settled or {}).items()}
    if body is not None and (other is body or any(_begins(words, plain(name).casefold()) for name in body.names)):
        return True
    if code in initials(issuer) or (code in own and _begins(words, own[code])):
        return True
    if body is None and code not in own:
        return None
    named_for_certain = other is not None or any(_begins(words, name) for name in own.values())
    return False if named_for_certain or MINISTRY.match(plain(issuer)) else None
