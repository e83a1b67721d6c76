"""What is typed on the pages of consultation."""
