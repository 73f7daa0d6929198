"""The types of administrative documents (Article 7), their abbreviations and forms (Appendix III, section I)."""

from __future__ import annotations

from dataclasses import dataclass

from planforge.remembering import remembered
from planforge.verify.likeness import letters, likeness, mostly_capitals, plain

FORM_ANNEX = "2.1"
FORM_LETTER = "1.5"
FORM_NAMED = "1.4"


@dataclass(frozen=True, slots=True)
class PaperType:
    """A type in capitals, its abbreviation, and the form it is written in."""

    name: str
    symbol: str
    form: str = FORM_NAMED


TYPES = (
    PaperType("NGHỊ QUYẾT", "NQ", "1.1"),
    PaperType("QUYẾT ĐỊNH", "QĐ", "1.2"),
    PaperType("CHỈ THỊ", "CT"),
    PaperType("QUY CHẾ", "QC"),
    PaperType("QUY ĐỊNH", "QyĐ"),
    PaperType("THÔNG CÁO", "TC"),
    PaperType("THÔNG BÁO", "TB"),
    PaperType("HƯỚNG DẪN", "HD"),
    PaperType("CHƯƠNG TRÌNH", "CTr"),
    PaperType("KẾ HOẠCH", "KH"),
    PaperType("PHƯƠNG ÁN", "PA"),
    PaperType("ĐỀ ÁN", "ĐA"),
    PaperType("DỰ ÁN", "DA"),
    PaperType("BÁO CÁO", "BC"),
    PaperType("BIÊN BẢN", "BB", "1.9"),
    PaperType("TỜ TRÌNH", "TTr"),
    PaperType("HỢP ĐỒNG", "HĐ"),
    PaperType("CÔNG ĐIỆN", "CĐ", "1.6"),
    PaperType("BẢN GHI NHỚ", "BGN"),
    PaperType("BẢN THỎA THUẬN", "BTT"),
    PaperType("GIẤY ỦY QUYỀN", "GUQ"),
    PaperType("GIẤY MỜI", "GM", "1.7"),
    PaperType("GIẤY GIỚI THIỆU", "GGT", "1.8"),
    PaperType("GIẤY NGHỈ PHÉP", "GNP", "1.10"),
    PaperType("PHIẾU GỬI", "PG"),
    PaperType("PHIẾU CHUYỂN", "PC"),
    PaperType("PHIẾU BÁO", "PB"),
    PaperType("BẢN SAO Y", "SY", "3.1"),
    PaperType("BẢN TRÍCH SAO", "TrS", "3.1"),
    PaperType("BẢN SAO LỤC", "SL", "3.1"),
)
PLEDGE = "GIAO ƯỚC THI ĐUA"
_BY_SYMBOL = {one.symbol: one for one in TYPES}
_BY_FORM = {one.form: one for one in TYPES if one.form not in (FORM_NAMED, "3.1")}
_BY_LETTERS = {letters(one.name): one for one in TYPES}
_OWN = {
    "KH": ("plan", "launch", "cross-check"),
    "BC": ("report", "summary", "midyear", "fund"),
    "BB": ("minutes", "ballot", "handover", "cross-check-minutes"),
    "TB": ("conclusion", "notice"),
    "TTr": ("submission",),
    "GM": ("invitation",),
    "QĐ": ("decision",),
}
_BY_OWN_NAME = {name: _BY_SYMBOL[symbol] for symbol, names in _OWN.items() for name in names}
_OTHER_FORMS = {
    "letter": FORM_LETTER,
    "CV": FORM_LETTER,
    "annex": FORM_ANNEX,
    "agenda": FORM_ANNEX,
    "registrations": FORM_ANNEX,
    "scorecard": FORM_ANNEX,
    "pledge": FORM_NAMED,
}
_SLIP = 0.84
_MOST_LETTERS = 24


@dataclass(frozen=True, slots=True)
class Expected:
    """What a user says a paper is: its form, and its type where that follows; `custom` for a pledge."""

    form: str
    type: PaperType | None = None
    custom: bool = False


def expected_paper(words: str | None) -> Expected | None:
    """What "minutes", "1.9" or "BB" stand for; None where nothing is said or it is not known."""
    if not words:
        return None
    if words == "regulation":
        return Expected("1.3", _BY_SYMBOL["QĐ"])
    kind = _BY_OWN_NAME.get(words) or _BY_SYMBOL.get(words)
    if kind:
        return Expected(kind.form, kind)
    if words in _OTHER_FORMS:
        return Expected(_OTHER_FORMS[words], custom=words == "pledge")
    if words in {one.form for one in TYPES} or words in ("1.3", FORM_LETTER, FORM_ANNEX):
        return Expected(words, _BY_FORM.get("1.2" if words == "1.3" else words))
    return None


@remembered(512)
def type_of(text: str) -> PaperType | None:
    """The type that a line names, perhaps with a slip ("KẾ HOẠH"); None where it is none of them."""
    found = letters(text)
    if not 0 < len(found) <= _MOST_LETTERS:
        return None
    if found in _BY_LETTERS:
        return _BY_LETTERS[found]
    best = max(TYPES, key=lambda one: likeness(text, one.name))
    return best if likeness(text, best.name) >= _SLIP else None


def type_beginning(text: str) -> PaperType | None:
    """The type that a line in capitals begins with: "BIÊN BẢN KIỂM PHIẾU"; None where it begins with none."""
    if not mostly_capitals(text):
        return None
    words = plain(text)
    found = [one for one in TYPES if words.startswith(plain(one.name) + " ")]
    return max(found, key=lambda one: len(one.name), default=None)
