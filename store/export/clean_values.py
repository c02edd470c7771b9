"""Clean the text in notes and opinions for export."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from store.text.sanitize import sanitize


def clean_values(value: Any) -> Any:
    """Return `value`, a tuple or struct of notes and opinions, with every string in it cleaned."""
    match value:
        case str():
            return sanitize(value)
        case Struct():
            changed = {name: clean_values(getattr(value, name)) for name in value.__struct_fields__}
            return replace(value, **changed)
        case tuple():
            cleaned = (clean_values(item) for item in value)
            return type(value)(*cleaned) if hasattr(value, "_fields") else tuple(cleaned)
        case _:
            return value
