"""The forms of rulebook 7.1 as data: columns once, for screen, paper, posting and blank alike. Papers are Chinese only.

Places filled at reading: %(committee)s %(body)s %(voters)s %(round)s %(day)s %(unit)s %(township)s %(act)s, and what
the records of one form give. A column marked `secret` (†) is never in a public paper.
"""

from dataclasses import dataclass

from villagegov.elections.vocabulary.printed import PaperCode as P
from villagegov.elections.vocabulary.printed import Reach, Signer


@dataclass(frozen=True)
class Column:
    """One column, or one labelled box: its share of the width, and whether it is kept from the public (†)."""

    label: str
    width: int = 3
    secret: bool = False
    right: bool = False
    #: A box over the whole width, high enough for several lines.
    tall: bool = False


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One table; repeated post by post where `by_post`. `lines` fill the first column of a blank."""

    columns: tuple[Column, ...]
    by_post: bool = False
    title: str = ""
    rows: int = 14
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form: what it says above and below its tables, its boxes, who signs by hand and who seals."""

    code: P
    number: str = ""
    title: str
    reach: Reach = Reach.WORK
    signer: Signer = Signer.ELECTION_COMMITTEE
    text: str = ""
    boxes: tuple[Column, ...] = ()
    grids: tuple[Grid, ...] = ()
    after: str = ""
    hands: tuple[str, ...] = ()
    #: Labels of the boxes that are repeated on the part that is cut off and kept.
    stub: tuple[str, ...] = ()
    landscape: bool = False

    @property
    def is_notice(self) -> bool:
        """Whether it is posted."""
        return self.reach is not Reach.WORK


def _c(*labels: str) -> tuple[Column, ...]:
    """Columns as "label*width"; † behind the label of a secret one, > before a figure, ^ before a tall box."""
    return tuple(_column(one) for one in labels)


def _column(written: str) -> Column:
    label, _star, width = written.partition("*")
    return Column(label.strip("†>^"), int(width or 3), "†" in label, label.startswith(">"), label.startswith("^"))


_PERSON = ("姓名*4", "性别*2", "出生年*2", "文化程度*3", "政治面貌*3")
_REPORT_BOXES = _c(
    "登记参加选举（人）",
    "其中男、女（人）",
    "发出选票（张）",
    "收回选票（张）",
    "参选率",
    "选举是否有效",
    "委托投票（张）",
    "流动票箱投票（张）",
    "代写（人）",
    "投票站（个）",
    "流动票箱（个）",
    "当选人数",
    "当选妇女（人）",
    "当选党员（人）",
    "新当选、连任（人）",
    "近亲属回避",
    "尚未选出",
)
_REPORT_GRID = Grid(columns=_c("姓名*5", ">得票*2", "是否过半数*3", "是否当选*4"), by_post=True, rows=4)
_REPORT_HANDS = ("总监票人", "选举委员会主任", "报告时间")

