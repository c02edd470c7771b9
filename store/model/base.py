"""What every value of the store shares."""

from msgspec import Struct


class FrozenStruct(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every value here shares: it cannot change, and it has no field that is not written down."""
