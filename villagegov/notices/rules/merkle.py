"""The tree of the public log (RFC 6962, RFC 9162 section 2.1): hashes, roots and proofs. Integers and bytes only."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A complete part of the tree: the 2^level entries from number · 2^level on."""

    level: int
    number: int


#: The entries from the first up to, not including, the second.
Span = tuple[int, int]
EMPTY = hashlib.sha256().digest()


def leaf_hash(data: bytes) -> bytes:
    """RFC 6962 2.1: the hash of an entry."""
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 6962 2.1: the hash of two parts side by side."""
    return hashlib.sha256(b"\1" + left + right).digest()


def pieces_of(span: Span) -> list[Piece]:
    """The complete parts a span of the tree consists of, the largest first; the span begins at a part of its size."""
    start, stop = span
    found = []
    while start < stop:
        level = (stop - start).bit_length() - 1
        found.append(Piece(level, start >> level))
        start += 1 << level
    return found


def hash_of(span: Span, hashes: Mapping[Piece, bytes]) -> bytes:
    """RFC 6962 2.1: the hash of a span from its complete parts."""
    return folded([hashes[piece] for piece in pieces_of(span)])


def folded(parts: Sequence[bytes]) -> bytes:
    """The hash over parts of falling size."""
    if not parts:
        return EMPTY
    found = parts[-1]
    for part in reversed(parts[:-1]):
        found = node_hash(part, found)
    return found


def inclusion_spans(position: int, size: int) -> list[Span]:
    """RFC 6962 2.1.1: the neighbours whose hashes prove the entry at `position` among `size`, from the leaf upwards."""
    if not 0 <= position < size:
        raise ValueError("no such entry")
    found, start, stop = [], 0, size
    while stop - start > 1:
        middle = start + _half(stop - start)
        if position < middle:
            found.append((middle, stop))
            stop = middle
        else:
            found.append((start, middle))
            start = middle
    return found[::-1]


def consistency_spans(old: int, new: int) -> list[Span]:
    """RFC 6962 2.1.2: the parts whose hashes prove that the first `old` of `new` entries are the same as before."""
    if not 0 < old <= new:
        raise ValueError("no such size")
    found, start, stop, whole = [], 0, new, True
    while old != stop:
        middle = start + _half(stop - start)
        if old <= middle:
            found.append((middle, stop))
            stop = middle
        else:
            found.append((start, middle))
            start, whole = middle, False
    return found[::-1] if whole else [(start, stop), *found[::-1]]


def _half(length: int) -> int:
    """The largest power of two below `length`."""
    return 1 << ((length - 1).bit_length() - 1)


def root_by_inclusion(leaf: bytes, position: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """RFC 9162 2.1.3.2: the root that the proof leads to; None when it has not the right length."""
    if not 0 <= position < size:
        return None
    found, at, last = leaf, position, size - 1
    for one in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            found = node_hash(one, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, one)
        at, last = at >> 1, last >> 1
    return found if last == 0 else None


def is_consistent(*, old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """RFC 9162 2.1.4.2: whether the tree of `new` entries begins with the tree of `old` entries."""
    if not 0 < old <= new or (old == new and proof):
        return False
    if old == new:
        return old_root == new_root
    steps = list(proof) if old & (old - 1) else [old_root, *proof]
    if not steps:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = steps[0]
    for one in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = node_hash(one, before), node_hash(one, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, one)
        at, last = at >> 1, last >> 1
    return last == 0 and (before, after) == (old_root, new_root)


class Edge:
    """The right edge of a growing tree: the hashes of its complete parts."""

    def __init__(self, size: int = 0, parts: Sequence[bytes] = ()) -> None:
        self.size, self.parts = size, list(parts)

    def add(self, leaf: bytes) -> list[tuple[Piece, bytes]]:
        """One more entry; the parts above it that are complete now."""
        made, found, position = [], leaf, self.size
        level = 0
        while position & 1:
            found, level, position = node_hash(self.parts.pop(), found), level + 1, position >> 1
            made.append((Piece(level, position), found))
        self.parts.append(found)
        self.size += 1
        return made

    @property
    def root(self) -> bytes:
        """The hash over everything so far."""
        return folded(self.parts)
