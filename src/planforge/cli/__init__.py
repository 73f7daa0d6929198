"""The command line: thin commands, and the reports people read."""
