"""Which fields of a record point at other records: read off the types of the model."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from msgspec import Meta


class Reference(NamedTuple):
    """A field that points at records: its name, and the table it points into."""

    field: str
    table: str


@cache
def reference_fields(kind: Hashable) -> tuple[Reference, ...]:
    """Return the fields of the Struct `kind` that hold ids of other records."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(Reference(name, table) for name, hint in hints.items() for table in _tables_in(hint))


def _tables_in(hint: Any) -> Iterator[str]:
    for note in getattr(hint, "__metadata__", ()):
        if isinstance(note, Meta) and note.extra and "refers" in note.extra:
            yield str(note.extra["refers"])
    for part in get_args(hint):
        yield from _tables_in(part)
