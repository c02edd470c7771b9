"""The base class of all stored values."""

from msgspec import Struct


class FrozenStruct(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value that cannot change and has no undeclared field."""
