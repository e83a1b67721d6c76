"""Two acts on one list at the same moment: one after the other, never half of each (C2, C6, C10)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import form_on
from tests.builders.elections import hands, ready, with_candidates
from villagegov.elections import queries
from villagegov.elections.models import Candidate, Election, Station
from villagegov.extensions import db


@pytest.mark.parametrize("_round", range(4))
def test_a_list_posted_while_a_name_is_taken_off_is_whole(app: Flask, _round: int) -> None:
    who = hands()
    election = with_candidates(who=who)
    posting, removing = client_of(app, who.first), client_of(app, who.second)
    post, remove = f"/elections/{election.id}/candidates/post", f"/candidates/{election.candidates[0].id}/remove"
    forms = form_on(posting.get(post)), form_on(removing.get(remove))
    forms[0]["posted_on"] = f"{election.polling_day - timedelta(days=10)}"

    with ThreadPoolExecutor(2) as pool:
        presses = pool.submit(posting.post, post, data=forms[0]), pool.submit(removing.post, remove, data=forms[1])
        statuses = [press.result().status_code for press in presses]

    db.session.rollback()
    posted = db.session.get_one(Election, election.id).candidates_posted_on is not None
    assert sorted(statuses) == [303, 422]
    assert db.session.query(Candidate).count() == (8 if posted else 7)


@pytest.mark.parametrize("_round", range(4))
def test_no_station_is_taken_off_while_voting_begins(app: Flask, _round: int) -> None:
    who = hands()
    election = ready(who=who)
    opening, removing = client_of(app, who.first), client_of(app, who.second)
    begin, remove = f"/elections/{election.id}/day", f"/stations/{election.stations[1].id}/remove"
    forms = form_on(opening.get(begin)), form_on(removing.get(remove))

    with ThreadPoolExecutor(2) as pool:
        presses = pool.submit(opening.post, begin, data=forms[0]), pool.submit(removing.post, remove, data=forms[1])
        statuses = [press.result().status_code for press in presses]

    db.session.rollback()
    assert statuses[0] == 303
    assert statuses[1] in {303, 422}
    assert queries.newest_poll(election) is not None
    assert db.session.query(Station).count() == (1 if statuses[1] == 303 else 2)
