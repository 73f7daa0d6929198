"""Rules about facts stated in running text (PF15x-PF19x): counts, dates, sums that one text can be held against."""
