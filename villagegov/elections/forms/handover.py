"""The handover list: one line, a file of lines, signatures on paper; the archive."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.rules.handover import LONGEST, TITLES, Line
from villagegov.elections.vocabulary.handover import ItemClass, Party
from villagegov.web.fields import DayField, FigureField, MoneyField, choices_of, plain_text
from villagegov.web.forms import BaseForm
from villagegov.web.sheets import Column

_SPOKEN: tuple[tuple[str, ...], ...] = (
    ("分类", "移交类别"),
    ("名称", "移交项目"),
    ("数目",),
    ("计量单位",),
    ("金额", "价值", "金额(元)"),
    ("现状", "状态"),
    ("说明",),
)
_FILLED = {"item_class", "item"}
#: In the order of the rules' TITLES.
COLUMNS = tuple(
    Column(key, title, aliases, required=key in _FILLED, filled=key in _FILLED)
    for (key, title), aliases in zip(TITLES.items(), _SPOKEN, strict=True)
)


class ItemForm(BaseForm):
    """One thing that is handed over."""

    drafts = True

    item_class = SelectField(_l("类别"), choices=choices_of(ItemClass))
    item = StringField(
        _l("项目"),
        [DataRequired(_l("请填写项目，例如：村民委员会公章。")), Length(max=LONGEST["item"]), plain_text],
        description=_l("例如：村民委员会公章、2025年收支账簿、与某公司的鱼塘承包合同。"),
    )
    quantity = FigureField(_l("数量"), optional=True)
    measure = StringField(
        _l("计量单位"), [Length(max=LONGEST["measure"]), plain_text], description=_l("例如：枚、间、台、份。")
    )
    amount_fen = MoneyField(_l("金额（元）"), optional=True, negative=True, description=_l("欠别人的债务填负数。"))
    state = StringField(
        _l("状况"), [Length(max=LONGEST["state"]), plain_text], description=_l("例如：完好、在用、未到期。")
    )
    remark = StringField(_l("备注"), [Length(max=LONGEST["remark"]), plain_text])

    def line(self) -> Line:
        """What was typed."""
        return Line(
            item_class=ItemClass(self.item_class.data),
            item=self.item.data.strip(),
            quantity=self.quantity.number,
            measure=(self.measure.data or "").strip(),
            amount_fen=self.amount_fen.fen,
            state=(self.state.data or "").strip(),
            remark=(self.remark.data or "").strip(),
        )


class ItemsFileForm(BaseForm):
    """A spreadsheet with the list."""

    file = FileField(_l("移交清单文件"), description=_l("xlsx、xls 或 csv，最多 2,000 行。先给您预览，确认后才写入。"))


class ConfirmItemsForm(BaseForm):
    """Confirm the very file that was previewed (U9)."""

    sha256 = HiddenField()


class SealsForm(BaseForm):
    """The day the seals went."""

    on = DayField(_l("公章移交日期"))


class PaperSignaturesForm(BaseForm):
    """Who signed the printed list, when, and its picture."""

    giver = StringField(Party.GIVER.label, [Length(max=30), plain_text])
    taker = StringField(Party.TAKER.label, [Length(max=30), plain_text])
    supervisor = StringField(
        Party.SUPERVISOR.label, [Length(max=30), plain_text], description=_l("乡镇（街道）派来监督移交的人。")
    )
    signed_on = DayField(_l("签字日期"))
    photo = FileField(_l("签了字的移交清单的照片或者扫描件"))

    def names(self) -> dict[Party, str]:
        """Party → who signed; those left empty have not signed on this sheet."""
        typed = {party: str(self._fields[party.value].data or "").strip() for party in Party}
        return {party: name for party, name in typed.items() if name}


class TakeBackSignaturesForm(BaseForm):
    """Why the signatures are taken back."""

    reason = TextAreaField(_l("理由"), [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number])


class ArchiveForm(BaseForm):
    """Who keeps the papers, and where."""

    archived_on = DayField(_l("归档日期"))
    keeper = StringField(_l("保管人"), [InputRequired(_l("请填写保管人的姓名。")), Length(max=30), plain_text])
    kept_at = StringField(
        _l("保管地点"),
        [InputRequired(_l("请填写保管地点。")), Length(max=100), plain_text],
        description=_l("例如：村档案室二号柜；由乡镇（街道）保管的，写乡镇（街道）档案室。"),
    )
    ballots_sealed = FigureField(_l("封存选票（张）"))
    remark = TextAreaField(
        _l("说明"),
        [Length(max=300), plain_text, no_number],
        description=_l("封存的张数与收回的不同，或者有缺失的材料，在这里写明。"),
    )
