"""`planforge diff` as people run it: two DOCX, two PDF, one of each, equal files, files that are none."""

from __future__ import annotations

import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from tests.conftest import Run
from tests.unit.verify.pdf_maker import FONT, PAGE

from planforge.review.results import MARK
from planforge.toolchain import compile_pdf
from planforge.verify.docx import read_docx

OLD = ("Báo cáo ví dụ", "Kết thúc đợt một trước ngày 30 tháng 6.", "Đoạn này không đổi gì cả.", "Đoạn này sẽ bỏ đi.")
NEW = ("Báo cáo ví dụ", "Kết thúc đợt một trước ngày 15 tháng 7.", "Đoạn này không đổi gì cả.")


def docx(path: Path, *texts: str) -> Path:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def pdf(path: Path, *texts: str) -> Path:
    body = "\n\n".join(texts)
    path.write_bytes(compile_pdf((PAGE + body).encode(), {}, font=FONT, moment=datetime(2030, 1, 1, tzinfo=UTC)))
    return path


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_two_word_files_make_a_redline_and_a_page(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    docx(tmp_path / "b.docx", *NEW)
    ran = planforge("diff", "a.docx", "b.docx", "--author", "Trần Ví Dụ", cwd=tmp_path)
    assert ran.code == 0
    assert "a.docx → b.docx: 2 đoạn thay đổi" in ran.out
    assert "~ đoạn 2: …" in ran.out
    assert "[-30-][+15+]" in ran.out
    assert "- đoạn 4: Đoạn này sẽ bỏ đi." in ran.out
    assert "cần tệp PDF cùng tên" in ran.out
    assert listed(tmp_path / "b.diff") == [MARK, "b.diff.html", "b.redline.docx"]
    assert [one.text for one in read_docx(tmp_path / "b.diff" / "b.redline.docx").paragraphs][:3] == list(NEW)
    with zipfile.ZipFile(tmp_path / "b.diff" / "b.redline.docx") as package:
        assert 'w:author="Trần Ví Dụ"' in package.read("word/document.xml").decode()
    page = (tmp_path / "b.diff" / "b.diff.html").read_text(encoding="utf-8")
    assert "thêm: </span>15" in page
    assert str(tmp_path) not in page


def test_the_exit_code_tells_of_a_change_where_it_is_asked(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    docx(tmp_path / "b.docx", *NEW)
    assert planforge("diff", "a.docx", "b.docx", "--exit-code", cwd=tmp_path).code == 1
    assert planforge("diff", "a.docx", "a.docx", "--exit-code", cwd=tmp_path).code == 0


def test_equal_files_are_said_to_be_so_and_nothing_is_written(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    shutil.copy(tmp_path / "a.docx", tmp_path / "b.docx")
    ran = planforge("diff", "a.docx", "b.docx", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "Hai tệp như nhau; không ghi gì.\n")
    assert listed(tmp_path) == ["a.docx", "b.docx"]


def test_two_pdf_files_make_a_page_and_pictures(tmp_path: Path, planforge: Run) -> None:
    pdf(tmp_path / "a.pdf", *OLD)
    pdf(tmp_path / "b.pdf", *NEW)
    ran = planforge("diff", "a.pdf", "b.pdf", "--output", "kq", cwd=tmp_path)
    assert "[-30-][+15+]" in ran.out
    assert "chỉ lập được khi cả hai tệp là DOCX" in ran.out
    assert "Chỉ so được chữ" in ran.err
    assert listed(tmp_path / "kq") == [MARK, "b.diff.html", "b.pages/page-001.png"]
    assert "Chỉ so được chữ" in (tmp_path / "kq" / "b.diff.html").read_text(encoding="utf-8")


def test_pdf_files_of_the_same_words_are_told_apart_by_their_pages(tmp_path: Path, planforge: Run) -> None:
    pdf(tmp_path / "a.pdf", "Một hai ba.")
    pdf(tmp_path / "b.pdf", "Một hai ba.", "#rect(fill: blue)")
    ran = planforge("diff", "a.pdf", "b.pdf", cwd=tmp_path)
    assert "0 đoạn thay đổi" in ran.out
    assert "b.pages/page-001.png" in listed(tmp_path / "b.diff")
    assert planforge("diff", "a.pdf", "a.pdf", cwd=tmp_path).out == "Hai tệp như nhau; không ghi gì.\n"
    without = planforge("diff", "a.pdf", "b.pdf", "--no-pages", "--output", "x", cwd=tmp_path)
    assert "trình bày và hình thì không so được" in without.out
    assert not (tmp_path / "x").exists()


def test_a_word_file_and_a_pdf_are_compared_by_their_text(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    pdf(tmp_path / "same.pdf", *OLD)
    pdf(tmp_path / "b.pdf", *NEW)
    assert "Chữ trong hai tệp như nhau" in planforge("diff", "a.docx", "same.pdf", cwd=tmp_path).out
    ran = planforge("diff", "a.docx", "b.pdf", cwd=tmp_path)
    assert "2 đoạn thay đổi" in ran.out
    assert listed(tmp_path / "b.diff") == [MARK, "b.diff.html"]


def test_pages_of_word_files_come_from_the_pdf_beside_them(tmp_path: Path, planforge: Run) -> None:
    for name, texts in (("a", OLD), ("b", NEW)):
        docx(tmp_path / f"{name}.docx", *texts)
        pdf(tmp_path / f"{name}.pdf", *texts)
    ran = planforge("diff", "a.docx", "b.docx", cwd=tmp_path)
    assert "Ảnh các trang khác nhau (a.pdf, b.pdf): 1;" in ran.out
    assert "b.pages/page-001.png" in listed(tmp_path / "b.diff")


def test_a_second_run_replaces_the_first(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    docx(tmp_path / "b.docx", *NEW)
    planforge("diff", "a.docx", "b.docx", cwd=tmp_path)
    first = {name: (tmp_path / "b.diff" / name).read_bytes() for name in listed(tmp_path / "b.diff")}
    assert planforge("diff", "a.docx", "b.docx", cwd=tmp_path).code == 0
    assert first == {name: (tmp_path / "b.diff" / name).read_bytes() for name in listed(tmp_path / "b.diff")}
    assert listed(tmp_path) == ["a.docx", *(f"b.diff/{name}" for name in first), "b.docx"]


@pytest.mark.parametrize("work", ["edit", "add", "foreign"])
def test_nobodys_work_is_written_over(tmp_path: Path, planforge: Run, work: str) -> None:
    docx(tmp_path / "a.docx", *OLD)
    docx(tmp_path / "b.docx", *NEW)
    folder = tmp_path / "b.diff"
    if work == "foreign":
        folder.mkdir()
    else:
        planforge("diff", "a.docx", "b.docx", cwd=tmp_path)
    name = "b.redline.docx" if work == "edit" else "của tôi.txt"
    (folder / name).write_bytes(b"mine")
    ran = planforge("diff", "a.docx", "b.docx", cwd=tmp_path)
    assert ran.code == 2
    assert name in ran.err
    assert "--output" in ran.err
    assert (folder / name).read_bytes() == b"mine"


def test_a_file_where_the_folder_should_be_is_left_alone(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    docx(tmp_path / "b.docx", *NEW)
    ran = planforge("diff", "a.docx", "b.docx", "--output", "a.docx", cwd=tmp_path)
    assert ran.code == 2
    assert "không phải là thư mục" in ran.err


@pytest.mark.parametrize("name", ["none.docx", ".", "text.docx", "broken.pdf"])
def test_what_is_no_paper_is_one_clear_error(tmp_path: Path, planforge: Run, name: str) -> None:
    docx(tmp_path / "a.docx", *OLD)
    (tmp_path / "text.docx").write_text("chỉ là chữ", encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    for pair in (("a.docx", name), (name, "a.docx")):
        ran = planforge("diff", *pair, cwd=tmp_path)
        assert ran.code == 2
        assert "Traceback" not in ran.err
        assert ran.err.startswith("lỗi: ")
    assert not list(tmp_path.glob("*.diff"))


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path, planforge: Run) -> None:
    for folder, texts in (("cũ", OLD), ("mới", NEW)):
        (tmp_path / folder).mkdir()
        docx(tmp_path / folder / "a.docx", *texts)
    assert "cũ/a.docx → mới/a.docx" in planforge("diff", "cũ/a.docx", "mới/a.docx", cwd=tmp_path).out


def test_text_of_a_file_is_shown_as_text(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", "một")
    docx(tmp_path / "b.docx", "một", "\u202eđảo <b>chữ</b> & ngược")
    ran = planforge("diff", "a.docx", "b.docx", cwd=tmp_path)
    assert "[U+202E]đảo <b>chữ</b> & ngược" in ran.out
    page = (tmp_path / "b.diff" / "b.diff.html").read_text(encoding="utf-8")
    assert "[U+202E]đảo &lt;b&gt;chữ&lt;/b&gt; &amp; ngược" in page


def test_many_changes_are_counted_and_not_all_listed(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", "một")
    docx(tmp_path / "b.docx", "một", *[f"Đoạn thêm số {number}." for number in range(30)])
    ran = planforge("--lang", "en", "diff", "a.docx", "b.docx", cwd=tmp_path)
    assert ran.out.count("  + paragraph") == 20
    assert "… and 10 more" in ran.out


def test_our_own_files_lead_to_their_lines(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    docx(tmp_path / "b.docx", *NEW)
    for table in ("not json", '{"traces": [{"anchor": "pf1", "data": [{"path": 3, "line": "x"}]}, 7]}', "[]"):
        (tmp_path / "b.provenance.json").write_text(table, encoding="utf-8")
        assert planforge("diff", "a.docx", "b.docx", "--no-pages", cwd=tmp_path).code == 0


def styled(path: Path, *texts: str, bold: str = "", centred: bool = False) -> Path:
    document = Document()
    for text in texts:
        added = document.add_paragraph()
        added.add_run(text).bold = True if text == bold else None
        added.alignment = 1 if centred else None  # type: ignore[assignment]  # of an enumeration
    document.save(str(path))
    return path


def test_paragraphs_of_the_same_words_in_another_look_are_one_line(tmp_path: Path, planforge: Run) -> None:
    styled(tmp_path / "a.docx", *OLD)
    styled(tmp_path / "b.docx", *OLD, centred=True)
    ran = planforge("diff", "a.docx", "b.docx", "--no-pages", cwd=tmp_path)
    assert "chữ giống hệt; định dạng khác ở 4 đoạn" in ran.out
    assert "~ đoạn" not in ran.out


def test_a_few_words_in_another_look_are_named(tmp_path: Path, planforge: Run) -> None:
    styled(tmp_path / "a.docx", *OLD)
    styled(tmp_path / "b.docx", *OLD, bold=OLD[0])
    ran = planforge("diff", "a.docx", "b.docx", "--no-pages", cwd=tmp_path)
    assert f"~ đoạn 1: đổi định dạng của “{OLD[0]}”" in ran.out
    styled(tmp_path / "c.docx", OLD[0], NEW[1], *OLD[2:], bold=OLD[0])
    ran = planforge("diff", "a.docx", "c.docx", "--no-pages", cwd=tmp_path)
    assert "1 đoạn thay đổi" in ran.out
    assert f"đổi định dạng của “{OLD[0]}”" in ran.out


def test_a_cell_is_told_with_its_row(tmp_path: Path, planforge: Run) -> None:
    for name, points in (("a", "90"), ("b", "95")):
        document = Document()
        table = document.add_table(1, 3, "Table Grid")
        for cell, text in zip(table.rows[0].cells, ("1", "Đơn vị Ví dụ A", points), strict=True):
            cell.text = text
        document.save(str(tmp_path / f"{name}.docx"))
    ran = planforge("diff", "a.docx", "b.docx", "--no-pages", cwd=tmp_path)
    assert "[-90-][+95+] (hàng: 1 | Đơn vị Ví dụ A | 95)" in ran.out


def test_results_never_go_into_the_folder_of_other_results(tmp_path: Path, planforge: Run) -> None:
    docx(tmp_path / "a.docx", *OLD)
    docx(tmp_path / "b.docx", *NEW)
    planforge("diff", "a.docx", "b.docx", "--no-pages", cwd=tmp_path)
    assert planforge("diff", "a.docx", "b.diff/b.redline.docx", "--no-pages", cwd=tmp_path).code == 0
    assert (tmp_path / "b.redline.diff" / "b.redline.diff.html").is_file()
    assert planforge("diff", "a.docx", "b.docx", "--no-pages", cwd=tmp_path).code == 0


def test_a_header_of_a_pdf_is_held_against_that_of_the_word_file(tmp_path: Path, planforge: Run) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang của Cụm Ví dụ năm 2030"
    for text in OLD:
        document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    pdf(tmp_path / "b.pdf", "Đầu trang của Cụm Ví dụ năm 2030", *OLD)
    assert "Chữ trong hai tệp như nhau" in planforge("diff", "a.docx", "b.pdf", "--no-pages", cwd=tmp_path).out


def test_a_file_that_was_cut_off_is_said_to_be_damaged(tmp_path: Path, planforge: Run) -> None:
    whole = docx(tmp_path / "a.docx", *OLD).read_bytes()
    (tmp_path / "b.docx").write_bytes(whole[: len(whole) // 2])
    ran = planforge("diff", "a.docx", "b.docx", cwd=tmp_path)
    assert ran.code == 2
    assert "bị hỏng hoặc chép thiếu" in ran.err
    assert "zip" not in ran.err
