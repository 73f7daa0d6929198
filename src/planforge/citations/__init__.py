"""Citations of instruments in running text: found, and taken apart into type, symbol, date, issuer and title."""

from planforge.citations.citation import Citation, Part
from planforge.citations.dates import CitedDate
from planforge.citations.finder import find_citations
from planforge.citations.symbol import Form, Symbol, read_symbol

__all__ = ["Citation", "CitedDate", "Form", "Part", "Symbol", "find_citations", "read_symbol"]
