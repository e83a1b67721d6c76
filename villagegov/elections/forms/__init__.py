"""The shape of what is typed about an election."""
