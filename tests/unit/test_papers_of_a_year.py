"""A cluster's year in papers: several of one type, who leads it, what its year is called."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import CLUSTER, YEAR, YEAR_FOLDER, Change, Changed, Changes, MakeWorkspace, Ran, Run, Workspace

from planforge.cli import quick
from planforge.compose.papers import ComposedPaper, compose
from planforge.diagnostics import Diagnostic, all_findings
from planforge.fonts import EMBEDDED, FontSource, FoundFont
from planforge.load import load
from planforge.pipeline import make_papers
from planforge.record import read_record
from planforge.resolve import Content, resolve
from planforge.validate import validate

CLUSTER_FILE, WAVES, PLAN = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("cluster", "waves", "plan"))
PEOPLE, UNITS, TYPE = "data/registry/people.yaml", "data/registry/units.yaml", "templates/plan/document.yaml"
INSPECTIONS, CONFERENCES = (f"{YEAR_FOLDER}/{name}.yaml" for name in ("inspections", "conferences"))
CHECK_TYPE, CHECK_DATA = "templates/visit/document.yaml", f"{YEAR_FOLDER}/visit.yaml"
HEAD, DEPUTIES = "head: truong_mot", "deputies:\n  - truong_hai"
PERSON = "  office: Hiệu trưởng\n  unit: truong_mot"


# Several papers of one type.

FIRST = "  - inspected: truong_mot\n    inspectors: [bao_mau]\n"
SECOND = "  - inspected: truong_hai\n    inspectors: [bao_mau]\n"
# That some members are not inspected is not what these tests are about.
SETTINGS = "default_cluster: mau\nlanguage: vi\nlint:\n  severities:\n    PF126: ignore\n"
CHECK: Changes = {
    "data/planforge.yaml": SETTINGS,
    CHECK_TYPE: "name: Biên bản\nform: '1.9'\ntype: Biên bản\nsymbol: BB\nsubject: Kiểm tra\neach: inspections\n",
    "templates/visit/body.md.j2": "Đoàn đã kiểm tra tại {{ each.inspected }}.\n",
    CHECK_DATA: "number: 5\npapers:\n  truong_mot:\n    number: 12\n",
    INSPECTIONS: f"inspections:\n{FIRST}{SECOND}",
}
MEETINGS: Changes = {
    **CHECK,
    CHECK_TYPE: "name: Giấy mời\nform: '1.7'\ntype: Giấy mời\nsymbol: GM\nsubject: Họp\neach: conferences\n",
    "templates/visit/body.md.j2": "Mời dự họp tại {{ each.place }}.\n",
    CHECK_DATA: "number: 5\npapers:\n  annual:\n    number: 12\n",
    CONFERENCES: "annual:\n  place: Hội trường lớn\nlaunch:\n  place: Phòng họp\n",
}


def build(planforge: Run, made: Workspace, formats: str = "md", *more: str) -> Ran:
    return planforge("--lang", "en", "build", "visit", "--year", YEAR, "--format", formats, *more, cwd=made)


@pytest.fixture
def built(workspace: MakeWorkspace, planforge: Run) -> Workspace:
    made = workspace(CHECK)
    ran = build(planforge, made, "md,html")
    assert (ran.code, ran.err) == (0, "")
    return made


def names(made: Workspace) -> set[str]:
    return {path.name for path in made.outputs.iterdir()}


def outputs(*papers: str, formats: tuple[str, ...] = ("md", "html")) -> set[str]:
    return {".visit.json", *(f"{name}.{end}" for name in papers for end in (*formats, "provenance.json"))}


def text(made: Workspace, name: str) -> str:
    return (made.outputs / name).read_text(encoding="utf-8")


def test_every_inspected_unit_has_its_own_files(built: Workspace) -> None:
    assert names(built) == outputs("visit-truong_mot", "visit-truong_hai")
    assert "tại Trường Một" in text(built, "visit-truong_mot.md")
    assert "tại Trường Hai" in text(built, "visit-truong_hai.md")
    assert "12/BB-CTĐ1" in text(built, "visit-truong_mot.md")
    assert "05/BB-CTĐ1" in text(built, "visit-truong_hai.md")


def test_every_conference_of_the_year_has_its_own_files(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace(MEETINGS)
    assert build(planforge, made).code == 0
    assert names(made) == outputs("visit-launch", "visit-annual", formats=("md",))
    assert read_record(made.outputs, "visit").papers == ("visit-launch", "visit-annual")
    assert "tại Phòng họp" in text(made, "visit-launch.md")
    assert "12/GM-CTĐ1" in text(made, "visit-annual.md")


def test_one_record_holds_all_papers(built: Workspace) -> None:
    record = read_record(built.outputs, "visit")
    assert record.papers == ("visit-truong_mot", "visit-truong_hai")
    assert set(record.outputs) == names(built) - {".visit.json"}


@pytest.mark.parametrize("base", [CHECK, MEETINGS], ids=["inspections", "conferences"])
def test_a_frame_of_a_paper_that_is_not_made_is_a_mistake(base: Changes, workspace: MakeWorkspace) -> None:
    made = workspace({**base, CHECK_DATA: "papers:\n  truong_mto:\n    number: 3\n"})
    (found,) = findings(made, "visit")
    assert (found.code, str(found.span)) == ("paper.of_nobody", f"{CHECK_DATA}:2:3")


def test_the_files_of_a_unit_that_left_are_taken_away(built: Workspace, planforge: Run) -> None:
    """Also in the formats that this build does not make."""
    built.change({INSPECTIONS: f"inspections:\n{FIRST}"})
    ran = build(planforge, built, "md")
    assert (ran.code, ran.err) == (0, "")
    assert names(built) == outputs("visit-truong_mot")
    record = read_record(built.outputs, "visit")
    assert record.papers == ("visit-truong_mot",)
    assert not any("truong_hai" in name for name in record.outputs)


def test_what_somebody_edited_outlives_its_unit(built: Workspace, planforge: Run) -> None:
    built.change({INSPECTIONS: f"inspections:\n{FIRST}"})
    (built.outputs / "visit-truong_hai.md").write_text("sửa tay", encoding="utf-8")
    assert build(planforge, built, "md,html").code == 0
    assert names(built) == {*outputs("visit-truong_mot"), "visit-truong_hai.md"}
    assert text(built, "visit-truong_hai.md") == "sửa tay"


def test_a_unit_that_comes_back_does_not_overwrite_what_was_edited(built: Workspace, planforge: Run) -> None:
    built.change({INSPECTIONS: f"inspections:\n{FIRST}"})
    (built.outputs / "visit-truong_hai.md").write_text("sửa tay", encoding="utf-8")
    assert build(planforge, built).code == 0
    built.change({INSPECTIONS: f"inspections:\n{FIRST}{SECOND}"})
    ran = build(planforge, built)
    assert "visit-truong_hai.edited-1.md" in ran.err
    assert text(built, "visit-truong_hai.edited-1.md") == "sửa tay"
    assert "Trường Hai" in text(built, "visit-truong_hai.md")


def test_a_mistake_in_one_paper_leaves_the_files_of_all_alone(built: Workspace, planforge: Run) -> None:
    before = built.files()
    built.change({INSPECTIONS: f"inspections:\n{FIRST}", CHECK_DATA: "papers:\n  truong_hai:\n    number: 3\n"})
    assert build(planforge, built).code == 1
    after = built.files()
    assert {name: after[name] for name in after if name.startswith("build/")} == {
        name: before[name] for name in before if name.startswith("build/")
    }


def test_a_type_that_becomes_one_paper_leaves_no_old_ones(built: Workspace, planforge: Run) -> None:
    built.change(
        {
            CHECK_TYPE: Changed("each: inspections\n", ""),
            "templates/visit/body.md.j2": "Một biên bản.\n",
            CHECK_DATA: "number: 5\n",
        }
    )
    assert build(planforge, built, "md,html").code == 0
    assert names(built) == outputs("visit")


def test_a_second_build_has_nothing_to_do(built: Workspace, planforge: Run) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.outputs.iterdir()}
    ran = build(planforge, built, "md,html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].split(":")[1].split()[0] == "4"
    assert {path: path.stat().st_mtime_ns for path in built.outputs.iterdir()} == before


@pytest.mark.parametrize("name", ["visit-truong_hai.md", "visit-truong_mot.provenance.json"])
def test_one_missing_file_is_enough_to_build(name: str, built: Workspace, planforge: Run) -> None:
    (built.outputs / name).unlink()
    assert build(planforge, built, "md,html").code == 0
    assert (built.outputs / name).is_file()


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Asks the short way, as if Markdown were all that a plain build makes."""
    monkeypatch.setattr(quick, "DEFAULT_FORMATS", ("md",))
    monkeypatch.setattr(quick, "find_font", lambda: FoundFont(EMBEDDED, FontSource.OVERRIDE))

    def ask(*arguments: str | Path, cwd: Path | Workspace | None = None) -> Ran:
        assert isinstance(cwd, Workspace)
        monkeypatch.chdir(cwd.root)
        capsys.readouterr()
        done = quick.nothing_to_do([str(argument) for argument in arguments])
        return Ran(int(done), capsys.readouterr().out, "")

    return ask


