"""Three versions of a YAML text become one, record by record, with comments and form as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.versioning.conflict_words import conflict_lines
from planforge.versioning.merge_file import Labels, Outcome, merge_contents, merge_file
from planforge.versioning.tree import UnmergeableError, comments_of, read_tree

LABELS = Labels("của ta", "của họ")
WAVES = """\
# Các đợt thi đua.

waves:
  # Đợt đầu.
  - start: 2030-01-01
    end: 2030-06-30   # giữa năm
    review: >-
      Tổ chức sơ kết cùng với sơ kết công tác sáu tháng đầu năm của các đơn vị trong Cụm
      theo kế hoạch đã được phê duyệt.

  - start: 2030-07-01
    end: 2030-12-31
    anniversaries:
      - ngay_a
      - ngay_b
closing: 'hết'
"""


class Files:
    """Three versions on the disk, as git hands them over."""

    def __init__(self, folder: Path) -> None:
        self.base, self.ours, self.theirs = (folder / name for name in ("base", "ours", "theirs"))

    def merge(self, base: str, ours: str, theirs: str) -> Outcome:
        for path, text in zip((self.base, self.ours, self.theirs), (base, ours, theirs), strict=True):
            path.write_bytes(text.encode())
        return merge_file(self.base, self.ours, self.theirs, LABELS)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def merged(base: str, ours: str, theirs: str) -> str:
    found = merge_contents(base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    assert not found.conflicts
    return found.text(lambda conflict: conflict.our_lines)


def test_edits_of_neighbouring_lines_both_stand() -> None:
    ours = changed(WAVES, ("2030-06-30   # giữa", "2030-07-15   # giữa"))
    theirs = changed(WAVES, ("2030-01-01", "2030-01-02"))
    assert merged(WAVES, ours, theirs) == changed(ours, ("2030-01-01", "2030-01-02"))


def test_words_of_one_sentence_changed_apart_both_stand() -> None:
    ours = changed(WAVES, ("Tổ chức sơ kết", "Tiến hành sơ kết"))
    theirs = changed(WAVES, ("kế hoạch đã được phê duyệt", "kế hoạch riêng đã được duyệt"))
    both = changed(ours, ("kế hoạch đã được phê duyệt", "kế hoạch riêng đã được duyệt"))
    assert merged(WAVES, ours, theirs) == both


def test_a_line_that_became_too_long_is_broken() -> None:
    ours = changed(WAVES, ("Tổ chức", "Tiến hành"))
    longer = "các đơn vị thành viên, các cơ quan có liên quan và những người làm công tác thi đua"
    result = merged(WAVES, ours, changed(WAVES, ("các đơn vị", longer)))
    assert max(map(len, result.split("\n"))) <= 120
    assert longer in " ".join(result.split())


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("sơ kết công tác của từng tháng", "sơ kết công tác sáu quý"),
        ("công tác sáu tháng và cả năm", "công tác sáu tháng cuối"),
    ],
)
def test_words_changed_at_one_place_are_a_conflict(files: Files, ours: str, theirs: str) -> None:
    old = "công tác sáu tháng" if ours.startswith("công") else "sơ kết công tác sáu tháng"
    outcome = files.merge(WAVES, changed(WAVES, (old, ours)), changed(WAVES, (old, theirs)))
    assert [conflict.place for conflict in outcome.conflicts] == [("waves", (1, "2030-01-01"), "review")]


def test_a_conflict_is_marked_around_its_item_only(files: Files) -> None:
    ours = changed(WAVES, ("2030-06-30", "2030-07-15"), ("ngay_a", "ngay_c"))
    outcome = files.merge(WAVES, ours, changed(WAVES, ("2030-06-30", "2030-07-31")))
    marked = (
        "<<<<<<< của ta\n    end: 2030-07-15   # giữa năm\n=======\n    end: 2030-07-31   # giữa năm\n>>>>>>> của họ"
    )
    assert outcome.content.decode() == changed(ours, ("    end: 2030-07-15   # giữa năm", marked))
    assert not outcome.clean


def test_a_conflict_on_the_line_of_the_dash_keeps_the_dash_in_both(files: Files) -> None:
    outcome = files.merge(
        WAVES, changed(WAVES, ("2030-07-01", "2030-07-02")), changed(WAVES, ("2030-07-01", "2030-07-03"))
    )
    lines = outcome.content.decode().split("\n")
    start = lines.index("<<<<<<< của ta")
    assert lines[start + 1 : start + 5] == [
        "  - start: 2030-07-02",
        "=======",
        "  - start: 2030-07-03",
        ">>>>>>> của họ",
    ]


def test_a_conflict_is_told_in_words(files: Files) -> None:
    outcome = files.merge(WAVES, changed(WAVES, ("'hết'", "xong")), changed(WAVES, ("closing: 'hết'\n", "")))
    (conflict,) = outcome.conflicts
    assert conflict_lines(conflict, "data/mau/2030/waves.yaml", "vi") == (
        "data/mau/2030/waves.yaml: hai bên cùng sửa một chỗ: closing\n"
        "  trước đây: hết\n  của ta: xong\n  của họ: (không có)"
    )
    first = files.merge(WAVES, changed(WAVES, ("2030-06-30", "x")), changed(WAVES, ("2030-06-30", "y"))).conflicts[0]
    assert "waves › item 1 (2030-01-01) › end\n  before: 2030-06-30\n" in conflict_lines(first, "w.yaml", "en")


def test_what_one_deleted_and_the_other_changed_is_a_conflict(files: Files) -> None:
    second = WAVES[WAVES.index("  - start: 2030-07-01") : WAVES.index("closing")]
    without = changed(WAVES, (second, ""))
    edited = changed(WAVES, ("2030-12-31", "2030-12-30"))
    for ours, theirs in ((without, edited), (edited, without)):
        outcome = files.merge(WAVES, ours, theirs)
        assert [conflict.place for conflict in outcome.conflicts] == [("waves", (2, "2030-07-01"))]
        assert b"2030-12-30" in outcome.content
    assert merged(WAVES, without, changed(WAVES, ("2030-01-01", "2030-01-02"))) == changed(
        without, ("2030-01-01", "2030-01-02")
    )


def test_additions_at_one_place_both_stay_and_the_same_one_stands_once() -> None:
    ours = changed(WAVES, ("      - ngay_b\n", "      - ngay_b\n      - ngay_c\n"))
    theirs = changed(WAVES, ("      - ngay_b\n", "      - ngay_b\n      - ngay_d\n"))
    both = changed(WAVES, ("      - ngay_b\n", "      - ngay_b\n      - ngay_c\n      - ngay_d\n"))
    assert merged(WAVES, ours, theirs) == both
    assert merged(WAVES, ours, both) == both
    assert merged(WAVES, ours, ours) == ours


def test_a_record_replaced_by_two_others_is_a_conflict(files: Files) -> None:
    for theirs in ("ngay_d", "ngay_d\n      - ngay_e"):
        outcome = files.merge(WAVES, changed(WAVES, ("ngay_b", "ngay_c")), changed(WAVES, ("ngay_b", theirs)))
        assert len(outcome.conflicts) == 1
        assert theirs in outcome.content.decode().replace(">>>>>>> của họ\n", "")


def test_a_moved_record_is_moved_and_keeps_the_edits_of_the_other_side() -> None:
    start, end = WAVES.index("  # Đợt đầu."), WAVES.index("closing")
    first, second = WAVES[start:end].split("\n\n")
    ours = f"{WAVES[:start]}{second}{first}\n{WAVES[end:]}"
    result = merged(WAVES, ours, changed(WAVES, ("2030-06-30", "2030-06-29")))
    assert result == changed(ours, ("2030-06-30", "2030-06-29"))


def test_lists_moved_in_two_ways_are_a_conflict(files: Files) -> None:
    base = "names:\n  - a\n  - b\n  - c\n"
    outcome = files.merge(base, "names:\n  - b\n  - a\n  - c\n", "names:\n  - a\n  - c\n  - b\n")
    assert [conflict.place for conflict in outcome.conflicts] == [("names",)]


def test_new_keys_of_both_sides_follow_their_neighbours() -> None:
    base = "a:\n  x: 1\n\nb:\n  x: 2\n"
    ours = "a:\n  x: 1\n\nours:\n  x: 3\n\nb:\n  x: 2\n"
    theirs = "a:\n  x: 1\n\n# Của họ.\ntheirs:\n  x: 4\n\nb:\n  x: 2\n  y: 5\n"
    expected = "a:\n  x: 1\n\nours:\n  x: 3\n\n# Của họ.\ntheirs:\n  x: 4\n\nb:\n  x: 2\n  y: 5\n"
    assert merged(base, ours, theirs) == expected


def test_comments_of_both_sides_stay() -> None:
    ours = changed(WAVES, ("  # Đợt đầu.\n", "  # Đợt đầu.\n  # Ta ghi thêm.\n"), ("'hết'", "'hết'  # của ta"))
    theirs = changed(WAVES, ("  # Đợt đầu.\n", "  # Đợt đầu.\n  # Họ ghi thêm.\n"), ("'hết'", "'hết'  # của họ"))
    result = merged(WAVES, ours, theirs)
    assert "  # Đợt đầu.\n  # Ta ghi thêm.\n  # Họ ghi thêm.\n  - start" in result
    assert "closing: 'hết'  # của ta # của họ\n" in result


def test_a_new_form_of_a_value_stays_beside_a_new_value_elsewhere() -> None:
    ours = changed(WAVES, ("closing: 'hết'", 'closing: "hết"'))
    theirs = changed(WAVES, ("closing: 'hết'", "closing: 'xong'  # rồi"))
    assert merged(WAVES, ours, theirs) == changed(WAVES, ("closing: 'hết'", "closing: 'xong'  # rồi"))


def test_line_ends_and_the_byte_order_mark_are_ours(files: Files) -> None:
    windows = "\ufeff" + WAVES.replace("\n", "\r\n")
    ours = windows.replace("2030-06-30", "2030-07-15")
    outcome = files.merge(WAVES, ours, changed(WAVES, ("2030-01-01", "2030-01-02")))
    assert outcome.content.decode() == ours.replace("2030-01-01", "2030-01-02")


def test_a_file_added_by_both_is_merged_by_its_keys(files: Files) -> None:
    outcome = files.merge("", "a: 1\nb: 2\n", "a: 1\nc: 3\n")
    assert outcome.content.decode() == "a: 1\nb: 2\nc: 3\n"
    assert [one.place for one in files.merge("", "a: 1\n", "a: 2\n").conflicts] == [("a",)]


def test_a_file_that_said_nothing_is_filled_by_both(files: Files) -> None:
    base = "# Chưa có gì.\n\n{}\n"
    outcome = files.merge(base, "# Chưa có gì.\n\nnumber: 5\n", "# Chưa có gì.\n\ndate: 2030-01-01\n")
    assert outcome.content.decode() == "# Chưa có gì.\n\nnumber: 5\ndate: 2030-01-01\n"


@pytest.mark.parametrize(
    "broken", ["a: [1\n", "a: 1\na: 2\n", "\ta: 1\n", "- 1\n", "a: &x 1\nb: *x\n", "a: \x01\n", "a: 1\n---\nb: 2\n"]
)
def test_what_cannot_be_read_is_merged_by_line(files: Files, broken: str) -> None:
    outcome = files.merge("x: 1\n", broken, "x: 2\n")
    assert outcome.by_line
    assert not outcome.clean
    assert "x: 2" in outcome.content.decode()
    assert broken.strip() in outcome.content.decode()


def test_a_merge_by_line_that_breaks_the_file_is_no_merge(files: Files) -> None:
    base = "? a\n: 1\n\n\n\n\n\nb: 2\n"
    outcome = files.merge(base, f"new: 1\n{base}", f"{base}new: 2\n")
    assert (outcome.by_line, outcome.broken, outcome.clean) == (True, True, False)


def test_odd_forms_are_not_taken_apart() -> None:
    for text in ("? a\n: 1\n", "[a, b]\n"):
        with pytest.raises(UnmergeableError):
            read_tree(text)


def test_comments_are_told_from_number_signs_in_texts() -> None:
    text = 'a: "# no"  # yes\nb: >-\n  # no\n  text\n# also\nc: x#no\n'
    assert comments_of(text) == ["yes", "also"]


def test_two_people_who_approve_on_one_day_both_stand() -> None:
    base = 'approvals:\n  - document: plan\n    by: "A"\n    date: 2030-01-01\n'
    added = '  - document: {}\n    by: "{}"\n    date: 2030-02-02\n'
    for ours, theirs in ((("plan", "B"), ("plan", "C")), (("letter", "A"), ("minutes", "A"))):
        both = base + added.format(*ours) + added.format(*theirs)
        assert merged(base, base + added.format(*ours), base + added.format(*theirs)) == both


Approval = tuple[str, str, str]
PLAN, LETTER = ("plan", "Người Ví Dụ", "aa"), ("letter", "Người Ví Dụ", "bb")


def approvals(*written: Approval) -> str:
    entry = '  - document: {}\n    by: "{}"\n    date: 2030-01-01\n    content: "{}"\n    files:\n      a: "ff"\n'
    return "approvals:\n" + "".join(entry.format(*one) for one in written)


def renewed(approval: Approval, content: str) -> Approval:
    return (*approval[:2], content)


def test_an_approval_is_known_by_its_document_and_reviewer() -> None:
    base, theirs = approvals(PLAN, LETTER), approvals(PLAN, renewed(LETTER, "dd"))
    ours = approvals(renewed(PLAN, "cc"), LETTER)
    assert merged(base, ours, theirs) == approvals(renewed(PLAN, "cc"), renewed(LETTER, "dd"))
    ours = approvals(LETTER, renewed(PLAN, "cc"))
    assert merged(base, ours, theirs) == approvals(renewed(LETTER, "dd"), renewed(PLAN, "cc"))


def test_one_approval_given_twice_is_a_conflict_about_its_content(files: Files) -> None:
    outcome = files.merge(*(approvals(renewed(PLAN, content), LETTER) for content in ("aa", "cc", "dd")))
    assert [one.place for one in outcome.conflicts] == [("approvals", (1, "plan, Người Ví Dụ"), "content")]
    new = [("plan", "Người Khác", content) for content in ("cc", "dd")]
    outcome = files.merge(approvals(PLAN), *(approvals(PLAN, one) for one in new))
    assert [one.place for one in outcome.conflicts] == [("approvals", (2, "plan, Người Khác"), "content")]


def test_nobody_is_said_to_have_approved_what_another_one_did(files: Files) -> None:
    outcome = files.merge(
        approvals(PLAN, LETTER), approvals(("plan", "Người Khác", "aa"), LETTER), approvals(renewed(PLAN, "dd"), LETTER)
    )
    assert [one.place for one in outcome.conflicts] == [("approvals", (2, "plan, Người Ví Dụ"))]
    assert outcome.conflicts[0].our_lines == ()


def test_an_item_that_becomes_a_record_is_a_conflict_with_another_value(files: Files) -> None:
    base = "deputies:\n  - don_vi_a\n"
    outcome = files.merge(base, "deputies:\n  - unit: don_vi_a\n    person: nguoi_b\n", "deputies:\n  - don_vi_c\n")
    assert [one.place for one in outcome.conflicts] == [("deputies", (1, ""))]


def test_a_comment_on_what_the_other_side_took_out_stays_where_it_was() -> None:
    base = "names:\n  - a\n  - b\n  - c\n"
    assert merged(base, "names:\n  - a\n  - c\n", "names:\n  - a\n  # Vì sao.\n  - b\n  - c\n") == (
        "names:\n  - a\n  # Vì sao.\n  - c\n"
    )
