"""Proxies."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import Length

from villagegov.elections.vocabulary.proxies import ProxyReason, Relation
from villagegov.refusal import Reason
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm


class ProxyForm(BaseForm):
    """A voter who is away names another in writing."""

    drafts = True
    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {"uq_proxies_standing": ("principal", ProxyReason.TWICE)}

    principal = FigureField(_l("委托人在选民名单上的编号"), description=_l("选举日不能到场的人。"))
    holder = FigureField(_l("受委托人在选民名单上的编号"), description=_l("替他投票的人，也要在名单上。"))
    relation = SelectField(_l("受委托人是委托人的"), choices=choices_of(Relation))
    written_on = DayField(_l("书面委托日期"))
    reason = StringField(
        _l("不能到场的原因"), [Length(max=60), plain_text], description=_l("可以不填；不公布。例如：外出务工。")
    )


class RevokeProxyForm(BaseForm):
    """A proxy is taken back."""

    reason = TextAreaField(_l("撤销的理由"), [Length(max=300), plain_text], description=_l("名单公布以后必须填写。"))
