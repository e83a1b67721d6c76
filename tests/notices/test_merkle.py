"""The tree of the public log is that of RFC 6962: known hashes, and proofs for every size against a plain reference."""

import hashlib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from villagegov.notices.rules.merkle import (
    EMPTY,
    Edge,
    Piece,
    consistency_spans,
    folded,
    hash_of,
    inclusion_spans,
    is_consistent,
    leaf_hash,
    pieces_of,
    root_by_inclusion,
)

#: The entries and the roots over the first 0 to 8 of them that certificate-transparency's own tests use (RFC 6962).
ENTRIES = [
    bytes.fromhex(one)
    for one in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
SIZES = st.integers(1, 70)


def reference(leaves: list[bytes]) -> bytes:
    """RFC 6962 2.1, word for word."""
    if not leaves:
        return EMPTY
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return hashlib.sha256(b"\1" + reference(leaves[:half]) + reference(leaves[half:])).digest()


def grown(size: int) -> tuple[list[bytes], dict[Piece, bytes], Edge]:
    """Leaves, every stored hash, and the edge of a tree."""
    edge, leaves = Edge(), [leaf_hash(str(at).encode()) for at in range(size)]
    hashes = {Piece(0, at): leaf for at, leaf in enumerate(leaves)}
    for leaf in leaves:
        hashes |= dict(edge.add(leaf))
    return leaves, hashes, edge


def test_the_roots_are_those_of_the_rfcs_own_implementation() -> None:
    edge = Edge()
    roots = [edge.root.hex()]
    for entry in ENTRIES:
        edge.add(leaf_hash(entry))
        roots.append(edge.root.hex())

    assert roots == ROOTS


@given(SIZES)
def test_a_tree_that_grows_has_the_root_of_one_made_at_once(size: int) -> None:
    leaves, hashes, edge = grown(size)

    assert edge.root == reference(leaves) == hash_of((0, size), hashes)
    assert Edge(size, [hashes[piece] for piece in pieces_of((0, size))]).root == edge.root
    assert all(larger.level > smaller.level for larger, smaller in pairwise(pieces_of((0, size))))


@given(SIZES, st.data())
def test_an_entry_is_proven_and_nothing_else_is(size: int, data: st.DataObject) -> None:
    leaves, hashes, edge = grown(size)
    at, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size - 1))
    proof = [hash_of(span, hashes) for span in inclusion_spans(at, size)]

    assert root_by_inclusion(leaves[at], at, size, proof) == edge.root
    assert (root_by_inclusion(leaves[other], at, size, proof) == edge.root) == (other == at)
    assert (root_by_inclusion(leaves[at], other, size, proof) == edge.root) == (other == at)
    assert root_by_inclusion(leaves[at], at, size, [*proof, EMPTY]) is None
    assert not proof or root_by_inclusion(leaves[at], at, size, proof[:-1]) != edge.root
    assert root_by_inclusion(leaves[at], size, size, proof) is None


@given(SIZES, st.data())
def test_a_tree_that_only_grew_is_consistent_and_a_changed_one_is_not(size: int, data: st.DataObject) -> None:
    leaves, hashes, edge = grown(size)
    old = data.draw(st.integers(1, size))
    proof = [hash_of(span, hashes) for span in consistency_spans(old, size)]
    before = reference(leaves[:old])
    changed = [*leaves[: old - 1], leaf_hash(b"another")]

    assert is_consistent(old=old, old_root=before, new=size, new_root=edge.root, proof=proof)
    assert not is_consistent(old=old, old_root=reference(changed), new=size, new_root=edge.root, proof=proof)
    assert not is_consistent(old=old, old_root=before, new=size, new_root=EMPTY, proof=proof)
    assert not is_consistent(old=old, old_root=before, new=size, new_root=edge.root, proof=[*proof, EMPTY])
    assert not proof or not is_consistent(old=old, old_root=before, new=size, new_root=edge.root, proof=proof[:-1])


def test_nothing_is_proven_of_sizes_that_cannot_be() -> None:
    assert not is_consistent(old=0, old_root=EMPTY, new=3, new_root=EMPTY, proof=[])
    assert not is_consistent(old=4, old_root=EMPTY, new=3, new_root=EMPTY, proof=[])
    assert not is_consistent(old=2, old_root=EMPTY, new=2, new_root=EMPTY, proof=[EMPTY])
    assert folded([]) == EMPTY
