"""What is typed to check a count. Asked by GET, so that the address can be passed on; nothing is stored."""

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, Form, FormField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from villagegov.elections.vocabulary import ElectionReason, PollKind, Post
from villagegov.law.vocabulary import Method
from villagegov.web.fields import FigureField, choices_of, plain_text
from villagegov.web.forms import OwnWords

MOST_CANDIDATES = 12
#: Rows shown at once; the others are unfolded.
SHOWN_CANDIDATES = 4

Fault = tuple[Field, str]


class _Asking(Form):  # type: ignore[misc] # wtforms ships no types
    """A form without account and without trace: no csrf, no cookie."""

    class Meta:
        def get_translations(self, _form: object) -> OwnWords:
            """Say WTForms' own few messages in our words."""
            return OwnWords()


class CandidateForm(_Asking):
    """One person voted for; the name may stay empty."""

    name = StringField(_l("姓名"), [plain_text, Length(max=20)])
    votes = FigureField(_l("得票"))
    woman = BooleanField(_l("女"))

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """A row in which nothing stands asks for nothing."""
        return super().validate(*args, **kwargs) if self.filled else True

    @property
    def filled(self) -> bool:
        """Whether anything stands in this row."""
        return bool((self.name.data or "").strip() or (self.votes.data or "").strip())


class CheckForm(_Asking):
    """One post of one casting of votes."""

    profile = SelectField(_l("适用的规则"), description=_l("按选举日选用"))
    method = RadioField(_l("谁投票"), choices=choices_of(Method), default=Method.VOTERS.value)
    round = RadioField(_l("哪一种投票"), choices=choices_of(PollKind), default=PollKind.FIRST.value)
    post = RadioField(_l("职务"), choices=choices_of(Post), default=Post.CHAIR.value)
    seats = FigureField(_l("应选名额"), default=1)
    R = FigureField(_l("登记参加选举的人数"), description=_l("户代表选举填户数，居民代表选举填代表数"))
    I = FigureField(_l("发出选票"))  # noqa: E741 # the rulebook's letter for ballots issued
    C = FigureField(_l("收回选票"), description=_l("包括无效票和弃权票"))
    invalid = FigureField(_l("无效票"), default=0)
    blank = FigureField(_l("弃权票"), default=0)
    margin = FigureField(_l("候选人的差额"), default=1, description=_l("另行选举时，候选人比名额多几名"))
    woman_already = BooleanField(_l("主任、副主任中已有妇女当选"))

    def __init__(self, *args: Any, profiles: list[tuple[str, str]], today: str, **kwargs: Any) -> None:
        super().__init__(*args, data={"profile": today}, **kwargs)
        self.profile.choices = [SelectChoice(key, words) for key, words in profiles]
        for number, row in enumerate(self.candidates(), start=1):
            row.form.name.label.text = _("候选人 %(number)s 姓名", number=number)

    def candidates(self) -> list[FormField]:
        """The rows of persons voted for."""
        return [self[f"c{number}"] for number in range(1, MOST_CANDIDATES + 1)]

    def persons(self) -> Iterator[tuple[str, CandidateForm]]:
        """Each filled row with the name it goes by: the typed one, or its number."""
        for number, row in enumerate(self.candidates(), start=1):
            if row.form.filled:
                yield (row.form.name.data or "").strip() or _("%(number)s 号", number=number), row.form

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Every field read, then what cannot stand together; each fault names its field."""
        sound = super().validate(*args, **kwargs)
        self._name_the_figures()
        faults = [*self._seats_are_wrong(), *self._method_is_wrong(), *self._names_are_wrong()]
        for field, sentence in faults:
            field.errors = [*field.errors, sentence]
        return sound and not faults

    def _name_the_figures(self) -> None:
        figures = [(str(f.label.text), f) for f in self if isinstance(f, FigureField)]
        rows = enumerate(self.candidates(), start=1)
        figures += [(_("候选人 %(number)s 得票", number=number), row.form.votes) for number, row in rows]
        for name, field in figures:
            field.errors = [_("%(field)s：%(fault)s", field=name, fault=fault) for fault in field.errors]

    def _seats_are_wrong(self) -> Iterator[Fault]:
        number = self.seats.number
        if number == 0 or (self.post.data == Post.CHAIR and number not in (None, 1)):
            yield self.seats, str(ElectionReason.ONE_CHAIR.label)

    def _method_is_wrong(self) -> Iterator[Fault]:
        village = str(self.profile.data).startswith("V-")
        if village and self.method.data in (Method.HOUSEHOLDS, Method.REPS):
            yield self.method, str(ElectionReason.ONLY_VOTERS.label)

    def _names_are_wrong(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for name, row in self.persons():
            if name in seen:
                yield row.name, _("上面已有“%(name)s”，同名的请加以区别。", name=name)
            seen.add(name)


for _number in range(1, MOST_CANDIDATES + 1):
    setattr(CheckForm, f"c{_number}", FormField(CandidateForm, _l("候选人")))
