"""Accounts, grants, passwords, second factors, slips and sign-ins: everything that changes them."""

from villagegov.accounts.operations.attempts import (
    note_asking,
    note_attempt,
    note_card_attempt,
    note_code_attempt,
    note_receipt_attempt,
    settle_attempt,
)
from villagegov.accounts.operations.granting import add_grant, end_grant, end_grants_of_person, give_role
from villagegov.accounts.operations.handovers import disable_with_handover, end_with_handover, note_seen
from villagegov.accounts.operations.people import create_account, disable, enable, reset_password, unlock
from villagegov.accounts.operations.second_factor import (
    drop_second_factor,
    renew_recovery_codes,
    reset_by_machine,
    reset_second_factor,
    set_second_factor,
    sign_in_with_code,
)
from villagegov.accounts.operations.signing import change_password, prove_password, sign_in, sign_out
from villagegov.accounts.operations.slips import NewPerson, open_accounts, print_anew
from villagegov.accounts.operations.tellers import close_stations, give_teller_day, refuse_other_station

__all__ = [
    "NewPerson",
    "add_grant",
    "change_password",
    "close_stations",
    "create_account",
    "disable",
    "disable_with_handover",
    "drop_second_factor",
    "enable",
    "end_grant",
    "end_grants_of_person",
    "end_with_handover",
    "give_role",
    "give_teller_day",
    "note_asking",
    "note_attempt",
    "note_card_attempt",
    "note_code_attempt",
    "note_receipt_attempt",
    "note_seen",
    "open_accounts",
    "print_anew",
    "prove_password",
    "refuse_other_station",
    "renew_recovery_codes",
    "reset_by_machine",
    "reset_password",
    "reset_second_factor",
    "set_second_factor",
    "settle_attempt",
    "sign_in",
    "sign_in_with_code",
    "sign_out",
    "unlock",
]
