"""Rules about the form of Decree 30/2020/NĐ-CP (PF4xx-PF8xx): asked of a finished file."""
