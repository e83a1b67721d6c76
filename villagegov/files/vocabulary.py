"""Words of kept files."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class MediaType(Term):
    """What a kept file is, found by its content and never by its name (U10)."""

    PDF = "application/pdf", _l("PDF 文件")
    JPEG = "image/jpeg", _l("JPG 图片")
    PNG = "image/png", _l("PNG 图片")
    WEBP = "image/webp", _l("WebP 图片")


class FileTag(Term):
    """What can happen to a kept file."""

    KEPT = "file:entry:kept", _l("存入了文件")
    SWEPT = "file:store:swept", _l("清理了没有用到的文件")
    ALTERED = "alert:file", _l("提醒：发现存着的文件与存入时不一致")


class FileDetail(Term):
    """What an entry about a file tells."""

    FILE_NAME = "file_name", _l("文件名")
    SHA256 = "sha256", _l("校验码")
    SIZE = "size", _l("字节数")
    COUNT = "files", _l("文件数")


class FileReason(Reason):
    """Why a file is not taken."""

    KIND = "file_kind", _l("“%(name)s”不能上传：只接受 PDF、JPG、PNG、WebP，这个文件的内容不是。请换一个文件。")
    HEIC = "file_heic", _l("“%(name)s”是苹果手机的 HEIC 照片，请先在手机上转成 JPG（或者截一张图）再上传。")
    EMPTY = "file_empty", _l("“%(name)s”是空文件，请重新选择。")
    LARGE = "file_large", _l("“%(name)s”有 %(size)s MB，超过了每个文件 %(limit)s MB。请压缩后再上传。")
    DOTS = "file_dots", _l("“%(name)s”的图片太大（超过 %(most)s 万像素），请缩小后再上传。")
    DAMAGED = "file_damaged", _l("“%(name)s”打不开，可能已损坏或者设了密码。请换一份再上传。")
    ACTIVE = "file_active", _l("“%(name)s”里有程序或者夹带了别的文件，不能上传。请重新打印成 PDF 再上传。")
    MANY = "file_many", _l("一次最多上传 %(limit)s 个文件，请分几次上传。")
    NONE = "file_none", _l("请选择文件。")
    QUOTA = "file_quota", _l("本单位存的文件已到上限（%(bytes)s MB、%(files)s 个），不能再存。请联系系统管理员。")
    ALTERED = "file_altered", _l("附件与发布时不一致，不能显示。请联系本单位或者上一级。")
