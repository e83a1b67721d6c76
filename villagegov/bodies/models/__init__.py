"""Groups, offices, meetings and what they decided."""

from villagegov.bodies.models.meetings import Attendance, Decision, Meeting, MeetingFile
from villagegov.bodies.models.offices import AdoptedRule, Group, Standing, Term

__all__ = ["AdoptedRule", "Attendance", "Decision", "Group", "Meeting", "MeetingFile", "Standing", "Term"]
