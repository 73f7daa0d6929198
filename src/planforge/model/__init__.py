"""The nouns: what the data files hold, one module per kind of file."""
