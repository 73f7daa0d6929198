"""Paper → DOCX and PDF: one arrangement of the frame (`frame`), written by two writers (`docx`, `pdf`)."""
