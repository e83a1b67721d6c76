"""Identity numbers at rest: a keyed fingerprint to find them by, a ciphertext to show them from (P4, P-09)."""

import hmac
import os
from collections.abc import Iterable, Mapping, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12
_KEY = 32
#: Told to the cipher beside the data, so that a sealed file and a sealed number cannot stand in for each other.
_FILE = b"file"
_COPY = b"villagegov key file"


class UnreadableIdentityError(Exception):
    """A ciphertext was altered, or its key is not among ours. Carries no data."""


class IdentityKeys:
    """The keys of this installation. A ciphertext is: length of key id, key id, nonce, sealed number."""

    def __init__(self, *, encryption_keys: Mapping[str, bytes], current: str, hash_key: bytes) -> None:
        if current not in encryption_keys:
            raise ValueError("the current identity key id is not among the identity keys")
        for key_id, key in encryption_keys.items():
            if not (key_id.isascii() and 0 < len(key_id) < 256) or len(key) != _KEY:
                raise ValueError("an identity key needs an ASCII id and 32 bytes")
        if len(hash_key) < _KEY:
            raise ValueError("the identity hash key needs 32 bytes or more")
        self._sealers = {_prefix(key_id): AESGCM(key) for key_id, key in encryption_keys.items()}
        self._current = _prefix(current)
        self._hash_key = hash_key
        self._keys = dict(encryption_keys)
        #: The id of the key that seals from now on.
        self.current = current

    def derived(self, key_id: str, *, salt: bytes, purpose: bytes) -> bytes | None:
        """A key of its own for one purpose, from the named key and the hash key together; None without that key."""
        key = self._keys.get(key_id)
        if key is None:
            return None
        return HKDF(algorithm=SHA256(), length=_KEY, salt=salt, info=purpose).derive(key + self._hash_key)

    @property
    def check_code(self) -> str:
        """Equal for equal keys, and telling nothing about them; what a copy of the key file is recognised by."""
        every = b"".join(len(key_id).to_bytes(1, "big") + key_id.encode() + key for key_id, key in self._sorted)
        return HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=_COPY).derive(every + self._hash_key).hex()

    @property
    def _sorted(self) -> list[tuple[str, bytes]]:
        return sorted(self._keys.items())

    @property
    def ids(self) -> list[str]:
        """The names of all keys, the oldest first."""
        return sorted(self._keys, key=lambda key_id: (len(key_id), key_id))

    def finds_alike(self, other: "IdentityKeys") -> bool:
        """Whether both find the same persons; numbers stored under one hash key are lost to another."""
        return hmac.compare_digest(self._hash_key, other._hash_key)

    def fingerprint(self, id_number: str) -> bytes:
        """32 bytes, equal for equal numbers and for nobody to guess without the key."""
        return hmac.digest(self._hash_key, id_number.encode(), "sha256")

    def fingerprints(self, id_numbers: Iterable[str]) -> list[bytes]:
        """The same for a whole roll."""
        digest, key = hmac.digest, self._hash_key
        return [digest(key, number.encode(), "sha256") for number in id_numbers]

    def encrypt(self, id_number: str) -> bytes:
        """Sealed under the current key with a fresh nonce; two of one number differ."""
        return self.encrypt_all([id_number])[0]

    def encrypt_all(self, id_numbers: Sequence[str]) -> list[bytes]:
        """The same for a whole roll; the nonces are drawn at once."""
        prefix, seal = self._current, self._sealers[self._current].encrypt
        random = os.urandom(_NONCE * len(id_numbers))
        nonces = [random[at : at + _NONCE] for at in range(0, len(random), _NONCE)]
        return [
            prefix + nonce + seal(nonce, number.encode(), prefix)
            for nonce, number in zip(nonces, id_numbers, strict=True)
        ]

    def decrypt(self, sealed: bytes) -> str:
        """The number again; UnreadableIdentityError when it was altered or its key is gone."""
        start = sealed[0] + 1 if sealed else 0
        prefix, nonce = sealed[:start], sealed[start : start + _NONCE]
        sealer = self._sealers.get(prefix)
        if sealer is None or len(nonce) != _NONCE:
            raise UnreadableIdentityError
        try:
            return sealer.decrypt(nonce, sealed[start + _NONCE :], prefix).decode()
        except (InvalidTag, ValueError):
            raise UnreadableIdentityError from None

    def decrypt_all(self, sealed: Iterable[bytes]) -> list[str]:
        """The same for a whole roll."""
        return [self.decrypt(one) for one in sealed]

    def seal(self, data: bytes) -> bytes:
        """A whole file sealed under the current key; it never opens as an ID number, nor the other way round."""
        nonce = os.urandom(_NONCE)
        prefix = self._current
        return prefix + nonce + self._sealers[prefix].encrypt(nonce, data, prefix + _FILE)

    def unseal(self, sealed: bytes) -> bytes:
        """The file again; UnreadableIdentityError when it was altered or its key is gone."""
        start = sealed[0] + 1 if sealed else 0
        prefix, nonce = sealed[:start], sealed[start : start + _NONCE]
        sealer = self._sealers.get(prefix)
        if sealer is None or len(nonce) != _NONCE:
            raise UnreadableIdentityError
        try:
            return sealer.decrypt(nonce, sealed[start + _NONCE :], prefix + _FILE)
        except InvalidTag:
            raise UnreadableIdentityError from None

    @property
    def current_prefix(self) -> bytes:
        """What everything sealed under the current key begins with; all else a key change has still to seal anew."""
        return self._current

    def renewed(self, sealed: bytes, *, is_file: bool) -> bytes:
        """The same under the current key; UnreadableIdentityError when it does not open."""
        return self.seal(self.unseal(sealed)) if is_file else self.encrypt(self.decrypt(sealed))


def _prefix(key_id: str) -> bytes:
    return bytes([len(key_id)]) + key_id.encode("ascii", "replace")
