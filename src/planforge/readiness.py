"""Whether papers are ready to be signed: the lint of their data, and the check of the very files that were made."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from planforge.diagnostics import Diagnostic
from planforge.lint import Resolved, lint_settings, resolve_years, texts_and_facts
from planforge.output import staged, writable
from planforge.passages.workspace import without_passages
from planforge.rule import Kind
from planforge.rules import rules_of
from planforge.silence import Silences
from planforge.toolchain import today
from planforge.validate import lowered, unused_files
from planforge.verdict import judge
from planforge.verify.own_file import read_own
from planforge.workspace import DATA, SHARED, TEMPLATES

CHECKED = (".docx", ".pdf")


class Readiness:
    """What the rules say of some documents of one cluster-year, before and after they are written.

    Making one reads the cluster-year and imports the rules: a build does so while it waits for pandoc.
    """

    def __init__(self, root: Path, cluster: str, year: str, documents: tuple[str, ...]) -> None:
        self.documents = documents
        self.folder = f"{DATA}/{cluster}/{year}"
        self.resolved: Resolved = resolve_years(root, today=today(), only=[(cluster, year)])
        self.silences = Silences(lint_settings(root))
        for kind in Kind:
            rules_of(kind)

    def of_data(self) -> list[Diagnostic]:
        """The findings in the files that these documents are made from; elsewhere they are not this build's."""
        years = self.resolved.years
        if years is None:
            return []
        found = [one for one in texts_and_facts(years, self.silences) if self._is_own(one)]
        return list(lowered(found, unused_files(years.years[0].sources)))

    def of_files(self, files: Mapping[str, Mapping[str, bytes]], shown: str) -> Iterator[Diagnostic]:
        """The findings in the files that were made, by document and name; `shown` is the folder that reports name."""
        known = without_passages(self.resolved.years)
        with writable(Path(tempfile.gettempdir())), staged() as folder:
            for document, contents in files.items():
                for file in (name for name in contents if name.endswith(CHECKED)):
                    path = folder / file
                    path.write_bytes(contents[file])
                    reading = read_own(path, f"{shown}/{file}")
                    yield from judge(reading, self.silences, expected=document, known=known).diagnostics

    def _is_own(self, finding: Diagnostic) -> bool:
        path = finding.span.path if finding.span else ""
        folder, _, name = path.rpartition("/")
        if folder.startswith(f"{TEMPLATES}/"):
            return folder.removeprefix(f"{TEMPLATES}/") in {*self.documents, SHARED}
        if folder == self.folder:
            document = name.removesuffix(".yaml")
            return document in self.documents or document not in self._documents_of_year()
        return True

    def _documents_of_year(self) -> Iterable[str]:
        years = self.resolved.years
        return years.years[0].sources.documents if years else ()
