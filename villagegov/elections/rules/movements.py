"""The sum of a roll that was carried over, and why somebody enters or may be left off. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.movements import MINUS, PLUS, Ground
from villagegov.law.profiles import Profile
from villagegov.people.vocabulary import Sex

#: Title of the optional column of a roll's file, and what may stand in it; always written in Chinese.
GROUND = "增加原因"
GROUNDS = {
    **dict.fromkeys(("满18", "满十八", "新满18", "满18周岁", "新满18周岁", "成年"), Ground.NEWLY_18),
    **dict.fromkeys(("迁入", "户口迁入"), Ground.MOVED_IN),
    **dict.fromkeys(("婚入", "收养", "婚入、收养", "嫁入", "入赘"), Ground.MARRIED_IN),
    **dict.fromkeys(("恢复", "恢复政治权利"), Ground.RESTORED),
    **dict.fromkeys(("其他", "其它"), Ground.OTHER_IN),
}


def ground_of(word: str) -> Ground | None:
    """What a cell means; None for anything else."""
    return GROUNDS.get("".join(unicodedata.normalize("NFKC", word).split()))


def turned_18_since(*, born_on: date, before: date) -> bool:
    """E-40, first plus: too young on the polling day of the last roll."""
    birthday = born_on.replace(day=28) if (born_on.month, born_on.day) == (2, 29) else born_on
    return birthday.replace(year=birthday.year + 18) > before


def allowed_grounds(law: Profile) -> list[Ground]:
    """The four minus, and what the province allows besides (E-33, E-34)."""
    barred = {Ground.UNREACHABLE: not law.drop_unreachable, Ground.UNFIT: not law.drop_unfit}
    return [one for one in MINUS if not barred.get(one, False)]


@dataclass
class Group:
    """One line of the statistics (F-07): who stands on the roll now, and what moved."""

    name: str
    men: int = 0
    women: int = 0
    by_category: dict[Category, int] = field(default_factory=dict)
    moved: dict[Ground, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Everybody."""
        return self.men + self.women

    @property
    def plus(self) -> int:
        """How many entered."""
        return sum(self.moved.get(one, 0) for one in PLUS)

    @property
    def minus(self) -> int:
        """How many left."""
        return sum(self.moved.get(one, 0) for one in MINUS)


_NUMERALS = "一二三四五六七八九"


def group_order(name: str) -> tuple[int, str]:
    """Groups as people count them: 二组 before 十组, 第3组 before 第12组; those without a number last."""
    digits = unicodedata.normalize("NFKC", name)
    written = re.search(r"\d{1,4}", digits)
    if written:
        return int(written.group()), name
    found = re.search(f"([{_NUMERALS}]?)(十?)([{_NUMERALS}]?)", name.removeprefix("第"))
    tens, ten, ones = found.groups() if found else ("", "", "")
    if not ten:
        return (_NUMERALS.index(tens) + 1 if tens else 10_000), name
    return 10 * (_NUMERALS.index(tens) + 1 if tens else 1) + (_NUMERALS.index(ones) + 1 if ones else 0), name


#: Group, sex, category, how many; and group, ground, how many.
Standing = tuple[str, Sex, Category, int]
Moved = tuple[str, Ground, int]


def statistics(standing: Iterable[Standing], moved: Iterable[Moved]) -> list[Group]:
    """F-07: by group, as people count them."""
    groups: dict[str, Group] = {}
    for name, sex, category, count in standing:
        one = groups.setdefault(name, Group(name))
        one.men, one.women = one.men + count * (sex is Sex.MALE), one.women + count * (sex is Sex.FEMALE)
        one.by_category[category] = one.by_category.get(category, 0) + count
    for name, ground, count in moved:
        one = groups.setdefault(name, Group(name))
        one.moved[ground] = one.moved.get(ground, 0) + count
    return sorted(groups.values(), key=lambda one: group_order(one.name))


def summed(groups: Iterable[Group]) -> Group:
    """All groups as one line."""
    whole, categories, grounds = Group(""), Counter[Category](), Counter[Ground]()
    for one in groups:
        whole.men, whole.women = whole.men + one.men, whole.women + one.women
        categories.update(one.by_category)
        grounds.update(one.moved)
    whole.by_category, whole.moved = dict(categories), dict(grounds)
    return whole


def balance(*, carried: int, whole: Group) -> int:
    """E-40: what the list must hold: the last roll, plus all that entered, minus all that left."""
    return carried + whole.plus - whole.minus
