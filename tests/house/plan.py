"""The house as data: layers, rooms, and the file names a room may have (docs/design.md)."""

import sys

#: The number of each layer, and the layers it may import. Layer 7 and 8 import their own layer only inside one room.
MAY_IMPORT = {
    1: {1},
    2: {1, 2},
    3: {1, 3},
    4: {1, 2, 3, 4},
    5: {1, 2, 3, 4, 5},
    6: {1, 2, 3, 4, 5, 6},
    7: {1, 2, 6, 7},
    8: {1, 2, 4, 5, 6, 7, 8},
    9: {1, 2, 3, 4, 5, 6, 7, 8},
}

#: Files beside the rooms.
ROOT_FILES = {
    "vocabulary": 1,
    "refusal": 1,
    "clock": 1,
    "deadlines": 1,
    "privacy": 1,
    "due": 1,
    "money": 1,
    "columns": 3,
    "extensions": 3,
    "schema": 3,
    "transaction": 6,
    "database": 6,
}

#: Files every room may have; each may become a package of the same name.
ROOM_FILES = {
    "vocabulary": 1,
    "rules": 2,
    "measures": 2,
    "sentences": 2,
    "models": 3,
    "queries": 4,
    "operations": 5,
    "forms": 7,
    "views": 8,
    "commands": 8,
}

#: Files that only one room has.
OWN_FILES = {
    "accounts": {"permissions": 2, "passwords": 2, "codes": 2},
    "audit": {"record": 5},
    "backups": {"sealing": 2, "shapes": 3, "archive": 4, "filling": 5, "making": 6, "restoring": 6, "rotating": 6},
    "demo": {
        "people": 2,
        "places": 2,
        "figures": 2,
        "logins": 5,
        "stages": 5,
        "bodies": 5,
        "meetings": 5,
        "committees": 5,
        "months": 5,
        "tables": 5,
        "talks": 5,
        "catalogues": 5,
        "questions": 5,
        "story": 5,
        "samples": 6,
        "serving": 6,
    },
    "files": {"store": 2, "pictures": 2, "papers": 2},
    "desk": {"jobs": 6, "health": 6},
    "law": {"profiles": 2, "own": 2},
    "notices": {"signing": 2, "log": 5},
    "people": {"identity": 2},
    "web": {
        "guards": 6,
        "kept": 6,
        "logged": 6,
        "keyring": 6,
        "numbers": 6,
        "papers": 6,
        "uploads": 6,
        "attachments": 6,
        "addresses": 6,
        "forms": 6,
        "fields": 6,
        "answers": 6,
        "refused": 6,
        "rerun": 6,
        "sheets": 6,
        "drafts": 6,
        "unfinished": 6,
        "sweeping": 6,
        "filters": 6,
        "navigation": 6,
        "errors": 6,
        "sessions": 6,
        "told": 6,
        "headers": 6,
        "jinja": 6,
        "paging": 6,
        "reader": 6,
        "readings": 6,
        "incoming": 6,
        "logs": 6,
        "styleguide": 6,
    },
}

#: Operations that run before anybody has signed in, so that nobody can be named as their actor.
BEFORE_SIGN_IN = {
    "note_attempt",
    "note_asking",
    "note_card_attempt",
    "note_code_attempt",
    "note_receipt_attempt",
    "settle_attempt",
    "prove_password",
    "sign_in",
    "sign_in_with_code",
}

#: Parts of an operation that names its actor: bulk paths in files of their own.
PARTS = {"insert_entries", "keep_ground", "note_arrivals", "note_change", "end_sign_ins", "let_try_again"}

#: Layers 1 to 5 of a room import only from itself and from rooms on its left.
ROOMS = (
    "audit",
    "divisions",
    "law",
    "people",
    "accounts",
    "files",
    "reminders",
    "backups",
    "bodies",
    "notices",
    "elections",
    "turnout",
    "pilots",
    "ledger",
    "consultation",
    "disclosure",
    "supervision",
    "demonstration",
    "statistics",
    "desk",
    "demo",
    "web",
)

WEB = {"flask", "flask_wtf", "flask_login", "flask_babel", "wtforms", "werkzeug", "jinja2", "markupsafe"}
DATABASE = {"sqlalchemy", "flask_sqlalchemy", "alembic", "psycopg"}

#: Packages from outside that a layer may not name.
FOREIGN_BANNED = {
    2: WEB | DATABASE,
    3: WEB,
    4: WEB,
    5: WEB,
    7: DATABASE,
    8: DATABASE,
}
#: Layer 1 may name nothing but these.
STANDARD = set(sys.stdlib_module_names)
#: The lazy gettext marker enters the house in one place, the extensions in another.
FOREIGN_ALLOWED = {"villagegov.vocabulary": {"flask_babel"}, "villagegov.extensions": WEB}

#: Figures of docs/design.md: (what, most it may be).
TARGETS = {
    "file lines, median": 90,
    "file lines, 90th": 180,
    "files over 300 (word lists apart)": 0,
    "function lines, median": 7,
    "function lines, 90th": 22,
    "functions over 50": 0,
    "view body, median": 10,
    "view body, 90th": 25,
    "imports inside functions": 0,
    "largest import knot": 0,
    "functions without a return type": 0,
    "template lines, median": 40,
    "template lines, 90th": 80,
}
