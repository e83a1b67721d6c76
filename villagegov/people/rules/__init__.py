"""Identity numbers and names of persons."""

from villagegov.people.rules.id_numbers import (
    IdentityReason,
    age_on,
    birth_date_of,
    id_fault,
    id_mismatch,
    id_warning,
    normal_id,
    sex_of,
    sound_id,
)
from villagegov.people.rules.names import NameReason, clean_name, hidden_character

__all__ = [
    "IdentityReason",
    "NameReason",
    "age_on",
    "birth_date_of",
    "clean_name",
    "hidden_character",
    "id_fault",
    "id_mismatch",
    "id_warning",
    "normal_id",
    "sex_of",
    "sound_id",
]
