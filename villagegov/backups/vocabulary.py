"""Words of backup and restore."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class BackupTag(Term):
    """What can be done with backups and keys."""

    BEGUN = "backup:file:begun", _l("开始备份")
    ENDED = "backup:file:ended", _l("做完了备份")
    FAILED = "alert:backup", _l("提醒：备份没有通过核对")
    TAKEN = "backup:file:taken", _l("下载了备份文件")
    DROPPED = "backup:file:dropped", _l("删去了过多的旧备份")
    RESTORED = "alert:restored", _l("提醒：用备份恢复了全部数据")


class BackupDetail(Term):
    """What an entry about a backup tells."""

    FILE = "file", _l("备份文件")
    DIGEST = "digest", _l("校验码")
    FAULT = "fault", _l("问题")
    MADE_AT = "made_at", _l("备份的时间")


class BackupReason(Reason):
    """Why a backup file cannot be used, or may not be."""

    NO_BACKUP = "no_backup", _l("这不是本系统的备份文件，没有改动任何数据。请换一个文件。")
    DAMAGED = "damaged", _l("备份文件有损坏或者不完整，没有改动任何数据。请换一份备份。")
    WRONG_KEY = (
        "wrong_key",
        _l("本机的密钥打不开这份备份，没有改动任何数据。请放回备份当时的密钥文件（编号 %(key)s）再试。"),
    )
    NEWER = (
        "newer",
        _l("备份的数据库版本 %(theirs)s 比程序的 %(ours)s 新，没有改动任何数据。请先把程序升级到备份时的版本。"),
    )
    OLDER = (
        "older",
        _l(
            "备份的数据库版本 %(theirs)s 比程序的 %(ours)s 旧，没有改动任何数据。"
            "请用版本 %(theirs)s 的程序恢复，再升级程序，再执行 flask db upgrade。"
        ),
    )
    NOT_EMPTY = "not_empty", _l("目标里已有数据，没有改动。确定要用备份代替现有的全部数据，请加 --replace。")
    DIFFERS = "differs", _l("恢复出来的内容与备份不一致，已放弃，原来的数据没有改动。请换一份备份。")
    UNDER_WAY = "under_way", _l("另一次备份正在进行，请等它做完。")
