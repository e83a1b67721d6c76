"""What changes postings, one guarded verb for each step (D-07)."""
