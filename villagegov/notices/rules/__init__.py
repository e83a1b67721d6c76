"""Rules of notices: their canonical form, the board, and the public log."""

from villagegov.notices.rules.board import board_deadline, board_state, is_early
from villagegov.notices.rules.canonical import Field, canonical_form, fingerprint_of, grouped

__all__ = ["Field", "board_deadline", "board_state", "canonical_form", "fingerprint_of", "grouped", "is_early"]
