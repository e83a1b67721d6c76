#!/usr/bin/env python3
"""Checks an export of the public log, receipts and codes from paper, without the server. Standard library only.

    python verifier.py EXPORT [EXPORT, RECEIPT, CHECKPOINT or CODE …]

An export is what `flask notices export` wrote. Exit code 0: all agrees; 1: something differs, the first difference is
named; 2: a file could not be read. 用法同上：退出码 0 一致，1 不一致（先说第一处），2 文件读不了。
"""

import base64
import hashlib
import json
import multiprocessing
import os
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice

EXPORT, RECEIPT, CANONICAL = "villagegov export 1", "villagegov receipt 1", "villagegov notice 1"
HEADING = 5  # lines of a canonical form before its fields
AT_ONCE = 4000
MOST_TOLD = 50
WORDS = {
    "gone": "公告不见了 the notice is gone",
    "text": "内容与它的指纹不符 its text differs from its fingerprint",
    "leaf": "指纹不是当时记下的 its fingerprint is not the one that was entered",
    "field": "“%s”与它的承诺值不符 the field differs from its commitment",
    "shown": "“%s”与发布时不符 what is shown differs from what was posted",
    "file": "附件“%s”与发布时不符 the attachment differs from the one posted",
    "unlogged": "公告没有进入记录 the notice is not in the log",
    "order": "条目缺失或次序不对 an entry is missing or out of order",
    "root": "检查点与前面的各条不符 the checkpoint differs from the entries before it",
    "audit": "操作记录被改动或截断：链 %s 第 %s 条 the record of acts was changed or cut",
    "chain": "操作记录第 %s 条与链不符 the record of acts does not hold at this entry",
    "end": "文件不完整 the export is not complete",
    "short": "记录比它少：被退回过或截断过 the log has fewer entries: it was set back or cut",
    "other": "记录不以它开头：有一条被改、删、插，或者另有一份记录 the log does not begin with it",
    "entry": "这一条已不是回执里的公告 that entry is not the notice of the receipt",
    "checkpoint": "导出里没有这个检查点，或者已经改过 the export does not have this checkpoint",
    "origin": "不是同一个记录 it belongs to another log",
    "signature": "签名不对 its signature is wrong",
    "key": "密钥不是导出里的 its key is not one of the export",
    "receipt": "回执本身不成立 the receipt itself does not hold",
    "code": "没有哪个检查点是这个码 no checkpoint has this code",
}


class Unreadable(Exception):
    """A file is not what it should be."""


def sha256(data: bytes) -> bytes:
    """Thirty-two bytes."""
    return hashlib.sha256(data).digest()


class Tree:
    """A growing tree of RFC 6962: the hashes of its complete parts, the largest first."""

    def __init__(self) -> None:
        self.size, self.parts = 0, list[bytes]()

    def add(self, leaf: bytes) -> None:
        """One more entry."""
        at = self.size
        while at & 1:
            leaf, at = sha256(b"\1" + self.parts.pop() + leaf), at >> 1
        self.parts.append(leaf)
        self.size += 1

    @property
    def root(self) -> bytes:
        """The hash over all entries so far."""
        found = self.parts[-1] if self.parts else sha256(b"")
        for part in self.parts[-2::-1]:
            found = sha256(b"\1" + part + found)
        return found


def root_by_proof(leaf: bytes, at: int, size: int, proof: list[bytes]) -> bytes:
    """RFC 9162 2.1.3.2: the root that the proof leads to; empty where it has not the right length."""
    last = size - 1
    for one in proof:
        if at & 1 or at == last:
            leaf = sha256(b"\1" + one + leaf)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            leaf = sha256(b"\1" + leaf + one)
        if last == 0:
            return b""
        at, last = at >> 1, last >> 1
    return leaf if last == 0 else b""


