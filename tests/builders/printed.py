"""A notice of an election on the board."""

from villagegov.accounts.models import Account
from villagegov.elections.models import Election, ElectionPaper
from villagegov.elections.operations import printed
from villagegov.elections.queries.printed import copies_of, kept_paper
from villagegov.elections.vocabulary.printed import PaperCode
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.transaction import transaction


def paper_up(*, election: Election, actor: Account, code: PaperCode = PaperCode.F21) -> ElectionPaper:
    """The form was posted as it is."""
    with transaction(election):
        printed.post_paper(election=election, paper=copies_of(election, FORMS[code])[-1].paper, actor=actor)
    kept = kept_paper(election, code, "")
    assert kept is not None
    return kept
