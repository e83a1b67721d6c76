"""A posted result sent to the township, accepted or returned; certificates numbered and issued (E-93)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.elections import queries
from villagegov.elections.models import Certificate, Election, Filing
from villagegov.elections.queries import filing as filings
from villagegov.elections.rules.elected import UNCOUNTED, ElectedFigures
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.filing import FilingReason, FilingTag
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if


def send(
    *, election: Election, sent_on: date, document: str, actor: Account, elected: ElectedFigures = UNCOUNTED
) -> Filing:
    """The unit sends the posted result to the township, with what F-33 asks of the elected; a returned one anew."""
    refuse_unless_formed(election)
    filing = filings.filing_of(election) or _new(election)
    refuse_sent(filing)
    _refuse_day(sent_on, _result_day(election), "sent_on")
    filing.sent_on, filing.sent_as, filing.sent_by_name, filing.returned_because = sent_on, document, actor.name, ""
    figures = _count(filing, elected)
    _note(
        FilingTag.SENT, election, actor, {"sent_on": sent_on, **({"sent_as": document} if document else {})} | figures
    )
    return filing


def _count(filing: Filing, elected: ElectedFigures) -> dict[str, int]:
    """Keep the figures that were given. Raises Refusal(MORE_THAN_SEATED) at the first that is too large."""
    seated, given = len(filings.seated_by(filing.election)), elected.given
    for name, number in given.items():
        refuse_if(number > seated, FilingReason.MORE_THAN_SEATED, name, number=number, seated=seated)
    for name, number in vars(elected).items():
        setattr(filing, name, number)
    return given


def refuse_unless_formed(election: Election) -> None:
    """Raise Refusal(PRACTICE, NOT_POSTED, NOT_DECIDED) while no new committee stands on a posted result."""
    refuse_if(election.is_practice, FilingReason.PRACTICE)
    facts = queries.facts_of(election)
    refuse_if(not facts.result_posted, FilingReason.NOT_POSTED)
    refuse_if(facts.status is not Stage.DECIDED, FilingReason.NOT_DECIDED)


def refuse_sent(filing: Filing) -> None:
    """Raise Refusal(SENT_ALREADY, ACCEPTED_ALREADY) when it lies with the township."""
    refuse_if_accepted(filing)
    sent = filing.sent_on
    refuse_if(sent is not None, FilingReason.SENT_ALREADY, day=in_words(sent or clock.today()))


def refuse_if_accepted(filing: Filing) -> None:
    """Raise Refusal(ACCEPTED_ALREADY)."""
    accepted = filing.accepted_on
    refuse_if(accepted is not None, FilingReason.ACCEPTED_ALREADY, day=in_words(accepted or clock.today()))


def _new(election: Election) -> Filing:
    empty = dict.fromkeys(("sent_as", "sent_by_name", "returned_because", "accepted_as", "accepted_by_name"), "")
    made = Filing(election=election, election_id=election.id, **empty)
    db.session.add(made)
    return made


def accept(*, filing: Filing, accepted_on: date, document: str, actor: Account) -> None:
    """The township takes it on file, with day and number."""
    sent = _sent_on(filing)
    refuse_if_accepted(filing)
    _refuse_day(accepted_on, sent, "accepted_on")
    filing.accepted_on, filing.accepted_as, filing.accepted_by_name = accepted_on, document, actor.name
    _note(FilingTag.ACCEPTED, filing.election, actor, {"accepted_on": accepted_on, "accepted_as": document})


def give_back(*, filing: Filing, reason: str, actor: Account) -> None:
    """The township returns it with the reason, an accepted one too; the unit sends it anew. Not under certificates."""
    _sent_on(filing)
    standing = any(one.voided_on is None for one in filings.certificates_of(filing.election))
    refuse_if(standing, FilingReason.HAS_CERTIFICATES)
    open_again(filing=filing, reason=reason, actor=actor)


def open_again(*, filing: Filing, reason: str, actor: Account) -> None:
    """It is to be sent anew, for this reason; what was counted of the elected stays for that."""
    filing.sent_on = filing.accepted_on = filing.certified_on = None
    filing.sent_as = filing.accepted_as = filing.accepted_by_name = ""
    filing.returned_because = reason
    _note(FilingTag.RETURNED, filing.election, actor, {"reason": reason})


def _sent_on(filing: Filing) -> date:
    return filing.sent_on or refuse(FilingReason.NOT_SENT)


def issue(*, filing: Filing, issuer: Division, issuer_name: str, issued_on: date, actor: Account) -> list[Certificate]:
    """A numbered certificate for everybody who sits by this election and has none (F-28)."""
    election, accepted = filing.election, filing.accepted_on
    if accepted is None:
        refuse(FilingReason.NOT_ACCEPTED)
    _refuse_day(issued_on, _result_day(election), "issued_on")
    terms = filings.uncertified(election)
    refuse_if(not terms and not filings.seated_by(election), FilingReason.NOBODY)
    refuse_if(not terms, FilingReason.CERTIFIED_ALREADY)
    first = filings.next_certificate_number(issuer, issued_on.year)
    made = [
        Certificate(
            election=election,
            term=term,
            issuer=issuer,
            issuer_name=issuer_name,
            year=issued_on.year,
            number=number,
            issued_on=issued_on,
            issued_by_name=actor.name,
            voided_because="",
        )
        for number, term in enumerate(terms, start=first)
    ]
    db.session.add_all(made)
    filing.certified_on = issued_on
    told = [f"{issued_on.year}-{one.number} {one.term.person.name}" for one in made]
    after = {"issuer": issuer_name, "issued_on": issued_on, "certificate_numbers": told}
    _note(FilingTag.CERTIFIED, election, actor, after)
    return made


def void_certificate(*, certificate: Certificate, reason: str, actor: Account) -> None:
    """A certificate that was made out wrongly; its number is not given again, another may be issued."""
    voided = certificate.voided_on
    refuse_if(voided is not None, FilingReason.VOIDED_ALREADY)
    certificate.voided_on, certificate.voided_because = clock.today(), reason
    filing = filings.filing_of(certificate.election)
    if filing is not None and certificate.term.ended_on is None:
        filing.certified_on = None
    told = [f"{certificate.year}-{certificate.number} {certificate.term.person.name}"]
    _note(FilingTag.VOIDED, certificate.election, actor, {"certificate_numbers": told, "reason": reason})


def _result_day(election: Election) -> date:
    return filings.result_days([election])[election.id]


def _refuse_day(day: date, earliest: date, field: str) -> None:
    refuse_if(day > clock.today(), FilingReason.FUTURE, field)
    refuse_if(day < earliest, FilingReason.TOO_EARLY, field, day=in_words(earliest))


def _note(tag: FilingTag, election: Election, actor: Account, after: dict[str, object]) -> None:
    record(tag, subject=election, actor=actor, place_id=election.unit_id, after=after)
