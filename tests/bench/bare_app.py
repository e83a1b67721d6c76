"""A bare Flask and Jinja page of a given length with one query, for granian: the floor of our unit page."""

import os

from flask import Flask, render_template_string
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select

from villagegov.columns import Model
from villagegov.divisions.models import Division

PAGE = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{{ place.name }}</title></head>
<body><h1>{{ place.name }}</h1>{% for line in lines %}<p>{{ line }}</p>
{% endfor %}</body></html>"""
LINE = "贴出的公告会出现在这里。"
EMPTY = 170

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["BENCH_DATABASE"]
db = SQLAlchemy(app, model_class=Model)
lines = [LINE] * max(0, (int(os.environ["BENCH_LENGTH"]) - EMPTY) // (len(LINE.encode()) + 8))


@app.get("/c/<code>")
@app.get("/c/<code>/elections/<number>")
@app.get("/c/<code>/postings/<number>")
def page(code: str, number: str = "") -> str:  # the floor has the address, and asks for one row only
    """One row by its code, and the lines."""
    place = db.session.scalars(select(Division).where(Division.code == code)).one()
    return render_template_string(PAGE, place=place, lines=lines)
