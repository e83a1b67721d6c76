"""Words of the web mechanisms."""

from villagegov.refusal import Reason
from villagegov.vocabulary import _l


class UploadReason(Reason):
    """Why an uploaded file is not taken."""

    NO_FILE = "no_file", _l("请选择文件。")
    CHANGED = "upload_changed", _l("确认的文件与预览的不是同一份，没有写入任何数据。请重新上传。")
    GONE = "upload_gone", _l("保存的文件已不能读取，没有写入任何数据。请重新上传。")
