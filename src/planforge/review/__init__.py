"""What changed between two revisions, and how people see it."""
