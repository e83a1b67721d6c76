"""Two questions of the story: one answered, one that is late."""

from datetime import datetime, timedelta

from villagegov.audit.record import Somebody
from villagegov.demo.months import Keepers
from villagegov.demo.stages import happening
from villagegov.disclosure.operations import questions
from villagegov.disclosure.operations.questions import Asker
from villagegov.disclosure.rules.questions import words_of_code
from villagegov.people.identity import IdentityKeys

A_DAY = timedelta(days=1)
#: The codes on the two receipts; whoever tries the demo may type them.
CODES = ("DEMO DEMO DEMA", "DEMO DEMO DEMB")


def ask(*, who: Keepers, keys: IdentityKeys, now: datetime) -> None:
    """Asked by web twice; the first was answered after three days, the second waits too long."""

    def asker(at: int, name: str) -> Asker:
        return Asker(keys.encrypt(name), keys.encrypt("13800138000"), keys.fingerprint(words_of_code(CODES[at])))

    with happening(now - 20 * A_DAY):
        first = questions.ask(
            unit=who.unit,
            posting=None,
            text="上个月的办公费为什么比前一个月多？",
            asker=asker(0, "罗建华"),
            actor=Somebody(),
        )
    with happening(now - 17 * A_DAY):
        words = "上个月买了两箱打印纸，换了一个硒鼓，凭证在收支明细里逐笔列出，欢迎到村委会看原件。"
        questions.answer_question(question=first, answer=words, actor=who.first)
    with happening(now - 16 * A_DAY):
        questions.rate_answer(question=first, satisfied=True, actor=Somebody())
    with happening(now - 13 * A_DAY):
        text = "村口的两盏路灯坏了一个月，公益金里有没有这笔修理的钱？"
        questions.ask(unit=who.unit, posting=None, text=text, asker=asker(1, "曾秋菊"), actor=Somebody())
