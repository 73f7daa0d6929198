"""PF801: the file says that it is Vietnamese, what it is called and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.diagnostics import Severity
from planforge.rule import Answer, Changed, Kind, Rule
from planforge.verify.anatomy import Anatomy
from planforge.words import Words

VIETNAMESE = "vi"


def check(paper: Anatomy) -> Iterator[Answer]:
    """Three properties of the file, each by itself."""
    reading = paper.reading
    language = (reading.language or "").strip()
    if not language:
        yield paper.finding(None, fault=Words("không khai báo ngôn ngữ", "does not say its language"))
    elif language.casefold().split("-")[0] != VIETNAMESE:
        fault = Words(f"khai báo ngôn ngữ là {language}, phải là vi-VN", f"says its language is {language}, not vi-VN")
        yield paper.finding(None, fault=fault)
    if not (reading.title or "").strip():
        yield paper.finding(None, fault=Words("không có tiêu đề (Title)", "has no title"))
    if not (reading.author or "").strip():
        yield paper.finding(None, fault=Words("không có tác giả (Author)", "has no author"))


RULE = Rule(
    code="PF801",
    name="language-title-author",
    severity=Severity.ERROR,
    kind=Kind.FILE,
    title=Words("tệp thiếu ngôn ngữ, tiêu đề hoặc tác giả", "the file lacks its language, title or author"),
    reason=Words(
        "Ngôn ngữ vi-VN để máy kiểm tra chính tả và đọc thành tiếng đúng; tiêu đề và tác giả để hệ thống quản lý văn "
        "bản tìm được tệp. Nghị định không nêu, đây là yêu cầu đối với tệp điện tử.",
        "The language vi-VN lets programs spell and read aloud rightly; title and author let document systems find "
        "the file. The decree is silent; this is asked of electronic files.",
    ),
    message=Words("tệp {fault}", "the file {fault}"),
    hint=Words(
        "Đặt trong thuộc tính của tệp (File, Info) và ngôn ngữ của văn bản (Review, Language).",
        "Set it in the properties of the file (File, Info) and the language of the text (Review, Language).",
    ),
    flagged=(
        Changed("file", {"language": "en-US"}),
        Changed("file", {"title": ""}),
        Changed("file", {"author": None}),
    ),
    fine=(None, Changed("file", {"language": "vi"})),
    check=check,
    form="X01",
)
