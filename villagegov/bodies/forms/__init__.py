"""Forms of bodies and their meetings."""
