"""Labels of keys."""

from __future__ import annotations

import pytest
from textual.keys import Keys

from tui.keys.key_labels import label_keys


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        ("tab", "tab"),
        ("shift+tab", "shift+tab"),
        ("space", "space"),
        ("delete", "delete"),
        ("colon,ctrl+p", ": ctrl+p"),
        ("alt+left", "alt+←"),
        ("ctrl+underscore", "ctrl+_"),
        ("question_mark,f1", "? F1"),
    ],
)
def test_keys_are_labelled_as_people_write_them(keys: str, label: str) -> None:
    assert label_keys(keys, is_plain=False) == label


def test_labels_are_ascii_where_nothing_else_can_be_shown() -> None:
    assert label_keys("up,backspace,alt+left", is_plain=True) == "up bksp alt+left"


@pytest.mark.parametrize("key", Keys, ids=lambda key: key.value)
def test_every_key_has_a_visible_label(key: Keys) -> None:
    label = label_keys(key.value, is_plain=False)
    assert label.strip() == label and label.isprintable()
