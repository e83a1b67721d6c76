"""A complaint about an election stays open until the township or the county has answered it (E-94, P-13)."""

from datetime import timedelta

from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.afterwards import certified, disputed, listed, official_above, signed_on_paper
from tests.builders.browser import press
from tests.builders.elections import hands, posted
from villagegov import clock
from villagegov.elections import queries
from villagegov.elections.models import Dispute
from villagegov.elections.queries.disputes import answer_due, due_items
from villagegov.elections.vocabulary.handover import Party
from villagegov.extensions import db


def test_a_complaint_has_its_clock_and_only_officials_see_who_complained_e94_p13(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    official, clerk = client_of(app, official_above(who.unit)), client_of(app, who.first)
    base, today = f"/elections/{election.id}/disputes", clock.today()

    press(
        official, f"{base}/new", matter="result", complainant="黄某", claim="唱票不公开", received_on=today.isoformat()
    )
    seen_by_clerk = clerk.get(base).get_data(as_text=True)
    dispute = db.session.query(Dispute).one()

    assert answer_due(dispute).last == today + timedelta(days=30)
    assert "等答复" in seen_by_clerk
    assert "黄某" not in seen_by_clerk
    assert "唱票不公开" not in seen_by_clerk
    assert "有争议，处理中" in clerk.get(f"/elections/{election.id}").get_data(as_text=True)
    assert [one.endpoint for one in due_items([who.unit], today)] == ["elections.dispute"]


def test_silence_closes_nothing_and_nothing_is_put_away_before_the_answer_e94(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    dispute = disputed(election=election)
    certified(election=election)
    listed(election=election, actor=who.first)
    signed_on_paper(election=election, parties=tuple(Party))
    official, clerk = client_of(app, official_above(who.unit)), client_of(app, who.first)
    archive, today = f"/elections/{election.id}/archive/edit", clock.today()

    waiting = clerk.get(archive)
    long_after = due_items([who.unit], today + timedelta(days=400))
    typed = {"finding": "unfounded", "answer": "经查，唱票公开进行，有录像。", "answered_on": today.isoformat()}
    press(official, f"/disputes/{dispute.id}/answer", **typed)
    again = press(official, f"/disputes/{dispute.id}/answer", **typed)

    assert (waiting.status_code, len(long_after)) == (409, 1)
    assert again.status_code == 422
    assert queries.facts_of(election).disputes == 0
    assert clerk.get(archive).status_code == 200
