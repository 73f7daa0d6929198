"""From parsed files to the nouns: every file is held against its model, and ids become the records they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from planforge import checks
from planforge.diagnostics import Checked, Diagnostic, Severity, Span, has_errors
from planforge.load import Sources
from planforge.model.approvals import ApprovalsFile
from planforge.model.conferences import ConferencesFile, InspectionsFile, ReviewsFile
from planforge.model.document_type import FORM_ANNEX, DocumentType, data_model, hidden_fields
from planforge.model.kinds import REGISTRIES, YEAR_MODELS
from planforge.model.paper_data import PaperData, PapersData
from planforge.model.places import Places
from planforge.model.references import reference_names
from planforge.model.registry import Anniversary, Award, Body, Instrument, LongMovement, Person, Unit
from planforge.model.results import NominationsFile, ScholarshipsFile, ScoresFile, TitlesFile
from planforge.model.year import ClusterFile, MovementsFile, ResponsibilitiesFile, Settings, WavesFile
from planforge.salvage import without
from planforge.source import Route, SourceFile
from planforge.translate import translate
from planforge.workspace import CLUSTER, DATA, DOCUMENT_TYPE_FILE, SETTINGS_FILE, TEMPLATES

# The file as it is; without its wrong entries; without the entries that lack these; without the lists empty then.
SALVAGE_ROUNDS = 4
Check = Callable[[Any, SourceFile], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Registries:
    """The records of `data/registry/`, by id."""

    bodies: dict[str, Body]
    units: dict[str, Unit]
    people: dict[str, Person]
    awards: dict[str, Award]
    instruments: dict[str, Instrument]
    anniversaries: dict[str, Anniversary]
    movements: dict[str, LongMovement]


@dataclass(frozen=True, slots=True)
class Document:
    """One document to build: its type and its data.

    An annex that is a file of its own knows its `companion`, the paper it belongs to.
    """

    name: str
    type: DocumentType
    data: PaperData
    companion: Document | None = None


@dataclass(frozen=True, slots=True)
class Workspace:
    """The data of one cluster-year in `folder`, each file true to its model; None where a file does not exist."""

    folder: str
    settings: Settings
    registries: Registries
    cluster: ClusterFile
    movements: MovementsFile | None
    waves: WavesFile | None
    responsibilities: ResponsibilitiesFile | None
    conferences: ConferencesFile | None
    reviews: ReviewsFile | None
    titles: TitlesFile | None
    inspections: InspectionsFile | None
    scores: ScoresFile | None
    nominations: NominationsFile | None
    scholarships: ScholarshipsFile | None
    previous_cluster: ClusterFile | None
    next_cluster: ClusterFile | None
    documents: tuple[Document, ...]
    places: Places


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading a file gave: its bytes, its content, and what was said of it."""

    raw: bytes | None
    value: Any
    findings: tuple[Diagnostic, ...]
    cut_texts: tuple[Span, ...]


class Memory:
    """What a run over several cluster-years need not do again for each: shared files, and what models compile to."""

    def __init__(self) -> None:
        self.files: dict[str, _Read] = {}
        self._adapters: dict[int, tuple[Any, TypeAdapter[Any]]] = {}
        self._data_models: dict[str, tuple[DocumentType, Any]] = {}

    def adapter(self, model: Any) -> TypeAdapter[Any]:
        """What holds data against a model; the model is kept too, so that its identity stays its own."""
        if id(model) not in self._adapters:
            self._adapters[id(model)] = (model, TypeAdapter(model))
        return self._adapters[id(model)][1]

    def data_model(self, name: str, document_type: DocumentType) -> Any:
        """The model of a document's data, made once for each type."""
        known = self._data_models.get(name)
        if known is None or known[0] is not document_type:
            known = self._data_models[name] = (document_type, data_model(name, document_type))
        return known[1]