def test_the_short_way_knows_a_build_with_nothing_to_do(built: Workspace, planforge: Run, quickly: Run) -> None:
    assert build(planforge, built).code == 0
    asked = ("build", "visit", "--year", YEAR)
    answered = quickly(*asked, cwd=built)
    assert answered.code == 1
    assert answered.out == planforge(*asked, "--format", "md", cwd=built).out
    assert "12/BB" not in answered.out
    (built.outputs / "visit-truong_hai.md").unlink()
    assert quickly(*asked, cwd=built) == Ran(0, "", "")


def test_the_short_way_sees_that_a_unit_left(built: Workspace, quickly: Run) -> None:
    asked = ("build", "visit", f"--year={YEAR}")
    assert quickly(*asked, cwd=built).code == 1
    built.change({INSPECTIONS: f"inspections:\n{FIRST}"})
    assert quickly(*asked, cwd=built) == Ran(0, "", "")


def test_blame_works_on_one_of_several_papers(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace(CHECK)
    assert build(planforge, made, "docx", "--draft").code == 0
    ran = planforge("blame", f"build/mau/{YEAR}/visit-truong_hai.docx", "Trường Hai", cwd=made)
    assert (ran.code, ran.err) == (0, "")
    assert f"{UNITS}:7:9 (truong_hai.name)" in ran.out
    assert "templates/visit/body.md.j2:1" in ran.out
    ran = planforge("blame", f"build/mau/{YEAR}/visit-truong_mot.docx", "12/BB", cwd=made)
    assert f"{CHECK_DATA}:4:13 (papers.truong_mot.number)" in ran.out


def test_the_list_shows_that_several_papers_are_built(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace(CHECK)
    shown = planforge("list", cwd=made).out.count("visit")
    assert build(planforge, made, "docx", "--draft").code == 0
    assert planforge("list", cwd=made).out.count("visit") == shown + 1


# All years at once.


def test_all_builds_every_year_that_has_papers(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({})
    shutil.copytree(made.root / YEAR_FOLDER, made.root / "data/mau/2031")
    made.change({"data/mau/2031/cluster.yaml": Changed("year: 2030", "year: 2031"), "data/mau/2031/waves.yaml": None})
    made.change({"data/mau/2031/plan.yaml": None, "data/khac/2030/cluster.yaml": "parent: bo_mau\n"})
    ran = planforge("build", "--all", "--format", "md", cwd=made)
    assert (ran.code, [path.name for path in (made.root / "build/mau").iterdir()]) == (0, [YEAR])
    assert not (made.root / "build/khac").exists()
    assert len(planforge("build", "--all", "--format", "md", cwd=made).out.splitlines()) == 1


@pytest.mark.parametrize("options", [("--year", "2031"), ("--cluster", "khac"), ("--year", "2030", "--cluster", "x")])
def test_all_of_nothing_is_a_mistake(options: tuple[str, ...], workspace: MakeWorkspace, planforge: Run) -> None:
    ran = planforge("--lang", "en", "build", "--all", *options, cwd=workspace({}))
    assert ran.code == 2
    assert "planforge list" in ran.err


def test_all_goes_on_after_a_year_with_mistakes(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace({"data/anh/2030/cluster.yaml": "parent: bo_mau\n", "data/anh/2030/plan.yaml": "number: 1\n"})
    ran = planforge("build", "--all", "--format", "md", cwd=made)
    assert ran.code == 1
    assert (made.outputs / "plan.md").is_file()


HOSTILE = "$(shell touch bad)`touch bad`; touch bad"


@pytest.mark.parametrize(
    ("task", "given", "command"),
    [
        ("all", {}, "build --all"),
        ("all", {"YEAR": "2030"}, "build --all --year=2030"),
        ("all", {"YEAR": "2030", "CLUSTER": "ii"}, "build --all --year=2030 --cluster=ii"),
        ("todo", {"CLUSTER": "ii"}, "todo --all --cluster=ii"),
        ("visit", {"YEAR": "2030"}, "build visit --year=2030"),
        ("all", {"YEAR": HOSTILE}, f"build --all --year={HOSTILE}"),
    ],
)  # fmt: skip
def test_make_hands_over_what_it_was_given(
    task: str, given: dict[str, str], command: str, workspace: MakeWorkspace
) -> None:
    """What make would run is run here with a program that only says how it was called."""
    made = workspace(CHECK)
    shutil.copy(Path(__file__).parents[2] / "Makefile", made.root)
    said = _make("-n", "-o", ".venv/.ready", task, *(f"{name}={value}" for name, value in given.items()), cwd=made.root)
    shell = said.replace(".venv/bin/python -m planforge", "echo CALLED").replace("\\\n", "")
    ran = subprocess.run(
        ["/bin/sh", "-c", shell], cwd=made.root, env={**_clean(), **given}, capture_output=True, text=True, check=True
    )
    assert [line for line in ran.stdout.splitlines() if line.startswith("CALLED")] == [f"CALLED {command}"]
    assert not (made.root / "bad").exists()


def _make(*arguments: str, cwd: Path) -> str:
    make = shutil.which("make")
    assert make is not None
    return subprocess.run([make, *arguments], cwd=cwd, env=_clean(), capture_output=True, text=True, check=True).stdout


def _clean() -> dict[str, str]:
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "YEAR", "CLUS"))
    }


# Who leads a cluster, and what its year is called: facts without any paper around them.


def findings(made: Workspace, document: str = "plan") -> list[Diagnostic]:
    return all_findings(make_papers(made.root, CLUSTER, YEAR, (document,), cache=made.cache).diagnostics)


def content(made: Workspace) -> Content:
    validated = validate(load(made.root, CLUSTER, YEAR, ("plan",)).product())
    assert validated.value is not None, validated.diagnostics
    return resolve(validated.value)


def composed(made: Workspace) -> ComposedPaper:
    sources = load(made.root, CLUSTER, YEAR, ("plan",)).product()
    checked = compose(sources, content(made), made.cache)
    assert checked.value is not None, checked.diagnostics
    return checked.value[0]


def said(workspace: MakeWorkspace, words: str, changes: Changes | None = None) -> tuple[str, list[tuple[str, str]]]:
    """Words as a subject prints them, and the blanks in them."""
    subject = Changed("subject: Phát động thi đua của {{ cluster }} năm {{ year }}", f"subject: '{words}'")
    paper = composed(workspace({TYPE: subject, **(changes or {})}))
    assert paper.frame.subject is not None
    return paper.frame.subject.text, [(blank.field, blank.path) for blank in paper.blanks]


LEADER = "{{ cluster.head }}|{{ cluster.head.unit }}|{{ cluster.head.person }}|{{ cluster.head.office }}"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("truong_mot", "Trường Một|Trường Một|…………|…………"),
        ("{unit: truong_mot}", "Trường Một|Trường Một|…………|…………"),
        ("{person: nguyen_van_a}", "Trường Một|Trường Một|Nguyễn Văn A|Hiệu trưởng Trường Một"),
        ("{office: Giám đốc Sở Mẫu}", "Giám đốc Sở Mẫu|…………|…………|Giám đốc Sở Mẫu"),
        ("{unit: truong_mot, office: Chủ tịch Cụm}", "Trường Một|Trường Một|…………|Chủ tịch Cụm"),
    ],
)
def test_a_head_is_a_unit_a_person_or_an_office(written: str, printed: str, workspace: MakeWorkspace) -> None:
    assert said(workspace, LEADER, {CLUSTER_FILE: Changed(HEAD, f"head: {written}")})[0] == printed