_ALL = (
    Form(
        code=P.F01,
        number="第1号",
        title="%(committee)s换届选举日公告",
        reach=Reach.OPEN,
        signer=Signer.TOWNSHIP,
        text="依照%(act)s，%(round)s已经开始。经研究决定，%(committee)s换届选举工作自%(start)s起进行，"
        "选举日定为%(day)s。\n请全体%(voters)s按照选举委员会的公告，依法参加选举登记、提名和投票。",
    ),
    Form(
        code=P.F02,
        number="第2号",
        title="%(body)s名单公告",
        reach=Reach.OPEN,
        signer=Signer.OLD_COMMITTEE,
        text="经%(chosen_by)s推选，%(body)s由下列人员组成，主持本届%(committee)s换届选举工作，现予公告。",
        grids=(Grid(columns=_c("职务*4", "姓名*5", ">得票*2"), rows=9),),
    ),
    Form(
        code=P.F03,
        number="第2-1号",
        title="%(body)s成员退出和递补公告",
        reach=Reach.OPEN,
        text="%(body)s成员有变动：被提名为候选人的，或者近亲属被提名的，应当退出；缺额按照原推选得票多少依次递补。"
        "现予公告。",
        grids=(Grid(columns=_c("退出人*4", "理由*5", "退出日期*4", "递补人*4", ">递补人原得票*3"), rows=6),),
    ),
    Form(
        code=P.F04,
        number="第3号",
        title="%(committee)s换届选举选民登记公告",
        reach=Reach.OPEN,
        text="%(committee)s换届选举日是%(day)s。年满十八周岁、没有被剥夺政治权利的%(voters)s，请参加选民登记。年满十八周岁，"
        "以选举日为准。\n一、登记时间：%(from)s至%(until)s，每天＿＿时至＿＿时。\n二、登记地点：＿＿＿＿＿＿。\n三、请携带居民身份证、户口簿。"
        "户籍不在本地、申请登记的，还请携带户籍所在地没有登记参加选举的证明。\n四、外出的，可以委托家人代为登记，或者打电话登记。",
    ),
    Form(
        code=P.F05,
        title="%(committee)s换届选举选民登记册",
        landscape=True,
        signer=Signer.NOBODY,
        text="选举日：%(day)s。本册供登记使用，不得张贴、复制。",
        grids=(
            Grid(
                columns=_c(
                    ">编号*2",
                    "小组*3",
                    "户号*2",
                    "姓名*4",
                    "性别*2",
                    "出生日期†*4",
                    "身份证号†*6",
                    "电话†*4",
                    "类别*2",
                    "户籍地*3",
                    "居住地*3",
                    "表示参加日期*3",
                    "会议同意*3",
                    "未在原籍登记证明*3",
                    "流动票箱*2",
                    "委托*2",
                    "选民证号*2",
                    "签名†*3",
                ),
                rows=16,
            ),
        ),
        hands=("登记人", "复核人", "日期"),
    ),
    Form(
        code=P.F06,
        number="第4号",
        title="%(committee)s换届选举选民名单公告",
        reach=Reach.BOARD,
        text="%(committee)s换届选举选民名单共%(count)s人，现予公布。选举日是%(day)s。对名单有不同意见的，"
        "应当自公布之日起%(objection_days)s日内向%(body)s提出。",
        grids=(Grid(columns=_c("小组*3", ">编号*2", "姓名*5", "性别*2", "同名的出生年*4"), rows=22),),
        after="%(fingerprint)s",
    ),
    Form(
        code=P.F07,
        title="%(committee)s换届选举选民登记情况统计表",
        landscape=True,
        text="选举日：%(day)s",
        grids=(
            Grid(
                columns=_c(
                    "小组*4",
                    ">登记人数*3",
                    ">男*2",
                    ">女*2",
                    ">党员*2",
                    ">少数民族*2",
                    ">第一类*2",
                    ">第二类*2",
                    ">第三类*2",
                    ">新满18周岁*2",
                    ">迁入*2",
                    ">婚嫁收养迁入*2",
                    ">恢复政治权利*2",
                    ">迁出*2",
                    ">婚嫁迁出*2",
                    ">死亡*2",
                    ">剥夺政治权利*2",
                ),
                rows=12,
            ),
        ),
        hands=("填表人", "选举委员会主任", "日期"),
    ),
    Form(
        code=P.F08,
        title="选民名单异议申诉表",
        boxes=_c(
            "第几号",
            "申诉人†",
            "申诉的是谁",
            "要求",
            "提出日期",
            "^申诉内容",
            "处理决定",
            "^理由",
            "决定日期",
            "公布日期",
        ),
        text="%(committee)s换届选举，选举日%(day)s。申诉人姓名不公布。",
        hands=("申诉人（签名）", "受理人"),
        stub=("第几号", "申诉的是谁", "处理决定", "理由", "决定日期"),
    ),
    Form(
        code=P.F09,
        number="第4-1号",
        title="%(committee)s换届选举选民名单补充公告",
        reach=Reach.BOARD,
        text="对第4号公告公布的选民名单补充、更正如下：更改前%(before)s人，更改后%(count)s人。选举日是%(day)s。",
        grids=(Grid(columns=_c("更改*3", ">编号*2", "小组*3", "姓名*6", "性别*2"), rows=12),),
        after="%(fingerprint)s",
    ),
    Form(
        code=P.F10,
        title="选民证",
        boxes=_c("选民证号", "姓名", "小组", "选举日", "投票地点"),
        text="%(committee)s换届选举。凭本证领取选票，请妥善保管，不得转让。",
        stub=("选民证号", "姓名"),
        hands=("领证人（签名）",),
    ),
    Form(
        code=P.F11,
        title="%(committee)s成员候选人提名表",
        signer=Signer.NOBODY,
        boxes=_c("提名的职务", "被提名人", "选民证号", "提名方式", "提名人数", "提名日期"),
        text="被提名人应当遵守法律、品行良好、公道正派、热心公益、具有一定的文化水平和工作能力。选举日：%(day)s。",
        grids=(Grid(columns=_c("提名人*5", ">选民证号*3", "签名†*5"), rows=10),),
        after="被提名人意见：□同意　□不同意作为候选人。同意公布本人的照片和简历：□是　□否。",
        hands=("被提名人（签名）", "日期"),
    ),
    Form(
        code=P.F12,
        number="第8号",
        title="%(committee)s成员初步候选人公告",
        reach=Reach.OPEN,
        text="%(committee)s成员初步候选人，按照得到的提名多少排列，现予公布。初步候选人经资格审查以后，确定正式候选人。",
        grids=(Grid(columns=_c(*_PERSON, "现任职务*4", ">提名人数*2"), by_post=True, rows=6),),
    ),
    Form(
        code=P.F13,
        title="%(committee)s成员候选人资格审查表",
        boxes=_c("姓名", "性别", "出生年", "身份证号†", "提名的职务", "近亲属申报"),
        text="选举日：%(day)s。除“通过”“不通过”以外，审查情况不公布。",
        grids=(
            Grid(
                columns=_c("审查部门*4", "结果*3", "经办人*3", "日期*4", "部门盖章*4"),
                rows=11,
                lines=("民政", "纪检监察", "公安"),
            ),
        ),
        hands=("选举委员会主任", "日期"),
    ),
    Form(
        code=P.F14,
        number="第9号",
        title="%(committee)s成员正式候选人公告",
        reach=Reach.OPEN,
        text="经依法提名和资格审查，确定下列人员为%(committee)s成员正式候选人，现予公布。选举日是%(day)s。",
        grids=(Grid(columns=_c(">顺序*2", *_PERSON, "简历*6"), by_post=True, rows=6),),
    ),
    Form(
        code=P.F15,
        number="第10号",
        title="%(committee)s换届选举投票时间地点公告",
        reach=Reach.OPEN,
        text="投票日：%(day)s。请选民凭选民证到下列地点投票。投票结束后当场公开计票，公布结果。\n计票地点和时间：＿＿＿＿＿＿。",
        grids=(Grid(columns=_c("名称*4", "类型*3", "地点、路线*7", "投票时间*4"), rows=8),),
    ),
    Form(
        code=P.F16,
        number="第11号",
        title="%(committee)s换届选举工作人员名单公告",
        reach=Reach.OPEN,
        text="下列人员担任投票日的选举工作人员。候选人和候选人的近亲属不得担任。",
        grids=(
            Grid(
                columns=_c("职责*4", "姓名*5", "投票站*5", "近亲属核查*4"),
                rows=14,
                lines=("总监票人", "监票人", "计票人", "唱票人", "发票人", "代写人"),
            ),
        ),
    ),
    Form(
        code=P.F17,
        number="第12号",
        title="%(committee)s换届选举流动票箱投票人员名单公告",
        reach=Reach.BOARD,
        text="下列选民符合使用流动票箱投票的条件，由流动票箱上门接受投票。不在名单上的，请到投票站投票。",
        grids=(Grid(columns=_c("票箱*4", "姓名*5", "小组*4"), rows=20),),
    ),
    Form(
        code=P.F18,
        title="委托投票证",
        boxes=_c("编号", "委托人", "受委托人", "关系", "理由", "选举", "书面委托日期"),
        text="本人不能到场投票，委托上述受委托人按本人的意愿代为投票。受委托人不得再委托他人。",
        hands=("委托人签名（按手印）", "受委托人签名", "审核人", "领取日期"),
        stub=("编号", "委托人", "受委托人", "选举"),
    ),
    Form(
        code=P.F19,
        number="第13号",
        title="%(committee)s换届选举委托投票名单公告",
        reach=Reach.BOARD,
        text="%(committee)s换届选举定于%(day)s举行。下列选民书面委托他人代为投票，现予公布。没有公布的委托无效；"
        "受委托人不得再委托他人，最多接受%(cap)s人委托。",
        grids=(Grid(columns=_c("受委托人*4", "委托人*9"), rows=16),),
    ),
    Form(
        code=P.F20,
        number="第14号",
        title="%(committee)s换届选举代写人员名单公告",
        reach=Reach.BOARD,
        text="文盲或者因残疾不能填写选票的选民，可以请人代写。下列代写已经登记，代写人应当按照选民的意愿填写，不得泄露。",
        grids=(Grid(columns=_c("请人代写的选民*5", "代写人*5"), rows=16),),
    ),
    Form(
        code=P.F21,
        number="第15号",
        title="%(committee)s换届选举无效票认定规则公告",
        reach=Reach.OPEN,
        text="一、每一职务所选的人数等于或者少于应选人数的有效，多于应选人数的，该职务的选票无效。\n二、同一张选票上，把同一人选为两个职务的，这两个职务的选票无效。\n"
        "三、字迹不能辨认的部分，由%(body)s认定；可以辨认的部分有效。\n四、不使用本次选举统一印制、盖章的选票的，无效。\n"
        "五、对某一职务没有选任何人的，该职务计为弃权，不是无效票。\n六、有效票、无效票、弃权票之和应当等于收回的选票数。"
        "无效票和弃权票计入参加投票的人数。",
    ),
    Form(
        code=P.F22,
        title="%(committee)s换届选举选票",
        text="投票日：%(day)s　　同意的在“赞成”栏画“○”，不同意的在“反对”栏画“×”，弃权的在“弃权”栏画“△”；"
        "另选他人的，在空行写上姓名，并在“赞成”栏画“○”。每一职务赞成的人数不得多于应选人数，多选的该职务无效。",
        grids=(Grid(columns=_c("候选人*6", "赞成*2", "反对*2", "弃权*2"), by_post=True, rows=5),),
    ),
    Form(
        code=P.F23,
        title="%(committee)s换届选举选票领发和回收登记表",
        landscape=True,
        text="投票日：%(day)s。印制＝发出＋销毁＋样票；收回不得多于发出。",
        grids=(
            Grid(
                columns=_c(
                    "投票站、票箱*5",
                    ">印制*2",
                    ">领到*2",
                    ">本人领票*2",
                    ">委托领票*2",
                    ">发出合计*2",
                    ">剩余销毁*2",
                    ">样票*2",
                    ">收回*2",
                    "开箱人*3",
                    "时间*3",
                ),
                rows=9,
            ),
        ),
        hands=("总监票人", "监票人", "发票人"),
    ),
    Form(
        code=P.F24,
        title="%(committee)s换届选举唱票计票单",
        boxes=_c("投票站", "收回选票（张）"),
        text="投票日：%(day)s。唱一票，在姓名后画一笔，五票画成一个“正”字。",
        grids=(Grid(columns=_c("姓名*4", "划记（正）*12", ">合计*2"), by_post=True, rows=6),),
        hands=("唱票人", "计票人", "监票人", "时间"),
    ),
    Form(
        code=P.F25,
        title="%(committee)s选举结果报告单",
        text="%(round)s　　投票日：%(day)s",
        boxes=_REPORT_BOXES,
        grids=(_REPORT_GRID,),
        hands=_REPORT_HANDS,
    ),
    Form(
        code=P.F26,
        title="%(committee)s另行选举（再次投票、重新选举）报告单",
        text="%(round)s　　投票日：%(held_on)s　　名单同首次投票，不另行登记。",
        boxes=_c("投票类别", "应补选名额", "当选票数的要求", "名单增减（四增四减）") + _REPORT_BOXES,
        grids=(_REPORT_GRID,),
        hands=_REPORT_HANDS,
    ),
    Form(
        code=P.F27,
        number="第16号",
        title="%(committee)s选举结果公告",
        reach=Reach.OPEN,
        text="%(day)s，本届%(committee)s换届选举投票。登记参加选举＿＿人，发出选票＿＿张，收回选票＿＿张，选举有效。"
        "当选：主任＿＿＿＿；副主任＿＿＿＿；委员＿＿＿＿＿＿＿＿。所有得票如下。",
        grids=(Grid(columns=_c("姓名*5", ">得票*3", "结果*4"), by_post=True, rows=6),),
    ),
    Form(
        code=P.F28,
        title="当选证书",
        signer=Signer.TOWNSHIP,
        boxes=_c("证书编号", "姓名", "性别", "单位", "职务", "任期"),
        text="依照%(act)s，经%(day)s选举，下列人员当选为%(committee)s成员，特发此证。",
    ),
    Form(
        code=P.F29,
        title="%(committee)s工作移交清单",
        text="自新一届%(committee)s产生之日起十日内移交完毕。",
        grids=(
            Grid(
                columns=_c("类别*3", "名称*6", ">数量*2", ">金额（元）*3", "状况*3", "备注*3"),
                rows=20,
                lines=("印章", "办公用房", "设备", "固定资产", "账目", "资金", "合同", "债权债务", "档案", "未了事项"),
            ),
        ),
        hands=("移交人", "接收人", "监交人", "日期"),
    ),
    Form(
        code=P.F30,
        title="%(committee)s换届选举档案目录",
        text="选举日：%(day)s。选票封存保管至下届选举结束以后。",
        grids=(
            Grid(
                columns=_c(">序号*1", "材料*8", ">份数*2", ">页数*2", "备注*4"),
                rows=20,
            ),
        ),
        hands=("保管人", "移交日期"),
    ),
    Form(
        code=P.F31,
        title="罢免要求书和罢免表决报告单",
        boxes=_c(
            "被要求罢免的人",
            "职务",
            "^理由",
            "提出人数",
            "有选举权的人数或者代表人数",
            "核对人",
            "^本人申辩",
            "登记人数",
            "参加投票人数",
            "同意",
            "不同意",
            "结果",
        ),
        text="提出罢免的人的姓名不公布。",
        grids=(Grid(columns=_c("提出人†*5", ">选民证号*3", "签名†*5"), rows=10),),
        hands=("核对人", "选举委员会主任", "日期"),
    ),
    Form(
        code=P.F32,
        title="辞职、职务终止和补选报告单",
        boxes=_c("姓名", "职务", "类别（辞职、终止、补选）", "^理由", "会议", "日期", "补选当选人", "任期至"),
        hands=("本人（签名）", "主任", "日期"),
    ),
    Form(
        code=P.F33,
        title="%(township)s换届进度和情况汇总表",
        landscape=True,
        signer=Signer.TOWNSHIP,
        text="%(round)s",
        grids=(
            Grid(
                columns=_c(
                    "村（社区）*5",
                    "一次选成*2",
                    "另行选举*2",
                    "重新选举*2",
                    ">职数*2",
                    ">当选*2",
                    ">妇女*2",
                    ">党员*2",
                    ">35岁以下*2",
                    ">大专以上*2",
                    "一肩挑*2",
                    "交叉任职*2",
                    ">登记人数*2",
                    ">收回选票*2",
                    ">参选率*2",
                    ">委托*2",
                    ">流动票箱*2",
                    ">申诉*2",
                    ">非户籍*2",
                ),
                rows=14,
            ),
        ),
        hands=("填表人", "审核人", "日期"),
    ),
    Form(
        code=P.F34,
        title="选举观察记录",
        boxes=_c("观察人", "单位", "选举", "环节", "时间", "^观察情况"),
        hands=("观察人（签名）", "日期"),
        signer=Signer.NOBODY,
    ),
)

FORMS: dict[P, Form] = {one.code: one for one in _ALL}
