"""A key that no terminal sends is refused with the reason; all others get the one name by which Textual knows them."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.keys.key_names import NOT_UNIVERSAL, InvalidKeyError, is_typed, parse_key
from tui.keys.keymaps import KEYMAPS
from tui.keys.table import KEYS


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a", "a"), ("A", "A"), ("?", "question_mark"), ("question_mark", "question_mark"), ("/", "slash"), ("+", "plus"),
        ("_", "underscore"),
        ("Ctrl+N", "ctrl+n"), ("esc", "escape"), ("PgDn", "pagedown"), ("alt+left", "alt+left"), ("F5", "f5"), ("space", "space"),
        ("ä", "ä"), ("shift+tab", "shift+tab"), ("ctrl+_", "ctrl+underscore"), ("alt+x", "alt+x"), ("ctrl + n", "ctrl+n"),
        ("ctrl+shift+up", "ctrl+shift+up"),
    ],
)  # fmt: skip
def test_keys_are_read_as_people_write_them(written: str, name: str) -> None:
    assert parse_key(written) == name


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("ctrl+i", "cannot be told from tab"),
        ("ctrl+m", "cannot be told from enter"),
        ("ctrl+[", "cannot be told from escape"),
        ("ctrl+h", "cannot be told from backspace"),
        ("ctrl+shift+n", "they send ctrl+n for it"),
        ("shift+n", "Did you mean N?"),
        ("ctrl+1", "Did you mean alt+1?"),
        ("cmd+x", "terminals keep cmd to themselves"),
        ("super+x", "terminals keep super to themselves"),
        ("ctrl+c", "kept for copying"),
        ("ctrl+q", "kept for quitting"),
        ("pgdwn", "Did you mean pagedown?"),
        ("crtl+x", "Did you mean ctrl?"),
        ("g g", "is not a key"),
        ("f99", "is not a key"),
        ("", "is not a key"),
        ("ctrl+", "is not"),
    ],
)
def test_impossible_keys_are_refused_with_the_reason(written: str, why: str) -> None:
    with pytest.raises(InvalidKeyError, match=re.escape(why)):
        parse_key(written)


@pytest.mark.parametrize("key", sorted({key for row in KEYS if row.keys for key in row.keys.split(",")} - {"ctrl+q"}))
def test_every_key_of_the_table_can_be_pressed(key: str) -> None:
    assert parse_key(key) == key


@pytest.mark.parametrize("key", sorted({key for keymap in KEYMAPS.values() for keys in keymap.values() for key in keys} - {"ctrl+q"}))
def test_every_key_of_the_shipped_keymaps_can_be_pressed(key: str) -> None:
    assert parse_key(key) == key
    assert key not in NOT_UNIVERSAL


@given(st.text(max_size=12))
def test_a_key_is_read_or_refused_and_reading_it_again_changes_nothing(written: str) -> None:
    try:
        key = parse_key(written)
    except InvalidKeyError as error:
        assert str(error).endswith((".", "?")) and not any(unicodedata.category(character) == "Cc" for character in str(error))
        return
    assert parse_key(key) == key


def test_what_one_types_is_no_key_where_one_types() -> None:
    assert all(map(is_typed, ("a", "question_mark", "space", "enter", "left", "ä")))
    assert not any(map(is_typed, ("ctrl+s", "escape", "f5", "alt+x")))
