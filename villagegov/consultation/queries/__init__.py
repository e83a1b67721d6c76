"""Questions to the topics of consultation."""