class _Reader:
    """Holds files against models and checks, and collects the complaints."""

    def __init__(self, sources: Sources, memory: Memory) -> None:
        self.sources = sources
        self.memory = memory
        self.findings: list[Diagnostic] = []
        ids = {name: self._ids(f"{DATA}/registry/{name}.yaml") for name in REGISTRIES}
        self.cut_texts: list[Span] = []
        self.context: dict[str, Any] = {"names": reference_names(ids), "cut_texts": self.cut_texts}
        self.context["days"] = checks.days_of_year(sources)
        self.places = Places()

    def _ids(self, path: str) -> list[str] | None:
        unreadable = path in self.sources.raw and path not in self.sources.yaml
        return None if unreadable else list(self._data(path))

    def _data(self, path: str) -> dict[str, Any]:
        source = self.sources.yaml.get(path)
        return source.data if source else {}

    def read(self, path: str, model: Any, *, required: bool, check: Check | None = None) -> Any:
        """The content of a file as its model; None when it is absent or unreadable.

        Of a file with wrong entries it is what is left without them, so that what follows can be checked too; the
        findings then keep it from being built.
        """
        source = self.sources.yaml.get(path)
        if source is None:
            if required and path not in self.sources.raw:
                self.findings.append(Diagnostic("file.missing", Span(path)))
            return None
        adapter = self.memory.adapter(model)
        for attempt in range(SALVAGE_ROUNDS):
            try:
                value = adapter.validate_python(source.data, context=self.context)
            except ValidationError as error:
                self.findings += translate(source, adapter, error) if not attempt else ()
                source = without(source, map(_wrong_entry, error.errors(include_url=False)))
            else:
                found = check(value, source) if check else ()
                # What follows from a mistake that is told already is not told again.
                self.findings += [one for one in found if not attempt or one.code not in checks.ECHOES]
                self.places.add(value, path)
                return value
        return None

    def read_shared(self, path: str, model: Any, *, required: bool, check: Check | None = None) -> Any:
        """The content of a file that is the same for all cluster-years of a run."""
        known = self.memory.files.get(path)
        if known is None or known.raw != self.sources.raw.get(path):
            told, cut = len(self.findings), len(self.cut_texts)
            value = self.read(path, model, required=required, check=check)
            findings, cut_texts = tuple(self.findings[told:]), tuple(self.cut_texts[cut:])
            self.memory.files[path] = _Read(self.sources.raw.get(path), value, findings, cut_texts)
            return value
        self.findings += known.findings
        self.cut_texts += known.cut_texts
        self.places.add(known.value, path)
        return known.value

    def read_registries(self) -> dict[str, Any]:
        """All registries, in the order in which they refer to each other."""
        for name, model in REGISTRIES.items():
            path = f"{DATA}/registry/{name}.yaml"
            check = checks.check_instruments if name == "instruments" else None
            records = self.read_shared(path, model, required=False, check=check)
            # The ids exist even where a record is wrong: else one mistake would echo in every reference to it.
            ids = self._ids(path)
            self.context[name] = None if ids is None else dict.fromkeys(ids) | (records or {})
        return {name: self.context[name] for name in REGISTRIES}


def lowered(findings: Iterable[Diagnostic], paths: set[str]) -> tuple[Diagnostic, ...]:
    """The findings, those in some files being warnings at most."""
    return tuple(
        replace(finding, severity=min(finding.severity, Severity.WARNING))
        if finding.span and finding.span.path in paths
        else finding
        for finding in findings
    )


def unused_files(sources: Sources) -> set[str]:
    """The files of the year that none of the documents uses: mistakes in them are shown, but stop nothing."""
    used = {CLUSTER}
    for name in sources.documents:
        source = sources.yaml.get(f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}")
        for key in ("uses", "may_use"):
            uses = source.data.get(key) if source else list(YEAR_MODELS)
            used |= set(map(str, uses)) if isinstance(uses, list) else set()
        used |= {str(source.data.get("each"))} if source else set()
    unused = {f"{DATA}/{sources.cluster}/{sources.year}/{name}.yaml" for name in YEAR_MODELS if name not in used}
    return unused | sources.side_files()


