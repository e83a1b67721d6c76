"""The WSGI application; VILLAGEGOV_CONFIG chooses development (default) or production."""

import os

from config import settings
from villagegov import create_app

app = create_app(settings(os.environ.get("VILLAGEGOV_CONFIG", "development")))
