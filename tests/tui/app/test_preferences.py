"""What the reader asked for comes together in one value, and what was refused in sentences."""

from __future__ import annotations

from store.settings import Settings
from tui.app.preferences import Preferences, resolve_preferences


def test_without_wishes_all_is_as_shipped() -> None:
    assert resolve_preferences(Settings(), {}) == Preferences() == Preferences({}, "briefing-night", "", (), False)


def test_wishes_are_granted() -> None:
    likes = resolve_preferences(Settings("vim", "nord", "code -w", {"undo": ("U",)}), {}, is_plain=True)
    assert (likes.theme, likes.editor, likes.warnings, likes.is_plain) == ("nord", "code -w", (), True)
    assert likes.keymap["undo"] == ("U",)
    assert likes.keymap["note.add"] == ("i", "a")


def test_what_is_refused_is_told_and_the_rest_granted() -> None:
    likes = resolve_preferences(Settings("vimm", "nord", problems=("A problem.",)), {"TEXTUAL_THEME": "no-such"})
    assert (likes.keymap, likes.theme) == ({}, "nord")
    assert [notice.partition(":")[0] for notice in likes.warnings] == ["A problem.", "config.toml", "TEXTUAL_THEME"]