def test_a_person_goes_before_the_office(workspace: MakeWorkspace) -> None:
    changes: Changes = {
        CLUSTER_FILE: Changed(HEAD, "head: {person: nguyen_van_a, office: Giám đốc Sở Mẫu}"),
        PEOPLE: Changed("unit: truong_mot", "body: bo_mau"),
    }
    assert said(workspace, "{{ cluster.head }}", changes)[0] == "Nguyễn Văn A"


@pytest.mark.parametrize(
    ("person", "position"),
    [
        (PERSON, "Hiệu trưởng Trường Một"),
        (f"{PERSON}\n  acting: quyền", "Quyền Hiệu trưởng Trường Một"),
        ("  office: Phó Hiệu trưởng\n  unit: truong_mot\n  acting: phụ trách", "Phó Hiệu trưởng phụ trách Trường Một"),
        ("  office: Thứ trưởng\n  body: bo_mau", "Thứ trưởng Bộ Mẫu"),
        ("  office: Chuyên gia", "Chuyên gia"),
        ("  unit: truong_mot", "…………"),
    ],
)
def test_a_position_says_office_and_place(person: str, position: str, workspace: MakeWorkspace) -> None:
    assert said(workspace, "{{ people.nguyen_van_a.position }}", {PEOPLE: Changed(PERSON, person)})[0] == position


