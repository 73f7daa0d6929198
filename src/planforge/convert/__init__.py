"""From Markdown to a paper: one parse by pandoc, then numbering and provenance on its syntax tree."""
