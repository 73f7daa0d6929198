"""The text of `approvals.yaml`, and the glance that understands it without reading YAML."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.approval.glance import all_stand
from planforge.approval.records import Approved, checked_reviewer, with_entry, without_entries
from planforge.errors import UserError
from planforge.model.approvals import ApprovalsFile
from planforge.source import SourceFile, forbidden_characters, parse
from planforge.validate import validate_approvals

PATH = "data/mau/2030/approvals.yaml"
ONE, TWO = "1" * 32, "0123456789abcdef" * 2


def entry(document: str = "plan", by: str = "Người A", content: str = ONE) -> Approved:
    return Approved(document, by, date(2030, 1, 15), content, {"data/planforge.yaml": "2" * 64, "data/x y.yaml": ONE})


def read(text: str) -> tuple[SourceFile, ApprovalsFile]:
    source = parse(PATH, text.encode())
    checked = validate_approvals(source)
    assert source.value is not None
    assert checked.value is not None, checked.diagnostics
    return source.value, checked.value


def test_an_entry_is_read_as_it_was_written() -> None:
    _, file = read(with_entry("", entry()))
    [found] = file.approvals
    assert (found.document, found.by, found.date, found.content) == ("plan", "Người A", date(2030, 1, 15), ONE)
    assert found.files == {"data/planforge.yaml": "2" * 12, "data/x y.yaml": "1" * 12}


def test_comments_and_other_entries_stay_as_they_were() -> None:
    text = with_entry(with_entry("", entry(by="A")), entry(by="B"))
    text = text.replace('  - document: plan\n    by: "B"', '  # về bản thứ hai\n  - document: plan\n    by: "B"')
    text = f"# trên cùng\n{text}# dưới cùng\n"
    kept, count = without_entries(*read(text), "plan", "A")
    assert count == 1
    for comment in ("# trên cùng\n", "  # về bản thứ hai\n", "# dưới cùng\n"):
        assert comment in kept
    assert [one.by for one in read(kept)[1].approvals] == ["B"]
    none, count = without_entries(*read(kept), "plan", "B")
    assert (count, read(none)[1].approvals) == (1, [])
    assert [one.by for one in read(with_entry(none, entry(by="C")))[1].approvals] == ["C"]


def test_others_and_other_documents_are_left() -> None:
    text = with_entry(with_entry(with_entry("", entry(by="A")), entry("summary", by="A")), entry(by="B"))
    kept, count = without_entries(*read(text), "plan", "A")
    assert count == 1
    assert [(one.document, one.by) for one in read(kept)[1].approvals] == [("summary", "A"), ("plan", "B")]
    assert without_entries(*read(text), "plan", "C") == (text, 0)


@given(
    st.text(min_size=1).filter(lambda name: bool(name.split()) and not any(True for _ in forbidden_characters(name)))
)
def test_any_name_that_can_be_printed_is_kept(name: str) -> None:
    by = checked_reviewer(name)
    text = with_entry(with_entry("", entry(by="A")), entry(by=by))
    assert read(text)[1].approvals[-1].by.split() == parse_normal(by)
    assert all_stand(text.encode(), {"plan": ONE})


def parse_normal(name: str) -> list[str]:
    """Values are normalised when they are read."""
    import unicodedata

    return unicodedata.normalize("NFC", name).split()


@pytest.mark.parametrize("name", ["", " \n", "a\x00", "\ue000", "a\u202eb"])
def test_a_name_that_cannot_be_printed_is_refused(name: str) -> None:
    with pytest.raises(UserError) as raised:
        checked_reviewer(name)
    assert raised.value.code == "approval.bad_name"


def test_a_glance_tells_whether_all_stand() -> None:
    text = with_entry(with_entry("", entry()), entry("summary", content=TWO)).encode()
    assert all_stand(text, {"plan": ONE, "summary": TWO})
    assert all_stand(text, {"plan": ONE})
    assert all_stand(text, {"letter": TWO})
    assert not all_stand(text, {"plan": TWO})
    assert not all_stand(text, {"plan": ONE, "summary": ONE})


@pytest.mark.parametrize(
    "text",
    [
        "approvals: [{document: plan, content: x}]\n",
        "approvals:\n- document: plan\n",
        'approvals:\n  - content: "x"\n    document: plan\n',
        "approvals:\n  - document: plan\n    content: abc\n",
        "\xff",
        "a: &a\n",
    ],
)
def test_what_a_glance_does_not_understand_it_does_not_judge(text: str) -> None:
    assert not all_stand(text.encode("latin-1"), {"plan": ONE})
    assert not all_stand(text.encode("latin-1"), {})


def test_line_ends_of_windows_are_no_reason_to_believe() -> None:
    text = with_entry("", entry(content=TWO)).replace("\n", "\r\n").encode()
    assert not all_stand(text, {"plan": ONE})
