"""What is only read of postings."""
