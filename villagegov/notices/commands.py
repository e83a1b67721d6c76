"""`flask notices export`: the public log for whoever wants to check it without this server."""

from pathlib import Path

import click
from flask.cli import AppGroup

import villagegov.clock as clock
from villagegov.notices.models import Checkpoint
from villagegov.notices.queries import export as queries
from villagegov.notices.queries import log
from villagegov.notices.queries.verify import signed_text_of
from villagegov.notices.rules.checkpoint import verifier_key
from villagegov.notices.rules.export import head_line
from villagegov.notices.signing import signer_of, signers_of
from villagegov.web.attachments import store
from villagegov.web.keyring import keys

notices = AppGroup("notices", help="The public log of notices.")


@notices.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(file: Path) -> None:
    """Write every entry, checkpoint and the ends of the records to FILE; verifier.py checks it anywhere."""
    known, newest = log.log(), log.newest_checkpoint()
    if known is None:
        raise click.ClickException("还没有公布过公告，没有什么可以导出。")
    public = [verifier_key(known.origin, one.public) for one in signers_of(keys())]
    with file.open("w", encoding="utf-8", newline="\n") as target:
        text = _signed(newest) if newest else ""
        made_at = clock.now().isoformat(timespec="seconds")
        target.write(head_line(origin=known.origin, size=known.size, made_at=made_at, keys=public, newest=text))
        target.writelines(queries.lines_of(known, signed=_signed, held=store().holds))
    click.echo(f"已写入 {file}，共 {known.size:,} 条。用 verifier.py 核对：python verifier.py {file} 旧回执")


def _signed(checkpoint: Checkpoint) -> str:
    try:
        return signed_text_of(checkpoint, signer_of(keys(), checkpoint.key_id))
    except KeyError:  # a key that is gone from the key file
        return signed_text_of(checkpoint, signer_of(keys()))
