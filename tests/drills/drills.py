"""All drills, by name."""

from tests.drills.drill import Drill
from tests.drills.foreign import asked_for_foreign_objects
from tests.drills.forged import pressed_from_elsewhere
from tests.drills.full import filled_up
from tests.drills.kill_backup import killed_while_backing_up, killed_while_restoring
from tests.drills.kill_import import killed_while_confirming
from tests.drills.kill_posting import killed_while_posting
from tests.drills.kill_rotate import killed_while_rotating
from tests.drills.locked import written_at_once
from tests.drills.mutants import mutated_and_tested
from tests.drills.once import pressed_at_once
from tests.drills.planted import planted_and_looked_for
from tests.drills.restart import restarted_under_load
from tests.drills.stale import saved_from_a_stale_page
from tests.drills.states import backed_up_and_restored
from tests.drills.tamper import tampered_with, worked_honestly
from tests.drills.tamper_log import log_kept_honestly, log_tampered_with
from tests.drills.walks import walked

DRILLS = (
    Drill(
        "mutants",
        "the decision rules with one mistake each, noticed by the tests of the law",
        mutated_and_tested,
        1000,
        1,
        "sqlite",
        stored=False,
    ),
    Drill("once", "one form pressed five times at the same moment (C1)", pressed_at_once, 1000, 5),
    Drill("stale", "saved from a page older than the last save (C2)", saved_from_a_stale_page, 1000, 4),
    Drill("locked", "written at once through the page (C5)", written_at_once, 1000, 8),
    Drill("kill", "kill -9 while a roll is confirmed (D1)", killed_while_confirming, 2000, 2, "sqlite"),
    Drill("kill-posting", "kill -9 while the chair posts a month (D1)", killed_while_posting, 2000, 1, "postgresql"),
    Drill("kill-backup", "kill -9 while a backup is made and proven (D1)", killed_while_backing_up, 2000, 1, "sqlite"),
    Drill("kill-restore", "kill -9 while a backup is put in place (B5)", killed_while_restoring, 200, 1, "postgresql"),
    Drill("kill-rotate", "kill -9 while the keys are changed (D1, P4)", killed_while_rotating, 400, 2, "sqlite"),
    Drill("restart", "database or program killed under load (D2, D7)", restarted_under_load, 10_000, 12, "postgresql"),
    Drill("full", "disk full while a roll is confirmed (D4)", filled_up, 200, 2),
    Drill("states", "backed up and restored into an empty database (B1)", backed_up_and_restored, 100, 1),
    Drill("tamper", "audit chain changed in the database (T4, T5)", tampered_with, 60, 2),
    Drill("honest", "ordinary work, verified (T11)", worked_honestly, 100, 3),
    Drill(
        "tamper-log",
        "notices, log and keys changed, found by the verifier (T1-T9)",
        log_tampered_with,
        60,
        1,
        "postgresql",
    ),
    Drill("honest-log", "ordinary postings, found sound by the verifier (T11)", log_kept_honestly, 1000, 2, "sqlite"),
    Drill(
        "foreign",
        "every route asked for another committee's objects (A1, A2)",
        asked_for_foreign_objects,
        100_000,
        40,
        "sqlite",
    ),
    Drill("forged", "forms pressed from elsewhere (S9)", pressed_from_elsewhere, 10_000, 24, "sqlite"),
    Drill(
        "planted",
        "ID numbers looked for in all that comes out or is kept (P4, P7)",
        planted_and_looked_for,
        10_000,
        10,
        "postgresql",
    ),
    Drill(
        "walks",
        "whole elections by lawful acts, with unlawful ones on the way (E-70 to E-108)",
        walked,
        200,
        1,
        "postgresql",
    ),
)
