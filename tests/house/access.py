"""Who may open what: one line per route, written out by hand and never read from the code.

A new route needs one line in TABLE; when its address names an object, also a property of Scene that builds it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tests.builders.accounts import account
from tests.builders.divisions import Tree, division_tree
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role

ADMINISTRATOR, AUDITOR, OFFICIAL, CHAIR, CLERK, SUPERVISOR, RESIDENT, TELLER = Role
ALL = frozenset(Role)
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


def public(address: str, **more: int) -> Row:
    """Open to everybody."""
    return Row(Door.PUBLIC, ALL, lambda _scene: address, **more)


def anywhere(*roles: Role, address: str, **more: int) -> Row:
    """Open to these roles wherever they hold; without roles, to whoever is signed in."""
    return Row(Door.ANYWHERE, frozenset(roles) or ALL, lambda _scene: address, **more)


def place(*roles: Role, at: Callable[[Scene], str], **more: int) -> Row:
    """Open to these roles on the object's own place."""
    return Row(Door.PLACE, frozenset(roles), at, **more)


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
    "audit.index": anywhere(AUDITOR, address="/audit"),
    "divisions.index": anywhere(address="/divisions"),
    "divisions.show": anywhere(address="/divisions/1"),
    "divisions.correct": place(OFFICIAL, at=lambda s: f"/divisions/{s.tree.village.id}/correct"),
}
