"""All drills, by name."""

from tests.drills.drill import Drill
from tests.drills.locked import written_at_once
from tests.drills.once import pressed_at_once
from tests.drills.stale import saved_from_a_stale_page
from tests.drills.tamper import tampered_with, worked_honestly

DRILLS = (
    Drill("once", "one form pressed five times at the same moment (C1)", pressed_at_once, 1000, 5),
    Drill("stale", "saved from a page older than the last save (C2)", saved_from_a_stale_page, 1000, 4),
    Drill("locked", "written at once through the page (C5)", written_at_once, 1000, 8),
    Drill("tamper", "audit chain changed in the database (T4, T5)", tampered_with, 60, 2),
    Drill("honest", "ordinary work, verified (T11)", worked_honestly, 100, 3),
)
