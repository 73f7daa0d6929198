"""Whoever changes a built file is found out, and where: with the programs that people change files with."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from tests.acceptance.conftest import Validate, needed, said_by
from tests.conftest import CLUSTER, YEAR, YEAR_FOLDER, Changed, MakeWorkspace, Ran, Run, Workspace
from tests.repository import Repo

from planforge.fonts import find_font
from planforge.pipeline import load_writers, make_papers
from planforge.review.authenticity import Authenticity, Standing, examine
from planforge.review.differences import Kind
from planforge.review.rebuilding import Ground
from planforge.stamp.stamp import read_stamp
from planforge.verify.paper_file import open_paper

pytestmark = pytest.mark.acceptance
FORMATS = ("docx", "pdf")


def git(folder: Path, *arguments: str) -> str:
    return Repo(folder).git(*arguments)


def commit(folder: Path) -> str:
    return Repo(folder).commit(author="Người Ví Dụ")


@pytest.fixture
def built(workspace: MakeWorkspace, planforge: Run) -> Workspace:
    """A workspace in a repository, its plan built from a commit."""
    made = workspace({".gitignore": "build/\n"})
    git(made.root, "init", "-q", "-b", "main")
    commit(made.root)
    ran = planforge("build", "plan", "--year", YEAR, cwd=made)
    assert ran.code == 0, ran
    return made


def path_of(built: Workspace, form: str) -> Path:
    return built.outputs / f"plan.{form}"


def judged(built: Workspace, form: str) -> Authenticity:
    return examine(path_of(built, form), built.root)


def change_word(path: Path, old: str, new: str) -> None:
    """What a person does in Word: one word typed over in its run."""
    document = docx.Document(str(path))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text]
    assert runs
    runs[0].text = runs[0].text.replace(old, new)
    document.save(str(path))


def change_page(path: Path, page: int = 0) -> None:
    """Take the last text that is shown out of a page."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        instructions = list(pikepdf.parse_content_stream(pdf.pages[page]))
        shown = [n for n, one in enumerate(instructions) if str(one.operator) in {"Tj", "TJ"}]
        del instructions[shown[-1]]
        pdf.pages[page].Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
        pdf.save(path)


@pytest.mark.parametrize("form", FORMATS)
def test_a_built_file_is_untouched_and_proved_so(form: str, built: Workspace, planforge: Run) -> None:
    found = judged(built, form)
    assert (found.standing, found.sealed, found.proven) == (Standing.UNTOUCHED, True, True)
    assert found.commit is not None
    assert found.commit.author == "Người Ví Dụ"
    ran = planforge("verify", path_of(built, form), cwd=built)
    assert ran.code == 0
    assert f"commit: {git(built.root, 'rev-parse', 'HEAD')[:12]}" in ran.out
    assert f"{CLUSTER}/{YEAR}/plan" in ran.out


def test_stamped_files_are_valid(built: Workspace, validate: Validate) -> None:
    assert validate([path_of(built, "docx")]) == {}
    metadata = said_by("pdfinfo", "-meta", path_of(built, "pdf"))
    for claim in (r"pdfaid:part\W+2", r"pdfaid:conformance\W+B", r"pdfuaid:part\W+1"):
        assert re.search(claim, metadata)
    keywords = re.search(r"<pdf:Keywords>(.*?)</pdf:Keywords>", metadata)
    about = dict(re.findall(r"^([^:]+):\s+(.*)$", said_by("pdfinfo", path_of(built, "pdf")), re.MULTILINE))
    assert keywords is not None
    assert about["Keywords"] == keywords[1]
    assert read_stamp({"Keywords": keywords[1]}) is not None


def test_a_docx_claims_no_version_of_word_and_no_number_of_pages(built: Workspace) -> None:
    with zipfile.ZipFile(path_of(built, "docx")) as package:
        about = package.read("docProps/app.xml").decode()
    assert "planforge" in about
    assert "Microsoft" not in about
    assert "Pages" not in about


