"""The WSGI application; VILLAGEGOV_CONFIG chooses development (default) or production."""

import gc
import os

from config import UnfitSettings, served
from villagegov import create_app
from villagegov.database import UnfitDatabaseError, refuse_unless_current
from villagegov.desk.jobs import tick_along

try:
    app = create_app(served(os.environ.get("VILLAGEGOV_CONFIG", "development")))
    if os.environ.get("FLASK_RUN_FROM_CLI") != "true":  # commands ask for themselves; one of them upgrades
        with app.app_context():
            refuse_unless_current()
except (UnfitSettings, UnfitDatabaseError) as unfit:
    raise SystemExit(str(unfit)) from None

if os.environ.get("VILLAGEGOV_TICKS") == "1":  # `make run`; elsewhere cron or systemd run `flask tick`
    tick_along(app)

# What was loaded by now stays for good; the collector need not walk through it again during each import.
gc.collect()
gc.freeze()
