"""The catalogue (三务公开目录): what a committee has to post, how often, by whom, on which ground (D-02, D-16)."""

from villagegov.disclosure.rules.catalogue.adopted import Kept, changes, may_switch_off, stricter, with_adopted
from villagegov.disclosure.rules.catalogue.built_in import built_in
from villagegov.disclosure.rules.catalogue.entry import Catalogue, Entry
from villagegov.disclosure.rules.catalogue.items import BY_OTHER_ROOMS, CUSTOMS, DRAFTABLE, affairs_named, named

__all__ = [
    "BY_OTHER_ROOMS",
    "CUSTOMS",
    "DRAFTABLE",
    "Catalogue",
    "Entry",
    "Kept",
    "affairs_named",
    "built_in",
    "changes",
    "may_switch_off",
    "named",
    "stricter",
    "with_adopted",
]
