"""One way in per role, and two clerks for every unit of the story."""

from collections.abc import Mapping
from dataclasses import dataclass

from villagegov.accounts import operations
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.audit.record import CommandLine
from villagegov.demo import places
from villagegov.demo.people import Crowd, Person
from villagegov.divisions.models import Division
from villagegov.divisions.queries import division_coded, root
from villagegov.people.identity import IdentityKeys
from villagegov.people.vocabulary import Sex

#: Units whose election two clerks of the township record.
OTHERS = (places.BEILING, places.SHANGFANG, places.DATANG, places.LONGWAN, places.HEPAN)


@dataclass(frozen=True)
class Login:
    """A sign-in of the demo: who it is, where, and what there is to try with it."""

    sign_in_name: str
    name: str
    role: Role
    codes: tuple[str, ...]
    can: str


def _clerk(sign_in_name: str, name: str, code: str, can: str) -> Login:
    return Login(sign_in_name, name, Role.CLERK, (code,), can)


LOGINS = (
    Login("demo-admin", "余国庆", Role.ADMINISTRATOR, (), "账号和区划；看不到选举内容"),
    Login("demo-auditor", "卢静", Role.AUDITOR, (), "全部操作记录，只看不改"),
    Login("demo-county", "袁志明", Role.OFFICIAL, (places.COUNTY,), "示例县：设换届、看各村进度、给下级开账号"),
    Login("demo-township", "温慧", Role.OFFICIAL, (places.TOWNSHIP,), "示例东溪镇：看各村进度、给各村开账号"),
    _clerk("demo-shiqiao-1", "李强", places.SHIQIAO, "石桥村：今天投票，上报领票数，结束后录计票单"),
    _clerk("demo-shiqiao-2", "王芳", places.SHIQIAO, "石桥村：第二位录入人"),
    Login("demo-shiqiao-chair", "罗永光", Role.CHAIR, (places.SHIQIAO,), "石桥村：看选举进度，不能改"),
    Login("demo-shiqiao-supervisor", "苏桂兰", Role.SUPERVISOR, (places.SHIQIAO,), "石桥村：看选举和谁改过什么"),
    Login("demo-shiqiao-supervisor-2", "韩国明", Role.SUPERVISOR, (places.SHIQIAO,), "石桥村：第二位监督委员会成员"),
    Login("demo-shiqiao-teller", "邓海平", Role.TELLER, (places.SHIQIAO,), "石桥村：上报领票数、录计票单"),
    Login("demo-shiqiao-resident", "冯月娥", Role.RESIDENT, (places.SHIQIAO,), "石桥村：村民；公开页面不登录也能看"),
    _clerk("demo-nangang-1", "陈秀英", places.NANGANG, "南岗村：还没有选举，从新建选举做到贴出结果"),
    _clerk("demo-nangang-2", "何建华", places.NANGANG, "南岗村：第二位录入人"),
    _clerk("demo-xiafang-1", "梁文辉", places.XIAFANG, "下坊村：正在计票，有一张计票单两次录入不同"),
    _clerk("demo-xiafang-2", "谢玉珍", places.XIAFANG, "下坊村：第二位录入人"),
    Login("demo-others-1", "叶俊杰", Role.CLERK, OTHERS, "其余各村和河畔社区：第一位录入人"),
    Login("demo-others-2", "潘彩云", Role.CLERK, OTHERS, "其余各村和河畔社区：第二位录入人"),
)


#: Those whose person is seen on a page beside the name.
SEXES = {
    "demo-shiqiao-chair": Sex.MALE,
    "demo-shiqiao-supervisor": Sex.FEMALE,
    "demo-shiqiao-supervisor-2": Sex.MALE,
}


def persons_of_logins(crowd: Crowd) -> dict[str, Person]:
    """Who stands behind each login: a person of his own. Sign-in name → person."""
    return {one.sign_in_name: crowd.one(name=one.name, sex=SEXES.get(one.sign_in_name)) for one in LOGINS}


def open_accounts(hashes: Mapping[str, str], keys: IdentityKeys, persons: Mapping[str, Person]) -> dict[str, Account]:
    """Store every login with its password's hash. Sign-in name → account."""
    return {one.sign_in_name: _open(one, hashes[one.sign_in_name], keys, persons[one.sign_in_name]) for one in LOGINS}


def _open(login: Login, password_hash: str, keys: IdentityKeys, person: Person) -> Account:
    account = operations.create_account(
        sign_in_name=login.sign_in_name,
        name=login.name,
        person_key=keys.fingerprint(person.id_number),
        password_hash=password_hash,
        actor=CommandLine(),
    )
    # It was made at random a moment ago and is read by its only user; nobody else printed it.
    account.temporary_until = None
    for division in _where(login):
        operations.add_grant(account=account, role=login.role, division=division, until_on=None, actor=CommandLine())
    return account


def _where(login: Login) -> list[Division]:
    found = [division_coded(code) for code in login.codes]
    return [one for one in found if one is not None] or [root()]
