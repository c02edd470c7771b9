"""The sentences of an export: each on one line, with its stop and the id of what it comes from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.meeting.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("No end", ["No end."]),
        ("He asks “Why?” Then he goes.", ["He asks “Why?”", "Then he goes."]),
        ("J. K. Rowling, e.g. Ann, approx. 5", ["J. K. Rowling, e.g. Ann, approx. 5."]),
        ("The U.S. Navy left. It left the U.S. The end.", ["The U.S. Navy left.", "It left the U.S.", "The end."]),
        ("See No. 5 and p. 12. He said no. Bob left.", ["See No. 5 and p. 12.", "He said no.", "Bob left."]),
        ("Mr. Lee vs. Dr. Ray. Lee Inc. Then Ray Inc. Too", ["Mr. Lee vs. Dr. Ray.", "Lee Inc.", "Then Ray Inc. Too."]),
        ("It costs. $5 is little. eBay pays.", ["It costs.", "$5 is little.", "eBay pays."]),
        ("See https://a.b/c?d=e. Next", ["See https://a.b/c?d=e.", "Next."]),
        ("1. First. 2. Second", ["1. First.", "2. Second."]),
        ("Wait... What?! No", ["Wait...", "What?!", "No."]),
        ("wrapped by an\neditor. So", ["wrapped by an editor.", "So."]),
        ("80.5 % of it", ["80.5 % of it."]),
        ("One\nTwo\n\n", ["One.", "Two."]),
        ("一。二。三", ["一。", "二。", "三。"]),
        ("他说：“好。”然后走。", ["他说：“好。”", "然后走。"]),
        ("كيف؟ جيد.", ["كيف؟", "جيد."]),
        ("यह है। वह", ["यह है।", "वह."]),
        (" \n ", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, parts: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text, "c001")] == parts


@given(st.text())
def test_no_word_of_a_text_is_lost(text: str) -> None:
    told = "".join("".join(sentence.text.split()) for sentence in sentences(text, "c001"))
    assert re.sub("[.。]", "", told) == re.sub("[.。]", "", "".join(text.split()))


def test_whose_words_they_are_stands_before_the_first() -> None:
    assert [sentence.said for sentence in sentences("One. Two.", "c001", "The reviewer")] == ["The reviewer", ""]


@given(st.text())
def test_every_sentence_ends(text: str) -> None:
    for sentence in sentences(text, "c001"):
        assert sentence.text.rstrip("\"'”’»)]」』）】〉》")[-1:] in tuple(".!?…:：؟۔।॥。！？｡"), sentence.text
