"""What stands around the text of a paper, by the form of its type: the frame before any writer sees it."""

from __future__ import annotations

import pytest
from tests.conftest import CLUSTER, YEAR, YEAR_FOLDER, Change, Changed, Changes, MakeWorkspace

from planforge.compose.frame import Frame
from planforge.compose.papers import ComposedPaper, compose
from planforge.decree30 import PROFILES
from planforge.load import load
from planforge.paper import Letterhead, Line, Signer
from planforge.resolve import resolve
from planforge.source import Origin
from planforge.validate import validate

NAME = "thu"
DATA, TYPE = f"{YEAR_FOLDER}/{NAME}.yaml", f"templates/{NAME}/document.yaml"
CLUSTER_FILE, PLAN, UNITS = f"{YEAR_FOLDER}/cluster.yaml", f"{YEAR_FOLDER}/plan.yaml", "data/registry/units.yaml"
# A file must hold something; this says nothing that the tests look at.
NOTHING = "archive: VT\n"
HEAD = "head: truong_mot"
DRAFT = Changed("number: 1\ndate: 2030-01-15\n", "")
ABBREVIATED = Changed("truong_mot:\n", "truong_mot:\n  abbreviation: TM\n")
INSPECTIONS = """\
inspections:
  - inspected: truong_mot
    inspectors:
      - bao_mau
  - inspected: truong_hai
    inspectors:
      - bao_mau
"""


def papers(
    workspace: MakeWorkspace, kind: str, data: str = NOTHING, others: Changes | None = None
) -> list[ComposedPaper]:
    """The papers of a type with some data, composed; what is wrong with them fails the test."""
    files: dict[str, Change] = {TYPE: f"name: Thử\n{kind}", f"templates/{NAME}/body.md.j2": "Lời văn.\n", DATA: data}
    made = workspace({**files, **(others or {})})
    sources = load(made.root, CLUSTER, YEAR, (NAME,)).product()
    validated = validate(sources)
    assert validated.value is not None, validated.diagnostics
    composed = compose(sources, resolve(validated.value), made.cache)
    assert composed.value is not None, composed.diagnostics
    return list(composed.value)


def paper(workspace: MakeWorkspace, kind: str, data: str = NOTHING, others: Changes | None = None) -> ComposedPaper:
    (one,) = papers(workspace, kind, data, others)
    return one


def frame(workspace: MakeWorkspace, kind: str, data: str = NOTHING, others: Changes | None = None) -> Frame:
    return paper(workspace, kind, data, others).frame


def words(line: Line | None) -> str | None:
    """A line with its runs of blanks as one: how wide the room for a number is does not matter here."""
    return None if line is None else " ".join(line.text.split())


def head(letterhead: Letterhead | None) -> tuple[str | None, ...]:
    """Parent, issuer, number, place and date."""
    assert letterhead is not None
    lines = (letterhead.parent, *letterhead.issuer, letterhead.number, letterhead.place_date)
    return tuple(words(line) for line in lines)


def signed(signers: tuple[Signer, ...]) -> list[tuple[str, ...]]:
    """Every line of every signer, from above."""
    return [
        tuple(line.text for line in (*signer.authority, *signer.office, signer.name) if line is not None)
        for signer in signers
    ]


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def blanks(one: ComposedPaper) -> list[tuple[str, str]]:
    return [(blank.field, blank.path) for blank in one.blanks]


# Form 1.4, and what all forms share.

PLAIN = "type: Báo cáo\nsymbol: BC\nsubject: Tình hình {{ period }}\n"


def test_a_named_type_has_letterhead_type_and_subject(workspace: MakeWorkspace) -> None:
    made = frame(workspace, PLAIN, "number: 7\ndate: 2030-03-01\nplace: Hải Mẫu\n")
    assert head(made.letterhead) == (
        "BỘ MẪU",
        "CỤM THI ĐUA SỐ 1",
        "Số: 07/BC-CTĐ1",
        "Hải Mẫu, ngày 01 tháng 3 năm 2030",
    )
    assert (words(made.type_name), words(made.subject)) == ("BÁO CÁO", "Tình hình năm 2030")
    assert (made.letter_subject, made.enclosure_letterhead, made.issuing_authority) == (None, None, None)
    assert (made.title, made.author) == ("Báo cáo Tình hình năm 2030", "Cụm Thi đua số 1")