def test_an_acting_head_is_said_so(workspace: MakeWorkspace) -> None:
    changes: Changes = {
        CLUSTER_FILE: Changed(HEAD, "head: {person: nguyen_van_a}"),
        PEOPLE: Changed(PERSON, f"{PERSON}\n  acting: quyền"),
    }
    words = "{{ cluster.head.person }}, {{ cluster.head.person.position }}"
    assert said(workspace, words, changes) == ("Nguyễn Văn A, Quyền Hiệu trưởng Trường Một", [])


def test_two_deputies_lead_sectors_of_their_own(workspace: MakeWorkspace) -> None:
    deputies = "deputies:\n  - {unit: truong_hai, sector: đào tạo}\n  - {unit: bao_mau, sector: báo chí}"
    cluster = content(workspace({CLUSTER_FILE: Changed(DEPUTIES, deputies)})).cluster
    assert [(one.name, one.sector) for one in cluster.deputies or ()] == [
        ("Trường Hai", "đào tạo"), ("Báo Mẫu", "báo chí"),
    ]  # fmt: skip


def test_no_deputies_is_not_the_same_as_not_known(workspace: MakeWorkspace) -> None:
    assert content(workspace({CLUSTER_FILE: Changed(DEPUTIES, "deputies: []")})).cluster.deputies == ()
    assert content(workspace({CLUSTER_FILE: Changed(f"{DEPUTIES}\n", "")})).cluster.deputies is None


