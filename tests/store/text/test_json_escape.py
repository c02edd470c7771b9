"""JSON is escaped so that nothing in it is obeyed or hidden, and so that its value stays the same."""

from __future__ import annotations

import json

import pytest

from store.text.json_escape import NOT_ASCII, escape_json


@pytest.mark.parametrize(
    "character", ["\x7f", "\x9b", "\u200e", "\u200f", "\u202e", "\u2066", "\u2069", "\u061c", "\u2028", "\u200b", "\ufeff", "\U000e0041"]
)
def test_dangerous_characters_are_escaped_and_read_back(character: str) -> None:
    text = json.dumps({"a": f"x{character}y"}, ensure_ascii=False)
    escaped = escape_json(text)
    assert escaped.isascii()
    assert json.loads(escaped) == json.loads(text)


def test_ordinary_text_stays_as_it_is() -> None:
    text = json.dumps({"a": "naïve 阿里 👩\u200d👩\u200d👧 می\u200cخواهم"}, ensure_ascii=False)
    assert escape_json(text) == text


def test_another_class_of_characters_can_be_escaped() -> None:
    assert escape_json('"é👍"', NOT_ASCII) == '"\\u00e9\\ud83d\\udc4d"'
