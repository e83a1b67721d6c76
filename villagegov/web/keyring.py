"""The identity keys of this installation, read anew when the key file has changed (`flask keys rotate`)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from flask import current_app

from villagegov.people.identity import IdentityKeys
from villagegov.people.operations import Identity
from villagegov.people.rules import birth_date_of, sex_of


class _Ring(NamedTuple):
    """The keys, and the state of the file they were read from."""

    keys: IdentityKeys
    mark: tuple[int, int, int] | None


def identity_of(id_number: str, name: str) -> Identity:
    """A sound ID number becomes a person's identity: keyed, sealed, never shown again.

    To be made before the transaction, which may run more than once.
    """
    return Identity(
        person_key=keys().fingerprint(id_number),
        sealed_id=keys().encrypt(id_number),
        name=name,
        sex=sex_of(id_number),
        born_on=birth_date_of(id_number),
    )


def keys() -> IdentityKeys:
    """The keys that ID numbers are sealed and found with; a running server takes a new one without a restart."""
    ring = current_app.extensions.get("identity_keys")
    mark = _mark(current_app.config.get("SECRETS_FILE", ""))
    if not isinstance(ring, _Ring):
        ring = _Ring(keys_in(current_app.config), mark)
    elif mark != ring.mark:
        ring = _Ring(_read_anew(ring.keys), mark)
    current_app.extensions["identity_keys"] = ring
    return ring.keys


def keys_in(settings: Mapping[str, Any]) -> IdentityKeys:
    """The keys that settings name. Raises ValueError, KeyError, TypeError or AttributeError where they name none."""
    return IdentityKeys(
        encryption_keys={name: bytes.fromhex(key) for name, key in settings["IDENTITY_KEYS"].items()},
        current=settings["IDENTITY_KEY_ID"],
        hash_key=bytes.fromhex(settings["IDENTITY_HASH_KEY"]),
    )


def keys_of(path: Path) -> IdentityKeys | None:
    """The keys in a key file; None when it holds none."""
    try:
        return keys_in(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _mark(name: str) -> tuple[int, int, int] | None:
    try:
        found = Path(name).stat() if name else None
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else None


def _read_anew(before: IdentityKeys) -> IdentityKeys:
    """What the changed file says; a file that is gone, spoilt or somebody else's changes nothing."""
    found = keys_of(Path(current_app.config["SECRETS_FILE"]))
    return found if found is not None and found.finds_alike(before) else before
