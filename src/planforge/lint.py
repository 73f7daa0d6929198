"""The lint of a workspace: every cluster-year is resolved, then the rules about facts and about text are asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from planforge.corpus import Corpus
from planforge.declared import declared_type
from planforge.diagnostics import Diagnostic, Span, all_findings, has_errors
from planforge.load import load, load_approvals, load_templates
from planforge.model.fields import Record
from planforge.model.lint_settings import LintSettings
from planforge.model.year import Settings
from planforge.passages.raw import raw_passages
from planforge.passages.workspace import without_passages, workspace_corpora
from planforge.remembering import forget_after
from planforge.resolve import resolve
from planforge.rule import Edit, Kind, ask
from planforge.rules import rule_codes, rules_of
from planforge.silence import CommentSilence, Silences, comment_silences
from planforge.source import SourceFile, parse
from planforge.validate import Memory, lowered, unused_files, validate, validate_approvals
from planforge.workspace import (
    DOCUMENT_TYPE_FILE,
    SETTINGS_FILE,
    SHARED,
    TEMPLATES,
    is_inside,
    list_document_types,
    list_documents,
    list_years,
    read_file,
)
from planforge.years import ClusterYear, Years


@dataclass(frozen=True, slots=True)
class Resolved:
    """The cluster-years of a workspace that could be resolved (None where there is none), and what kept the others."""

    years: Years | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Linted:
    """What a lint found, in the order of a report; `edits` are the safe corrections of findings that are shown.

    `read` is what the files held, by path.
    """

    diagnostics: tuple[Diagnostic, ...]
    edits: tuple[Edit, ...] = ()
    read: Mapping[str, bytes] = field(default_factory=dict)


def resolve_years(root: Path, *, today: date, only: Iterable[tuple[str, str]] | None = None) -> Resolved:
    """Load, validate and resolve cluster-years with all their documents; `today` is the day of the run."""
    found: list[ClusterYear] = []
    diagnostics: list[Diagnostic] = []
    registries, memory = None, Memory()
    for cluster, year in list_years(root) if only is None else only:
        loaded = load(root, cluster, year, tuple(list_documents(root, cluster, year)))
        sources = loaded.product()
        validated = validate(sources, memory)
        unread = lowered(loaded.diagnostics, unused_files(sources))
        diagnostics += [*unread, *validated.diagnostics]
        # Of a registry that cannot be read no record is known, and nothing that refers to it.
        if validated.value is not None and not has_errors(unread):
            registries = registries or validated.value.registries
            found.append(ClusterYear(cluster, year, sources, resolve(validated.value)))
    years = Years(tuple(found), registries, today) if registries is not None else None
    return Resolved(years, tuple(diagnostics))


def lint_facts(root: Path, *, today: date) -> Resolved:
    """What the rules about facts find in a workspace."""
    resolved = resolve_years(root, today=today)
    if resolved.years is None:
        return resolved
    findings = [found for rule in rules_of(Kind.FACTS) for found, _ in ask(rule, resolved.years).findings]
    return Resolved(resolved.years, (*resolved.diagnostics, *findings))


def texts_and_facts(years: Years, silences: Silences) -> Iterator[Diagnostic]:
    """What the rules say of cluster-years and the templates they use, as the settings and comments leave it."""
    used = {path: text for one in years.years for path, text in one.sources.templates.items()}
    silences.comments = tuple(_comments(years, {TEMPLATES: used}))
    wording = {f"{TEMPLATES}/{name}": text for name, text in used.items()}
    facts = [found for rule in rules_of(Kind.FACTS) for found, _ in ask(rule, years).findings]
    texts = [found for corpus in workspace_corpora(years, wording, {}) for found, _ in _asked(corpus)]
    return silences.applied((*facts, *texts))


def lint(root: Path, *, today: date, cache: Path) -> Linted:
    """Everything that can be said of the data and templates of a workspace; `cache` is a folder of the user's."""
    from planforge.compose.templates import checked_templates

    facts = lint_facts(root, today=today)
    approvals = [
        one for year in list_years(root) for one in validate_approvals(load_approvals(root, *year)).diagnostics
    ]
    folders, unread = load_templates(root)
    shared = folders.get(SHARED, {})
    templates = [finding for own in folders.values() for finding in checked_templates({**shared, **own}, cache)]
    texts: list[Diagnostic] = []
    edits: dict[tuple[str, Span | None], Edit] = {}
    if facts.years is not None:
        wording = {f"{TEMPLATES}/{name}": text for own in folders.values() for name, text in own.items()}
        for corpus in workspace_corpora(facts.years, wording, _unused_types(root, facts.years)):
            for found, edit in _asked(corpus):
                texts.append(found)
                edits |= {(found.code, found.span): edit} if edit else {}
    silences = Silences(lint_settings(root), tuple(_comments(facts.years, folders)))
    shown = [*silences.applied((*facts.diagnostics, *approvals, *unread, *templates, *texts))]
    kept = tuple(edits[found.code, found.span] for found in shown if (found.code, found.span) in edits)
    about = (*silences.unused(), *silences.unused_settings(), *silences.unknown(rule_codes()))
    read = {path: raw for one in (facts.years.years if facts.years else ()) for path, raw in one.sources.raw.items()}
    return Linted(tuple(all_findings((*shown, *about))), kept, read)


def lint_text(path: str, text: str, years: Years | None, settings: LintSettings) -> Linted:
    """What the rules about text say of a raw text; the names of the workspace hold where there is one."""
    corpus = replace(without_passages(years), passages=raw_passages(path, text))
    return Linted(tuple(all_findings(Silences(settings).applied(found for found, _ in _asked(corpus)))))


def lint_settings(root: Path) -> LintSettings:
    """The settings of the lint; of a file that is wrong itself, which is told elsewhere, the defaults."""
    source = parse(SETTINGS_FILE, read_file(root / SETTINGS_FILE)).value
    try:
        settings: Settings = TypeAdapter(Settings).validate_python(source.data if source else None, context={})
    except ValueError:
        return LintSettings()
    return settings.lint


def _asked(corpus: Corpus) -> Iterator[tuple[Diagnostic, Edit | None]]:
    for rule in rules_of(Kind.TEXT):
        for diagnostic, finding in ask(rule, corpus).findings:
            yield diagnostic, finding.edit
    forget_after(sum(len(passage.text) for passage in corpus.passages))


def _unused_types(root: Path, years: Years) -> Mapping[str, tuple[SourceFile, Record]]:
    """The document types without data in any year, and their files, by path; a wrong one is told by a build."""
    found: dict[str, tuple[SourceFile, Record]] = {}
    for name in list_document_types(root):
        path = f"{TEMPLATES}/{name}/{DOCUMENT_TYPE_FILE}"
        if any(path in one.sources.yaml for one in years.years):
            continue
        declared = declared_type(root, name) if is_inside(root, root / path) else None
        source = parse(path, read_file(root / path)).value if declared else None
        if declared is not None and source is not None:
            found[path] = (source, declared)
    return found


def _comments(years: Years | None, folders: Mapping[str, Mapping[str, str]]) -> Iterator[CommentSilence]:
    texts = {f"{TEMPLATES}/{name}": text for own in folders.values() for name, text in own.items()}
    for one in years.years if years else ():
        texts |= {path: source.text for path, source in one.sources.yaml.items()}
    for path, text in texts.items():
        yield from comment_silences(path, text)
