"""Rules about written Vietnamese (PF3xx): asked of running text."""
