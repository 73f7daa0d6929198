"""Rules about facts (PF1xx): asked of every cluster-year of the workspace."""
