"""Whatever a stranger wrote is shown as text: no markup, no link, no mention, no reference."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planforge.printable import printable
from planforge.review.markdown import code, escape

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKS = st.text(st.sampled_from(list("*_`~[]()<>#@!|\\&;:-+=.$%^{}/\"'0123abcKH \n\t")), max_size=40)
# What GitHub and GitLab look for in each stretch of the finished text.
FOUND = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"@[a-z0-9_]",
        r"[#!$%&~^]\w",
        r":[a-z0-9_+-]+:",
        r"\bGH-\d",
        r"\b[A-Z][A-Z0-9_]+-\d",
        r"https?://",
        r"[a-z]://",
        r"\bwww\.",
        r"\b[0-9a-f]{7,40}\b",
        r"\[\[",
        r"\*iteration:",
        r"\$[^$ ]+\$",
    )
]


class Reader(HTMLParser):
    """Takes apart finished HTML: the stretches of text, and the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = [""]
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {attrs}" if attrs else tag)
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - called by name
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data

    def handle_entityref(self, name: str) -> None:
        self.texts[-1] += {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[name]

    def handle_charref(self, name: str) -> None:
        raise AssertionError(f"the renderer left an entity: {name}")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(markdown: str) -> Reader:
    reader = Reader()
    reader.feed(RENDERER.render(markdown))
    reader.close()
    return reader


def expected(text: str) -> str:
    line = re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text)
    return "".join(printable(line[start : start + 1000]) for start in range(0, len(line), 1000)).strip()


def check(text: str) -> None:
    for markdown in (escape(text), f"- {escape(text)}", f"- x <ins>{escape(text)}</ins> y", f"> {escape(text)}"):
        reader = read(markdown)
        shown = "".join(reader.texts).strip()
        if markdown.startswith("- x "):
            assert re.sub(r"^x | y$", "", shown).strip() == expected(text)
        else:
            assert shown == expected(text)
        assert set(reader.tags) <= {"p", "span", "ul", "li", "ins", "blockquote"}
        assert reader.tags.count("ul") + reader.tags.count("blockquote") <= 1
        for stretch in reader.texts:
            assert not [pattern.pattern for pattern in FOUND if pattern.search(stretch)], (stretch, markdown)


@given(MARKS)
def test_marks_are_shown_as_they_are(text: str) -> None:
    check(text)


@given(st.text(max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "@nguoi-dung xem #12, !7, GH-3, ABC-9, nhom/du_an#5, $1, ~nhãn, %2, &5",
        "https://vi-du.example/a?b=c www.vi-du.example ftp://x mailto:a@b.example",
        "<img src=x onerror=alert(1)> <!-- x --> <details open> &lt;b&gt; <https://x>",
        "![ảnh](http://x/y.png) [chữ](javascript:alert(1)) [^1] [x]: http://y",
        "# tiêu đề",
        "- [ ] việc",
        "12. mục",
        "12) mục",
        "---",
        "***",
        "```\nmã\n```",
        "    thụt vào",
        "| a | b |\n|---|---|\n| c | d |",
        "/close",
        ":smile: 0123456789abcdef0123456789abcdef01234567 1234567",
        "a\n\n<script>alert(1)</script>\n\nb",
        "dòng \u202eđảo\u202c \u200b ẩn \x1b[31m \ue000",
        "<!-- planforge-review -->",
        "</del></ins></details></summary>",
    ],
)
def test_known_tricks_are_shown_as_text(text: str) -> None:
    check(text)


def test_ordinary_vietnamese_is_left_readable() -> None:
    text = "Quyết định số 84/QĐ-BTP ngày 31/01/2023 của Hội đồng Thi đua - Khen thưởng (1.000.000 đồng)."
    assert escape(text) == text


def test_a_place_is_shown_as_code() -> None:
    assert code("data/a`b.yaml:3") == "<code>data/a&#96;b.yaml&#58;3</code>"