@pytest.mark.parametrize(("name", "year"), [("next_cluster", "2031"), ("previous_cluster", "2029")])
def test_the_cluster_of_another_year(name: str, year: str, workspace: MakeWorkspace) -> None:
    words = f"{{{{ {name} }}}}, {{{{ {name}.head }}}}"
    path = f"data/mau/{year}/cluster.yaml"
    other = f"parent: bo_mau\nnumber: 2\nyear: {year}\nmembers: [truong_hai]\nhead: truong_hai\n"
    assert said(workspace, words, {path: other}) == ("Cụm Thi đua số 2, Trường Hai", [])
    printed, blank = said(workspace, words)
    assert printed == "…………, …………"
    assert [where for _, where in blank] == [path, path]
    assert blank[1] == ("head", path)


def test_mistakes_in_another_year_are_not_this_ones(workspace: MakeWorkspace) -> None:
    made = workspace({"data/mau/2031/cluster.yaml": "parent: bo_mau\nnumber: 1\nyear: hai\nhead: truong_hai\n"})
    assert [(one.code, one.severity.name) for one in findings(made)] == [("data.number_expected", "WARNING")]


@pytest.mark.parametrize(
    ("identity", "noun", "name"),
    [
        ("kind: khối\nnumber: 4\n", "Khối", "Khối Thi đua số 4"),
        ("kind: khu vực\nnumber: III\n", "Khu vực", "Khu vực Thi đua số III"),
        ("kind: khối\nname: Khối các trường\n", "Khối", "Khối các trường"),
    ],
)
def test_a_cluster_calls_itself_by_its_kind(identity: str, noun: str, name: str, workspace: MakeWorkspace) -> None:
    changes = {CLUSTER_FILE: Changed("kind: cụm\nnumber: 1\n", identity)}
    assert said(workspace, "Trưởng {{ cluster.noun }}; {{ cluster }}", changes) == (f"Trưởng {noun}; {name}", [])


MEMBERS = "members:\n  - truong_mot\n  - truong_hai\n  - bao_mau\n"


@pytest.mark.parametrize(("written", "count"), [(MEMBERS, "3"), ("member_count: 8\n", "8"), ("", "…………")])
def test_members_are_counted_or_their_number_told(written: str, count: str, workspace: MakeWorkspace) -> None:
    printed, blank = said(workspace, "{{ cluster.member_count }}", {CLUSTER_FILE: Changed(MEMBERS, written)})
    assert printed == count
    assert blank == ([] if written else [("member_count", CLUSTER_FILE)])


# A year that is no calendar year.

SCHOOL = Changed("year: 2030\n", "year: 2030\nperiod: năm học 2030 - 2031\nstarts: 2030-09-01\nends: 2031-08-31\n")


