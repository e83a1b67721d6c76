"""The blueprint of this room."""

from flask import Blueprint

blueprint = Blueprint("bodies", __name__)
