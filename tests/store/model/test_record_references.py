"""What points at what is read off the types, so that no link is forgotten."""

from __future__ import annotations

from store.model.record_references import Reference, reference_fields
from store.model.records import TABLES, Claim, Source


def test_references_are_read_off_the_types() -> None:
    assert Reference("speaker", "actors") in reference_fields(Claim)
    assert reference_fields(Source) == (Reference("author", "actors"), Reference("publisher", "actors"), Reference("translator", "actors"))


def test_a_list_of_references_is_a_reference_and_words_are_none() -> None:
    fields = {reference.field for reference in reference_fields(Claim)}
    assert {"speaker", "about", "paragraphs", "supports", "opposes"} == fields


def test_every_kind_of_record_points_at_something() -> None:
    assert all(reference_fields(kind) for kind in TABLES.values())
