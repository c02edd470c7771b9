"""Counts of things in words."""

from __future__ import annotations


def pluralize(count: int, noun: str) -> str:
    """Return the count and the noun, in the plural unless the count is 1: `1 note`, `1,200 notes`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
