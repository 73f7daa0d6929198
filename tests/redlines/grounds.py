"""The workspaces on which changes are tried, and the papers that they make."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planforge.convert.papers import ConvertedPaper
from planforge.fonts import cache_folder, fetch_font
from planforge.pipeline import Writer, load_writers, make_papers, write_papers
from planforge.starter import starter_data, starter_templates
from planforge.workspace import list_documents, list_years

ROOT = Path(__file__).parents[2]
FLEXIBLE = ROOT / "tests" / "documents" / "flexible"
Edits = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A paper and its DOCX."""

    converted: ConvertedPaper
    docx: bytes


Papers = Mapping[str, Made]


@dataclass(frozen=True, slots=True)
class Subject:
    """A document of a cluster-year in a workspace, which may be several papers."""

    root: Path
    cluster: str
    year: str
    document: str

    @property
    def key(self) -> str:
        """How people name it: ground/cluster/year/document."""
        return f"{self.root.name}/{self.cluster}/{self.year}/{self.document}"


@dataclass(slots=True)
class Grounds:
    """Copies of the workspaces in a folder: this repository's, and the example with the documents of the tests."""

    folder: Path
    writers: Mapping[str, Writer] = field(default_factory=dict)
    bases: dict[Subject, Papers] = field(default_factory=dict)
    subjects: tuple[Subject, ...] = ()

    @classmethod
    def made(cls, folder: Path) -> Grounds:
        """Copy the workspaces and find their documents."""
        repository, example = folder / "repository", folder / "example"
        for name in ("data", "templates"):
            shutil.copytree(ROOT / name, repository / name)
        shutil.copytree(starter_data(), example / "data")
        shutil.copytree(starter_templates(), example / "templates")
        shutil.copytree(FLEXIBLE, example, dirs_exist_ok=True)
        subjects = tuple(
            Subject(root, cluster, year, document)
            for root in (repository, example)
            for cluster, year in list_years(root)
            for document in list_documents(root, cluster, year)
        )
        return cls(folder, load_writers(("docx",), fetch_font().choice, cache_folder()), subjects=subjects)

    def base(self, subject: Subject) -> Papers:
        """The papers of a document as the data has it."""
        if subject not in self.bases:
            papers = self.built(subject)
            assert papers, subject.key
            self.bases[subject] = papers
        return self.bases[subject]

    def built(self, subject: Subject) -> Papers | None:
        """The papers of a document by name; None where the data or a template is wrong."""
        made = make_papers(
            subject.root, subject.cluster, subject.year, (subject.document,), cache=self.folder / "compiled"
        )
        if made.value is None:
            return None
        files = write_papers(made.value, self.writers)[subject.document]
        return {one.name: Made(one, files[f"{one.name}.docx"]) for one in made.value}

    def built_with(self, subject: Subject, edits: Edits) -> Papers | None:
        """The same after a change of some files, which is undone again."""
        before = {name: (subject.root / name).read_bytes() for name in edits}
        try:
            for name, text in edits.items():
                (subject.root / name).write_bytes(text.encode())
            return self.built(subject)
        finally:
            for name, content in before.items():
                (subject.root / name).write_bytes(content)
