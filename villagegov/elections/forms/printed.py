"""A notice's own words; the next version of a posted one; a round's numbers and titles."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from villagegov.elections.rules.printed import Named
from villagegov.elections.vocabulary.printed import PaperCode
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.web.fields import plain_text
from villagegov.web.forms import BaseForm, ConfirmForm

LONGEST = 2_000


class WordsForm(BaseForm):
    """What a clerk may change of a notice."""

    drafts = True

    text = TextAreaField(
        _l("正文"),
        [Length(max=LONGEST), plain_text],
        description=_l("每一段一行。清空以后保存，恢复原来的文字。不要写个人手机号、身份证号。"),
    )
    signer = StringField(
        _l("署名"), [Length(max=60), plain_text], description=_l("盖章的单位。清空以后保存，恢复原来的署名。")
    )

    def words(self) -> str:
        """The text, a paragraph a line, without empty ones."""
        lines = (line.strip() for line in (self.text.data or "").splitlines())
        return "\n".join(line for line in lines if line)


class PostPaperForm(ConfirmForm):
    """The notice goes up as it is shown."""


class CorrectPaperForm(BaseForm):
    """Why the notice is posted anew."""

    drafts = True

    reason = TextAreaField(
        _l("更正的理由"),
        [InputRequired(_l("请写明更正的理由，村民会看到它。")), Length(max=300), plain_text],
    )


class NamesForm(BaseForm):
    """Base of the form made by `names_form`."""

    drafts = True

    def names(self) -> dict[PaperCode, Named]:
        """Form → number and title as typed."""
        return {
            code: Named(
                (self[f"number_{code.value}"].data or "").strip(), (self[f"title_{code.value}"].data or "").strip()
            )
            for code in FORMS
        }


def names_form(own: Mapping[str, Named]) -> NamesForm:
    """One number and one title per form of rulebook 7.1."""
    boxes: dict[str, object] = {}
    data: dict[str, str] = {}
    for code, form in FORMS.items():
        told = {"code": code.value, "name": code.label}
        boxes[f"number_{code.value}"] = StringField(_("%(code)s %(name)s：号码", **told), [Length(max=20), plain_text])
        boxes[f"title_{code.value}"] = StringField(_("%(code)s %(name)s：标题", **told), [Length(max=80), plain_text])
        given = own.get(code.value, Named(form.number, form.title))
        data |= {f"number_{code.value}": given.number, f"title_{code.value}": given.title}
    made: NamesForm = type("RoundNamesForm", (NamesForm,), boxes)(data=data)
    return made
