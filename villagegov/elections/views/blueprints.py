"""The blueprint of this room."""

from flask import Blueprint

blueprint = Blueprint("elections", __name__)
