"""A by-election: which empty seats, when, by whom."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField

from villagegov.elections.vocabulary import Post
from villagegov.law.vocabulary import Method
from villagegov.web.fields import DayField, FigureField, choices_of
from villagegov.web.forms import BaseForm


class ByElectionForm(BaseForm):
    """Only posts that have an empty seat are asked for."""

    chair = FigureField(_l("补选主任（名）"), optional=True)
    vice = FigureField(_l("补选副主任（名）"), optional=True)
    member = FigureField(_l("补选委员（名）"), optional=True)
    method = SelectField(_l("由谁投票"))
    polling_day = DayField(_l("选举日"))
    on_paper = BooleanField(_l("选民名单已经在村里公布，现在补录"))

    def __init__(self, *args: Any, vacant: Mapping[Post, int], methods: Iterable[Method], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.method.choices = choices_of(methods)
        for post in Post:
            if post not in vacant:
                del self[post.value]

    def seats(self) -> dict[Post, int]:
        """Post → how many of its empty seats are to be filled."""
        return {post: self._fields[post.value].number or 0 for post in Post if post.value in self}
