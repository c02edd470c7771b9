"""Formats are known by name, and an export never lands on somebody's file unasked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.briefing import Briefing
from store.errors import NotFound, Refused
from store.export import FORMATS, exporter, remark
from store.export.options import Options
from store.model import Claim, Forecast
from tests.sample import claim, note, prediction, whole


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_one_function_of_one_shape(name: str) -> None:
    exported = exporter(name)(Briefing(whole()), (note(),))
    for text in exported.values() if isinstance(exported, dict) else [exported]:
        assert text.endswith("\n")


@pytest.mark.parametrize("name", ["jsn", "../json", "store", "", "__init__"])
def test_an_unknown_format_is_answered_with_the_known_ones(name: str) -> None:
    with pytest.raises(
        NotFound, match=r"There is no export format .+; the formats are json, markdown, .+, argdown\. (Did you mean json\?|`briefing)"
    ):
        exporter(name)


def test_a_page_is_made_as_it_is_wanted_and_nothing_else_can_be() -> None:
    options = Options(audience="the board")
    assert "For the board" in str(exporter("brief", options)(Briefing(whole()), ()))
    with pytest.raises(Refused, match=r"json has everything in it; .* brief and html"):
        exporter("json", options)


def test_a_format_says_what_it_leaves_out() -> None:
    book = Briefing(whole(claims=(claim(id="c001"), prediction(id="c002"), vague("c003"), vague("c004"))))
    assert remark("ics", book) == "2 predictions have no due date and are left out."
    assert remark("ics", Briefing(whole())) == remark("json", book) == ""


def vague(identity: str) -> Claim:
    """A prediction that can never be false."""
    return replace(prediction(id=identity), forecast=Forecast(horizon="Some day.", test="None.", uncheckable="It has no date."))
