"""The blueprint of this room."""

from flask import Blueprint

blueprint = Blueprint("consultation", __name__)