def test_a_type_without_a_symbol_has_no_number_line(workspace: MakeWorkspace) -> None:
    one = paper(workspace, "type: Giao ước\nsubject: Thi đua\n", "number: 7\ndate: 2030-03-01\n")
    assert head(one.frame.letterhead)[2] is None
    assert one.blanks == ()


def test_seat_and_abbreviation_that_nobody_told_stay_blank(workspace: MakeWorkspace) -> None:
    others = {
        "data/registry/bodies.yaml": Changed("  seat: Hà Mẫu\n", ""),
        CLUSTER_FILE: Changed("abbreviation: CTĐ1\n", ""),
    }
    one = paper(workspace, PLAIN, "number: 7\ndate: 2030-03-01\n", others)
    assert head(one.frame.letterhead)[2:] == ("Số: 07/BC-……", "……, ngày 01 tháng 3 năm 2030")
    assert blanks(one) == [("abbreviation", CLUSTER_FILE), ("bo_mau.seat", "data/registry/bodies.yaml")]


def test_the_head_unit_issues_under_its_own_parent(workspace: MakeWorkspace) -> None:
    data = "number: 7\ndate: 2030-03-01\nissuer:\n  mode: host_unit\n"
    made = frame(workspace, PLAIN, data, {UNITS: ABBREVIATED})
    assert head(made.letterhead)[:3] == ("BỘ MẪU", "TRƯỜNG MỘT", "Số: 07/BC-TM")
    assert made.author == "Trường Một"


def test_the_head_may_be_a_person_of_the_unit_that_issues(workspace: MakeWorkspace) -> None:
    others = {CLUSTER_FILE: Changed(HEAD, "head:\n  person: nguyen_van_a"), UNITS: ABBREVIATED}
    made = frame(workspace, PLAIN, "number: 7\nissuer:\n  mode: host_unit\n", others)
    assert head(made.letterhead)[:3] == ("BỘ MẪU", "TRƯỜNG MỘT", "Số: 07/BC-TM")


def test_the_data_may_name_another_parent_and_abbreviation(workspace: MakeWorkspace) -> None:
    data = "number: 7\nissuer:\n  mode: host_unit\n  parent: hoi_dong_mau\n  abbreviation: HĐM\n"
    made = frame(workspace, PLAIN, data)
    assert head(made.letterhead)[:3] == (
        "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG NGÀNH MẪU", "TRƯỜNG MỘT", "Số: 07/BC-HĐM",
    )  # fmt: skip


# Form 1.2: a decision.

DECISION = """\
form: "1.2"
type: Quyết định
symbol: QĐ
subject: Ban hành quy chế của {{ cluster }}
issuing_authority: Trưởng {{ cluster.noun }} thi đua
numbering: articles
"""


def test_a_decision_has_an_issuing_authority(workspace: MakeWorkspace) -> None:
    made = frame(workspace, DECISION, "number: 3\ndate: 2030-02-10\n")
    assert words(made.issuing_authority) == "TRƯỞNG CỤM THI ĐUA"
    assert words(made.type_name) == "QUYẾT ĐỊNH"
    assert head(made.letterhead)[2:] == ("Số: 03/QĐ-CTĐ1", "Hà Mẫu, ngày 10 tháng 02 năm 2030")


def test_what_a_decision_encloses_has_a_letterhead_without_number_and_date(workspace: MakeWorkspace) -> None:
    made = frame(workspace, DECISION, "number: 3\ndate: 2030-02-10\n")
    assert head(made.enclosure_letterhead) == ("BỘ MẪU", "CỤM THI ĐUA SỐ 1", None, None)
    assert made.annex_reference == (
        "(Ban hành kèm theo Quyết định số 03/QĐ-CTĐ1 ngày 10 tháng 02 năm 2030 của Trưởng Cụm thi đua)"
    )


def test_other_forms_go_with_and_are_not_enacted(workspace: MakeWorkspace) -> None:
    made = frame(workspace, PLAIN, "number: 7\ndate: 2030-03-01\n")
    assert made.annex_reference == "(Kèm theo Báo cáo số 07/BC-CTĐ1 ngày 01 tháng 3 năm 2030 của Cụm Thi đua số 1)"


# Form 1.5: a letter.

