"""Which file of a workspace holds what: the one table that reading, checking and the JSON Schemas go by."""

from __future__ import annotations

from typing import Any

from planforge.model.document_type import DocumentType
from planforge.model.fields import Identifier
from planforge.model.registry import Anniversary, Body, Instrument, LongMovement, Unit
from planforge.model.year import ClusterFile, MovementsFile, ResponsibilitiesFile, Settings, WavesFile

SETTINGS = "planforge"
DOCUMENT_TYPE = "document"
CLUSTER = "cluster"
# In the order in which they may refer to one another.
REGISTRIES: dict[str, Any] = {
    "bodies": dict[Identifier, Body],
    "units": dict[Identifier, Unit],
    "instruments": dict[Identifier, Instrument],
    "anniversaries": dict[Identifier, Anniversary],
    "movements": dict[Identifier, LongMovement],
}
YEAR_MODELS: dict[str, Any] = {
    CLUSTER: ClusterFile,
    "movements": MovementsFile,
    "waves": WavesFile,
    "responsibilities": ResponsibilitiesFile,
}
SINGLE_MODELS: dict[str, Any] = {SETTINGS: Settings, DOCUMENT_TYPE: DocumentType}