def test_libreoffice_saves_it_again_with_the_same_words(built: Workspace, tmp_path: Path, planforge: Run) -> None:
    command = [needed("soffice"), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(path_of(built, "docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = tmp_path / "saved" / "plan.docx"
    found = examine(saved, built.root)
    assert (found.standing, found.sealed, found.differences) == (Standing.RESAVED, False, ())
    assert planforge("verify", saved, cwd=built).code == 0
    change_word(saved, "khen", "thi")
    assert examine(saved, built.root).standing is Standing.ALTERED


def test_a_word_changed_in_the_docx_is_named(built: Workspace, planforge: Run) -> None:
    change_word(path_of(built, "docx"), "khen", "chê")
    found = judged(built, "docx")
    assert found.standing is Standing.ALTERED
    [difference] = found.differences
    assert "khen" in difference.old
    assert "chê" in difference.new
    paragraph = open_paper(path_of(built, "docx")).paragraphs[difference.paragraph - 1]
    assert "chê" in paragraph.text
    ran = planforge("verify", path_of(built, "docx"), cwd=built)
    assert ran.code == 1
    assert f"“{difference.old}” → “{difference.new}”" in ran.out


def test_a_word_made_invisible_in_the_docx_is_named(built: Workspace, planforge: Run) -> None:
    document = docx.Document(str(path_of(built, "docx")))
    [run, *_] = [run for paragraph in document.paragraphs for run in paragraph.runs if "khen" in run.text]
    run.font.hidden = True
    document.save(str(path_of(built, "docx")))
    found = judged(built, "docx")
    assert (found.standing, [one.kind for one in found.differences]) == (Standing.ALTERED, [Kind.LOOK])
    assert "định dạng" in planforge("verify", path_of(built, "docx"), cwd=built).out


def test_words_taken_out_of_the_pdf_are_named(built: Workspace, planforge: Run) -> None:
    change_page(path_of(built, "pdf"))
    found = judged(built, "pdf")
    assert (found.standing, found.sealed) == (Standing.ALTERED, False)
    assert found.differences
    assert all(difference.page for difference in found.differences)
    assert planforge("verify", path_of(built, "pdf"), cwd=built).code == 1


def test_a_pdf_that_another_program_wrote_again_has_the_same_words(built: Workspace) -> None:
    with pikepdf.open(path_of(built, "pdf"), allow_overwriting_input=True) as pdf:
        pdf.save(path_of(built, "pdf"), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    found = judged(built, "pdf")
    assert (found.standing, found.differences) == (Standing.RESAVED, ())


def test_a_page_that_something_is_drawn_over_is_named(built: Workspace, planforge: Run) -> None:
    with pikepdf.open(path_of(built, "pdf"), allow_overwriting_input=True) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(b" q 1 1 1 rg 150 400 200 200 re f Q "), prepend=False)
        pdf.save(path_of(built, "pdf"))
    found = judged(built, "pdf")
    assert found.standing is Standing.ALTERED
    assert [(one.kind, one.page) for one in found.differences] == [(Kind.PAGE, 1)]
    assert "trang 1" in planforge("verify", path_of(built, "pdf"), cwd=built).out


def forged(built: Workspace, form: str, **changes: Any) -> None:
    """Write the files that the workspace makes now, with a seal that holds, and the stamp of those that were there."""
    stamped = read_stamp(open_paper(path_of(built, form)).properties)
    assert stamped is not None
    made = make_papers(built.root, CLUSTER, YEAR, ("plan",), cache=built.cache).value
    assert made is not None
    write = load_writers((form,), find_font().choice, built.cache)[form]
    path_of(built, form).write_bytes(write(made[0].paper, replace(stamped.stamp, **changes)))


@pytest.mark.parametrize("form", FORMATS)
def test_other_words_under_a_seal_that_holds_are_found(form: str, built: Workspace, planforge: Run) -> None:
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("Kịp thời khen thưởng.", "Kịp thời phê bình.")})
    forged(built, form)
    git(built.root, "checkout", "-q", ".")
    found = judged(built, form)
    assert (found.standing, found.sealed, found.proven) == (Standing.ALTERED, True, False)
    assert ["phê bình" in one.new for one in found.differences] == [True]
    assert planforge("verify", path_of(built, form), cwd=built).code == 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_commit_that_it_was_not_made_of_is_found(form: str, built: Workspace) -> None:
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("Kịp thời khen thưởng.", "Kịp thời phê bình.")})
    forged(built, form, commit=commit(built.root))
    found = judged(built, form)
    assert (found.standing, found.rebuilt.contradicted) == (Standing.ALTERED, True)