LETTER = 'form: "1.5"\nsubject: mời dự hội nghị của {{ cluster }}\n'


def test_a_letter_has_the_drafting_unit_in_its_symbol(workspace: MakeWorkspace) -> None:
    one = paper(workspace, LETTER, "number: 5\ndate: 2030-03-01\nissuer:\n  drafting_unit: VP\n")
    assert head(one.frame.letterhead)[2] == "Số: 05/CTĐ1-VP"
    assert one.blanks == ()


def test_a_letter_has_its_subject_below_the_number_and_no_type(workspace: MakeWorkspace) -> None:
    made = frame(workspace, LETTER)
    assert words(made.letter_subject) == "V/v mời dự hội nghị của Cụm Thi đua số 1"
    assert (made.type_name, made.subject) == (None, None)
    assert made.title == "mời dự hội nghị của Cụm Thi đua số 1"


def test_a_drafting_unit_that_nobody_told_stays_blank(workspace: MakeWorkspace) -> None:
    one = paper(workspace, LETTER, "number: 5\ndate: 2030-03-01\n")
    assert head(one.frame.letterhead)[2] == "Số: 05/CTĐ1-……"
    assert blanks(one) == [("issuer.drafting_unit", DATA)]


def test_an_annex_of_a_letter_calls_it_by_its_kind(workspace: MakeWorkspace) -> None:
    made = frame(workspace, LETTER, "number: 5\ndate: 2030-03-01\nissuer:\n  drafting_unit: VP\n")
    assert made.annex_reference == "(Kèm theo Công văn số 05/CTĐ1-VP ngày 01 tháng 3 năm 2030 của Cụm Thi đua số 1)"


# Form 1.9: minutes.

MINUTES = """\
form: "1.9"
type: Biên bản
symbol: BB
subject: Hội nghị
signers:
  - title: Thư ký
  - title: Chủ tọa
    organization: "{{ cluster }}"
"""


def test_minutes_have_no_place_and_date(workspace: MakeWorkspace) -> None:
    one = paper(workspace, MINUTES, "number: 2\nsigner_names: [Lê Văn Thư, Trần Thị Chủ]\n")
    assert head(one.frame.letterhead) == ("BỘ MẪU", "CỤM THI ĐUA SỐ 1", "Số: 02/BB-CTĐ1", None)
    assert one.frame.annex_reference == "(Kèm theo Biên bản số 02/BB-CTĐ1 của Cụm Thi đua số 1)"
    assert one.blanks == ()


def test_minutes_are_kept_with_the_file(workspace: MakeWorkspace) -> None:
    assert texts(frame(workspace, MINUTES, "number: 2\n").recipients) == ["- Lưu: VT, Hồ sơ."]
    assert texts(frame(workspace, MINUTES, "archive: VT, P3\n").recipients) == ["- Lưu: VT, P3."]


# Form 2.1: an annex that is a file of its own.

ANNEX = 'form: "2.1"\nsubject: Đăng ký của {{ cluster }}\naccompanies: plan\n'


def test_an_annex_has_neither_letterhead_nor_signatures(workspace: MakeWorkspace) -> None:
    one = paper(workspace, ANNEX, "recipients:\n  - Bộ Mẫu\nsignatures:\n  - title: Giám đốc\n    name: A\n")
    made = one.frame
    assert one.is_annex
    assert (made.letterhead, made.recipients, made.signers) == (None, (), ())
    assert (words(made.type_name), words(made.subject)) == ("Phụ lục", "ĐĂNG KÝ CỦA CỤM THI ĐUA SỐ 1")


def test_an_annex_may_be_called_a_list(workspace: MakeWorkspace) -> None:
    assert words(frame(workspace, f"type: Danh sách\n{ANNEX}").type_name) == "DANH SÁCH"


def test_an_annex_refers_to_number_and_date_of_its_paper(workspace: MakeWorkspace) -> None:
    made = frame(workspace, ANNEX, "number: 9\ndate: 2030-05-05\n")
    assert made.annex_reference == "(Kèm theo Kế hoạch số 01/KH-CTĐ1 ngày 15 tháng 01 năm 2030 của Cụm Thi đua số 1)"
    assert PLAN in {origin.path for origin in made.annex_origins if isinstance(origin, Origin)}


