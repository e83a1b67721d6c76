"""Own values of a province."""

from datetime import date

from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.law.models import Setting
from villagegov.law.vocabulary import CommitteeKind, Field

DOCUMENT = "《关于做好换届选举工作的通知》（示民发〔2026〕1号）"


def entered(*, division: Division, field: Field = Field.RERUN_DAYS, value: str = "15") -> Setting:
    """A value in force for villages from 2026, entered on a place."""
    made = Setting(
        division_id=division.id,
        committee=CommitteeKind.VILLAGE,
        name=field.value,
        value=value,
        from_on=date(2026, 1, 1),
        document=DOCUMENT,
    )
    db.session.add(made)
    db.session.commit()
    return made
