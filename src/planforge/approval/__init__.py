"""Who reviewed which content of a document, and whether that still is its content."""
