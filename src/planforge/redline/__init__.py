"""Two finished DOCX files → one with tracked changes, proven, and the same comparison in plain types."""
