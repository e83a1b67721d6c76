"""Who may do what. One list of permissions with a sentence each, one map, one question; nowhere else."""

from villagegov.accounts.vocabulary import Role
from villagegov.vocabulary import Term, _l


class Permission(Term):
    """One thing a role may do within its division."""

    MANAGE_DIVISIONS = "manage_divisions", _l("导入区划名单")
    CORRECT_DIVISION = "correct_division", _l("更正区划的名称或类别")
    MANAGE_ACCOUNTS = "manage_accounts", _l("新建账号、授予和结束岗位、重设密码")
    KEEP_BACKUPS = "keep_backups", _l("备份、下载备份")
    READ_AUDIT = "read_audit", _l("查看全部操作记录")
    READ_HISTORY = "read_history", _l("查看一项记录由谁改过")
    SET_UP_ROUND = "set_up_round", _l("设置换届")
    SET_LAW = "set_law", _l("录入省里的选举规定")
    VIEW_ELECTION = "view_election", _l("查看选举")
    PREPARE_ELECTION = "prepare_election", _l("设置职数、候选人、投票站")
    APPROVE_SEATS = "approve_seats", _l("批准、退回职数，报备案")
    APPROVE_SHIFT = "approve_shift", _l("登记对提前或者延期换届的批准")
    OVERSEE_ELECTION = "oversee_election", _l("受理选举结果的备案，颁发当选证书，监督移交，处理选举投诉")
    VIEW_ROLL = "view_roll", _l("查看选民名单")
    KEEP_ROLL = "keep_roll", _l("导入、张贴、锁定选民名单")
    REPORT_TURNOUT = "report_turnout", _l("上报领票人数")
    ENTER_COUNT = "enter_count", _l("录入计票单")
    SETTLE_COUNT = "settle_count", _l("作为第三人裁定计票单上录入不同的地方")
    DECIDE = "decide", _l("按法律判定选举结果")
    POST_RESULT = "post_result", _l("张贴和更正选举结果公告")
    JUDGE_ELECTION = "judge_election", _l("宣布选举无效、当选无效，登记另选他人的资格联审结论")
    NOTE_IN_THE_FIELD = "note_in_the_field", _l("登记选举观察和重大事项")
    ANSWER_INCIDENT = "answer_incident", _l("答复选举的重大事项")
    KEEP_ARCHIVE = "keep_archive", _l("下载选举档案的存档本，含不公布的内容")
    VIEW_REMINDER = "view_reminder", _l("查看催办")
    SEND_REMINDER = "send_reminder", _l("发出和撤回催办")
    ANSWER_REMINDER = "answer_reminder", _l("答复催办")
    VIEW_BODIES = "view_bodies", _l("查看机构、成员和小组")
    KEEP_BODIES = "keep_bodies", _l("登记任职、近亲属、小组、户数和制度")
    CONFIRM_OFFICE = "confirm_office", _l("确认任职，完成接手")
    END_OFFICE = "end_office", _l("结束任职")
    VIEW_MEETINGS = "view_meetings", _l("查看会议记录")
    KEEP_MEETINGS = "keep_meetings", _l("登记会议、到会、表决")
    VIEW_POSTINGS = "view_postings", _l("查看公开事项的编制和审核")
    KEEP_POSTINGS = "keep_postings", _l("填写期初余额和公开事项，送审")
    REVIEW_POSTINGS = "review_postings", _l("审核公开事项")
    SETTLE_POSTINGS = "settle_postings", _l("复核期初余额，登记联席会议的决定")
    POST_DISCLOSURE = "post_disclosure", _l("签发公布")
    READ_BOARD = "read_board", _l("看公开栏上的样子：收付款的个人只留姓")
    SET_CATALOGUE = "set_catalogue", _l("编制和施行公开目录")
    NOTE_OCCASION = "note_occasion", _l("登记应当及时公开的事情和村（居）民要求公开的事项")
    KEEP_BOARD = "keep_board", _l("登记公告在公开栏的照片和取下的日期")
    VIEW_QUESTIONS = "view_questions", _l("查看村（居）民的询问和答复，看不到提问人")
    ANSWER_QUESTIONS = "answer_questions", _l("答复村（居）民的询问")
    KNOW_ASKER = "know_asker", _l("查看提问人，决定不公开询问的内容")
    ENTER_QUESTION = "enter_question", _l("登记来访、来电的询问")
    JUDGE_COMPLAINTS = "judge_complaints", _l("调查处理村（居）民对公开的反映，查看反映人")
    ASK_SIGNED_IN = "ask_signed_in", _l("用自己的账号提问")
    VIEW_CONSULTATIONS = "view_consultations", _l("查看协商议题")
    KEEP_CONSULTATIONS = "keep_consultations", _l("登记协商议题、通知、记录、结果和落实情况")
    LEAD_CONSULTATIONS = "lead_consultations", _l("受理协商议题，签发协商公告")
    NOTE_CONSULTATIONS = "note_consultations", _l("对协商登记监督意见")


