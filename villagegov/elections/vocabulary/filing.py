"""Words of what follows a posted result: filing with the township and the certificates (E-93)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class After(Term):
    """The steps after a posted result, in their order; who has to take each is another question."""

    FILING = "filing", _l("报乡镇（街道）备案")
    CERTIFICATES = "certificates", _l("颁发当选证书")
    HANDOVER = "handover", _l("工作移交")
    ARCHIVE = "archive", _l("选举档案归档")


#: What happens when such a step is not done in time.
AFTERWARDS: dict[After, LazyString] = {
    After.FILING: _l("没有备案，当选证书发不下来。"),
    After.CERTIFICATES: _l("当选的人没有证书，办理公章、银行等手续时会受阻。"),
    After.HANDOVER: _l("公章、账目没有移交，新一届不能开展工作；乡镇（街道）会看到逾期。"),
    After.ARCHIVE: _l("选举文件和选票散失，以后查不清。"),
}


#: What an official is told of a result that was sent in.
ACCEPTING = _l("受理选举结果的备案")
#: What an official is told of seals that are still with the old committee after their last day.
SEALS_KEPT = _l("公章逾期没有移交")


class FilingTag(Term):
    """What can be done with the filing of a result and with certificates."""

    SENT = "filing:result:sent", _l("将选举结果报乡镇（街道）备案")
    RETURNED = "filing:result:returned", _l("退回了选举结果的备案")
    ACCEPTED = "filing:result:accepted", _l("受理了选举结果的备案")
    CERTIFIED = "certificate:entry:issued", _l("颁发了当选证书")
    VOIDED = "certificate:entry:voided", _l("作废了当选证书")


class FilingDetail(Term):
    """What is noted of such an act."""

    SENT_ON = "sent_on", _l("报送日期")
    SENT_AS = "sent_as", _l("报送文号")
    ACCEPTED_ON = "accepted_on", _l("备案日期")
    ACCEPTED_AS = "accepted_as", _l("备案文号")
    ISSUER = "issuer", _l("发证机关")
    ISSUED_ON = "issued_on", _l("发证日期")
    CERTIFICATES = "certificate_numbers", _l("证书编号")
    PARTY_MEMBERS = "party_members", _l("当选人中的中共党员")
    HIGHER_EDUCATION = "higher_education", _l("当选人中大专以上文化程度")
    CROSS_POSTS = "cross_posts", _l("与党组织交叉任职")
    CHAIR_IS_SECRETARY = "chair_is_secretary", _l("主任兼任党组织书记（一肩挑）")


class FilingReason(Reason):
    """Why a filing or a certificate is refused, and what to do."""

    NOT_POSTED = "filing_not_posted", _l("选举结果还没有公布，请先张贴选举结果公告。")
    NOT_DECIDED = "filing_not_decided", _l("这次选举还没有选出新一届，请先办完另行选举、再次投票或者重新选举。")
    PRACTICE = "filing_practice", _l("这是演练，不报备案，也不发证书。")
    SENT_ALREADY = "filing_sent", _l("已于 %(day)s 报送，请等乡镇（街道）受理。")
    NOT_SENT = "filing_not_sent", _l("村（社区）还没有报送，请等它报送后再办。")
    ACCEPTED_ALREADY = "filing_accepted", _l("已于 %(day)s 备案，不用再办。")
    NOT_ACCEPTED = "filing_not_accepted", _l("选举结果还没有备案，不能发证。请先受理备案。")
    CERTIFIED_ALREADY = "filing_certified", _l("当选的人都有证书了，不用再发。要换发的，请先作废原来的一张。")
    HAS_CERTIFICATES = "filing_has_certificates", _l("已经发了当选证书，不能退回备案。请先作废证书，写明理由。")
    NOBODY = "filing_nobody", _l("没有登记到按这次选举结果任职的人，请核对结果公告。")
    MORE_THAN_SEATED = (
        "filing_more_than_seated",
        _l("当选任职的一共 %(seated)s 人，不能填 %(number)s，请核对后改正。"),
    )
    FUTURE = "filing_future", _l("日期还没有到，请填今天或以前的日期。")
    TOO_EARLY = "filing_too_early", _l("不能早于 %(day)s，请改正日期。")
    VOIDED_ALREADY = "certificate_voided", _l("这张证书已经作废，不用再办。")
