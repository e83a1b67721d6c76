"""The files of a term file, one after another: papers, notices, outcome, record; last the list that checks them."""

import io
import json
import zipfile
from collections.abc import Iterator

from villagegov.elections.models import Election, ElectionPaper
from villagegov.elections.queries import printed, term_file
from villagegov.elections.queries.chain import polls_of, standing_of
from villagegov.elections.queries.result import decision_of, names_in
from villagegov.elections.rules.term_file import (
    Part,
    Posted,
    check_data,
    checksums,
    index_page,
    is_public,
    table_of,
)
from villagegov.elections.rules.wording import further_words
from villagegov.elections.views.printed_sheet import posted_page, sheet_of, sheet_of_posted
from villagegov.elections.views.sheet_of_notice import notice_page
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.elections.vocabulary.term_file import Cut
from villagegov.notices import queries as notices
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.web.papers import PAPERS, pdf_of
from villagegov.web.reader import in_chinese
from villagegov.web.told import WORDS

PAGES = PAPERS / "term_file"
#: Written for the eye; not listed among what is checked.
SHOWN = ("check.html", "check.js", "sha256.js", "style.css")


def zipped(election: Election, cut: Cut) -> bytes:
    """The whole zip: made first, so that the browser knows its length and nothing is half a file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in _all(election, cut):
            archive.writestr(part.name, part.data)
    return made.getvalue()


def _all(election: Election, cut: Cut) -> Iterator[Part]:
    parts: list[Part] = []
    posted: list[Posted] = []
    for found in (_papers(election, cut), _notices(election, cut, posted), _outcomes(election), _record(election, cut)):
        for part in found:
            parts.append(part)
            yield part
    about = printed.about_of(election)
    lead = f"{about['round']}，选举日 {about['day']}。{Cut.PUBLIC.label if cut is Cut.PUBLIC else Cut.ARCHIVE.label}。"
    yield _text("index.html", index_page(f"{about['committee']}选举档案", lead, parts))
    yield _text("checksums.txt", checksums(parts))
    yield _text("check-data.js", check_data(parts, posted))
    yield from (Part(name, "", (PAGES / name).read_bytes()) for name in SHOWN)


def _text(name: str, text: str, what: str = "") -> Part:
    return Part(name, what, text.encode())


def _papers(election: Election, cut: Cut) -> Iterator[Part]:
    with in_chinese():
        waits = printed.waiting(election)
        for code, form in FORMS.items():
            if code in waits or (cut is Cut.PUBLIC and not is_public(code)):
                continue
            copies = [one.paper for one in printed.copies_of(election, form)]
            if copies:
                yield Part(f"papers/{code.value}.pdf", f"{code.value} {code.label}", sheet_of(copies))


def _notices(election: Election, cut: Cut, posted: list[Posted]) -> Iterator[Part]:
    kept = {one.notice_id: one for one in printed.kept_papers(election).values()}
    for notice in term_file.notices_of(election):
        for version in notice.versions:
            name = f"notices/{notice.year}-{notice.number}-v{version.version_number}"
            what = f"公告〔{notice.year}〕{notice.number}号第 {version.version_number} 版"
            canonical = notices.canonical_of(version)
            posted.append(Posted(what, canonical, version.fingerprint))
            yield Part(f"{name}.pdf", what, _paper_of(election, notice, version, kept.get(notice.id), cut))
            yield _text(f"{name}.txt", canonical, f"{what}：算指纹的文本")


def _paper_of(
    election: Election, notice: Notice, version: NoticeVersion, kept: ElectionPaper | None, cut: Cut
) -> bytes:
    number = version.version_number
    page = posted_page(kept, number, on_board=cut is Cut.ARCHIVE) if kept is not None else None
    if page is not None:
        return sheet_of_posted(page)
    poll = next((one for one in polls_of(election) if one.notice_id == notice.id), None)
    result = notice_page(poll, notice, number) if poll is not None else None
    return pdf_of("result_notice", result.paper()) if result is not None else b""


def _outcomes(election: Election) -> Iterator[Part]:
    names = names_in(election)
    for poll, outcome in term_file.outcomes_of(election):
        with in_chinese():
            decision = decision_of(outcome)
            lines = [*decision.log, *(line for made in decision.positions for line in made.log)]
            told = [
                f"{line.told(names)}（{line.article.label}）" if line.article else line.told(names) for line in lines
            ]
            told.append(further_words(standing_of(election, through=poll), names))
        kept = {"names": names, "count": outcome.count, "decision": outcome.decision}
        name = f"outcome/poll-{poll.number}"
        yield _text(f"{name}.txt", "\n".join(told) + "\n", f"第 {poll.number} 次投票：判定经过和依据")
        yield _text(
            f"{name}.json", json.dumps(kept, ensure_ascii=False, indent=1), f"第 {poll.number} 次投票：数字和判定"
        )


def _record(election: Election, cut: Cut) -> Iterator[Part]:
    with in_chinese():
        if cut is Cut.PUBLIC:
            rows = [
                [one.number, one.at.isoformat(), _act(one.tag), one.digest.hex()]
                for one in term_file.record_of(election)
            ]
            yield Part("record/record.csv", "操作记录摘录", table_of(("序号", "时间", "做了什么", "链上的摘要"), rows))
            return
        told = ((one, WORDS.tell(one)) for one in term_file.record_of(election))
        full = [[one.number, one.at.isoformat(), say.who, say.what, say.why, one.digest.hex()] for one, say in told]
        yield Part(
            "record/record.csv",
            "操作记录摘录",
            table_of(("序号", "时间", "谁", "做了什么", "理由", "链上的摘要"), full),
        )


def _act(tag: str) -> str:
    act = WORDS.acts.get(tag)
    return str(act.label) if act is not None else tag
