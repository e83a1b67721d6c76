"""Our application on the bench's database, for granian."""

import os

from config import settings
from villagegov import create_app

app = create_app(
    {
        **settings("testing"),
        "TESTING": False,
        "PAGES_KEPT": 500,
        "SQLALCHEMY_DATABASE_URI": os.environ["BENCH_DATABASE"],
    }
)
