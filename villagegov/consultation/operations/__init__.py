"""Verbs that change topics of consultation."""
