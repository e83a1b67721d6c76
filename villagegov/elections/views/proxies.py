"""委托投票: the list, entering and revoking; certificates and the notice are papers F-18 and F-19."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.proxies import ProxyForm, RevokeProxyForm
from villagegov.elections.forms.setup import PostedForm
from villagegov.elections.models import Election, Proxy, RollEntry
from villagegov.elections.operations import proxies as operations
from villagegov.elections.queries import proxies as known
from villagegov.elections.queries.roll import entry_numbered
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.proxies import article_of, latest_posting, proxies_allowed
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.proxies import LAPSED, ProxyReason, Relation
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/elections/<int:election_id>/proxies")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def proxies(election: Election) -> ResponseReturnValue:
    """Who votes for whom; how many are valid."""
    law, words = law_of(election), words_asked()
    return render_template(
        "elections/proxies/index.html",
        election=election,
        law=law,
        words=words,
        page=paged(known.proxies_of(election, words)),
        standing=set() if law.candidate_may_hold_proxies else known.candidates_on_roll(election),
        valid=known.valid_proxies(election),
        last=latest_posting(election.polling_day, law),
        lapsed=LAPSED,
        allowed=proxies_allowed(election.method, law),
        none_article=article_of(ProxyReason.NONE_WITH_REPS, law),
        cap_article=law.cited(Field.PROXY_CAP),
    )


@blueprint.route("/elections/<int:election_id>/proxies/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def new_proxy(election: Election) -> ResponseReturnValue:
    """Enter one."""
    form = ProxyForm()
    if form.submitted():
        with transaction(election, form) as answer:
            made = operations.enter_proxy(
                election=election,
                principal=_voter(election, form.principal.value, "principal"),
                holder=_voter(election, form.holder.value, "holder"),
                relation=Relation(form.relation.data),
                reason=(form.reason.data or "").strip(),
                written_on=form.written_on.value,
                actor=current_user,
            )
            said = _("已登记：%(principal)s 委托 %(holder)s。", principal=made.principal.name, holder=made.holder.name)
            answer.to(url_for(".proxies", election_id=election.id), said)
        return answer.redirect()
    law = law_of(election)
    return render_template(
        "elections/proxies/new.html", form=form, election=election, law=law, article=law.cited(Field.PROXY_HOLDER)
    )


def _voter(election: Election, number: int, field: str) -> RollEntry:
    found = entry_numbered(queries.roll_of(election), number)
    if found is None:
        reason = ProxyReason.PRINCIPAL_NOT_ON_ROLL if field == "principal" else ProxyReason.HOLDER_NOT_ON_ROLL
        refuse(reason, field, article=article_of(reason, law_of(election)))
    return found


@blueprint.route("/proxies/<int:proxy_id>/revoke", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=known.proxy)
def revoke_proxy(proxy: Proxy) -> ResponseReturnValue:
    """Take one back."""
    form = RevokeProxyForm()
    if form.submitted():
        with transaction(proxy, form) as answer:
            operations.revoke_proxy(proxy=proxy, reason=(form.reason.data or "").strip(), actor=current_user)
            answer.to(url_for(".proxies", election_id=proxy.election_id), _("已撤销委托。"))
        return answer.redirect()
    return render_template("elections/proxies/revoke.html", form=form, proxy=proxy)


@blueprint.route("/elections/<int:election_id>/proxies/post", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def post_proxies(election: Election) -> ResponseReturnValue:
    """The list hangs."""
    form = PostedForm()
    if form.submitted():
        with transaction(election, form) as answer:
            operations.post_proxies(election=election, posted_on=form.posted_on.value, actor=current_user)
            answer.to(url_for(".proxies", election_id=election.id), _("已记录委托投票名单的公布日期。"))
        return answer.redirect()
    last = latest_posting(election.polling_day, law_of(election))
    return render_template("elections/proxies/post.html", form=form, election=election, last=last)
