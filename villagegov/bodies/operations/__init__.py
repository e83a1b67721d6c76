"""Everything that changes a unit and its bodies."""