_ELECTION_WORK = {
    Permission.READ_HISTORY,
    Permission.VIEW_ELECTION,
    Permission.PREPARE_ELECTION,
    Permission.VIEW_ROLL,
    Permission.KEEP_ROLL,
    Permission.REPORT_TURNOUT,
    Permission.ENTER_COUNT,
    Permission.SETTLE_COUNT,
    Permission.DECIDE,
    Permission.POST_RESULT,
    Permission.KEEP_ARCHIVE,
    Permission.NOTE_IN_THE_FIELD,
}

_REMINDED = {Permission.VIEW_REMINDER, Permission.ANSWER_REMINDER}
#: Which meetings each role may write is in bodies.rules.meetings.may_keep.
_MEETINGS = {Permission.VIEW_MEETINGS, Permission.KEEP_MEETINGS}
#: Officials see, confirm and end; only they end a supervisor's office (S-10).
_OFFICES = {Permission.VIEW_BODIES, Permission.CONFIRM_OFFICE, Permission.END_OFFICE}
_BODIES = _OFFICES | {Permission.KEEP_BODIES}
#: Clerk drafts, supervisors review, the chair posts (D-07); both see to the joint meeting.
_READING = {Permission.VIEW_POSTINGS, Permission.READ_BOARD}
#: Who asked is known to the supervisors and the level above, never to the committee (P-13).
_ANSWERING = {Permission.VIEW_QUESTIONS, Permission.ANSWER_QUESTIONS, Permission.ENTER_QUESTION}
_KNOWING = {Permission.VIEW_QUESTIONS, Permission.KNOW_ASKER}
_SETTLING = _READING | {Permission.SETTLE_POSTINGS}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset({Permission.MANAGE_DIVISIONS, Permission.MANAGE_ACCOUNTS, Permission.KEEP_BACKUPS}),
    Role.AUDITOR: frozenset({Permission.READ_AUDIT}),
    Role.OFFICIAL: frozenset(
        {
            Permission.CORRECT_DIVISION,
            Permission.MANAGE_ACCOUNTS,
            Permission.READ_HISTORY,
            Permission.SET_UP_ROUND,
            Permission.SET_LAW,
            Permission.SET_CATALOGUE,
            Permission.VIEW_ELECTION,
            Permission.APPROVE_SEATS,
            Permission.APPROVE_SHIFT,
            Permission.JUDGE_ELECTION,
            Permission.SETTLE_COUNT,
            Permission.OVERSEE_ELECTION,
            Permission.NOTE_IN_THE_FIELD,
            Permission.ANSWER_INCIDENT,
            Permission.VIEW_REMINDER,
            Permission.SEND_REMINDER,
            Permission.VIEW_MEETINGS,
            Permission.VIEW_POSTINGS,
            Permission.READ_BOARD,
            Permission.VIEW_CONSULTATIONS,
            Permission.JUDGE_COMPLAINTS,
        }
        | _OFFICES
        | _KNOWING
    ),
    Role.CHAIR: frozenset(
        {
            Permission.READ_HISTORY,
            Permission.VIEW_ELECTION,
            Permission.KEEP_BOARD,
            Permission.POST_DISCLOSURE,
            Permission.NOTE_OCCASION,
            Permission.VIEW_CONSULTATIONS,
            Permission.LEAD_CONSULTATIONS,
        }
        | _ANSWERING
        | _REMINDED
        | _MEETINGS
        | _BODIES
        | _SETTLING
    ),
    Role.CLERK: frozenset(
        _ELECTION_WORK
        | {Permission.KEEP_BOARD, Permission.KEEP_POSTINGS, Permission.NOTE_OCCASION}
        | {Permission.VIEW_CONSULTATIONS, Permission.KEEP_CONSULTATIONS}
        | _ANSWERING
        | _REMINDED
        | _MEETINGS
        | _BODIES
        | _SETTLING
    ),
    Role.SUPERVISOR: frozenset(
        {
            Permission.READ_HISTORY,
            Permission.VIEW_ELECTION,
            Permission.VIEW_BODIES,
            Permission.VIEW_POSTINGS,
            Permission.READ_BOARD,
            Permission.REVIEW_POSTINGS,
            Permission.NOTE_OCCASION,
            Permission.VIEW_CONSULTATIONS,
            Permission.NOTE_CONSULTATIONS,
            Permission.ENTER_QUESTION,
        }
        | _MEETINGS
        | _KNOWING
    ),
    Role.RESIDENT: frozenset({Permission.READ_BOARD, Permission.ASK_SIGNED_IN}),
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


#: Roles that sign in with a second factor where the installation asks for it.
WITH_SECOND_FACTOR = EXCLUSIVE | {Role.OFFICIAL, Role.CHAIR}


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


def needs_second_factor(roles: frozenset[Role]) -> bool:
    """Whether a password alone is not enough for one of `roles` (design, roles)."""
    return not roles.isdisjoint(WITH_SECOND_FACTOR)
