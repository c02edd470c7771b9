"""Targets of links."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RecordLink:
    """A record or a note, by its id."""

    id: str


@dataclass(frozen=True)
class FilterLink:
    """The claims that match a filter query."""

    query: str


@dataclass(frozen=True)
class UrlLink:
    """A URL; the reader confirms it before anything opens it."""

    url: str


@dataclass(frozen=True)
class FullTextLink:
    """The text that was truncated to fit the card."""


@dataclass(frozen=True)
class ChoiceLink:
    """One of the choices that a dialog offers, by its value."""

    value: str


@dataclass(frozen=True)
class NodeLink:
    """A node of a drawn graph, by its index."""

    index: int


LinkTarget = RecordLink | FilterLink | UrlLink | FullTextLink | ChoiceLink | NodeLink
