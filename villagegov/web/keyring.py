"""The identity keys of this installation, made once from the settings."""

from flask import current_app

from villagegov.people.identity import IdentityKeys


def keys() -> IdentityKeys:
    """The keys that ID numbers are sealed and found with."""
    made = current_app.extensions.get("identity_keys")
    if not isinstance(made, IdentityKeys):
        settings = current_app.config
        made = IdentityKeys(
            encryption_keys={name: bytes.fromhex(key) for name, key in settings["IDENTITY_KEYS"].items()},
            current=settings["IDENTITY_KEY_ID"],
            hash_key=bytes.fromhex(settings["IDENTITY_HASH_KEY"]),
        )
        current_app.extensions["identity_keys"] = made
    return made
