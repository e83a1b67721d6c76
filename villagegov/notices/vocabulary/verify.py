"""Words of checking a notice: what was checked, what was found, and why it cannot be checked."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class Asked(Term):
    """What somebody holds in his hand."""

    CODE = "code", _l("纸上的核对码（16 位）")
    WHOLE_CODE = "whole_code", _l("二维码里的完整核对码")
    FINGERPRINT = "fingerprint", _l("内容指纹")
    RECEIPT = "receipt", _l("回执文件")
    CHECKPOINT = "checkpoint", _l("检查点文本")


class Proof(Term):
    """One thing that is looked at; the label says what it means when it is in order."""

    FINGERPRINT = "fingerprint", _l("回执里的文本算得出回执里的指纹。")
    SIGNATURE = "signature", _l("检查点的签名是本系统的密钥做的。")
    INCLUDED = "included", _l("回执证明：这份公告是当时记录里的一条。")
    ROOT = "root", _l("今天的记录仍以当时的记录开头：没有删、没有改、没有插。")
    ENTRY = "entry", _l("今天的记录里，那一条仍是这份公告。")
    CONTENT = "content", _l("网上的公告内容仍是发布时的内容。")


#: The same when it is not in order.
BROKEN: dict[Proof, LazyString] = {
    Proof.FINGERPRINT: _l("回执里的文本算不出回执里的指纹：这个文件被改动过，或者没有下载完整。"),
    Proof.SIGNATURE: _l("检查点的签名不是本系统的密钥做的：这个文件被改动过，或者是别的系统发的。"),
    Proof.INCLUDED: _l("回执里的证明对不上：这个文件被改动过，或者没有下载完整。"),
    Proof.ROOT: _l("今天的记录与当时的记录对不上：有公告被改过、删过、插过，或者数据被退回到更早的时候。"),
    Proof.ENTRY: _l("今天的记录里，那一条已经不是这份公告。"),
    Proof.CONTENT: _l("网上的公告内容与发布时的记录不一致。"),
}


class Standing(Term):
    """How a notice that was found stands today."""

    UNALTERED = "unaltered", _l("没有被改动")
    CORRECTED = "corrected", _l("没有被改动；后来更正过，各版都能看")
    ALTERED = "altered", _l("与发布时的记录不一致")


class VerifyReason(Reason):
    """Why nothing could be checked."""

    EMPTY = "verify_empty", _l("请输入纸上的核对码或者内容指纹。")
    NO_CODE = (
        "verify_no_code",
        _l("这不是核对码，也不是内容指纹。核对码是 16 位字母和数字（A–Z、2–7），指纹是 0–9、A–F；请看着纸再输一遍。"),
    )
    SHORT = "verify_short", _l("只有 %(count)s 位，不够。核对码要 16 位；指纹至少输前 16 位，也就是前 4 组。")
    NO_RECEIPT = "verify_no_receipt", _l("这个文件不是本系统的回执。请选在公告页面“下载回执”得到的 JSON 文件。")
    LARGE = "verify_large", _l("这个文件太大，不是回执。回执不超过 %(limit)s KB。")
