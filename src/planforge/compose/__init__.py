"""From content to Markdown: templates, references and citations are filled in, every value literal and marked."""
