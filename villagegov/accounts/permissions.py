"""Who may do what. One list of permissions with a sentence each, one map, one question; nowhere else."""

from villagegov.accounts.vocabulary import Role
from villagegov.vocabulary import Term, _l


class Permission(Term):
    """One thing a role may do within its division."""

    MANAGE_DIVISIONS = "manage_divisions", _l("导入区划名单")
    CORRECT_DIVISION = "correct_division", _l("更正区划的名称或类别")
    MANAGE_ACCOUNTS = "manage_accounts", _l("新建账号、授予和结束岗位、重设密码")
    READ_AUDIT = "read_audit", _l("查看全部操作记录")
    READ_HISTORY = "read_history", _l("查看一项记录由谁改过")
    SET_UP_ROUND = "set_up_round", _l("设置换届")
    VIEW_ELECTION = "view_election", _l("查看选举")
    PREPARE_ELECTION = "prepare_election", _l("设置职数、候选人、投票站")
    VIEW_ROLL = "view_roll", _l("查看选民名单")
    KEEP_ROLL = "keep_roll", _l("导入、张贴、锁定选民名单")
    REPORT_TURNOUT = "report_turnout", _l("上报领票人数")
    ENTER_COUNT = "enter_count", _l("录入计票单")
    DECIDE = "decide", _l("按法律判定选举结果")
    POST_RESULT = "post_result", _l("张贴和更正选举结果公告")


_ELECTION_WORK = {
    Permission.READ_HISTORY,
    Permission.VIEW_ELECTION,
    Permission.PREPARE_ELECTION,
    Permission.VIEW_ROLL,
    Permission.KEEP_ROLL,
    Permission.REPORT_TURNOUT,
    Permission.ENTER_COUNT,
    Permission.DECIDE,
    Permission.POST_RESULT,
}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset({Permission.MANAGE_DIVISIONS, Permission.MANAGE_ACCOUNTS}),
    Role.AUDITOR: frozenset({Permission.READ_AUDIT}),
    Role.OFFICIAL: frozenset(
        {
            Permission.CORRECT_DIVISION,
            Permission.MANAGE_ACCOUNTS,
            Permission.READ_HISTORY,
            Permission.SET_UP_ROUND,
            Permission.VIEW_ELECTION,
        }
    ),
    Role.CHAIR: frozenset({Permission.READ_HISTORY, Permission.VIEW_ELECTION}),
    Role.CLERK: frozenset(_ELECTION_WORK),
    Role.SUPERVISOR: frozenset({Permission.READ_HISTORY, Permission.VIEW_ELECTION}),
    Role.RESIDENT: frozenset(),
    Role.TELLER: frozenset({Permission.VIEW_ELECTION, Permission.REPORT_TURNOUT, Permission.ENTER_COUNT}),
}

#: Roles an account may give, by its own role; officials give only within their area.
GIVES: dict[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: frozenset({Role.ADMINISTRATOR, Role.AUDITOR, Role.OFFICIAL}),
    Role.OFFICIAL: frozenset({Role.OFFICIAL, Role.CHAIR, Role.CLERK, Role.SUPERVISOR, Role.RESIDENT, Role.TELLER}),
}

#: Roles that hold alone: no other role beside them, in any account of the same person.
EXCLUSIVE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
#: Roles that act for one unit and are given there only.
OF_A_UNIT = frozenset({Role.CHAIR, Role.CLERK, Role.SUPERVISOR, Role.RESIDENT, Role.TELLER})


#: Roles that act for the whole installation, on the root of the tree.
OF_THE_WHOLE = EXCLUSIVE


def allows(role: Role, permission: Permission) -> bool:
    """Whether `role` may do `permission` within its division."""
    return permission in PERMISSIONS[role]


def may_give(giver: Role, role: Role) -> bool:
    """Whether an account with `giver` may grant `role`."""
    return role in GIVES.get(giver, frozenset())


def excluded_beside(role: Role, others: frozenset[Role]) -> bool:
    """Whether `role` cannot stand beside `others` in one person (reliability A10)."""
    exclusive = {one for one in {role, *others} if one in EXCLUSIVE}
    return bool(exclusive) and len({role, *others}) > 1
