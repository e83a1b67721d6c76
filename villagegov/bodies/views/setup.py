"""Taking a unit over in one sitting: a list of steps, each a page, closed by the second person."""

from dataclasses import dataclass

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.bodies.models import Term
from villagegov.bodies.operations.setup import close_set_up
from villagegov.bodies.queries import pending_in, standing_of, terms_of
from villagegov.bodies.queries.meetings import committee_unit
from villagegov.bodies.queries.setup import bench_of, facts_of
from villagegov.bodies.rules.setup import OPTIONAL, Facts, begun_steps, done_steps, missing_to_close, next_step
from villagegov.bodies.rules.verdicts import verdicts_of
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.vocabulary import Body, Office, SetUp
from villagegov.disclosure.queries.postings import opening_of
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard

_BODIES = {SetUp.COMMITTEE: Body.COMMITTEE, SetUp.SUPERVISION: Body.SUPERVISION, SetUp.STAFF: Body.STAFF}
_COUNTED = {**_BODIES, SetUp.REPRESENTATIVES: Body.REPRESENTATIVES}
_PAGES = {
    SetUp.GROUPS: ("bodies.groups", Permission.VIEW_BODIES),
    SetUp.STANDING: ("bodies.standing", Permission.KEEP_BODIES),
    SetUp.COMMITTEE: ("bodies.new_term", Permission.KEEP_BODIES),
    SetUp.SUPERVISION: ("bodies.new_term", Permission.KEEP_BODIES),
    SetUp.STAFF: ("bodies.new_term", Permission.KEEP_BODIES),
    SetUp.REPRESENTATIVES: ("bodies.import_representatives", Permission.KEEP_BODIES),
    SetUp.RULES: ("bodies.adopted_rules", Permission.VIEW_BODIES),
    SetUp.BALANCE: ("disclosure.opening_balance", Permission.VIEW_BODIES),
    SetUp.CONFIRM: ("bodies.confirm", Permission.CONFIRM_OFFICE),
    SetUp.CLOSE: ("bodies.close_set_up_page", Permission.CONFIRM_OFFICE),
}


@dataclass(frozen=True)
class Row:
    """One row of the list."""

    name: LazyString
    state: str
    tone: str
    note: str
    url: str
    is_next: bool
    action: str = ""


@blueprint.get("/units/<int:unit_id>/set-up")
@guard(Permission.VIEW_BODIES, load=committee_unit)
def set_up(unit: Division) -> ResponseReturnValue:
    """The steps, each with its state; exactly one is next."""
    opening = opening_of(unit)
    waits = opening is not None and opening.confirmed_at is None
    facts = facts_of(unit, balance=opening is not None, balance_waits=waits)
    return render_template("bodies/set_up.html", unit=unit, rows=_rows(unit, facts), standing=standing_of(unit))


def _rows(unit: Division, facts: Facts) -> list[Row]:
    done, begun, following, notes = done_steps(facts), begun_steps(facts), next_step(facts), _notes(unit, facts)
    return [
        Row(
            name=step.named(unit.kind),
            state=_("已完成") if step in done else _("没有办完") if step in begun else _("未开始"),
            tone="good" if step in done else "warn" if step in begun else "",
            note=notes.get(step, _("没有的，可以不办") if step in OPTIONAL else ""),
            url=_url(step, unit, facts),
            is_next=step is following,
        )
        for step in SetUp
    ]


def _url(step: SetUp, unit: Division, facts: Facts) -> str:
    endpoint, permission = _PAGES[step]
    if not may(current_user, permission, unit) or (step is SetUp.CLOSE and missing_to_close(facts)):
        return ""
    body = _BODIES[step].value if step in _BODIES else None
    return url_for(endpoint, unit_id=unit.id, body=body)


def _notes(unit: Division, facts: Facts) -> dict[SetUp, str]:
    """What is there of each step, and what is still missing."""
    notes = {step: said for step, body in _COUNTED.items() if (said := _of_body(unit, facts, body))}
    if facts.groups:
        notes[SetUp.GROUPS] = _("已登记 %(count)s 个", count=facts.groups)
    if facts.rules:
        notes[SetUp.RULES] = _("已登记 %(count)s 项", count=facts.rules)
    if facts.balance_waits:
        notes[SetUp.BALANCE] = _("已填写，等第二人复核")
    if facts.waiting:
        waiting = _("%(count)s 人等第二人确认。", count=facts.waiting)
        notes[SetUp.CONFIRM] = waiting + _("录入人不能自己确认，请另一人登录办理。")
    if not facts.taken_over and (missing := missing_to_close(facts)):
        notes[SetUp.CLOSE] = _("还缺：%(steps)s", steps=_("、").join(str(step.named(unit.kind)) for step in missing))
    return notes


def _of_body(unit: Division, facts: Facts, body: Body) -> str:
    """How many are entered, then each number of the law that is not met."""
    count, today = facts.count(body), clock.today()
    if not count:
        return ""
    entered = [*terms_of(unit, today, body=body), *pending_in(unit), *_committee_beside(unit, body)]
    unmet = [one.sentence for one in verdicts_of(body, bench_of(entered, unit, today)) if not one.met]
    unmet += [_("没有出纳；账由镇（街道）代管的，可以不登记")] if _lacks_cashier(facts, body) else []
    return str(_("。")).join([_("已登记 %(count)s 人", count=count), *unmet])


def _committee_beside(unit: Division, body: Body) -> list[Term]:
    """The shares of representatives are counted with the committee, which belongs to their meeting (E-97)."""
    return terms_of(unit, clock.today(), body=Body.COMMITTEE) if body is Body.REPRESENTATIVES else []


def _lacks_cashier(facts: Facts, body: Body) -> bool:
    return body is Body.STAFF and Office.CASHIER not in facts.offices


@blueprint.route("/units/<int:unit_id>/set-up/close", methods=["GET", "POST"])
@guard(Permission.CONFIRM_OFFICE, load=committee_unit)
def close_set_up_page(unit: Division) -> ResponseReturnValue:
    """Taken over, once everything needed is there and confirmed."""
    form = ConfirmForm()
    if form.submitted():
        with transaction(form=form) as answer:
            close_set_up(unit=unit, actor=current_user)
            answer.to(url_for(".set_up", unit_id=unit.id), _("接手已完成。"))
        return answer.redirect()
    missing = missing_to_close(facts_of(unit))
    return render_template("bodies/close_set_up.html", form=form, unit=unit, missing=missing)
