"""The blueprint of this room."""

from flask import Blueprint

blueprint = Blueprint("disclosure", __name__)