@pytest.mark.parametrize("change", [DRAFT, None], ids=["a draft", "no data file"])
def test_what_its_paper_does_not_tell_stays_blank(change: Change, workspace: MakeWorkspace) -> None:
    one = paper(workspace, ANNEX, NOTHING, {PLAN: change})
    shown = " ".join(one.frame.annex_reference.split())
    assert shown == "(Kèm theo Kế hoạch số /KH-CTĐ1 ngày tháng năm 2030 của Cụm Thi đua số 1)"
    assert blanks(one) == [("number", PLAN), ("date", PLAN)]


def test_an_annex_names_the_issuer_of_its_paper(workspace: MakeWorkspace) -> None:
    others = {PLAN: Changed("number: 1\n", "number: 1\nissuer:\n  mode: host_unit\n"), UNITS: ABBREVIATED}
    made = frame(workspace, ANNEX, NOTHING, others)
    assert made.annex_reference == "(Kèm theo Kế hoạch số 01/KH-TM ngày 15 tháng 01 năm 2030 của Trường Một)"


EACH_PLAN = Changed("numbering:", "each: inspections\nnumbering:")


def test_an_annex_of_several_papers_refers_to_its_own(workspace: MakeWorkspace) -> None:
    frames = "papers:\n  truong_mot:\n    number: 21\n    date: 2030-04-01\n"
    others: Changes = {
        f"{YEAR_FOLDER}/inspections.yaml": INSPECTIONS,
        "templates/plan/document.yaml": EACH_PLAN,
        PLAN: (DRAFT, Changed("funding:", f"{frames}funding:")),
    }
    first, second = papers(workspace, f"{ANNEX}each: inspections\n", NOTHING, others)
    assert "số 21/KH-CTĐ1 ngày 01 tháng 4 năm 2030" in first.frame.annex_reference
    assert blanks(first) == []
    assert blanks(second) == [("papers.truong_hai.number", PLAN), ("papers.truong_hai.date", PLAN)]


def test_several_annexes_of_one_paper_ask_for_its_own_number(workspace: MakeWorkspace) -> None:
    others: Changes = {f"{YEAR_FOLDER}/inspections.yaml": INSPECTIONS, PLAN: DRAFT}
    for one in papers(workspace, f"{ANNEX}each: inspections\n", NOTHING, others):
        assert blanks(one) == [("number", PLAN), ("date", PLAN)]


# Addressees, recipients and signers: of the type, and what the data says instead.

TOLD = """\
type: Báo cáo
symbol: BC
subject: Tình hình
addressees:
  - "{{ cluster.parent }}"
recipients:
  - Các đơn vị trong {{ cluster.noun }}
signers:
  - title: Trưởng {{ cluster.noun }}
    organization: "{{ cluster }}"
"""


def test_the_type_tells_what_the_data_does_not(workspace: MakeWorkspace) -> None:
    one = paper(workspace, TOLD, "number: 7\ndate: 2030-03-01\n")
    made = one.frame
    assert texts(made.addressees) == ["Bộ Mẫu"]
    assert texts(made.recipients) == ["- Như trên;", "- Các đơn vị trong Cụm;", "- Lưu: VT."]
    assert signed(made.signers) == [("TRƯỞNG CỤM", "CỤM THI ĐUA SỐ 1", "…………")]
    assert blanks(one) == [("signer_names.1", DATA)]


def test_the_data_stands_in_place_of_the_type(workspace: MakeWorkspace) -> None:
    data = """\
addressees: [Hội đồng, Ủy ban]
recipients: [Báo Mẫu]
archive: VT, TH
signatures:
  - title: Chủ tịch
    name: Nguyễn Văn A
"""
    made = frame(workspace, TOLD, data)
    assert texts(made.addressees) == ["Hội đồng;", "Ủy ban."]
    assert texts(made.recipients) == ["- Như trên;", "- Báo Mẫu;", "- Lưu: VT, TH."]
    assert signed(made.signers) == [("CHỦ TỊCH", "Nguyễn Văn A")]


def test_an_empty_list_means_none(workspace: MakeWorkspace) -> None:
    made = frame(workspace, TOLD, "addressees: []\nrecipients: []\n")
    assert made.addressees == ()
    assert texts(made.recipients) == ["- Lưu: VT."]


def test_no_signatures_means_none(workspace: MakeWorkspace) -> None:
    assert frame(workspace, TOLD, "signatures: []\n").signers == ()


