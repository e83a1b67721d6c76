"""Personal information: what is shown to whom, and what may not be posted at all (rulebook 8)."""

from villagegov.privacy.masks import (
    MASKS,
    Audience,
    Field,
    Named,
    Shown,
    mask_account,
    mask_id,
    mask_id_for_staff,
    mask_name,
    mask_names,
    masked,
    shown,
)
from villagegov.privacy.scanner import Found, FoundIn, PrivacyReason, find_personal_numbers, scan_all

__all__ = [
    "MASKS",
    "Audience",
    "Field",
    "Found",
    "FoundIn",
    "Named",
    "PrivacyReason",
    "Shown",
    "find_personal_numbers",
    "mask_account",
    "mask_id",
    "mask_id_for_staff",
    "mask_name",
    "mask_names",
    "masked",
    "scan_all",
    "shown",
]
