"""The WSGI application; VILLAGEGOV_CONFIG chooses development (default) or production."""

import gc
import os

from config import settings
from villagegov import create_app

app = create_app(settings(os.environ.get("VILLAGEGOV_CONFIG", "development")))

# What was loaded by now stays for good; the collector need not walk through it again during each import.
gc.collect()
gc.freeze()