def validate(sources: Sources, memory: Memory | None = None) -> Checked[Workspace]:
    """Hold every file that could be parsed against its model; the product is None when any is wrong or missing.

    Runs over several cluster-years hand on one `memory`.
    """
    reader = _Reader(sources, memory or Memory())
    settings = reader.read_shared(SETTINGS_FILE, Settings, required=True)
    registries = reader.read_registries()
    folder = f"{DATA}/{sources.cluster}/{sources.year}"
    types = {}
    unclear = set()
    for name in sources.documents:
        told = len(reader.findings)
        types[name] = reader.read_shared(f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}", DocumentType, required=True)
        unclear |= {f"{folder}/{name}.yaml"} if len(reader.findings) > told else set()
    used = {CLUSTER}
    for document_type in types.values():
        used |= {*map(str, document_type.uses), str(document_type.each or CLUSTER)} if document_type else set()
    files = {
        name: reader.read(f"{folder}/{name}.yaml", model, required=name in used, check=year_check(name, sources))
        for name, model in YEAR_MODELS.items()
    }
    adjacent = {
        name: reader.read(sources.adjacent_cluster(step), ClusterFile, required=False)
        for name, step in (("previous_cluster", -1), ("next_cluster", 1))
    }
    documents = tuple(filter(None, (_document(reader, name, type_) for name, type_ in types.items() if type_)))
    # Where the type itself is wrong, nobody can tell which keys its data may have.
    reader.findings = [one for one in reader.findings if not (one.code == "data.unknown_key" and _path(one) in unclear)]
    reader.findings += [Diagnostic("data.cut_by_comment", span, {}, Severity.WARNING) for span in reader.cut_texts]
    complete = settings is not None and files[CLUSTER] is not None and len(documents) == len(sources.documents)
    findings = lowered(reader.findings, unused_files(sources))
    if has_errors(findings) or not complete:
        return Checked(None, findings)
    workspace = Workspace(
        folder, settings, Registries(**registries), documents=documents, places=reader.places, **files, **adjacent
    )
    return Checked(workspace, findings)


def validate_approvals(loaded: Checked[SourceFile]) -> Checked[ApprovalsFile]:
    """The approvals of a cluster-year held against their model; where one is wrong, none is known."""
    if loaded.value is None or loaded.failed:
        return Checked(None, loaded.diagnostics)
    adapter = TypeAdapter(ApprovalsFile)
    try:
        return Checked(adapter.validate_python(loaded.value.data, context={}), loaded.diagnostics)
    except ValidationError as error:
        return Checked(None, (*loaded.diagnostics, *translate(loaded.value, adapter, error)))


def year_check(name: str, sources: Sources) -> Check | None:
    """What is checked of a file of the year beyond its model."""
    if name == CLUSTER:
        return lambda file, source: checks.check_cluster(sources, file, source)
    return checks.YEAR_CHECKS.get(name)


def _document(reader: _Reader, name: str, document_type: DocumentType) -> Document | None:
    """A document with its data; None where that is wrong or missing, which is then told."""
    sources = reader.sources
    type_source = sources.yaml[f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}"]
    wrong = [*_hidden_fields(type_source, document_type), *checks.check_type(document_type, type_source, sources)]
    reader.findings += wrong
    if wrong:
        return None
    path = f"{DATA}/{sources.cluster}/{sources.year}/{name}.yaml"
    check = partial(checks.check_frame, reader.context["days"])
    model = reader.memory.data_model(name, document_type)
    data = reader.read(path, model, required=True, check=check)
    if data is None:
        return None
    companion = _companion(reader, sources.companions[name]) if document_type.form == FORM_ANNEX else None
    return Document(name, document_type, data, companion)


def _companion(reader: _Reader, name: str) -> Document | None:
    """The paper an annex belongs to; one without data is known by its type alone."""
    sources = reader.sources
    document_type = reader.read_shared(f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}", DocumentType, required=True)
    if document_type is None or hidden_fields(document_type):
        return None
    path = f"{DATA}/{sources.cluster}/{sources.year}/{name}.yaml"
    model = reader.memory.data_model(name, document_type)
    data = reader.read(path, model, required=False)
    if data is None:
        data = PapersData() if document_type.each else PaperData()
        reader.places.add(data, path)
    return Document(name, document_type, data)


def _path(finding: Diagnostic) -> str:
    return finding.span.path if finding.span else ""


def _wrong_entry(detail: ErrorDetails) -> Route:
    """What to take out for a finding: the entry; where a key is missing, the one that lacks it.

    An unknown id takes its whole list item along: without the id the item would mean something else.
    """
    route: Route = tuple(detail["loc"])
    if detail["type"] == "unknown_id":
        places = [index for index, step in enumerate(route) if isinstance(step, int)]
        return route[: places[-1] + 1] if places else route
    return route[:-1] if detail["type"] == "missing" or route[-1] == "[key]" else route


def _hidden_fields(source: SourceFile, document_type: DocumentType) -> list[Diagnostic]:
    return [
        Diagnostic("template.field_taken", source.span(("fields", *way), of_key=True), {"name": way[-1]})
        for way in hidden_fields(document_type)
    ]
