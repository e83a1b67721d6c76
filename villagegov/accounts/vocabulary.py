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
    SUPERVISOR = "supervisor", _l("村（居）务监督委员会成员")
    RESIDENT = "resident", _l("村（居）民")
    TELLER = "teller", _l("计票人")


class AccountTag(Term):
    """What can be done with an account."""

    CREATED = "account:entry:created", _l("新建了账号")
    GRANTED = "account:grant:given", _l("授予了岗位")
    GRANT_ENDED = "account:grant:ended", _l("结束了岗位")
    PASSWORD_CHANGED = "account:password:changed", _l("修改了密码")
    PASSWORD_RESET = "account:password:reset", _l("重设了密码")
    UNLOCKED = "account:lock:lifted", _l("解除了登录等候")
    DISABLED = "account:entry:disabled", _l("停用了账号")
    ENABLED = "account:entry:enabled", _l("恢复了账号")
    SIGNED_IN = "account:session:started", _l("登录")
    SIGNED_OUT = "account:session:ended", _l("退出登录")
    SLIPS_PRINTED = "account:slips:printed", _l("按名单开了账号，印了密码单")
    STATION_CLOSED = "account:station:closed", _l("投票站关闭，计票人恢复一般登录时限")
    SECOND_SET = "account:second:set", _l("设了动态码")
    SECOND_DROPPED = "account:second:dropped", _l("取消了自己的动态码")
    SECOND_RESET = "account:second:reset", _l("取消了别人的动态码")
    RECOVERY_USED = "account:recovery:used", _l("用了一个备用码")
    RECOVERY_RENEWED = "account:recovery:renewed", _l("换了十个新的备用码")
    HANDED_OVER = "account:work:handed", _l("交接了工作")
    HANDOVER_SEEN = "account:work:taken", _l("看过交接的工作")
    ALERT_FAILURES = "alert:failures", _l("提醒：同一来源登录失败次数多")
    ALERT_LOCKOUTS = "alert:lockouts", _l("提醒：许多登录名同时被锁")
    ALERT_SPRAY = "alert:spray", _l("提醒：全系统登录失败次数异常，已放慢")
    ALERT_ADMINISTRATOR = "alert:administrator", _l("提醒：新增了系统管理员")
    REFUSED = "account:access:refused", _l("试图做没有权限的事，已拒绝")


class AccountDetail(Term):
    """What an entry about an account tells."""

    SIGN_IN_NAME = "sign_in_name", _l("登录名")
    NAME = "name", _l("姓名")
    ACCOUNT = "account", _l("所办账号")
    ROLE = "role", _l("岗位")
    DIVISION = "division", _l("地方")
    UNTIL = "until", _l("到哪一天为止")
    FAILURES = "failures", _l("失败次数")
    READER = "reader", _l("来源地址")
    NAMES = "names", _l("登录名个数")
    FIRST = "first", _l("第一个登录名")
    LAST = "last", _l("最后一个登录名")
    FROM = "from", _l("交出人")
    TO = "to", _l("接手人")
    THINGS = "things", _l("没办完的事")
    PERMISSION = "permission", _l("要做的事")
    ADDRESS = "address", _l("网址")


class AccountReason(Reason):
    """Why an act on an account is refused."""

    EXPIRED = "expired", _l("这个一次性密码已作废（过了 14 天，或者用过以后没有换成自己的）。请上一级重新打印密码单。")
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
    OTHER_STATION = "other_station", _l("您是别的投票站的计票人，这一站请由本站的计票人或录入员办理。")
    STATION_NEEDED = "station_needed", _l("请选择投票站。")
    CODE_WRONG = "code_wrong", _l("动态码或备用码不对。请看手机上现在的 6 位数字，或者换一个没用过的备用码。")
    CODE_SEEN = "code_seen", _l("这个动态码已经用过。请等手机上换成新的数字再输入。")
    CODE_LOCKED = "code_locked", _l("动态码错误次数过多，请 15 分钟后再试。")
    CARD_LOCKED = "card_locked", _l("输错的次数过多，请 15 分钟后再试，或者带选民证到村（居）委会查。")
    RECEIPT_LOCKED = "receipt_locked", _l("输错的次数过多，请 15 分钟后再试，或者到村（居）委会、乡镇（街道）问。")
    WRITTEN_MUCH = "written_much", _l("这里一小时内已经提交了 5 件，请过一小时再提，或者打办公电话。")
    CODE_LATE = "code_late", _l("等候时间过长，请重新输入登录名和密码。")
    SECOND_SET = "second_set", _l("您已经设了动态码。要换手机，请先取消原来的。")
    NOT_HELD = "not_held", _l("这个账号现在不用等候，可以直接登录。")
    SECOND_NOT_SET = "second_not_set", _l("这个账号没有设动态码，不用再办。")
    NOT_CLERK = "not_clerk", _l("接手的人不是这里的录入员，请重新选择。")
    NOTHING_GIVEN = "slips_nothing", _l("请粘贴名单，或者选择一个表格文件。")
    TWO_GIVEN = "slips_two", _l("粘贴的名单和文件只要一样，请去掉其中一样。")
    NONE_CHOSEN = "slips_none", _l("请至少选一个人。")
    SLIPS_CHANGED = "slips_changed", _l("预览以后，有人先建了其中的账号，没有写入任何数据。请重新预览。")
    FAULTY = "slips_faulty", _l("名单有 %(count)s 处要改，没有写入任何数据。")
    ROLE_WORD = "slip_role", _l("岗位只能写：主任、录入员、监督委员、村民（居民）、计票人。")
    CODE_WORD = "slip_code", _l("地方代码是村（社区）的 12 位数字，在“区划”里可以查到。")
    CODE_UNKNOWN = "slip_unknown", _l("辖区内没有这个代码的村（社区），请核对。")
    DAY_WORD = "slip_day", _l("截止日期写成 2026-03-21 这样，不早于今天；没有期限就空着。")
    LINE_TWICE = "slip_twice", _l("与第 %(other)s 行是同一个人。一个人只写一行，其余岗位建好账号后再授予。")
    HAS_ACCOUNT = "slip_known", _l("这个身份证号已有账号。请在“账号”里授予岗位；查不到时请上级办理。")
