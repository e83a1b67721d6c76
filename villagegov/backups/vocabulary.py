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
    KEY_MADE = "backup:keys:made", _l("换用了新的密钥")
    RENEWED = "backup:keys:renewed", _l("用新密钥重新加密了数据")
    COPY_CONFIRMED = "backup:keys:confirmed", _l("核对了密钥文件的副本")


class BackupDetail(Term):
    """What an entry about a backup tells."""

    FILE = "file", _l("备份文件")
    DIGEST = "digest", _l("校验码")
    FAULT = "fault", _l("问题")
    MADE_AT = "made_at", _l("备份的时间")
    KEY = "key", _l("密钥编号")
    RENEWED = "renewed", _l("重新加密的条数")


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


class KeyReason(Reason):
    """Why the keys cannot be changed, or a copy of them does not count."""

    NO_FILE = "no_file", _l("没有密钥文件，不能更换密钥。没有改动任何东西。")
    CANNOT_WRITE = (
        "cannot_write",
        _l("密钥文件 %(file)s 不能改写（%(why)s），没有改动任何东西。请检查它和所在文件夹的权限。"),
    )
    NO_COPY = "no_copy", _l("这不是密钥文件。请指向另存的那一份 JSON 文件。")
    THE_FILE_ITSELF = "the_file_itself", _l("这就是正在用的密钥文件，不是副本。请指向存在别处的那一份。")
    OTHER_KEYS = "other_keys", _l("这份副本和正在用的密钥不同（也许是换密钥以前存的）。请重新另存一份，再核对。")
