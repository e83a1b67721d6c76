"""Personal information: what is shown to whom, and what may not be posted at all (rulebook 8)."""

from villagegov.privacy.masks import (
    MASKS,
    Audience,
    Field,
    Shown,
    mask_account,
    mask_id,
    mask_id_for_staff,
    mask_name,
    shown,
)
from villagegov.privacy.scanner import Found, PrivacyReason, find_personal_numbers

__all__ = [
    "MASKS",
    "Audience",
    "Field",
    "Found",
    "PrivacyReason",
    "Shown",
    "find_personal_numbers",
    "mask_account",
    "mask_id",
    "mask_id_for_staff",
    "mask_name",
    "shown",
]