# Ed25519 as in RFC 8032, section 6: slow, but nothing here is secret.
PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME
HALF = pow(2, (PRIME - 1) // 4, PRIME)
Point = tuple[int, int, int, int]


def added(one: Point, other: Point) -> Point:
    """The sum of two points in extended coordinates."""
    a, b = (one[1] - one[0]) * (other[1] - other[0]), (one[1] + one[0]) * (other[1] + other[0])
    c, d = 2 * one[3] * other[3] * CURVE, 2 * one[2] * other[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME


def times(factor: int, point: Point) -> Point:
    """A multiple of a point."""
    found = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            found = added(found, point)
        point, factor = added(point, point), factor >> 1
    return found


def point_of(data: bytes) -> Point | None:
    """The point written in 32 bytes; None when there is no such point."""
    y = int.from_bytes(data, "little")
    odd, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * HALF % PRIME
    if y >= PRIME or (x * x - square) % PRIME or (x == 0 and odd):
        return None
    x = PRIME - x if x & 1 != odd else x
    return x, y, 1, x * y % PRIME


BASE = point_of((4 * pow(5, -1, PRIME) % PRIME).to_bytes(32, "little"))


def is_signed(message: bytes, signature: bytes, public: bytes) -> bool:
    """RFC 8032 5.1.7: whether the signature is that of the message under the key."""
    key, first = point_of(public), point_of(signature[:32])
    factor = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or BASE is None or key is None or first is None or factor >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    left = times(factor, BASE)
    right = added(first, times(int.from_bytes(digest, "little") % ORDER, key))
    return not ((left[0] * right[2] - right[0] * left[2]) % PRIME or (left[1] * right[2] - right[1] * left[2]) % PRIME)


class Checkpoint:
    """A signed checkpoint (C2SP): origin, size and root, and where the records of acts stood."""

    def __init__(self, note: str, source: str) -> None:
        text, _gap, tail = note.partition("\n\n")
        lines, self.source = text.split("\n"), source
        try:
            self.text, self.origin, self.size = text + "\n", lines[0], int(lines[1])
            self.root = base64.b64decode(lines[2], validate=True)
            self.audits = [one.split(" ")[1:] for one in lines[3:] if one.startswith("audit ")]
            raw = base64.b64decode(tail.split("\n")[0].split(" ")[2], validate=True)
        except (ValueError, IndexError):
            raise Unreadable(source) from None
        self.mark, self.signature = raw[:4], raw[4:]

    @property
    def digest(self) -> bytes:
        """What its codes are made from."""
        return sha256(self.text.encode())

    def fault(self, keys: dict[bytes, bytes]) -> str:
        """What is wrong with its signature; empty when nothing is."""
        public = keys.get(self.mark)
        if public is None:
            return "key"
        return "" if is_signed(self.text.encode(), self.signature, public) else "signature"


def keys_of(written: Iterable[str]) -> dict[bytes, bytes]:
    """Public keys by the mark that signatures name them by."""
    found = {}
    for one in written:
        name, _mark, raw = one.split("+", 2)
        public = base64.b64decode(raw)
        found[sha256(name.encode() + b"\n" + public)[:4]] = public[1:]
    return found


class Receipt:
    """What the server said once, and somebody kept."""

    def __init__(self, said: dict[str, object], source: str) -> None:
        try:
            self.canonical, self.position = str(said["canonical"]), int(str(said["entry"]))
            self.fingerprint, self.keys = str(said["fingerprint"]), keys_of([str(said["key"])])
            self.proof = [bytes.fromhex(one) for one in said["proof"]]  # type: ignore[attr-defined] # a list, or it is no receipt
            self.checkpoint = Checkpoint(str(said["checkpoint"]), source)
        except (KeyError, TypeError, ValueError):
            raise Unreadable(source) from None
        self.leaf = sha256(b"\0" + sha256(self.canonical.encode()))

    @property
    def fault(self) -> str:
        """What is wrong with the file itself; empty when nothing is."""
        point = self.checkpoint
        whole = sha256(self.canonical.encode()).hex() == self.fingerprint and 0 <= self.position < point.size
        if not whole or root_by_proof(self.leaf, self.position, point.size, self.proof) != point.root:
            return "receipt"
        return point.fault(self.keys)


def entry_fault(said: dict[str, object]) -> tuple[str, str]:
    """What is wrong with an entry by itself, and with which field; empty when nothing is."""
    canonical = said.get("canonical")
    if not isinstance(canonical, str):
        return "gone", ""
    fingerprint = sha256(canonical.encode())
    if fingerprint.hex() != said["fingerprint"]:
        return "text", ""
    if sha256(b"\0" + fingerprint).hex() != said["leaf"]:
        return "leaf", ""
    fields = dict(line.split("\t") for line in canonical.split("\n")[HEADING:-1])
    opened: dict[str, list[str]] = said["open"]  # type: ignore[assignment] # as the export is written
    for name, (value, salt) in opened.items():
        if hashlib.sha256(bytes.fromhex(salt) + value.encode()).hexdigest() != fields.get(name):
            return "field", name
    shown: dict[str, str] = said["shown"]  # type: ignore[assignment] # see above
    for name, value in shown.items():
        if opened.get(name, [""])[0] != value:
            return "shown", name
    sound: dict[str, bool] = said.get("files", {})  # type: ignore[assignment] # see above
    return next((("file", name) for name, holds in sound.items() if not holds), ("", ""))


def judged(lines: list[bytes]) -> list[tuple[object, ...]]:
    """Every line by itself: ("entry", position, leaf, name, fault, field) or ("checkpoint", text, audits) or other."""
    found: list[tuple[object, ...]] = []
    for line in lines:
        said = json.loads(line)
        if "entry" in said:
            told = f"{said['unit']} {said['notice']} v{said['version']}"
            found.append(("entry", said["entry"], bytes.fromhex(said["leaf"]), told, *entry_fault(said)))
        elif "checkpoint" in said:
            found.append(("checkpoint", said["checkpoint"], said["audits"]))
        else:
            found.append(("other", said))
    return found


class Export:
    """One export: its head at once, its lines as they are read."""

    def __init__(self, path: str) -> None:
        self.path = path
        with open(path, "rb") as lines:
            head = json.loads(lines.readline())
        self.origin, self.size, self.keys = head["origin"], head["size"], keys_of(head["keys"])
        self.newest = Checkpoint(head["newest"], path) if head["newest"] else None
        self.tree, self.faults, self.ended = Tree(), list[str](), False
        self.roots, self.leaves, self.texts = dict[int, bytes](), dict[int, bytes](), dict[int, str]()
        self.codes = set[str]()

    def tell(self, where: str, fault: str, *of: object) -> None:
        """Note a difference."""
        self.faults.append(f"{self.path}: {where}: {WORDS[fault] % of if of else WORDS[fault]}")

    def read(self, sizes: set[int], positions: set[int], codes: set[str]) -> None:
        """Go through all lines; remember roots, leaves and checkpoints that are asked for."""
        for kind, *told in self._lines():
            if kind == "entry":
                self._entry(positions, *told)  # type: ignore[arg-type] # as `judged` made it
                if self.tree.size in sizes:
                    self.roots[self.tree.size] = self.tree.root
            elif kind == "checkpoint":
                self._checkpoint(sizes, codes, *told)  # type: ignore[arg-type] # see above
            else:
                self._other(told[0])  # type: ignore[arg-type] # see above
        if not self.ended or self.tree.size != self.size:
            self.tell("", "end")
        if self.newest is not None and (fault := self.newest.fault(self.keys)):
            self.tell("newest", fault)

    def _lines(self) -> Iterator[tuple[object, ...]]:
        with open(self.path, "rb") as lines:
            lines.readline()
            parts = iter(lambda: list(islice(lines, AT_ONCE)), [])
            if (os.cpu_count() or 1) < 2 or os.path.getsize(self.path) < 20_000_000:
                yield from (one for part in parts for one in judged(part))
                return
            with multiprocessing.Pool() as pool:
                yield from (one for found in pool.imap(judged, parts) for one in found)

    def _entry(self, positions: set[int], at: int, leaf: bytes, name: str, fault: str, field: str) -> None:
        where = f"{at + 1} {name}"
        if at != self.tree.size:
            self.tell(where, "order")
        if fault:
            self.tell(where, fault, *([field] if field else []))
        if at in positions:
            self.leaves[at] = leaf
        self.tree.add(leaf)

    def _checkpoint(self, sizes: set[int], codes: set[str], note: str, audits: list[str | None]) -> None:
        point = Checkpoint(note, self.path)
        if point.size != self.tree.size or point.root != self.tree.root or point.origin != self.origin:
            self.tell(f"checkpoint {point.size}", "root")
        for (place, number, digest), found in zip(point.audits, audits, strict=False):
            if digest != found:
                self.tell(f"checkpoint {point.size}", "audit", place, number)
        if point.size in sizes:
            self.texts[point.size] = point.text
        if codes:
            code = base64.b32encode(point.digest).decode()
            self.codes |= {code[:16], code.rstrip("=")} & codes

    def _other(self, said: dict[str, object]) -> None:
        if "unlogged" in said:
            self.tell(str(said["unlogged"]), "unlogged")
        if said.get("fault"):
            self.tell(str(said["audit"]), "chain", said["fault"])
        self.ended = self.ended or said.get("end") == self.size

    def compare(self, point: Checkpoint, *, kept: bool) -> None:
        """Whether the log begins with what a checkpoint from elsewhere saw; `kept`: and still has it."""
        root = self.roots.get(point.size)
        if point.origin != self.origin:
            self.tell(point.source, "origin")
        elif root is None:
            self.tell(point.source, "short")
        elif root != point.root:
            self.tell(point.source, "other")
        elif fault := point.fault(self.keys):
            self.tell(point.source, fault)
        elif kept and self.texts.get(point.size) != point.text:
            self.tell(point.source, "checkpoint")

    def compare_entry(self, receipt: Receipt) -> None:
        """Whether the entry of a receipt is still there."""
        if self.leaves.get(receipt.position) != receipt.leaf:
            self.tell(receipt.checkpoint.source, "entry")


def is_code(text: str) -> bool:
    """Whether it is a code from paper or from a QR code, and no file."""
    return not os.path.exists(text) and re.fullmatch(r"[A-Z2-7]{16}|[A-Z2-7]{52}", text) is not None


def sorted_out(paths: list[str]) -> tuple[list[Export], list[Receipt], list[Checkpoint]]:
    """What each file is."""
    exports, receipts, points = list[Export](), list[Receipt](), list[Checkpoint]()
    for path in paths:
        try:
            with open(path, "rb") as file:
                first = file.readline()
                if first.startswith(b"{") and json.loads(first if len(first) > 3 else b"{}").get("format") == EXPORT:
                    exports.append(Export(path))
                    continue
                text = (first + file.read()).decode()
            if text.startswith("{"):
                receipts.append(Receipt(json.loads(text), path))
            else:
                points.append(Checkpoint(text, path))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise Unreadable(path) from None
    return exports, receipts, points


def checked(arguments: list[str]) -> list[str]:
    """Everything that differs, the first difference first. Raises Unreadable."""
    typed = {one: re.sub(r"[\s-]", "", one).upper() for one in arguments}
    codes = {code for one, code in typed.items() if is_code(code) and not os.path.exists(one)}
    exports, receipts, points = sorted_out([one for one, code in typed.items() if code not in codes])
    faults = [f"{one.checkpoint.source}: {WORDS[one.fault]}" for one in receipts if one.fault]
    sound = [one for one in receipts if not one.fault]
    outside = [*points, *(one.checkpoint for one in sound)]
    heads = [one.newest for one in exports if one.newest is not None]
    sizes = {one.size for one in (*outside, *heads)}
    for export in exports:
        try:
            export.read(sizes, {one.position for one in receipts}, codes)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise Unreadable(export.path) from None
        for point in outside:
            export.compare(point, kept=True)
        for point in heads:
            if point.size <= export.size and point is not export.newest:
                export.compare(point, kept=True)
        for receipt in sound:
            export.compare_entry(receipt)
        for code in sorted(codes - export.codes):
            export.tell(code, "code")
        faults += export.faults
    return faults


def main(arguments: list[str]) -> int:
    """The command."""
    tell = sys.stdout.write
    if not arguments or arguments[0] in ("-h", "--help"):
        tell(f"{__doc__}\n")
        return 2
    try:
        faults = checked(arguments)
    except Unreadable as unreadable:
        tell(f"{unreadable}: 读不了 cannot be read\n")
        return 2
    for fault in faults[:MOST_TOLD]:
        tell(f"{fault}\n")
    tell(f"{len(faults)} 处不一致 differences\n" if faults else "全部一致 all agrees\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
