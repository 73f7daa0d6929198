"""Which file of a workspace holds what: the one table that reading, checking and the JSON Schemas go by."""

from __future__ import annotations

from typing import Any

from planforge.model.approvals import ApprovalsFile
from planforge.model.conferences import ConferencesFile, InspectionsFile, ReviewsFile
from planforge.model.document_type import DocumentType
from planforge.model.fields import Identifier
from planforge.model.registry import Anniversary, Award, Body, Instrument, LongMovement, Person, Unit
from planforge.model.results import NominationsFile, ScholarshipsFile, ScoresFile, TitlesFile
from planforge.model.year import ClusterFile, MovementsFile, ResponsibilitiesFile, Settings, WavesFile
from planforge.workspace import APPROVALS, CLUSTER

SETTINGS = "planforge"
DOCUMENT_TYPE = "document"
# In the order in which they may refer to one another.
REGISTRIES: dict[str, Any] = {
    "bodies": dict[Identifier, Body],
    "units": dict[Identifier, Unit],
    "people": dict[Identifier, Person],
    "awards": dict[Identifier, Award],
    "instruments": dict[Identifier, Instrument],
    "anniversaries": dict[Identifier, Anniversary],
    "movements": dict[Identifier, LongMovement],
}
YEAR_MODELS: dict[str, Any] = {
    CLUSTER: ClusterFile,
    "movements": MovementsFile,
    "waves": WavesFile,
    "responsibilities": ResponsibilitiesFile,
    "conferences": ConferencesFile,
    "reviews": ReviewsFile,
    "titles": TitlesFile,
    "inspections": InspectionsFile,
    "scores": ScoresFile,
    "nominations": NominationsFile,
    "scholarships": ScholarshipsFile,
}
SINGLE_MODELS: dict[str, Any] = {SETTINGS: Settings, DOCUMENT_TYPE: DocumentType, APPROVALS: ApprovalsFile}
