"""Words of sign-in, roles and grants."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Role(Term):
    """What a grant makes of an account within a division."""

    ADMINISTRATOR = "administrator", _l("系统管理员")
    AUDITOR = "auditor", _l("审计员")
    OFFICIAL = "official", _l("上级工作人员")
    CHAIR = "chair", _l("主任")
    CLERK = "clerk", _l("录入员")
    SUPERVISOR = "supervisor", _l("村务监督委员会成员")
    RESIDENT = "resident", _l("村（居）民")
    TELLER = "teller", _l("计票人")


class AccountTag(Term):
    """What can be done with an account."""

    CREATED = "account:entry:created", _l("新建了账号")
    GRANTED = "account:grant:given", _l("授予了岗位")
    GRANT_ENDED = "account:grant:ended", _l("结束了岗位")
    PASSWORD_CHANGED = "account:password:changed", _l("修改了密码")
    PASSWORD_RESET = "account:password:reset", _l("重设了密码")
    DISABLED = "account:entry:disabled", _l("停用了账号")
    ENABLED = "account:entry:enabled", _l("恢复了账号")
    SIGNED_IN = "account:session:started", _l("登录")
    SIGNED_OUT = "account:session:ended", _l("退出登录")
    REFUSED = "account:access:refused", _l("试图做没有权限的事，已拒绝")


class AccountDetail(Term):
    """What an entry about an account tells."""

    SIGN_IN_NAME = "sign_in_name", _l("登录名")
    NAME = "name", _l("姓名")
    ACCOUNT = "account", _l("所办账号")
    ROLE = "role", _l("岗位")
    DIVISION = "division", _l("地方")
    UNTIL = "until", _l("到哪一天为止")
    PERMISSION = "permission", _l("要做的事")
    ADDRESS = "address", _l("网址")


class AccountReason(Reason):
    """Why an act on an account is refused."""

    EXPIRED = "expired", _l("这个一次性密码已过了 14 天。请上一级重新打印密码单。")
    CLOSED = "closed", _l("这个账号已停用。请联系上一级。")
    WRONG = "wrong", _l("登录名或密码不对，请重新输入。")
    LOCKED = "locked", _l("密码错误次数过多，请 15 分钟后再试。")
    NAME_TAKEN = "name_taken", _l("这个登录名已有人使用，请换一个。")
    PASSWORD_SHORT = "password_short", _l("密码至少 12 个字符，请加长。")
    PASSWORD_COMMON = "password_common", _l("这个密码太容易被猜到，请换一个，不要用村名、代码、登录名或常见密码。")
    PASSWORD_SAME = "password_same", _l("新密码不能与原密码相同，请换一个。")
    PASSWORDS_DIFFER = "passwords_differ", _l("两次输入的新密码不一致，请重新输入。")
    PASSWORD_WRONG = "password_wrong", _l("原密码不对，请重新输入。")
    EXCLUSIVE = "exclusive", _l("系统管理员和审计员不能兼任其他岗位。请另选人员。")
    OUT_OF_AREA = "out_of_area", _l("只能在自己的辖区内授予岗位，请选择辖区内的地方。")
    NOT_YOURS_TO_GIVE = "not_yours_to_give", _l("您的岗位不能授予“%(role)s”，请由上级办理。")
    WRONG_LEVEL = "wrong_level", _l("“%(role)s”只能授予到村（社区）一级，请选择具体的村（社区）。")
    AREA_ONLY = "area_only", _l("“%(role)s”只能授予到乡镇（街道）以上，请选择乡镇、县、市或省。")
    WHOLE_ONLY = "whole_only", _l("“%(role)s”管整个系统，请不要填地方的代码。")
    PLACE_NEEDED = "place_needed", _l("请填写地方的代码。")
    ALREADY_HELD = "already_held", _l("这个账号在这里已经是“%(role)s”，不用再授予。")
    DAY_PAST = "day_past", _l("这一天已经过去，请填今天或以后的日期。")
    YOURSELF = "yourself", _l("不能对自己的账号做这一步，请由上级办理。")
    ALREADY_ENDED = "already_ended", _l("这个岗位已经结束，不用再办。")
