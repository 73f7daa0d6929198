"""What differs between two files and cannot be a tracked change, in words."""

from __future__ import annotations

from collections.abc import Iterator

from planforge.redline.keys import Keys
from planforge.redline.stories import Stories
from planforge.verify.docx.names import Element, w
from planforge.words import Words

RESOLVED = Words(
    "Tệp đã có sẵn thay đổi được theo dõi: chúng được coi như đã chấp nhận.",
    "A file already held tracked changes: they count as accepted.",
)
COARSE = Words(
    "Văn bản quá dài để dò mọi đoạn giống nhau: có đoạn được ghi là bỏ và thêm dù chỉ sửa.",
    "The text is too long to look for everything alike: some paragraphs are shown as out and in though only edited.",
)
BY_PARAGRAPHS = Words(
    "Không đánh dấu được từng chữ: đoạn nào có sửa thì được ghi là bỏ cả đoạn cũ và thêm cả đoạn mới.",
    "Single words could not be marked: each changed paragraph is shown as out and in as a whole.",
)
DISSOLVED = Words(
    "Khung nội dung (content control), thẻ và trường đơn không theo dõi được: bản so sánh giữ chữ, không giữ khung.",
    "Content controls, tags and simple fields cannot be tracked: the redline keeps their text without them.",
)
_PARTS = {
    "styles": Words(
        "Kiểu trình bày (styles) khác nhau; bản so sánh dùng kiểu của bản mới.",
        "The styles differ; the redline has the new ones.",
    ),
    "numbering": Words(
        "Định nghĩa danh sách đánh số tự động khác nhau; bản so sánh dùng định nghĩa của bản mới.",
        "The definitions of numbered lists differ; the redline has the new ones.",
    ),
    "settings": Words(
        "Thiết đặt của tệp (settings) khác nhau; bản so sánh dùng thiết đặt của bản mới.",
        "The settings of the file differ; the redline has the new ones.",
    ),
    "theme": Words(
        "Chủ đề màu và phông chữ (theme) khác nhau; bản so sánh dùng chủ đề của bản mới.",
        "The theme of colours and fonts differs; the redline has the new one.",
    ),
    "comments": Words(
        "Nhận xét (comments) khác nhau; bản so sánh chỉ giữ nhận xét của bản mới.",
        "The comments differ; the redline keeps those of the new document only.",
    ),
}
_HEADS = Words(
    "Đầu trang hoặc chân trang chỉ có ở một bản; Word không theo dõi được việc này.",
    "A header or footer stands in one document only; Word cannot track that.",
)
_SETTINGS_OF_SAVING = frozenset(map(w, ("rsids", "proofState", "trackRevisions", "revisionView", "zoom", "docVars")))
_NOTE_SETTINGS = frozenset(map(w, ("footnotePr", "endnotePr")))


def other_heads(old: Stories, new: Stories) -> Iterator[Words]:
    """Whether headers or footers stand in one file only."""
    if set(old.heads()) != set(new.heads()):
        yield _HEADS


def other_parts(old: Stories, new: Stories) -> Iterator[Words]:
    """Which of the parts beside the text differ."""
    for kind, words in _PARTS.items():
        if kind == "numbering":
            differs = sorted(old.lists.values()) != sorted(new.lists.values())
        else:
            differs = _said(old, kind) != _said(new, kind)
        if differs:
            yield words


def _said(stories: Stories, kind: str) -> object:
    part = stories.parts.related(kind)
    root: Element | None = stories.parts.trees.get(part or "")
    if part is None or root is None:
        return ()
    content = stories.parts.contents.get(part)
    ignored = _SETTINGS_OF_SAVING | _NOTE_SETTINGS if kind == "settings" else frozenset()
    keys = Keys(stories.parts, part)
    return tuple(keys.of(child) for child in root if child.tag not in ignored) if content else ()
