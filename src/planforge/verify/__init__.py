"""A produced or edited file → what it really holds."""
