"""Rulebook 9: the worked numbers of one post."""
