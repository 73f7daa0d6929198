"""Comparisons put together by hand, about places that do not exist."""

from __future__ import annotations

from dataclasses import replace

from planforge.redline.comparison import Change, ComparedParagraph, Comparison, Fate, Piece, Redline, Spot
from planforge.review.sides import ChangedPaper
from planforge.verify.reading import Align
from planforge.words import Words


def kept(text: str, **more: object) -> ComparedParagraph:
    """A paragraph that stays."""
    return replace(ComparedParagraph(Fate.KEPT, (Piece(text),)), **more)  # type: ignore[arg-type]  # tests know fields


def edited(before: str, old: str, new: str, after: str = "", **more: object) -> ComparedParagraph:
    """A paragraph of which the middle changed."""
    pieces = [Piece(before)]
    pieces += [Piece(old, Change.REMOVED, anchors=("pfold",))] if old else []
    pieces += [Piece(new, Change.ADDED, anchors=("pfnew",))] if new else []
    pieces += [Piece(after)] if after else []
    return replace(ComparedParagraph(Fate.CHANGED, tuple(pieces)), **more)  # type: ignore[arg-type]  # see above


def added(text: str, **more: object) -> ComparedParagraph:
    """A new paragraph."""
    return replace(ComparedParagraph(Fate.ADDED, (Piece(text, Change.ADDED),)), **more)  # type: ignore[arg-type]  # see above


def removed(text: str, **more: object) -> ComparedParagraph:
    """A paragraph that is gone."""
    return replace(ComparedParagraph(Fate.REMOVED, (Piece(text, Change.REMOVED),)), **more)  # type: ignore[arg-type]  # see above


def changed_paper(*paragraphs: ComparedParagraph, untracked: tuple[Words, ...] = ()) -> ChangedPaper:
    """A paper with this comparison."""
    redline = Redline(None, Comparison(paragraphs, untracked))
    return ChangedPaper("vi-du", "2030", "plan", "plan", "Kế hoạch của Cụm Ví dụ", None, None, redline)


def plan() -> ChangedPaper:
    """A short plan in which about everything changes that can."""
    letterhead = [
        kept("CỤM THI ĐUA VÍ DỤ", spot=Spot(0, 0, 0, bordered=False), align=Align.CENTRE),
        edited("Số: ", "1", "2", "/KH-CTĐ", spot=Spot(0, 0, 0, bordered=False), align=Align.CENTRE),
        kept("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", spot=Spot(0, 0, 1, bordered=False)),
    ]
    cells = [
        [("TT", "Đơn vị", "Số phong trào"), Fate.KEPT],
        [("1", "Đơn vị Ví dụ A", "3"), Fate.KEPT],
        [("2", "Đơn vị Ví dụ B", "4"), Fate.REMOVED],
        *[[(str(number), f"Đơn vị Ví dụ số {number}", "5"), Fate.KEPT] for number in range(3, 12)],
        [("12", "Đơn vị Ví dụ C", "6"), Fate.ADDED],
    ]
    table = []
    for row, (texts, fate) in enumerate(cells):
        change = {Fate.ADDED: Change.ADDED, Fate.REMOVED: Change.REMOVED}.get(fate, Change.KEPT)  # type: ignore[call-overload]  # the second is the fate
        for column, text in enumerate(texts):
            piece = Piece(text, change, bold=row == 0)
            own = fate if change is not Change.KEPT else Fate.KEPT
            table.append(ComparedParagraph(own, (piece,), spot=Spot(1, row, column, fate)))  # type: ignore[arg-type]  # see above
    moved = "Mỗi đơn vị đăng ký một mô hình mới và báo cáo kết quả hằng quý."
    return changed_paper(
        *letterhead,
        kept("KẾ HOẠCH", align=Align.CENTRE, level=1),
        edited("Hoạt động của Cụm năm ", "2029", "2030", align=Align.CENTRE),
        *[kept(f"Căn cứ thứ {number} của bản kế hoạch ví dụ;", new_anchors=("pfwhole",)) for number in range(1, 9)],
        kept("I. MỤC ĐÍCH, YÊU CẦU", level=2),
        kept("1. Mục đích", level=3),
        edited(
            "Kết thúc đợt một trước ngày ",
            "30 tháng 6",
            "15 tháng 7",
            " năm 2030, bảo đảm thiết thực, hiệu quả.",
            new_anchors=("pfwhole",),
        ),
        replace(kept(moved), fate=Fate.MOVED_FROM, move=1),
        *[kept(f"Đoạn văn ví dụ số {number} không đổi gì.") for number in range(1, 7)],
        added("Phát động phong trào ví dụ trong toàn Cụm."),
        removed("Tổ chức giải thể thao ví dụ."),
        replace(kept(moved), fate=Fate.MOVED_TO, move=1),
        kept("II. TỔ CHỨC THỰC HIỆN", level=2),
        *table,
        replace(kept("Đoạn này chỉ đổi cách căn lề."), reshaped=True, fate=Fate.CHANGED),
        ComparedParagraph(Fate.CHANGED, (Piece("Cả câu, riêng "), Piece("chữ này", Change.RESTYLED, bold=True))),
        kept("Nơi nhận:", spot=Spot(2, 0, 0, bordered=False)),
        kept("- Như trên;", spot=Spot(2, 0, 0, bordered=False)),
        edited("", "Nguyễn Văn Ví Dụ", "Trần Thị Ví Dụ", spot=Spot(2, 0, 1, bordered=False), align=Align.CENTRE),
        untracked=(Words("Lề trang đã đổi.", "The margins changed."),),
    )
