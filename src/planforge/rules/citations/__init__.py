"""Rules about citations of instruments (PF2xx): asked of running text."""
