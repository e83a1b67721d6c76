"""Everything that changes an election."""
