"""The plan of 2023 says what its source says: nothing is missing, nothing is added, and every difference is declared.

The source is a text read off a scan; `corrections.yaml` lists, with its reason, each place where the plan departs
from it. With the corrections applied, the two must be equal paragraph by paragraph, in order, and emphasise the same.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
import yaml

from planforge.fonts import cache_folder, find_font
from planforge.pipeline import load_writers, make_papers, write_papers
from planforge.verify.docx import read_docx

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "tests" / "documents"
SOURCE = DOCUMENTS / "sources" / "ii-2023-plan.txt"
CORRECTIONS = DOCUMENTS / "corrections.yaml"
# The top of the first page is cut off in the scan; the paper begins with it.
LETTERHEAD = [
    "BỘ TƯ PHÁP",
    "CỤM THI ĐUA SỐ II",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: /KH-CTĐSII",
    "Hà Nội, ngày tháng năm 2023",
]
RECIPIENTS = "Nơi nhận:"
BODY_STYLE = "Body Text"
EMPHASIS = re.compile(r"(?P<stars>\*{1,3})(?P<words>[^*]+)(?P=stars)")


@dataclass(frozen=True, slots=True)
class Correction:
    """One declared difference between the source and the plan."""

    found: str
    written: str
    why: str
    times: int = 1


def read_corrections() -> list[Correction]:
    return [Correction(**entry) for entry in yaml.safe_load(CORRECTIONS.read_text(encoding="utf-8"))]


def corrected(source: str, corrections: Sequence[Correction]) -> str:
    """The source with every correction applied in order; each must be found as often as it says."""
    text = source
    for correction in corrections:
        count = text.count(correction.found)
        assert count == correction.times, f"{correction.found!r} stands {count} times, not {correction.times}"
        text = text.replace(correction.found, correction.written)
    return text


def paragraphs(text: str) -> list[str]:
    """The lines that say something, without stars, every run of blanks (also unbreakable ones) as one space."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.replace("*", "").split("\n"))
    return [line for line in lines if line]


def differences(expected: Sequence[str], found: Sequence[str]) -> list[str]:
    """What is missing ("- …") and what is added ("+ …"), in order."""
    return [line for line in difflib.ndiff(expected, found) if line[0] in "-+"]


def emphasised_in_text(text: str) -> list[tuple[int, str]]:
    """What the body of a text emphasises, each stretch with its number of stars."""
    body = text.split(RECIPIENTS, maxsplit=1)[0]
    return [(len(match["stars"]), match["words"]) for match in EMPHASIS.finditer(body)]


def emphasised_in_docx(path: Path) -> Iterator[tuple[int, str]]:
    """The same of a DOCX, where neighbouring runs that look alike make one stretch."""
    for paragraph in docx.Document(str(path)).paragraphs:
        if paragraph.style is None or paragraph.style.name != BODY_STYLE:
            continue
        for stars, runs in itertools.groupby(paragraph.runs, key=lambda run: bool(run.italic) + 2 * bool(run.bold)):
            if stars:
                yield stars, "".join(run.text for run in runs).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The DOCX of the plan, built from the data of this repository."""
    folder = tmp_path_factory.mktemp("plan")
    made = make_papers(ROOT, "ii", "2023", ("plan",), cache=cache_folder())
    assert made.value is not None, made.diagnostics
    files = write_papers(made.value, load_writers(("docx",), find_font().choice, folder / "cache"))
    path = folder / "plan.docx"
    path.write_bytes(files["plan"][path.name])
    return path


def test_every_correction_has_a_reason_and_is_used() -> None:
    corrections = read_corrections()
    assert all(correction.why and correction.found != correction.written for correction in corrections)
    corrected(SOURCE.read_text(encoding="utf-8"), corrections)


def test_a_correction_used_too_rarely_is_noticed() -> None:
    with pytest.raises(AssertionError, match="stands 1 times, not 2"):
        corrected("a b", [Correction("b", "c", "of a test", times=2)])


def test_differences_show_what_is_missing_added_and_moved() -> None:
    assert differences(["a", "b"], ["a", "b"]) == []
    assert differences(["a", "b", "c"], ["a", "c", "d"]) == ["- b", "+ d"]
    assert differences(["a", "b"], ["b", "a"]) != []


@pytest.mark.acceptance
def test_plan_says_what_its_source_says(plan: Path) -> None:
    expected = paragraphs(corrected(SOURCE.read_text(encoding="utf-8"), read_corrections()))
    printed = paragraphs("\n".join(paragraph.text.replace("\n", " ") for paragraph in read_docx(plan).paragraphs))
    assert sorted(printed[: len(LETTERHEAD)]) == sorted(LETTERHEAD)
    assert differences(expected, printed[len(LETTERHEAD) :]) == []


@pytest.mark.acceptance
def test_plan_emphasises_what_its_source_emphasises(plan: Path) -> None:
    expected = emphasised_in_text(corrected(SOURCE.read_text(encoding="utf-8"), read_corrections()))
    assert list(emphasised_in_docx(plan)) == expected
