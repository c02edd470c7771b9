"""Moments written as ISO 8601, compared as points in time whatever their UTC offsets."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

UNREADABLE = float("-inf")


def parse_instant(text: str) -> datetime | None:
    """Return the moment in UTC, or None if `text` is not ISO 8601. A time without an offset is taken as UTC."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1 << 17)  # a list of notes is sorted after every change; parsing takes ten times as long as this look-up
def instant_of(text: str) -> float:
    """Return seconds since 1970 as a sort key; an unreadable time sorts before all others."""
    moment = parse_instant(text)
    return UNREADABLE if moment is None else moment.timestamp()
