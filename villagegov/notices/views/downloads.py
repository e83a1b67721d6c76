"""What leaves the building: receipts, the newest checkpoint, the public keys, and a program that checks them."""

from pathlib import Path

from flask import Response, abort, current_app, render_template
from flask.typing import ResponseReturnValue

import villagegov.clock as clock
from villagegov.notices.models import Checkpoint, LogEntry
from villagegov.notices.queries import canonical_of, log
from villagegov.notices.queries.verify import signed_text_of, standing_of
from villagegov.notices.rules.checkpoint import verifier_key
from villagegov.notices.rules.receipt import Receipt
from villagegov.notices.signing import Signer, signer_of, signers_of
from villagegov.notices.views.blueprints import blueprint
from villagegov.notices.vocabulary.verify import Standing
from villagegov.web.guards import public
from villagegov.web.keyring import keys


@blueprint.get("/verify/log")
@public
def log_page() -> ResponseReturnValue:
    """How large the log is, its newest checkpoint, the public keys."""
    known, newest = log.log(), log.newest_checkpoint()
    return render_template(
        "notices/log.html",
        log=known,
        newest=newest,
        text=_signed(newest) if newest else "",
        keys=[verifier_key(known.origin, one.public) for one in signers_of(keys())] if known else [],
    )


@blueprint.get("/verify/checkpoint.txt")
@public
def checkpoint_text() -> ResponseReturnValue:
    """The newest checkpoint, signed."""
    return Response(_signed(log.newest_checkpoint() or abort(404)), mimetype="text/plain; charset=utf-8")


@blueprint.get("/verify/verifier.py")
@public
def verifier() -> ResponseReturnValue:
    """The program that checks exports and receipts without this server: one file, Python's standard library only."""
    path = Path(current_app.root_path) / str(current_app.template_folder) / "notices" / "verifier.py"
    response = Response(path.read_bytes(), mimetype="text/x-python")
    response.headers["Content-Disposition"] = 'attachment; filename="verifier.py"'
    return response


@blueprint.get("/verify/receipts/<int:number>")
@public
def receipt(number: int) -> ResponseReturnValue:
    """The proof that a notice is in the log, to be kept outside; its entries are counted from 1 here."""
    entry = log.entry_at(number - 1) or abort(404)
    newest = log.newest_checkpoint()
    if newest is None or newest.size < number:
        abort(404)
    if standing_of(entry) is Standing.ALTERED:
        abort(409, str(Standing.ALTERED.label))
    response = Response(_receipt(entry, newest), mimetype="application/json")
    notice = entry.version.notice
    name = f"receipt-{notice.unit.code}-{notice.year}-{notice.number}-v{entry.version.version_number}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _receipt(entry: LogEntry, newest: Checkpoint) -> str:
    version = entry.version
    notice = version.notice
    told = {
        "unit": {"code": notice.unit.code, "name": notice.unit.name},
        "notice": f"{notice.kind.named(notice.unit.kind)}〔{notice.year}〕{notice.number}号",
        "version": version.version_number,
        "posted": version.posted_at.astimezone(clock.CHINA).isoformat(timespec="seconds"),
    }
    proof = log.inclusion_proof(entry.position, newest.size)
    made = Receipt(version.fingerprint, canonical_of(version), entry.position, proof, _signed(newest))
    return made.written(told, verifier_key(newest.text.partition("\n")[0], _signer(newest).public))


def _signed(checkpoint: Checkpoint) -> str:
    return signed_text_of(checkpoint, _signer(checkpoint))


def _signer(checkpoint: Checkpoint) -> Signer:
    """The key a checkpoint was signed with; of one that is gone from the key file, the one in use."""
    try:
        return signer_of(keys(), checkpoint.key_id)
    except KeyError:
        return signer_of(keys())