@pytest.mark.parametrize("form", FORMATS)
def test_a_source_that_nobody_has_proves_nothing(form: str, built: Workspace) -> None:
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("Kịp thời khen thưởng.", "Kịp thời phê bình.")})
    forged(built, form, commit="f" * 40, data="f" * 32)
    git(built.root, "checkout", "-q", ".")
    found = judged(built, form)
    assert (found.standing, found.rebuilt.ground, found.rebuilt.exact) == (Standing.UNKNOWN, Ground.WORKSPACE, False)
    assert not found.is_ours


def test_an_old_file_is_still_proved_by_its_commit(built: Workspace, planforge: Run) -> None:
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("number: 1\n", "number: 2\n")})
    commit(built.root)
    found = judged(built, "docx")
    assert (found.standing, found.proven, found.rebuilt.ground) == (Standing.UNTOUCHED, True, Ground.COMMIT)
    assert found.present == (False, True)
    ran = planforge("verify", path_of(built, "docx"), cwd=built)
    assert (ran.code, "dữ liệu đã khác so với khi dựng" in ran.out) == (0, True)


def test_uncommitted_data_is_told_and_proved_while_it_is_there(built: Workspace, planforge: Run) -> None:
    first = git(built.root, "rev-parse", "HEAD").strip()
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("number: 1\n", "number: 2\n")})
    assert planforge("build", "plan", "--year", YEAR, cwd=built).code == 0
    found = judged(built, "pdf")
    assert found.stamp is not None
    assert (found.stamp.commit, found.stamp.uncommitted) == (first, "yes")
    assert (found.standing, found.proven) == (Standing.UNTOUCHED, True)
    git(built.root, "checkout", "-q", ".")
    lost = judged(built, "pdf")
    assert (lost.standing, lost.rebuilt.exact) == (Standing.UNKNOWN, False)


def test_a_commit_of_the_data_lets_the_next_build_say_so(built: Workspace, planforge: Run) -> None:
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("number: 1\n", "number: 2\n")})
    planforge("build", "plan", "--year", YEAR, cwd=built)
    again = planforge("build", "plan", "--year", YEAR, cwd=built)
    assert "Đã dựng" not in again.out
    second = commit(built.root)
    assert "Đã dựng" in planforge("build", "plan", "--year", YEAR, cwd=built).out
    found = judged(built, "docx").stamp
    assert found is not None
    assert (found.commit, found.uncommitted) == (second, "")


def test_unrelated_commits_build_nothing_anew(built: Workspace, planforge: Run) -> None:
    before = path_of(built, "pdf").read_bytes()
    built.change({"README.md": "x"})
    commit(built.root)
    assert "Đã dựng" not in planforge("build", "plan", "--year", YEAR, cwd=built).out
    assert planforge("build", "plan", "--year", YEAR, "--force", cwd=built).code == 0
    assert path_of(built, "pdf").read_bytes() == before


def test_the_file_of_another_program_is_not_ours(built: Workspace, tmp_path: Path, planforge: Run) -> None:
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    document.save(str(tmp_path / "other.docx"))
    ran: Ran = planforge("verify", tmp_path / "other.docx", cwd=built)
    assert (ran.code, "không phải do planforge dựng" in ran.out) == (1, True)


def test_without_a_workspace_only_the_seal_is_told(built: Workspace) -> None:
    found = examine(path_of(built, "docx"), None)
    assert (found.standing, found.sealed, found.proven) == (Standing.UNTOUCHED, True, False)
    change_word(path_of(built, "docx"), "khen", "chê")
    assert examine(path_of(built, "docx"), None).standing is Standing.UNKNOWN


def test_a_redline_is_told_as_one_and_not_as_a_strangers_file(built: Workspace, planforge: Run) -> None:
    path = path_of(built, "docx")
    old = path.read_bytes()
    (built.root / "old.docx").write_bytes(old)
    built.change({f"{YEAR_FOLDER}/plan.yaml": Changed("Kịp thời khen thưởng", "Kịp thời khen ngợi")})
    assert planforge("build", "plan", "--year", YEAR, cwd=built).code == 0
    assert planforge("diff", "old.docx", path, "--no-pages", "--output", "kq", cwd=built).code == 0
    ran = planforge("verify", "kq/plan.redline.docx", cwd=built)
    assert ran.code == 1
    assert "là bản so sánh có theo dõi thay đổi" in ran.out
    assert "không phải do planforge dựng" not in ran.out
