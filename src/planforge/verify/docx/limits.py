"""How much a document may hold: far more than any of an office does, and little enough to be read in seconds."""

from __future__ import annotations

BYTES_OF_A_PART = 16_000_000
BYTES = 32_000_000
# Elements and attributes; each takes memory by the hundred bytes.
MARKS = 1_000_000
PARTS = 5_000
BYTES_OF_DIRECTORY = 1_000_000
# The name of every element is put together with that of its namespace.
NAMESPACE_LENGTH = 1_000
CHARACTERS = 1_000_000
PARAGRAPHS = 20_000
SECTIONS = 1_000
STYLES = 5_000
RUNS = 150_000
BOOKMARKS = 200_000
OPEN_FIELDS = 100
DRAWINGS = 5_000
NUMBER_LENGTH = 200


class TooLargeError(Exception):
    """A document holds more."""
