"""Who may open what: one line per route, written out by hand and never read from the code.

A new route needs one line in TABLE; when its address names an object, also a property of Scene that builds it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tests.builders.accounts import account
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import Hands, posted, round_of
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.elections.models import Poll, Round
from villagegov.elections.queries import newest_poll

ADMINISTRATOR, AUDITOR, OFFICIAL, CHAIR, CLERK, SUPERVISOR, RESIDENT, TELLER = Role
ALL = frozenset(Role)
#: Roles that may look at an election.
WATCHERS = (OFFICIAL, CHAIR, CLERK, SUPERVISOR, TELLER)
#: Roles on the root of the tree; for them no unit is another's.
OF_THE_WHOLE = frozenset({ADMINISTRATOR, AUDITOR})


class Door(Enum):
    """How a route is kept."""

    #: Open to everybody.
    PUBLIC = auto()
    #: Open to these roles wherever they hold.
    ANYWHERE = auto()
    #: Open to these roles on the object's own place; from another place it does not exist.
    PLACE = auto()


@dataclass(frozen=True)
class Row:
    """One route. `answer` is what GET gives to whoever is let in, `post` what a press without the form's key gives."""

    door: Door
    roles: frozenset[Role]
    address: Callable[["Scene"], str]
    answer: int = 200
    post: int = 400

    def status(self, role: Role | None, *, own: bool, method: str) -> int:
        """The answer to one identity: a role on its own or another unit; None is nobody."""
        let_in = self.answer if method == "GET" else self.post
        if self.door is Door.PUBLIC:
            return let_in
        if role is None:
            return 302
        if self.door is Door.PLACE and not own and role not in OF_THE_WHOLE:
            return 404
        return let_in if role in self.roles else 403


class Scene:
    """The places, and the objects that addresses name; all of them belong to `tree.village`."""

    def __init__(self) -> None:
        self.tree: Tree = division_tree()
        self.worker: Account = account(role=CLERK, division=self.tree.village, name="李秀兰")
        second = account(role=CLERK, division=self.tree.village, name="王芳")
        self.election, self.notice = posted(who=Hands(self.tree.village, self.worker, second))
        self.poll: Poll = newest_poll(self.election)
        self.own_round: Round = round_of(division=self.tree.village, actor=self.worker)


def public(address: str, **more: int) -> Row:
    """Open to everybody."""
    return Row(Door.PUBLIC, ALL, lambda _scene: address, **more)


def anywhere(*roles: Role, address: str, **more: int) -> Row:
    """Open to these roles wherever they hold; without roles, to whoever is signed in."""
    return Row(Door.ANYWHERE, frozenset(roles) or ALL, lambda _scene: address, **more)


def place(*roles: Role, at: Callable[[Scene], str], **more: int) -> Row:
    """Open to these roles on the object's own place."""
    return Row(Door.PLACE, frozenset(roles), at, **more)


#: An upload that somebody else sent, or nobody: it does not exist for anybody.
NOWHERE = {"answer": 404, "post": 404}
#: The roll of the scene is posted, so that its import is closed.
CLOSED = {"answer": 409, "post": 409}