def test_the_data_may_give_the_names_alone(workspace: MakeWorkspace) -> None:
    one = paper(workspace, MINUTES, "number: 2\nsigner_names:\n  - Lê Văn Thư\n")
    assert signed(one.frame.signers) == [("THƯ KÝ", "Lê Văn Thư"), ("CHỦ TỌA", "CỤM THI ĐUA SỐ 1", "…………")]
    assert blanks(one) == [("signer_names.2", DATA)]


PLEDGE = """\
type: Giao ước
subject: Thi đua
has_recipients: false
signers:
  - title: Đại diện
    each: members
  - title: Chứng kiến
    organization: Đại diện {{ cluster.council }}
"""


def test_every_member_signs_under_its_name(workspace: MakeWorkspace) -> None:
    one = paper(workspace, PLEDGE, "date: 2030-01-02\nsigner_names: [Nguyễn Văn A]\n")
    assert [tuple(part for part in lines if part.strip()) for lines in signed(one.frame.signers)] == [
        ("ĐẠI DIỆN", "TRƯỜNG MỘT"),
        ("ĐẠI DIỆN", "TRƯỜNG HAI"),
        ("ĐẠI DIỆN", "BÁO MẪU"),
        ("CHỨNG KIẾN", "ĐẠI DIỆN HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG NGÀNH MẪU", "Nguyễn Văn A"),
    ]
    assert one.blanks == ()


def test_members_that_nobody_told_leave_one_blank(workspace: MakeWorkspace) -> None:
    members = Changed("members:\n  - truong_mot\n  - truong_hai\n  - bao_mau\n", "")
    one = paper(workspace, PLEDGE, "date: 2030-01-02\nsigner_names: [A]\n", {CLUSTER_FILE: members})
    assert signed(one.frame.signers)[0][:2] == ("ĐẠI DIỆN", "…………")
    assert blanks(one) == [("members", CLUSTER_FILE)]


@pytest.mark.parametrize("data", [NOTHING, "recipients:\n  - Bộ Mẫu\n"])
def test_a_pledge_has_no_recipients_whatever_the_data_says(data: str, workspace: MakeWorkspace) -> None:
    assert frame(workspace, PLEDGE, data).recipients == ()


# Several papers of one type.

EACH = (
    "type: Biên bản\nsymbol: BB\nsubject: Kiểm tra tại {{ each.inspected }}\neach: inspections\nuses: [inspections]\n"
)


def test_each_paper_has_its_own_frame_and_shares_the_rest(workspace: MakeWorkspace) -> None:
    data = """\
number: 7
place: Hải Mẫu
recipients: [Bộ Mẫu]
papers:
  truong_mot:
    number: 12
    date: 2030-09-03
    profile: p13
    recipients: []
    signatures:
      - title: Trưởng đoàn
        name: Trần Thị B
"""
    others = {f"{YEAR_FOLDER}/inspections.yaml": INSPECTIONS}
    first, second = papers(workspace, EACH, data, others)
    assert (first.name, second.name) == ("thu-truong_mot", "thu-truong_hai")
    assert head(first.frame.letterhead)[2:] == ("Số: 12/BB-CTĐ1", "Hải Mẫu, ngày 03 tháng 9 năm 2030")
    assert head(second.frame.letterhead)[2:] == ("Số: 07/BB-CTĐ1", "Hải Mẫu, ngày tháng năm 2030")
    assert (texts(first.frame.recipients), texts(second.frame.recipients)) == (
        ["- Lưu: VT."], ["- Bộ Mẫu;", "- Lưu: VT."],
    )  # fmt: skip
    assert (signed(first.frame.signers), signed(second.frame.signers)) == ([("TRƯỞNG ĐOÀN", "Trần Thị B")], [])
    assert (first.profile, second.profile) == (PROFILES["p13"], PROFILES["p14"])
    assert (first.moment.isoformat()[:10], second.moment.isoformat()[:10]) == ("2030-09-03", "2030-01-01")
    assert (words(first.frame.subject), words(second.frame.subject)) == (
        "Kiểm tra tại Trường Một", "Kiểm tra tại Trường Hai",
    )  # fmt: skip
    assert (blanks(first), blanks(second)) == ([], [("papers.truong_hai.date", DATA)])
