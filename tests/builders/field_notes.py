"""Something noted in the field."""

from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.elections.models import Election, FieldNote
from villagegov.elections.operations import field_notes
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.field_notes import NoteKind
from villagegov.transaction import transaction


def noted(*, election: Election, actor: Account, kind: NoteKind = NoteKind.INCIDENT) -> FieldNote:
    """Today, while ballots were cast."""
    with transaction(election):
        return field_notes.note(
            election=election,
            kind=kind,
            who="周敏",
            organisation="东溪镇人民政府",
            step=Task.POLLING,
            found="投票站停电二十分钟，投票没有中断。",
            noted_on=clock.today(),
            hour="上午10时",
            actor=actor,
        )
