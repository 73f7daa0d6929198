"""What the rules about words rest on: syllables, tone marks, old encodings, official names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.corpus import Corpus, OfficialNames, Passage, Voice
from planforge.rule import ask
from planforge.rules import family
from planforge.rules.words.legacy import TCVN3, VNI, decoded
from planforge.rules.words.marks import Style, marked_syllables, style_of
from planforge.rules.words.names import misnamed
from planforge.rules.words.syllables import (
    RIMES,
    STOP_TONES,
    STOPPED,
    TONES,
    is_syllable,
    parted,
    tone_places,
    with_tone,
)
from planforge.rules.words.wordlists import groups, lines, table, words

RIGHT = (
    "nghiêng nghề ghế kể cá quả quý quốc quỳnh giếng giữa gìn gì già giải khuya khuỷu ngoằn ngoèo thuở hươu nguyễn "
    "uống yêu ý ỉa oan úy uỷ hoà hòa khoẻ khỏe loắt choắt xoong boóng tuýp quyết khuyết nghệch huênh "
    "hoang rượu bưu điện đắc"
)
WRONG = "nghành gề kà đươc thưc viêc quyêt hòan tòan qủa qúy gíup cuả thuởng ngiêm xx đ nggề aă phươgn hiệnh"
SENTENCE = "Hội nghị tổng kết công tác thi đua khen thưởng của các đơn vị trong Cụm đã hoàn thành nhiệm vụ được giao"


@pytest.mark.parametrize("word", RIGHT.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", WRONG.split())
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("rime", sorted(RIMES))
def test_every_rime_carries_its_tones(rime: str) -> None:
    bare = rime if parted(rime) else f"th{rime}"
    assert is_syllable(bare) is not rime.endswith(STOPPED)
    for tone in TONES.values():
        allowed = tone in STOP_TONES or not rime.endswith(STOPPED)
        written = {with_tone(bare, tone, place) for place in tone_places(bare)}
        assert all(is_syllable(word) is allowed for word in written)
        assert len(written) == (2 if rime in {"oa", "oe", "uy"} else 1)


@pytest.mark.parametrize(
    ("word", "style", "wanted"),
    [
        ("hoà", Style.NEW, "hòa"),
        ("HOÀ", Style.NEW, "HÒA"),
        ("Uỷ", Style.NEW, "Ủy"),
        ("hòa", Style.OLD, "hòa"),
        ("tòan", Style.NONE, "toàn"),
        ("qúy", Style.NONE, "quý"),
    ],
)
def test_styles(word: str, style: Style, wanted: str) -> None:
    assert style_of(word) == (style, wanted)


@pytest.mark.parametrize("word", ["hoàn", "quý", "thuyền", "nghĩa", "VNeID", "đươc"])
def test_words_without_a_style(word: str) -> None:
    assert style_of(word) is None


def test_names_of_persons_keep_their_marks() -> None:
    text = "Chủ tịch Nguyễn Hoà Bình và bà Xuân Thuỷ"
    assert [text[one.start : one.end] for one in marked_syllables(text, ())] == ["Thuỷ"]
    assert not marked_syllables(text, ("Xuân Thuỷ",))


def encoded(text: str, letters: Mapping[str, str]) -> str:
    back = {letter: code for code, letter in letters.items()}
    return "".join(back.get(character, character) for character in text)


@given(st.lists(st.sampled_from(SENTENCE.split()), min_size=4, max_size=12))
def test_old_encodings_are_read_back(parts: list[str]) -> None:
    text = " ".join(("Hội nghị", *parts))
    for name, letters in (("TCVN3", TCVN3), ("VNI", VNI)):
        assert decoded(encoded(text, letters)) == (name, text)
    assert decoded(text) is None


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    passage = Passage(text, "x", Voice.RAW, lambda _start, _end: (None, None))
    decoded(text)
    for one in misnamed(passage, OfficialNames(units=("Trường Ví dụ Một",), clusters=("Cụm Thi đua số II",))):
        assert 0 <= one.start < one.end <= len(text)


def names_in(text: str, names: OfficialNames) -> list[tuple[str, str, bool]]:
    passage = Passage(text, "x", Voice.RAW, lambda _start, _end: (None, None))
    return [(text[one.start : one.end], one.official, one.certain) for one in misnamed(passage, names)]


SCHOOLS = OfficialNames(
    units=("Trường Cao đẳng Luật Ví dụ Đông", "Trường Cao đẳng Luật Ví dụ Tây", "Cục Ví dụ", "Cục Ví dụ Hai"),
    clusters=("Cụm Thi đua số II",),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hai trường Cao đẳng Luật Ví dụ Đông, Ví dụ Tây", []),
        ("Trường Cao đẳng Luật Ví dụ Đông và Ví Dụ Tây", [("Ví Dụ Tây", "Ví dụ Tây", True)]),
        (
            "trường Cao đẳng Luật Ví dụ Tây",
            [("trường Cao đẳng Luật Ví dụ Tây", "Trường Cao đẳng Luật Ví dụ Tây", True)],
        ),
        ("Cao đẳng luật Ví dụ Tây", [("Cao đẳng luật Ví dụ Tây", "Cao đẳng Luật Ví dụ Tây", True)]),
        ("TRƯỜNG CAO ĐẲNG LUẬT VÍ DỤ TÂY", []),
        ("Cục ví dụ Hai", [("Cục ví dụ Hai", "Cục Ví dụ Hai", True)]),
        ("Tổng cục Ví dụ", []),
        ("Cụm thi đua số IV", [("Cụm thi đua số IV", "Cụm Thi đua số IV", True)]),
        ("Cụm Thi đua số 3", [("Cụm Thi đua số 3", "Cụm Thi đua số III", False)]),
        ("Cụm số 2", [("Cụm số 2", "Cụm Thi đua số II", False)]),
        ("Cụm thi đua, Khu vực thi đua", []),
    ],
)
def test_official_names(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert names_in(text, SCHOOLS) == found


def test_the_lists_can_be_read() -> None:
    for name in ("misspellings", "misreadings"):
        for section in table(name).values():
            for wrong, written in section.items():
                right = written if isinstance(written, str) else written[0]
                assert wrong.islower(), wrong
                assert right.islower(), wrong
                assert wrong != right
                assert all(is_syllable(part) for part in right.split()), right
    for name in ("abbreviations", "loan_words", "reduplications"):
        assert words(name)
    for name in ("compounds", "field_words", "function_words"):
        assert groups(name)
    for name in ("bodies", "awards", "holidays", "movements"):
        assert len(set(lines(name))) == len(list(lines(name)))


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA  XÃ HỘI CHỦ NGHIÃ VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "Độc lập -Tự do- Hạnh phúc",
        "Số : 5 /KH-BVD",
        "Hà Nội ,ngày 5 tháng 1 năm 2030",
        "Nơi nhận :",
    ],
)
def test_lines_of_the_form_are_left_to_its_rules(text: str) -> None:
    in_file = Passage(text, "x.docx", Voice.PAPER, lambda _start, _end: (None, None))
    in_text = Passage(text, "x.txt", Voice.RAW, lambda _start, _end: (None, None))
    assert not [rule.code for rule in family("words") if ask(rule, Corpus((in_file,))).findings]
    assert [rule.code for rule in family("words") if ask(rule, Corpus((in_text,))).findings]
