"""An ID number as it was typed becomes a person's identity: keyed, sealed, never shown again."""

from villagegov.people.operations import Identity
from villagegov.people.rules import birth_date_of, sex_of
from villagegov.web.keyring import keys


def identity_of(id_number: str, name: str) -> Identity:
    """The identity of a sound number; before the transaction, which may run more than once."""
    return Identity(
        person_key=keys().fingerprint(id_number),
        sealed_id=keys().encrypt(id_number),
        name=name,
        sex=sex_of(id_number),
        born_on=birth_date_of(id_number),
    )
