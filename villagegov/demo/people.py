"""Invented persons: names as they are common, identity numbers that are sound but of no real area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from stdnum.cn.ric import calc_check_digit

from villagegov.elections.rules.papers import Written, counts_living, required_papers
from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.papers import Paper
from villagegov.law.profiles import Profile
from villagegov.people.vocabulary import Sex

AREA = "990101"
SURNAMES = "陈李黄张梁林王吴刘何罗杨郑谢曾邓许叶冯苏周蔡潘钟彭余袁卢温欧"
MEN = "伟强军明勇杰涛辉斌鹏志国建文华永海俊豪成光荣庆林东平安新德富"
WOMEN = "芳娟敏静丽燕霞玲红梅秀英兰凤珍琴莲月娥玉婷雪慧洁春秋桂香彩云"
OLDEST, YOUNGEST = 92 * 365, 19 * 366
#: Group, name, sex, identity number, category.
Line = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    name: str
    sex: Sex
    born_on: date
    id_number: str


class Crowd:
    """Everybody in the story. The same seed and day give the same persons; no two have one number."""

    def __init__(self, *, seed: int, today: date) -> None:
        self._pick = Random(seed)  # noqa: S311 # invented persons, no secret
        self.today = today
        self._known: set[str] = set()

    def one(self, *, name: str = "", sex: Sex | None = None, youngest: int = YOUNGEST) -> Person:
        """One new person."""
        sex = sex or self._pick.choice(tuple(Sex))
        while True:
            born_on = self.today - timedelta(days=int(self._pick.triangular(youngest, OLDEST, 52 * 365)))
            number = id_number(born_on, sex, self._pick.randrange(500))
            if number not in self._known:
                self._known.add(number)
                return Person(name or self._name(sex), sex, born_on, number)

    def child(self) -> Person:
        """A new person too young to vote."""
        person = self.one()
        born_on = self.today - timedelta(days=17 * 365)
        return Person(person.name, person.sex, born_on, id_number(born_on, person.sex, self._pick.randrange(500)))

    def lines(self, count: int) -> list[Line]:
        """Lines of a roll file with that many new persons; some live elsewhere, a few are registered elsewhere."""
        categories = ("3" if at % 41 == 40 else "2" if at % 11 == 10 else "" for at in range(count))
        return [self.line(self.one(), category, groups=2 + count // 150) for category in categories]

    def line(self, person: Person, category: str = "", *, groups: int = 3) -> Line:
        """One line of a roll file."""
        group = f"{'一二三四五六七八九十'[self._pick.randrange(min(groups, 10))]}组"
        return group, person.name, "男" if person.sex is Sex.MALE else "女", person.id_number, category

    def _name(self, sex: Sex) -> str:
        letters: Sequence[str] = MEN if sex is Sex.MALE else WOMEN
        return self._pick.choice(SURNAMES) + "".join(self._pick.sample(letters, self._pick.choice((1, 2, 2, 2))))


def brought(category: Category, law: Profile, day: date, *, proof: bool) -> Written:
    """The papers that the law asks of this ground, brought by `day`; without the proof when it is still awaited."""
    asked = required_papers(category, law)
    agreed = Paper.APPROVAL in asked
    return Written(
        declared_on=day if Paper.DECLARATION in asked else None,
        applied_on=day if Paper.APPLICATION in asked else None,
        months_lived=30 if Paper.MONTHS in asked and counts_living(category, law) else None,
        months_worked=30 if Paper.MONTHS in asked and not counts_living(category, law) else None,
        approved_on=day if agreed else None,
        approved_as="会议记录第3号（示例）" if agreed else "",
        proof="户籍地村委会证明（示例）" if proof and Paper.PROOF in asked else "",
    )


def id_number(born_on: date, sex: Sex, order: int) -> str:
    """A sound number of the invented area; odd orders at the 17th digit are men."""
    body = f"{AREA}{born_on:%Y%m%d}{(2 * order + (sex is Sex.MALE)) % 1000:03d}"
    return body + str(calc_check_digit(body + "0"))
