"""What is said and stops nothing: above all mistakes in files that the paper does not use."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.conftest import YEAR, YEAR_FOLDER, Change, Changed, Changes, MakeWorkspace, Run, Snapshot
from tests.diagnostics.conftest import CODE, PLACE, NoLeftovers
from tests.diagnostics.test_results import SOUND

from planforge.diagnostics import Severity
from planforge.language import LANGUAGES

CLUSTER, PLAN, TYPE = f"{YEAR_FOLDER}/cluster.yaml", f"{YEAR_FOLDER}/plan.yaml", "templates/plan/document.yaml"
LIST = 'name: Danh sách\nform: "2.1"\nsubject: Danh sách\naccompanies: minutes\n'
NEXT = "data/mau/2031/cluster.yaml"

CASES: dict[str, tuple[Changes, tuple[str, ...]]] = {
    "date_of_another_year": ({PLAN: Changed("2030-01-15", "2029-01-15")}, ("paper.other_year",)),
    "cut_by_comment": ({PLAN: Changed("funding: Trích từ quỹ", "funding: Trích # từ quỹ")}, ("data.cut_by_comment",)),
    "unused_file": (
        {f"{YEAR_FOLDER}/scores.yaml": SOUND["scores"].replace("8,5", "18,5").replace("truong_hai", "truong_mot")},
        ("scores.above_maximum", "data.unit_twice"),
    ),
    "unused_file_broken": ({f"{YEAR_FOLDER}/titles.yaml": "registrations:\n\t- unit: truong_mot\n"}, ("yaml.tab",)),
    "next_year": ({NEXT: "parent: bo_mau\nnumber: 1\nyear: 2031\nhead: truong_mto\n"}, ("data.unknown_id",)),
    "paper_of_an_annex": (
        {
            TYPE: (Changed('form: "1.4"', 'form: "2.1"'), Changed("symbol: KH", "accompanies: minutes")),
            "templates/minutes/document.yaml": 'name: Biên bản\nform: "1.9"\ntype: Biên bản\nsubject: Họp\n',
            f"{YEAR_FOLDER}/minutes.yaml": "number: hai\n",
        },
        ("data.number_expected",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_report(name: str, workspace: MakeWorkspace, planforge: Run, snapshot: Snapshot, request: pytest.FixtureRequest
                ) -> None:  # fmt: skip
    changes, codes = CASES[name]
    said = []
    for language in LANGUAGES:
        made = workspace(changes)
        ran = planforge("--lang", language, "build", "plan", "--year", YEAR, "--format", "md", cwd=made)
        assert CODE.findall(ran.err) == list(codes), ran.err
        assert ran.code == 0
        assert (made.outputs / "plan.md").is_file()
        said.append(f"--- {language}\n{ran.err}")
    snapshot(request.path.with_name("warnings") / f"{name}.txt", "".join(said))


def test_every_snapshot_has_a_case(no_leftovers: NoLeftovers) -> None:
    no_leftovers(CASES)


def test_a_warning_is_said_again_when_nothing_is_built(workspace: MakeWorkspace, planforge: Run) -> None:
    made = workspace(CASES["unused_file"][0])
    first, second = (planforge("build", "--year", YEAR, "--format", "md", cwd=made) for _ in range(2))
    assert first.err == second.err
    assert len(PLACE.findall(first.err)) == 3


SOUND_FILES = {**SOUND, "reviews": "annual:\n  context:\n    - Năm {{ year }}.\n"}
MISTAKES: dict[str, Callable[[str], str]] = {
    "broken": lambda text: f"\t{text}",
    "not a mapping": lambda _: "- một\n",
    "empty": lambda _: "",
    "unknown key": lambda text: f"{text}lạ: một\n",
    "wrong value": lambda text: f"{text}mot: [hai]\n",
    "twice": lambda text: text + text,
    "stray reference": lambda text: text.replace("trường", "{{ trường"),
    "unknown ids": lambda text: text.replace("truong_mot", "truong_mto").replace("co_mau", "co_mua"),
    "wrong counts": lambda text: text.replace(": 2", ": hai").replace(": 8", ": tám").replace(": 10", ": mười"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_in_unused_files_stop_nothing(mistake: str, workspace: MakeWorkspace) -> None:
    """All files of the year at once: what can be read of each goes through all stages."""
    files: dict[str, Change] = {
        f"{YEAR_FOLDER}/{name}.yaml": MISTAKES[mistake](text) for name, text in SOUND_FILES.items()
    }
    made = workspace(files)
    assert {one.severity for one in made.findings()} <= {Severity.WARNING}
    assert made.paper().name == "plan"


@pytest.mark.parametrize("mistake", ["broken", "unknown key", "twice"])
@pytest.mark.parametrize("name", SOUND_FILES)
def test_the_same_mistakes_stop_a_paper_that_uses_the_file(name: str, mistake: str, workspace: MakeWorkspace) -> None:
    text = MISTAKES[mistake](SOUND_FILES[name])
    for key in ("uses: [", "may_use: [movements]\nuses: ["):
        old = "uses: [movements, waves, responsibilities]"
        new = key.replace("[movements]", f"[{name}]") + "movements, waves, responsibilities"
        new = f"{new}]" if "may_use" in key else f"{new}, {name}]"
        findings = workspace({f"{YEAR_FOLDER}/{name}.yaml": text, TYPE: Changed(old, new)}).findings()
        assert {one.severity for one in findings} == {Severity.ERROR}
        assert {one.span.path for one in findings if one.span} == {f"{YEAR_FOLDER}/{name}.yaml"}


REGISTRIES = ("bodies", "units", "people", "awards", "instruments", "anniversaries", "movements")
UNREADABLE: dict[str, Callable[[str], str | bytes]] = {
    "tab": lambda text: text.replace("  name", "\tname").replace("  type", "\ttype"),
    "list": lambda _: "- một\n- hai\n",
    "not UTF-8": lambda _: b"a: \xff\n",
    "open quote": lambda text: f'{text}cuối: "mở\n',
    "empty": lambda _: "",
    "wrong records": lambda text: text.replace("  name:", "  tên:").replace("  type:", "  loại:"),
}
# Every fact of the year and every leader at once, all of them used.
WHOLE: Changes = {
    **{f"{YEAR_FOLDER}/{name}.yaml": text for name, text in SOUND_FILES.items()},
    TYPE: Changed("responsibilities]", f"responsibilities, {', '.join(SOUND_FILES)}]"),
    CLUSTER: (
        Changed("head: truong_mot", "head:\n  person: nguyen_van_a"),
        Changed("deputies:\n  - truong_hai", "deputies:\n  - {unit: truong_hai, sector: đào tạo}\n  - bao_mau"),
    ),
    NEXT: "parent: bo_mau\nnumber: 1\nyear: 2031\nhead: truong_mot\n",
}


def test_the_whole_year_is_sound(workspace: MakeWorkspace) -> None:
    assert workspace(WHOLE).findings() == []


@pytest.mark.parametrize("breakage", UNREADABLE)
@pytest.mark.parametrize("registry", REGISTRIES)
def test_no_check_stumbles_over_an_unreadable_registry(registry: str, breakage: str, workspace: MakeWorkspace) -> None:
    """What is wrong is told at the registry, and no id of it is called unknown."""
    made = workspace(WHOLE)
    path = f"data/registry/{registry}.yaml"
    before = (made.root / path).read_text(encoding="utf-8")
    made.change({path: UNREADABLE[breakage](before)})
    findings = made.findings()
    assert findings
    assert {one.span.path for one in findings if one.span} == {path}
