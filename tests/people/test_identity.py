"""P4: identity numbers at rest."""

import pytest

from villagegov.people.identity import IdentityKeys, UnreadableIdentityError

NUMBER = "44010319900101009X"


def keys(current: str = "2026a", hash_key: bytes = b"h" * 32) -> IdentityKeys:
    return IdentityKeys(encryption_keys={"2026a": b"a" * 32, "2027b": b"b" * 32}, current=current, hash_key=hash_key)


def test_a_number_comes_back_and_never_shows() -> None:
    sealed = keys().encrypt(NUMBER)

    assert keys().decrypt(sealed) == NUMBER
    assert NUMBER.encode() not in sealed


def test_one_number_sealed_twice_differs_and_is_found_by_one_fingerprint() -> None:
    first, second = keys().encrypt_all([NUMBER, NUMBER])

    assert first != second
    assert keys().decrypt_all([first, second]) == [NUMBER, NUMBER]
    assert keys().fingerprints([NUMBER]) == [keys().fingerprint(NUMBER)]


def test_a_fingerprint_needs_the_key() -> None:
    assert keys().fingerprint(NUMBER) != keys(hash_key=b"i" * 32).fingerprint(NUMBER)
    assert len(keys().fingerprint(NUMBER)) == 32


def test_old_ciphertexts_open_after_a_key_change_and_are_known_as_old() -> None:
    old = keys("2026a").encrypt(NUMBER)

    assert keys("2027b").decrypt(old) == NUMBER
    assert not old.startswith(keys("2027b").current_prefix)
    assert old.startswith(keys("2026a").current_prefix)


@pytest.mark.parametrize("place", [0, 1, 8, 25, -1])
def test_an_altered_ciphertext_is_unreadable_and_says_nothing(place: int) -> None:
    sealed = bytearray(keys().encrypt(NUMBER))
    sealed[place] ^= 1

    with pytest.raises(UnreadableIdentityError) as caught:
        keys().decrypt(bytes(sealed))
    assert caught.value.args == ()


@pytest.mark.parametrize("sealed", [b"", b"\x05", b"\x052026a", b"\x052026a" + b"n" * 12])
def test_a_torn_ciphertext_is_unreadable(sealed: bytes) -> None:
    with pytest.raises(UnreadableIdentityError):
        keys().decrypt(sealed)


@pytest.mark.parametrize(
    ("encryption_keys", "current", "hash_key"),
    [
        ({}, "a", b"h" * 32),
        ({"a": b"a" * 16}, "a", b"h" * 32),
        ({"甲": b"a" * 32}, "甲", b"h" * 32),
        ({"a": b"a" * 32}, "a", b"short"),
    ],
)
def test_unfit_keys_are_refused_at_the_start(encryption_keys: dict[str, bytes], current: str, hash_key: bytes) -> None:
    with pytest.raises(ValueError, match="key"):
        IdentityKeys(encryption_keys=encryption_keys, current=current, hash_key=hash_key)


def test_keys_are_not_printed() -> None:
    assert "aaaa" not in repr(keys()) + str(vars(keys()).keys())
