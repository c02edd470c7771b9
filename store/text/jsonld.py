"""Helpers for JSON-LD: the IRIs of records, and JSON without control characters."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, unquote

import msgspec

from store.text.json_escape import escape_json

SCHEME = "urn:briefing:"

# The vocabulary of W3C Web Annotations, and the prefix of our own terms.
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TERMS, PREFIX = f"{SCHEME}terms:", "briefing:"
# The fields of a note that have a term of the W3C; the others are written under our prefix.
W3C_FIELDS = ("id", "target", "body", "tags", "created", "modified", "motivation", "status", "quote", "link")
_PLAIN = re.compile(r"[a-z0-9-]+\Z")  # an id is an address as it is


def address(briefing: str, *way: str) -> str:
    """`urn:briefing:bridges:c001`: the thing `c001` of the briefing `bridges`; the briefing itself where no way leads on."""
    return SCHEME + ":".join(step if _PLAIN.match(step) else quote(step, safe="") for step in (briefing, *way))


def id_from_iri(iri: str) -> tuple[str, ...]:
    """Return the steps of an address of ours, the briefing first; none if it is not one."""
    steps = iri.removeprefix(SCHEME).split(":") if iri.startswith(SCHEME) else []
    return tuple(map(unquote, steps)) if all(steps) else ()


def as_json(tree: dict[str, Any]) -> str:
    """`tree` as indented JSON; the same for the same values."""
    text = msgspec.json.format(msgspec.json.encode(tree), indent=2).decode()
    return escape_json(text) + "\n"
