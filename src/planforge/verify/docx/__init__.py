"""DOCX → Reading: one module for each kind of thing a DOCX is made of."""

from planforge.verify.docx.reader import read_docx

__all__ = ["read_docx"]
