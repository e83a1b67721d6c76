"""Who of the supervision committee may review a posting, and who must stand back (S-05, A10)."""

from dataclasses import dataclass
from datetime import date

from villagegov.accounts.models import Account
from villagegov.bodies.models import Term
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body, Office
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.items import cells_of, table_of
from villagegov.disclosure.queries.postings import recorders_of, reviews_of_round
from villagegov.disclosure.rules.review import Holder, conflict_of, gap_in
from villagegov.disclosure.rules.tables import persons_in
from villagegov.disclosure.vocabulary import KIN_ARTICLE, OWN_ARTICLE, Conflict, Gap
from villagegov.divisions.models import Division
from villagegov.people.queries import ties_among
from villagegov.vocabulary import LazyString

#: Whose near kin must not review: they sign for the money or keep it.
KEEPERS = (Office.CHAIR, Office.BOOKKEEPER, Office.CASHIER)


@dataclass(frozen=True)
class Reviewer:
    """One sitting supervisor, and why not, if so."""

    term: Term
    conflict: Conflict | None
    kin_of: Holder | None

    @property
    def why(self) -> str:
        """The conflict in words; empty without one."""
        if self.conflict is None:
            return ""
        said = {"office": self.kin_of.office, "name": self.kin_of.name} if self.kin_of else {}
        return str(self.conflict.label) % said

    @property
    def article(self) -> LazyString:
        """The article that keeps them out."""
        return KIN_ARTICLE if self.conflict is Conflict.KIN else OWN_ARTICLE


@dataclass(frozen=True)
class Committee:
    """The sitting supervisors as they stand to one posting."""

    reviewers: list[Reviewer]

    @property
    def able(self) -> list[Reviewer]:
        """Those who may review."""
        return [one for one in self.reviewers if one.conflict is None]

    @property
    def gap(self) -> Gap | None:
        """Why they cannot review together; None when they can."""
        return gap_in(sitting=len(self.reviewers), able=len(self.able))

    @property
    def gap_words(self) -> str:
        """The same in words; empty when they can."""
        count = len(self.reviewers) if self.gap is Gap.TOO_FEW else len(self.able)
        return str(self.gap.label) % {"count": count} if self.gap is not None else ""

    def of(self, account: Account) -> Reviewer | None:
        """Which of them this account is, by ID number."""
        key = account.person_key
        return next((one for one in self.reviewers if key and one.term.person.person_key == key), None)


def committee_for(posting: Posting, today: date) -> Committee:
    """The supervisors who sit today, each with what keeps them from this posting."""
    terms = terms_of(posting.unit, today, body=Body.SUPERVISION)
    sitting = list({term.person_id: term for term in reversed(terms)}.values())[::-1]
    kin = _kin_of(sitting, _keepers(posting.unit, today))
    recorders = {account.person_key for account in recorders_of(posting)} - {None}
    handlers = {line.handler for line in posting.lines}
    payees, named = {line.payee for line in posting.lines}, _named_in(posting)
    found = []
    for term in sitting:
        conflict = conflict_of(
            name=term.person.name,
            recorded=term.person.person_key in recorders,
            handlers=handlers,
            payees=payees,
            named=named,
            kin_of=kin.get(term.person_id),
        )
        found.append(Reviewer(term, conflict, kin.get(term.person_id) if conflict is Conflict.KIN else None))
    return Committee(found)


def _named_in(posting: Posting) -> set[str]:
    """Persons in a table, where they stand back."""
    table = table_of(posting)
    return persons_in(cells_of(posting), table) if table is not None and table.avoids else set()


def entitled_in(posting: Posting, committee: Committee) -> int:
    """How many count in this round: those able now, and those who have spoken already."""
    able = {one.term.id for one in committee.able}
    return len(able | {review.term_id for review in reviews_of_round(posting)})


def waiting_for(posting: Posting, committee: Committee) -> list[Reviewer]:
    """Those able who have not said anything in this round."""
    spoken = {review.term_id for review in reviews_of_round(posting)}
    return [one for one in committee.able if one.term.id not in spoken]


def _keepers(unit: Division, today: date) -> list[Holder]:
    held = terms_of(unit, today, offices=KEEPERS)
    return [Holder(term.person_id, term.person.name, str(term.office.label)) for term in held]


def _kin_of(sitting: list[Term], keepers: list[Holder]) -> dict[int, Holder]:
    """Person id of a supervisor → the keeper he or she is near kin of."""
    own, by_person = {term.person_id for term in sitting}, {one.person_id: one for one in keepers}
    found = {}
    for person_id, other_id, _relation in ties_among(own | set(by_person)) if own and by_person else []:
        for one, other in ((person_id, other_id), (other_id, person_id)):
            if one in own and other in by_person:
                found[one] = by_person[other]
    return found


def handlers_in_office(posting: Posting) -> set[str]:
    """Handlers who hold an office in the unit then: they are named in full (rulebook 8.2, PUB-ROLE)."""
    return names_in_office(posting) & {line.handler for line in posting.lines}


def names_in_office(posting: Posting) -> set[str]:
    """Everybody who held an office in the unit when its period began or ended."""
    days = {posting.period_from, posting.period_until}
    return {term.person.name for day in days for term in terms_of(posting.unit, day)}
