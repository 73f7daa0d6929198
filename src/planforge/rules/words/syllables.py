"""The syllables that Vietnamese allows: which letters may begin and end one, and on which letter its tone mark stands.

Only what the spelling itself decides; whether a syllable is a word is not known here.
"""

from __future__ import annotations

import unicodedata

from planforge.remembering import remembered

TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0309": "hỏi", "\u0303": "ngã", "\u0323": "nặng"}
# Letters that only Vietnamese has among the languages an office writes, or that its tones make.
MARKED = frozenset("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
LETTERS = MARKED | frozenset("abcdeghiklmnopqrstuvxy")
# For classes in regular expressions: a range of Unicode would mix small and capital letters.
SMALL = "a-z" + "".join(sorted(MARKED))
CAPITAL = "A-Z" + "".join(sorted(MARKED)).upper()
VOWELS = frozenset("aăâeêioôơuưy")
ONSETS = ("ngh", "ch", "gh", "kh", "ng", "nh", "ph", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p",
          "r", "s", "t", "v", "x", "")  # fmt: skip
RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê "
    "êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan "
    "oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông "
    "ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy "
    "uya uych uyên uyêt uynh uyn uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên "
    "yêng yêt "
    "yêu".split()
)
AFTER_Q = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e ec en eng eo et ê ên ênh êt êch êu "
    "i "
    "it ich inh in ôc ơ ơi ơt y ych yên yêt ynh yt yn yp".split()
)
FRONT = frozenset("eêiy")
STOPPED = ("c", "ch", "p", "t")
STOP_TONES = frozenset({"sắc", "nặng"})
# The onsets after which `y` is written for `i`.
BEFORE_Y = frozenset({"", "b", "d", "h", "k", "l", "m", "n", "s", "t", "th", "v", "ch"})


@remembered(16384)
def split_tone(syllable: str) -> tuple[str, str, int]:
    """A lower-case syllable without its tone mark, the mark's name (empty where it has none), and the marked letter.

    The letter is given by its index, -1 where there is none or more than one.
    """
    bare: list[str] = []
    tones: list[tuple[str, int]] = []
    for character in syllable:
        parts = unicodedata.normalize("NFD", character)
        found = [part for part in parts if part in TONES]
        tones += [(TONES[part], len(bare)) for part in found]
        bare.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)))
    if len(tones) != 1:
        return "".join(bare), "" if not tones else "?", -1
    return "".join(bare), *tones[0]


@remembered(16384)
def parted(bare: str) -> tuple[str, str] | None:
    """Onset and rime of a syllable without tone; None where Vietnamese has no such syllable."""
    if bare.startswith("qu"):
        return ("qu", bare[2:]) if bare[2:] in AFTER_Q else None
    if bare.startswith("gi") and len(bare) > 2:
        rime = bare[2:]
        if rime in RIMES and not rime.startswith(("i", "y")):
            return "gi", rime
        return ("g", bare[1:]) if bare[1:] in {"ich", "im", "in", "ip"} else None
    for onset in ONSETS:
        if bare.startswith(onset):
            rime = bare[len(onset) :]
            return (onset, rime) if rime in RIMES and _agree(onset, rime) else None
    return None


def _agree(onset: str, rime: str) -> bool:
    """Whether the letters of an onset are those that this rime asks for: nghề, ngành; kể, cá."""
    front = rime[0] in FRONT
    if onset in {"k", "gh", "ngh"}:
        return front
    if onset in {"c", "g", "ng"}:
        return not front or (onset, rime) == ("g", "i")
    return not rime.startswith("y") or onset in BEFORE_Y


@remembered(16384)
def is_syllable(word: str) -> bool:
    """Whether the spelling of Vietnamese allows this word, in either style of tone marks; capitals count as small."""
    bare, tone, place = split_tone(word.casefold())
    if tone == "?":
        return False
    parts = parted(bare)
    if parts is None:
        return False
    if tone not in STOP_TONES and parts[1].endswith(STOPPED):
        return False
    return not tone or place in tone_places(bare)


def is_vietnamese(word: str) -> bool:
    """Whether a small-letter word has a letter that only Vietnamese has, and none that it lacks."""
    return not MARKED.isdisjoint(word) and LETTERS.issuperset(word)


def nuclei(word: str) -> int:
    """How many runs of vowels a small-letter word has: a syllable has one."""
    bare = split_tone(word)[0]
    return sum(
        character in VOWELS and (index == 0 or bare[index - 1] not in VOWELS) for index, character in enumerate(bare)
    )


@remembered(20_000)
def tone_places(bare: str) -> tuple[int, ...]:
    """The letters of a syllable that may carry its tone mark: the old style first, the new style where it differs."""
    parts = parted(bare)
    if parts is None:
        return ()
    onset, rime = parts
    start = len(onset)
    vowels = [index for index, character in enumerate(rime) if character in VOWELS]
    last = vowels[-1]
    for character in ("ê", "ơ", "ă", "â", "ô"):
        if character in rime:
            return (start + rime.index(character),)
    if len(vowels) == 1:
        return (start + last,)
    if rime in {"oa", "oe", "uy"}:
        return (start, start + 1)
    if last < len(rime) - 1 or len(vowels) == 3:
        return (start + vowels[1],)
    return (start + vowels[0],)


def with_tone(bare: str, tone: str, place: int) -> str:
    """A syllable with its tone mark on one letter."""
    mark = next(mark for mark, name in TONES.items() if name == tone)
    return bare[:place] + unicodedata.normalize("NFC", bare[place] + mark) + bare[place + 1 :]