TABLE: dict[str, Row] = {
    "web.language": public("/language/en", answer=302),
    "web.type_size": public("/type-size/large", answer=302),
    "web.styleguide": public("/styleguide"),
    "desk.home": public("/"),
    "law.rules": public("/rules"),
    "law.profile": public("/rules/V-2026"),
    "law.check": public("/check"),
    "api.decide": public("/api/v1/decide", post=415),
    "api.openapi": public("/api/v1/openapi.json"),
    "desk.start": anywhere(address="/desk"),
    "accounts.sign_in": public("/sign-in"),
    "accounts.sign_out": anywhere(address="/sign-out", post=303),
    "accounts.change_password": anywhere(address="/password"),
    "accounts.index": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts"),
    "accounts.create": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts/new"),
    "accounts.show": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}"),
    "accounts.grant": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/grants/new"),
    "accounts.end_grant": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/grants/{s.worker.grants[0].id}/end"),
    "accounts.reset": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/reset"),
    "accounts.disable": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/disable"),
    "desk.unit": public("/c/990101001201"),
    "elections.rounds": anywhere(OFFICIAL, address="/rounds"),
    "elections.new_round": anywhere(OFFICIAL, address="/rounds/new"),
    "elections.edit_round": place(OFFICIAL, at=lambda s: f"/rounds/{s.own_round.id}/edit"),
    "elections.index": anywhere(*WATCHERS, address="/elections"),
    "elections.create": anywhere(CLERK, address="/elections/new"),
    "elections.show": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}"),
    "elections.move_day": place(CLERK, at=lambda s: f"/elections/{s.election.id}/polling-day"),
    "elections.seats": place(CLERK, at=lambda s: f"/elections/{s.election.id}/seats"),
    "elections.candidates": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/candidates"),
    "elections.new_candidate": place(CLERK, at=lambda s: f"/elections/{s.election.id}/candidates/new"),
    "elections.remove_candidate": place(CLERK, at=lambda s: f"/candidates/{s.election.candidates[0].id}/remove"),
    "elections.post_candidates": place(CLERK, at=lambda s: f"/elections/{s.election.id}/candidates/post"),
    "elections.stations": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/stations"),
    "elections.new_station": place(CLERK, at=lambda s: f"/elections/{s.election.id}/stations/new"),
    "elections.edit_station": place(CLERK, at=lambda s: f"/stations/{s.election.stations[0].id}/edit"),
    "elections.remove_station": place(CLERK, at=lambda s: f"/stations/{s.election.stations[0].id}/remove"),
    "elections.roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll"),
    "elections.search_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/search"),
    "elections.export_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/export"),
    "elections.roll_template": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/template"),
    "elections.import_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/import", **CLOSED),
    "elections.post_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/post"),
    "elections.freeze_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/freeze"),
    "elections.roll_entry": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/1"),
    "elections.remove_roll_entry": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/1/remove"),
    "elections.preview_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/imports/1", **NOWHERE),
    "elections.roll_faults": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/imports/1/faults", **NOWHERE),
    "turnout.day": place(CLERK, TELLER, at=lambda s: f"/elections/{s.election.id}/day"),
    "turnout.report": place(CLERK, TELLER, at=lambda s: f"/stations/{s.election.stations[0].id}/figure"),
    "turnout.close": place(CLERK, TELLER, at=lambda s: f"/polls/{s.poll.id}/close"),
    "elections.sheets": place(CLERK, TELLER, at=lambda s: f"/elections/{s.election.id}/sheets"),
    "elections.sheet": place(CLERK, TELLER, at=lambda s: f"/sheets/{s.poll.sheets[0].id}"),
    "elections.enter_count": place(CLERK, TELLER, at=lambda s: f"/sheets/{s.poll.sheets[0].id}/entry"),
    "elections.verdict": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/verdict"),
    "elections.decide": place(CLERK, at=lambda s: f"/elections/{s.election.id}/verdict/decide"),
    "elections.post_result": place(CLERK, at=lambda s: f"/elections/{s.election.id}/result"),
    "elections.correct_result": place(CLERK, at=lambda s: f"/elections/{s.election.id}/result/correct"),
    "elections.public_result": public("/c/990101001201/elections/1"),
    "elections.public_version": public("/c/990101001201/elections/1/versions/1"),
    "elections.public_pdf": public("/c/990101001201/elections/1/versions/1/notice.pdf"),
    "elections.public_canonical": public("/c/990101001201/elections/1/versions/1/notice.txt"),
    "audit.index": anywhere(AUDITOR, address="/audit"),
    "divisions.index": anywhere(address="/divisions"),
    "divisions.show": anywhere(address="/divisions/1"),
    "divisions.odd": anywhere(address="/divisions/odd"),
    "divisions.import_list": anywhere(ADMINISTRATOR, address="/divisions/import"),
    "divisions.preview": anywhere(ADMINISTRATOR, address="/divisions/imports/1", **NOWHERE),
    "divisions.faults": anywhere(ADMINISTRATOR, address="/divisions/imports/1/faults.csv", **NOWHERE),
    "divisions.correct": place(OFFICIAL, at=lambda s: f"/divisions/{s.tree.village.id}/correct"),
}
