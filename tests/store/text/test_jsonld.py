"""An address leads back to what it was made of, and JSON for others has nothing in it that a terminal would obey."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.jsonld import address, as_json, id_from_iri

STEPS = st.lists(st.text(min_size=1), min_size=1, max_size=4)


@given(STEPS)
def test_an_address_leads_back(steps: list[str]) -> None:
    assert id_from_iri(address(*steps)) == tuple(steps)


@given(STEPS)
def test_an_address_has_only_signs_that_an_address_may_have(steps: list[str]) -> None:
    assert re.fullmatch(r"urn:briefing:[A-Za-z0-9._~%:-]+", address(*steps))


@pytest.mark.parametrize("iri", ["", "c001", "https://example.org/c001", "urn:isbn:1", "urn:briefing:", "urn:briefing:a::b", "URN"])
def test_what_is_no_address_of_ours_leads_nowhere(iri: str) -> None:
    assert id_from_iri(iri) == ()


@given(st.text())
def test_json_says_the_same_without_a_control_character(text: str) -> None:
    told = as_json({"text": [text]})
    assert json.loads(told) == {"text": [text]}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", told)
