"""The blueprints of this room: pages for people, answers for programs."""

from flask import Blueprint

pages = Blueprint("law", __name__)
machines = Blueprint("api", __name__, url_prefix="/api/v1")
