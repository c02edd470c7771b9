"""Records are values: they cannot change, and they have no field that is not written down."""

from __future__ import annotations

import json
import typing

import jsonschema
import msgspec
import pytest

from store.model.record_references import reference_fields
from store.model.records import TABLES, BriefingFile, Record
from tests.support.make_schema import SCHEMA, schema
from tests.support.sample import claim, note, paragraph, raw, tree, whole


def test_a_record_cannot_change() -> None:
    with pytest.raises(AttributeError):
        claim().text = "other"  # type: ignore[misc]


def test_equal_fields_are_an_equal_record() -> None:
    assert claim() == claim()
    assert hash(claim()) == hash(claim())


def test_a_field_nobody_wrote_down_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw(claim(), colour="red"), type(claim()))


@pytest.mark.parametrize("wrong", ["", "A", "-a", "a b", "../a", "a" * 65, "a\n", "ａ"])
def test_an_id_is_lower_case_letters_digits_and_hyphens(wrong: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw(claim(), id=wrong), type(claim()))


@pytest.mark.parametrize("wrong", ["n-aaaaa", "n-aaaaaaa", "aaaaaa", "n-aaaaaa\n", "n-AAAAAA"])
def test_a_notes_id_is_six_letters_or_digits(wrong: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw(note(), id=wrong), type(note()))


def test_a_paragraph_is_addressed_like_a_record() -> None:
    assert paragraph(number=12).id == "p12"


def test_every_kind_of_record_has_its_table() -> None:
    assert set(TABLES.values()) == set(typing.get_args(Record))
    assert {name for name in TABLES if name not in BriefingFile.__struct_fields__} == set()


def test_every_reference_points_into_a_table_of_the_file() -> None:
    tables = {reference.table for kind in TABLES.values() for reference in reference_fields(kind)}
    assert tables == {"actors", "claims", "strategies", "strategy_kinds", "paragraphs"}


def test_the_shipped_schema_is_that_of_the_model() -> None:
    """Made anew by `python -m tests.support.make_schema`."""
    assert json.loads(SCHEMA.read_text("utf-8")) == schema()


@pytest.mark.parametrize("file", [tree(), raw(whole())])
def test_the_schema_accepts_what_we_accept(file: dict[str, object]) -> None:
    assert list(jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).iter_errors(file)) == []


@pytest.mark.parametrize("change", [{"id": "A"}, {"actors": []}, {"colour": "red"}, {"version": 0}, {"claims": [raw(claim(), kind="lie")]}])
def test_the_schema_refuses_what_we_refuse(change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tree(**change), json.loads(SCHEMA.read_text("utf-8")), cls=jsonschema.Draft202012Validator)
