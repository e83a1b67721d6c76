"""Notices with their versions, their time on the board, and the log that every version enters."""

from villagegov.notices.models.log import Checkpoint, LogEntry, LogNode, PublicLog
from villagegov.notices.models.posted import BoardEvidence, Notice, NoticeVersion

__all__ = ["BoardEvidence", "Checkpoint", "LogEntry", "LogNode", "Notice", "NoticeVersion", "PublicLog"]
