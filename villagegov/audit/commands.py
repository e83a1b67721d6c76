"""`flask audit verify` and `flask audit receipt`: proof that nothing in the chains was changed."""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

import villagegov.clock as clock
from villagegov.audit import queries

audit = AppGroup("audit", help="Check the chains of what was done by whom.")


@audit.command("verify")
@click.option("--receipt", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="An old receipt.")
def verify(receipt: Path | None) -> None:
    """Find an entry changed, inserted, moved or dropped; with a receipt also a cut end. Exit code 1 if so."""
    faults = 0
    chains = queries.chains()
    for chain in chains:
        number = queries.fault_in(chain)
        if number is not None:
            faults += 1
            click.echo(f"链 {chain.place_id}：第 {number} 条与记录不符。")
    if receipt is not None:
        faults += _compare(json.loads(receipt.read_text(encoding="utf-8")))
    click.echo(f"核对了 {len(chains)} 条链、{sum(chain.length for chain in chains)} 条记录，发现 {faults} 处不符。")
    if faults:
        raise SystemExit(1)


def _compare(receipt: dict[str, dict[str, dict[str, object]]]) -> int:
    faults, known = 0, {str(chain.place_id): chain for chain in queries.chains()}
    for place, head in receipt["heads"].items():
        number = int(str(head["number"]))
        chain = known.get(place)
        found = queries.digest_at(chain, number) if chain is not None else None
        if found is None or found.hex() != head["digest"]:
            faults += 1
            click.echo(f"链 {place}：凭据里的第 {number} 条已不在，或已被改动。")
    return faults


@audit.command("receipt")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def receipt(file: Path) -> None:
    """Write the present end of every chain to FILE; keep it somewhere else."""
    heads = {
        str(chain.place_id): {"number": chain.length, "digest": chain.head.hex()}
        for chain in queries.chains()
        if chain.length
    }
    text = json.dumps({"made_at": clock.now().isoformat(), "heads": heads}, indent=1)
    file.write_text(text + "\n", encoding="utf-8")
    click.echo(f"已写入 {file}，共 {len(heads)} 条链。请存放到别处。")