def waves(*days: str) -> str:
    return "waves:\n" + "".join(
        f"  - start: {start}\n    end: {end}\n" for start, end in zip(days[::2], days[1::2], strict=True)
    )


def test_the_waves_of_a_school_year_run_over_new_year(workspace: MakeWorkspace) -> None:
    days = ("2030-09-01", "2031-01-15", "2031-01-16", "2031-08-31")
    made = content(workspace({CLUSTER_FILE: SCHOOL, WAVES: waves(*days)})).waves
    assert made is not None
    assert [(one.rank, one.opens_year, one.closes_year) for one in made.waves] == [(1, True, False), (2, False, True)]
    assert made.waves[0].start == date(2030, 9, 1)


@pytest.mark.parametrize("days", [("2030-08-31", "2030-12-31"), ("2031-01-01", "2031-09-01")])
def test_a_wave_outside_the_school_year_is_refused(days: tuple[str, str], workspace: MakeWorkspace) -> None:
    told = findings(workspace({CLUSTER_FILE: SCHOOL, WAVES: waves(*days)}))
    # The date of the plan lies before the school year.
    (found,) = [one for one in told if one.code != "paper.other_year"]
    assert found.code == "data.outside_year"
    assert (found.values["first"], found.values["last"]) == ("2030-09-01", "2031-08-31")


@pytest.mark.parametrize("broken", ["starts: 2030-09-01\n", "starts: 2030-09-01\nends: 31/8/2031\n"])
def test_waves_are_not_judged_by_a_period_that_is_not_told(broken: str, workspace: MakeWorkspace) -> None:
    changes: Changes = {
        CLUSTER_FILE: Changed("year: 2030\n", f"year: 2030\n{broken}"),
        WAVES: waves("2031-01-01", "2031-08-31"),
    }
    assert {found.code for found in findings(workspace(changes))} <= {"cluster.half_period", "data.date_order"}


PERIODS = "{{ period }}|{{ next_period }}"


@pytest.mark.parametrize(
    ("period", "printed"),
    [
        ("", "năm 2030|năm 2031"),
        ("period: năm học 2030 - 2031\n", "năm học 2030 - 2031|năm học 2031 - 2032"),
        ("period: năm học 2030-2031\n", "năm học 2030-2031|năm học 2031-2032"),
        ("period: nhiệm kỳ 1999 - 2004\n", "nhiệm kỳ 1999 - 2004|nhiệm kỳ 2000 - 2005"),
        ("period: 20301 ngày đầu\n", "20301 ngày đầu|20301 ngày đầu"),
    ],
)
def test_the_next_period_is_a_year_later(period: str, printed: str, workspace: MakeWorkspace) -> None:
    changes = {CLUSTER_FILE: Changed("year: 2030\n", f"year: 2030\n{period}")}
    assert said(workspace, PERIODS, changes) == (printed, [])


def test_the_next_period_is_what_next_year_calls_itself(workspace: MakeWorkspace) -> None:
    changes: Changes = {
        CLUSTER_FILE: SCHOOL,
        WAVES: waves("2030-09-01", "2031-08-31"),
        "data/mau/2031/cluster.yaml": "parent: bo_mau\nnumber: 1\nyear: 2031\nperiod: năm bản lề 2031\n",
    }
    assert said(workspace, PERIODS, changes) == ("năm học 2030 - 2031|năm bản lề 2031", [])


def test_a_paper_of_another_year_is_perhaps_left_over(workspace: MakeWorkspace) -> None:
    (found,) = findings(workspace({PLAN: Changed("2030-01-15", "2029-12-31")}))
    assert (found.code, found.severity.name) == ("paper.other_year", "WARNING")


def test_a_paper_signed_in_the_second_half_of_the_school_year_is_of_it(workspace: MakeWorkspace) -> None:
    changes: dict[str, Change] = {
        CLUSTER_FILE: SCHOOL,
        WAVES: waves("2030-09-01", "2031-08-31"),
        PLAN: Changed("2030-01-15", "2031-05-20"),
    }
    assert findings(workspace(changes)) == []


def test_an_anniversary_is_counted_to_its_day_in_the_wave(workspace: MakeWorkspace) -> None:
    days = waves("2030-09-01", "2031-01-15").rstrip() + "\n    anniversaries: [lap_truong]\n"
    made = content(workspace({CLUSTER_FILE: SCHOOL, WAVES: days})).waves
    assert made is not None
    assert made.waves[0].anniversaries[0].dates == "9/2005 - 9/2030"
