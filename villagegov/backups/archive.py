"""What lies inside a backup: lines of JSON and the bytes of files, packed and sealed. Written and read as a stream.

The first line tells the schema; then each table: a line with its columns, a line per row, a line with count and
digest; then each file: a line with name and size, and its bytes; at last the manifest with everything once more.
"""

import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlalchemy import Connection, MetaData, Table, text

from villagegov.backups.rules import FILE_COLUMNS, NO_CONTENT, Tally
from villagegov.backups.sealing import DamagedError, KeyFinder, SealedReader
from villagegov.backups.shapes import selected, to_plain, word_of
from villagegov.files.store import AlteredFileError, Store

FORMAT = 1
AT_ONCE = 2000
LONGEST_LINE = 256 * 1024 * 1024
Row = list[Any]
Write = Callable[[bytes], object]


@dataclass(frozen=True)
class Heading:
    """The first line of what was sealed."""

    schema: str
    product: str
    made_at: str


@dataclass(frozen=True)
class Rows:
    """Some rows of one table; `columns` are pairs of name and written type."""

    table: str
    columns: tuple[tuple[str, str], ...]
    rows: list[Row]


@dataclass(frozen=True)
class File:
    """One kept file."""

    data: bytes


def line_of(value: object) -> bytes:
    """One line; the same value gives the same bytes everywhere."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def tables_of(metadata: MetaData) -> list[Table]:
    """The tables that hold contents, in one order on every machine."""
    return sorted((one for one in metadata.tables.values() if one.name not in NO_CONTENT), key=lambda one: one.name)


def write_state(connection: Connection, metadata: MetaData, store: Store, write: Write = lambda _line: None) -> Tally:
    """All rows and files that `connection` sees at its one moment, line by line; what they add up to."""
    tally = Tally()
    for table in tables_of(metadata):
        columns = [(one.name, word_of(one)) for one in table.columns]
        write(line_of({"table": table.name, "columns": columns}))
        rows, digest = 0, hashlib.sha256()
        for line in _lines(connection, table):
            write(line)
            digest.update(line)
            rows += 1
        tally.table(table.name, rows, digest.hexdigest())
        write(line_of({"end": table.name, "rows": rows, "sha256": digest.hexdigest()}))
    for name in _named_files(connection, metadata):
        _write_file(name, store, write, tally)
    write(line_of({"manifest": tally.parts, "missing": tally.missing, "digest": tally.digest}))
    return tally


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    changes = [(at, change) for at, one in enumerate(table.columns) if (change := to_plain(word_of(one)))]
    streamed = connection.execution_options(stream_results=True, max_row_buffer=AT_ONCE)
    found = streamed.exec_driver_sql(selected(table, connection.dialect))
    for batch in found.partitions(AT_ONCE):
        for one in batch:
            row = list(one)
            for at, change in changes:
                if row[at] is not None:
                    row[at] = change(row[at])
            yield line_of(row)


def _named_files(connection: Connection, metadata: MetaData) -> list[str]:
    """The sha256 of every file a row names."""
    found: set[str] = set()
    for table, column in FILE_COLUMNS:
        if table in metadata.tables:
            query = text(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608 # own names
            found |= set(connection.scalars(query))
    return sorted(found)


def _write_file(name: str, store: Store, write: Write, tally: Tally) -> None:
    try:
        data = store.read(name)
    except AlteredFileError:
        tally.missing.append(name)
        return
    write(line_of({"file": name, "size": len(data)}))
    write(data)
    tally.file(name, len(data))


@contextmanager
def opened(path: Path, find: KeyFinder) -> Iterator[tuple[Heading, BinaryIO]]:
    """The heading and the rest of a backup. Raises NoBackupError, UnknownKeyError, DamagedError."""
    with path.open("rb") as source:
        unpacked = gzip.GzipFile(fileobj=io.BufferedReader(cast(io.RawIOBase, SealedReader(source, find)), 1024 * 1024))
        stream = io.BufferedReader(unpacked, 1024 * 1024)
        try:
            first = _parsed(stream)
            if first.get("format") != FORMAT:
                raise DamagedError
            yield Heading(str(first["schema"]), str(first["product"]), str(first["made_at"])), stream
        except (EOFError, zlib.error, gzip.BadGzipFile, KeyError, TypeError, ValueError):
            raise DamagedError from None


def _parsed(stream: BinaryIO) -> dict[str, Any]:
    found = json.loads(stream.readline(LONGEST_LINE))
    if not isinstance(found, dict):
        raise DamagedError
    return found


def contents(stream: BinaryIO, tally: Tally) -> Iterator[Rows | File]:
    """What follows the heading, each part checked when it ends; `tally` adds it up. Raises DamagedError."""
    while "manifest" not in (line := _parsed(stream)):
        if "table" in line:
            yield from _rows_in(stream, line, tally)
        else:
            yield _file_in(stream, line, tally)
    tally.missing += line["missing"]
    if line["digest"] != tally.digest or stream.read(1):
        raise DamagedError


def _rows_in(stream: BinaryIO, line: dict[str, Any], tally: Tally) -> Iterator[Rows]:
    name, columns = line["table"], tuple((str(one), str(word)) for one, word in line["columns"])
    batch: list[Row] = []
    count, digest = 0, hashlib.sha256()
    while (text_line := stream.readline(LONGEST_LINE)).startswith(b"["):
        digest.update(text_line)
        batch.append(json.loads(text_line))
        count += 1
        if len(batch) == AT_ONCE:
            yield Rows(name, columns, batch)
            batch = []
    yield Rows(name, columns, batch)
    if json.loads(text_line) != {"end": name, "rows": count, "sha256": digest.hexdigest()}:
        raise DamagedError
    tally.table(name, count, digest.hexdigest())


def _file_in(stream: BinaryIO, line: dict[str, Any], tally: Tally) -> File:
    data = stream.read(line["size"])
    if hashlib.sha256(data).hexdigest() != line["file"]:
        raise DamagedError
    tally.file(line["file"], len(data))
    return File(data)
