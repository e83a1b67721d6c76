"""A result filed with the township, and the certificates of those elected (E-93, F-28)."""

from flask import Response, abort, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.filing import (
    AcceptFilingForm,
    CertificatesForm,
    ReturnFilingForm,
    SendFilingForm,
    VoidCertificateForm,
)
from villagegov.elections.models import Certificate, Election, Filing
from villagegov.elections.operations import filing as operations
from villagegov.elections.queries import filing as known
from villagegov.elections.rules.afterwards import deadline_after
from villagegov.elections.rules.certificates import certificate_words, issuer_words
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.filing import After, FilingDetail, FilingReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.papers import pdf_of


@blueprint.get("/elections/<int:election_id>/filing")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def filing(election: Election) -> ResponseReturnValue:
    """How far the filing has come, who was seated, and their certificates."""
    posted, law = known.result_days([election]).get(election.id), law_of(election)
    kept, seated = known.filing_of(election), known.seated_by(election)
    return render_template(
        "elections/filing/show.html",
        election=election,
        filing=kept,
        facts=queries.facts_of(election),
        deadlines={step: deadline_after(step, posted, law) for step in (After.FILING, After.CERTIFICATES)}
        if posted
        else {},
        seated=seated,
        missing=known.uncertified(election),
        certificates=known.certificates_of(election),
        issuers=known.issuers_for(election.unit, current_user),
        counted=_counted(kept, len(seated)),
        today=clock.today(),
        After=After,
    )


def _counted(filing: Filing | None, seated: int) -> dict[str, str]:
    """What the unit told of those seated, each with its denominator."""
    if filing is None or filing.sent_on is None:
        return {}
    shown = {
        FilingDetail.PARTY_MEMBERS: filing.party_members,
        FilingDetail.HIGHER_EDUCATION: filing.higher_education,
        FilingDetail.CROSS_POSTS: filing.cross_posts,
    }
    told = {
        str(one.label): _("%(number)s 人（共 %(seated)s 人）", number=number, seated=seated)
        for one, number in shown.items()
        if number is not None
    }
    if filing.chair_is_secretary is not None:
        told[str(FilingDetail.CHAIR_IS_SECRETARY.label)] = _("是") if filing.chair_is_secretary else _("否")
    return told


@blueprint.route("/elections/<int:election_id>/filing/send", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def send_filing(election: Election) -> ResponseReturnValue:
    """The unit sends the result in."""
    operations.refuse_unless_formed(election)
    before = known.elected_before(known.filing_of(election))
    form = SendFilingForm(sent_on=clock.today(), before=before)
    if form.submitted():
        with transaction(election, form) as answer:
            operations.send(
                election=election,
                sent_on=form.sent_on.value,
                document=(form.document.data or "").strip(),
                elected=form.elected,
                actor=current_user,
            )
            answer.to(url_for(".filing", election_id=election.id), _("已报送，等乡镇（街道）受理。"))
        return answer.redirect()
    return render_template("elections/filing/send.html", form=form, election=election, anew=bool(before.given))


@blueprint.route("/elections/<int:election_id>/filing/accept", methods=["GET", "POST"])
@guard(Permission.OVERSEE_ELECTION, load=known.filing_of_election)
def accept_filing(filing: Filing) -> ResponseReturnValue:
    """The township takes it on file."""
    form, election_id = AcceptFilingForm(obj=filing), filing.election_id
    if form.submitted():
        with transaction(filing, form) as answer:
            operations.accept(
                filing=filing, accepted_on=form.accepted_on.value, document=form.document.data, actor=current_user
            )
            answer.to(url_for(".filing", election_id=election_id), _("已备案。接着颁发当选证书。"))
        return answer.redirect()
    return render_template("elections/filing/accept.html", form=form, election=filing.election)


@blueprint.route("/elections/<int:election_id>/filing/return", methods=["GET", "POST"])
@guard(Permission.OVERSEE_ELECTION, load=known.filing_of_election)
def return_filing(filing: Filing) -> ResponseReturnValue:
    """The township returns it with its reason."""
    form, election_id = ReturnFilingForm(obj=filing), filing.election_id
    if form.submitted():
        with transaction(filing, form) as answer:
            operations.give_back(filing=filing, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".filing", election_id=election_id), _("已退回。"))
        return answer.redirect()
    return render_template("elections/filing/give_back.html", form=form, election=filing.election)


@blueprint.route("/elections/<int:election_id>/certificates/new", methods=["GET", "POST"])
@guard(Permission.OVERSEE_ELECTION, load=known.filing_of_election)
def issue_certificates(filing: Filing) -> ResponseReturnValue:
    """Certificates for everybody seated who has none."""
    election = filing.election
    issuers = {one.id: one for one in known.issuers_for(election.unit, current_user)}
    refuse_if(filing.accepted_on is None, FilingReason.NOT_ACCEPTED)
    first = next(iter(issuers.values()), None) or abort(404)
    form = CertificatesForm(
        issuers=[(key, one.name) for key, one in issuers.items()],
        data={"issuer": first.id, "issuer_name": issuer_words(first.name, first.level), "issued_on": clock.today()},
    )
    if form.submitted():
        with transaction(filing, form) as answer:
            made = operations.issue(
                filing=filing,
                issuer=issuers[form.issuer.data],
                issuer_name=form.issuer_name.data.strip(),
                issued_on=form.issued_on.value,
                actor=current_user,
            )
            answer.to(url_for(".filing", election_id=election.id), _("已颁发 %(count)s 张当选证书。", count=len(made)))
        return answer.redirect()
    return render_template(
        "elections/filing/issue.html", form=form, election=election, missing=known.uncertified(election)
    )


@blueprint.route("/certificates/<int:certificate_id>/void", methods=["GET", "POST"])
@guard(Permission.OVERSEE_ELECTION, load=known.certificate)
def void_certificate(certificate: Certificate) -> ResponseReturnValue:
    """A certificate made out wrongly."""
    form, election_id = VoidCertificateForm(obj=certificate), certificate.election_id
    if form.submitted():
        with transaction(certificate, form) as answer:
            operations.void_certificate(certificate=certificate, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".filing", election_id=election_id), _("已作废，可以重新颁发一张。"))
        return answer.redirect()
    return render_template("elections/filing/void.html", form=form, certificate=certificate)


@blueprint.get("/certificates/<int:certificate_id>/certificate.pdf")
@guard(Permission.VIEW_ELECTION, load=known.certificate)
def certificate_pdf(certificate: Certificate) -> ResponseReturnValue:
    """F-28: one certificate to print and seal."""
    return _papers([certificate], certificate.election)


@blueprint.get("/elections/<int:election_id>/certificates.pdf")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def certificates_pdf(election: Election) -> ResponseReturnValue:
    """F-28: all that stand, one on each page."""
    standing = [one for one in known.certificates_of(election) if one.voided_on is None]
    return _papers(standing, election) if standing else abort(404)


def _papers(found: list[Certificate], election: Election) -> Response:
    pages = [
        certificate_words(
            name=one.term.person.name,
            sex=one.term.person.sex,
            office=one.term.office,
            unit_name=election.unit.name,
            committee=election.committee,
            years=(one.term.from_on, one.term.until_on),
            number=(one.year, one.number),
            issuer=one.issuer_name,
            issued_on=one.issued_on,
        )
        for one in found
    ]
    response = make_response(pdf_of("certificate", {"pages": pages}))
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="certificates-{election.unit.code}.pdf"'
    return response
