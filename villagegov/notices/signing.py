"""The keys that checkpoints are signed with (Ed25519): made from the key file, a new one with each change of keys."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from villagegov.people.identity import IdentityKeys

PURPOSE = b"villagegov public log"


class Signer:
    """One key: whoever has the key file can sign; everybody can check with `public`."""

    def __init__(self, key_id: str, seed: bytes) -> None:
        self.key_id = key_id
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, text: str) -> bytes:
        """64 bytes, equal for equal texts."""
        return self._key.sign(text.encode())


def signer_of(keys: IdentityKeys, key_id: str = "") -> Signer:
    """The key in use, or an older one that the file still holds. Raises KeyError."""
    seed = keys.derived(key_id or keys.current, salt=b"", purpose=PURPOSE)
    if seed is None:
        raise KeyError(key_id)
    return Signer(key_id or keys.current, seed)


def signers_of(keys: IdentityKeys) -> list[Signer]:
    """All keys of the file, the one in use first."""
    others = [one for one in keys.ids if one != keys.current]
    return [signer_of(keys, one) for one in (keys.current, *others)]


def is_signed(text: str, signature: bytes, public: bytes) -> bool:
    """RFC 8032: whether the signature is that of this text under this key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
