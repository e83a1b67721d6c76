"""Fields that keep what was typed and say what to write instead."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, Form, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import DateInput

from villagegov.money import fen_of, typed_yuan
from villagegov.refusal import Refusal
from villagegov.vocabulary import Term
from villagegov.web.numbers import whole_number


def cleaned(clean: Callable[[str], str]) -> Callable[[Form, Field], None]:
    """A validator that passes the text through `clean` and shows its Refusal at the field."""

    def validate(_form: Form, field: Field) -> None:
        try:
            field.data = clean(str(field.data or ""))
        except Refusal as refusal:
            raise StopValidation(refusal.sentence) from None

    return validate


def plain_text(_form: Form, field: Field) -> None:
    """A validator: no control, direction or invisible characters (I9, N8)."""
    if holds_hidden(str(field.data or "")):
        raise StopValidation(_("内容里有看不见的控制字符，请重新输入这一段文字。"))


def holds_hidden(text: str) -> bool:
    """Whether a control, direction or invisible character stands in `text`, or half of a character."""
    return any(_is_hidden(letter) for letter in text)


def _is_hidden(letter: str) -> bool:
    code = ord(letter)
    if letter in "\n\r\t":
        return False
    invisible = code in {0x00AD, 0xFEFF, 0xFFFD} or 0x200B <= code <= 0x200F or 0x202A <= code <= 0x202E
    return code < 32 or 0x7F <= code < 0xA0 or invisible or 0x2060 <= code <= 0x206F or 0xD800 <= code <= 0xDFFF


def choices_of(words: Iterable[Term]) -> list[SelectChoice]:
    """The terms of a word list as choices: value and label."""
    return [SelectChoice(word.value, word.label) for word in words]


class FigureField(StringField):  # type: ignore[misc] # wtforms ships no types
    """A count of persons or ballots: reads 1,873 and full-width digits, refuses everything else (N1)."""

    figure_like = True

    def __init__(self, *args: Any, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.optional = optional
        self.number: int | None = None

    def process_data(self, value: object) -> None:
        """Show a stored number as text."""
        super().process_data(value)
        self.data = "" if value is None else str(value)

    def pre_validate(self, _form: Form) -> None:
        """Read the number; the text stays as typed."""
        self.number = None
        if self.optional and not (self.data or "").strip():
            return
        try:
            self.number = whole_number(self.data or "")
        except Refusal as refusal:
            raise StopValidation(refusal.sentence) from None

    @property
    def value(self) -> int:
        """The number read; call only after the form was found sound."""
        if self.number is None:
            raise ValueError(f"{self.name} holds no number")
        return self.number


class MoneyField(StringField):  # type: ignore[misc] # wtforms ships no types
    """An amount in yuan with at most two decimals; keeps what was typed, hands out fen (N1)."""

    def __init__(self, *args: Any, optional: bool = False, negative: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.optional, self.negative = optional, negative
        self.render_kw: dict[str, Any] = {"inputmode": "text" if negative else "decimal"}
        self.fen: int | None = None

    def process_data(self, value: object) -> None:
        """Show stored fen as one types them."""
        super().process_data(value)
        self.data = typed_yuan(value) if isinstance(value, int) else str(value or "")

    def pre_validate(self, _form: Form) -> None:
        """Read the amount; the text stays as typed."""
        self.fen = None
        if self.optional and not (self.data or "").strip():
            return
        try:
            self.fen = fen_of(self.data or "", negative=self.negative)
        except Refusal as refusal:
            raise StopValidation(refusal.sentence) from None

    @property
    def value(self) -> int:
        """The amount in fen; call only after the form was found sound."""
        if self.fen is None:
            raise ValueError(f"{self.name} holds no amount")
        return self.fen


class DayField(Field):  # type: ignore[misc] # wtforms ships no types
    """A calendar day; reads 2026-03-21 and 2026年3月21日, keeps what was typed."""

    widget = DateInput()

    def __init__(self, *args: Any, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.optional = optional
        self.typed = ""

    def _value(self) -> str:
        return self.typed or (self.data.isoformat() if isinstance(self.data, date) else "")

    def process_formdata(self, values: list[str]) -> None:
        """Read the day; leave None when it is not one."""
        self.typed = values[0].strip() if values else ""
        self.data = _day_of(self.typed)

    @property
    def value(self) -> date:
        """The day read; call only after the form was found sound."""
        if not isinstance(self.data, date):
            raise ValueError(f"{self.name} holds no day")
        return self.data

    def pre_validate(self, _form: Form) -> None:
        """Say what a day looks like."""
        if self.data is None and (self.typed or not self.optional):
            raise StopValidation(_("请填写日期，例如 2026-03-21。"))


def _day_of(text: str) -> date | None:
    parts = text.replace("年", "-").replace("月", "-").removesuffix("日").replace("/", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        return None
    try:
        found = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2200 else None
