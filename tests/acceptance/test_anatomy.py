"""The components of every real paper are found again: in its DOCX, in its PDF, and in the DOCX LibreOffice saves."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.acceptance.conftest import ROOT, Papers, needed

from planforge.decree30 import NATIONAL_MOTTO, NATIONAL_NAME, Component
from planforge.paper import LABEL_CLASS, Block, Element, Inline, Line, Paper
from planforge.verify.anatomy import Anatomy
from planforge.verify.dissect import dissect
from planforge.verify.docx import read_docx
from planforge.verify.pdf import read_pdf
from planforge.verify.reading import Paragraph, Reading

pytestmark = pytest.mark.acceptance

Found = Mapping[str, Any]


def words(*texts: str) -> str:
    return " ".join(" ".join(texts).split())


def lines(*given: Line | None) -> list[str]:
    return [words(line.text) for line in given if line and words(line.text)]


def labels(inlines: Iterable[Inline]) -> Iterator[str]:
    """The numbers and dashes among the inlines of a block."""
    for inline in inlines:
        if inline["t"] == "Span" and LABEL_CLASS in inline["c"][0][1]:
            yield words("".join(part["c"] if part["t"] == "Str" else " " for part in inline["c"][1]))
        elif inline["t"] in ("Span", "Strong", "Emph"):
            yield from labels(inline["c"][1] if inline["t"] == "Span" else inline["c"])


def labels_of(elements: Iterable[Element]) -> list[str]:
    return [label for one in elements if isinstance(one, Block) for label in labels(one.inlines)]


def intended(paper: Paper) -> Found:
    """What the paper was made of."""
    head = paper.letterhead
    addressees = [f"- {line}" for line in lines(*paper.addressees)] if len(paper.addressees) > 1 else []
    recipients = lines(*paper.recipients)
    return {
        "name": [NATIONAL_NAME] if head else [],
        "motto": [NATIONAL_MOTTO] if head else [],
        "parent": lines(head.parent) if head else [],
        "issuer": words(*lines(*head.issuer)) if head else "",
        "number": lines(head.number) if head else [],
        "date": lines(head.place_date) if head else [],
        "type": lines(paper.type_name) if head else [],
        "subject": lines(paper.subject) if head else [],
        "letter": lines(paper.letter_subject),
        "addressees": ["Kính gửi:", *addressees]
        if addressees
        else [f"Kính gửi: {line}" for line in lines(*paper.addressees)],
        "issuing": lines(paper.issuing_authority),
        "recipients": ["Nơi nhận:", *recipients] if recipients else [],
        "signers": [
            (words(*lines(*one.authority)), words(*lines(*one.office)), words(*lines(one.name)))
            for one in paper.signers
        ],
        "annexes": [
            (words(*lines(one.label)), words(*lines(one.title)), words(*lines(one.reference)), labels_of(one.body))
            for one in paper.annexes
        ],
        "numbered": labels_of(paper.body),
    }


def parts(anatomy: Anatomy, *components: Component) -> list[str]:
    return [paragraph.words for component in components for paragraph in anatomy.all_of(component)]


def told(*paragraphs: Paragraph | None) -> str:
    return words(*(one.words for one in paragraphs if one))


def found(anatomy: Anatomy) -> Found:
    """What was found in its file."""
    return {
        "name": parts(anatomy, Component.NATIONAL_NAME),
        "motto": parts(anatomy, Component.NATIONAL_MOTTO),
        "parent": parts(anatomy, Component.PARENT),
        "issuer": words(*parts(anatomy, Component.ISSUER)),
        "number": parts(anatomy, Component.NUMBER),
        "date": parts(anatomy, Component.PLACE_DATE),
        "type": parts(anatomy, Component.TYPE_NAME),
        "subject": parts(anatomy, Component.SUBJECT),
        "letter": parts(anatomy, Component.LETTER_SUBJECT),
        "addressees": parts(anatomy, Component.ADDRESSEES),
        "issuing": parts(anatomy, Component.ISSUING_AUTHORITY),
        "recipients": parts(anatomy, Component.RECIPIENTS_LABEL, Component.RECIPIENTS),
        "signers": [(told(*one.authority), told(*one.office), told(one.name)) for one in anatomy.signers],
        "annexes": [
            (
                told(one.label),
                told(*one.title),
                told(one.reference),
                [numbered.label for numbered in anatomy.numbered if numbered.annex == index],
            )
            for index, one in enumerate(anatomy.annexes)
        ],
        "numbered": [one.label for one in anatomy.numbered if one.annex is None],
    }


def form_of(name: str) -> str:
    """The form that the template of a paper declares; `name` begins with its cluster and year."""
    document = name.split("-", 2)[2]
    declared = {path.parent.name: path for path in (ROOT / "templates").glob("*/document.yaml")}
    kind = max((one for one in declared if document == one or document.startswith(f"{one}-")), key=len)
    return str(yaml.safe_load(declared[kind].read_text(encoding="utf-8")).get("form", "1.4"))


def differences(papers: Papers, read: Callable[[str], Reading]) -> dict[str, object]:
    """What was not found as it was made, by paper."""
    wrong: dict[str, object] = {}
    for name, made in papers.items():
        anatomy = dissect(read(name))
        wanted, got = intended(made.paper), found(anatomy)
        differing = {key: (wanted[key], got[key]) for key in wanted if wanted[key] != got[key]}
        if anatomy.form != form_of(name):
            differing["form"] = (form_of(name), anatomy.form)
        if differing:
            wrong[name] = differing
    return wrong


@pytest.fixture(scope="session")
def saved_again(all_papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every DOCX as LibreOffice saves it, without our names of styles."""
    folder = tmp_path_factory.mktemp("saved")
    command = [needed("soffice"), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    documents = [str(made.docx) for made in all_papers.values()]
    subprocess.run(
        [*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), *documents],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


def test_docx(all_papers: Papers) -> None:
    assert not differences(all_papers, lambda name: read_docx(all_papers[name].docx))


def test_pdf(all_papers: Papers) -> None:
    assert not differences(all_papers, lambda name: read_pdf(all_papers[name].pdf))


def test_docx_saved_by_libreoffice(all_papers: Papers, saved_again: Path) -> None:
    assert not differences(all_papers, lambda name: read_docx(saved_again / f"{name}.docx"))
