"""Whoever changes keys loses none: every action keeps a key that works in its place, or the change is refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.annotations.ui_state import UiState
from store.library.library import Library
from tui.app.app import BriefingApp
from tui.app.preferences import Preferences
from tui.keys import bindings
from tui.keys.bindings import footer_hints, key_label, scopes_overlap
from tui.keys.key_names import NOT_UNIVERSAL
from tui.keys.keymaps import KEYMAPS, Keymap, choose_keymap, resolve
from tui.keys.table import KEYS, KeyBinding

IDS = [row.id for row in KEYS]
KEYLESS = {row.id for row in KEYS if not row.keys}
LETTERS = st.sampled_from([*"abcdefghijklmnopqrstuvwxyz", "ctrl+n", "ctrl+x", "alt+o", "f6", "enter", "escape", "up"])
WISHES = st.dictionaries(st.sampled_from(IDS), st.lists(LETTERS, max_size=3, unique=True).map(tuple), max_size=6)


def app_with(library: Library, keymap: Keymap, is_plain: bool = False) -> BriefingApp:
    """Return an app, not running, with this keymap."""
    preferences = Preferences(keymap=keymap, is_plain=is_plain)
    return BriefingApp(library, library.open("bridges"), library.notes("bridges"), UiState(), preferences=preferences)


def in_force(changed: Keymap) -> dict[str, tuple[str, ...]]:
    return {row.id: changed.get(row.id, tuple(row.keys.split(",")) if row.keys else ()) for row in KEYS}


def overlaps(held: Keymap) -> list[tuple[str, str, set[str]]]:
    """Actions that want the same key in the same place, and did not in the table as it is."""
    pairs = [(one, other) for at, one in enumerate(KEYS) for other in KEYS[:at] if scopes_overlap(one.scope, other.scope)]
    own = {row.id: set(row.keys.split(",")) - {""} for row in KEYS}
    found = [(one.id, other.id, set(held[one.id]) & set(held[other.id])) for one, other in pairs]
    return [(one, other, both) for one, other, both in found if both - (own[one] & own[other])]


@pytest.mark.parametrize("name", KEYMAPS)
def test_every_shipped_keymap_leaves_every_action_a_key_of_its_own(name: str) -> None:
    changed, problems = choose_keymap(name, {})
    assert problems == ()
    assert overlaps(in_force(changed)) == []
    assert all(set(pressed) - set(NOT_UNIVERSAL) for key_id, pressed in in_force(changed).items() if key_id not in KEYLESS)


@pytest.mark.parametrize(("name", "identity"), [(name, identity) for name, keymap in KEYMAPS.items() for identity in keymap])
def test_every_shipped_keymap_names_actions_that_exist(name: str, identity: str) -> None:
    assert identity in IDS
    assert in_force(choose_keymap(name, {})[0])[identity] == KEYMAPS[name][identity]


@given(st.sampled_from(list(KEYMAPS)), WISHES)
def test_whatever_is_wished_for_no_action_is_hidden(name: str, wishes: Keymap) -> None:
    changed, problems = choose_keymap(name, wishes)
    held = in_force(changed)
    assert overlaps(held) == []
    assert all(set(pressed) - set(NOT_UNIVERSAL) for key_id, pressed in held.items() if key_id not in KEYLESS)
    assert not (problems and changed)


@given(WISHES)
def test_what_is_wished_for_is_had_or_refused(wishes: Keymap) -> None:
    changed, problems = choose_keymap("", wishes)
    assert problems or all(in_force(changed)[identity] == pressed for identity, pressed in wishes.items())


@given(WISHES, WISHES)
def test_the_nearer_layer_has_its_way(shipped: Keymap, own: Keymap) -> None:
    held = resolve(KEYS, shipped, own).keys
    assert all(held[identity] == pressed for identity, pressed in own.items())


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"note.ad": ("x",)}, "keys.note.ad is not an action. Did you mean note.add?"),
        ({"zzz": ("x",)}, "keys.zzz is not an action. Actions are such as"),
        ({"note.add": ("d",)}, "note.delete would have no key left: note.add takes d."),
        ({"back": ("enter",)}, "open would have no key left: back takes enter."),
        ({"undo": ("ctrl+k",), "redo": ("ctrl+k",)}, "both ask for ctrl+k."),
        ({"note.add": ()}, "note.add would have no key left."),
        ({"note.add": ("cmd+n",)}, "keys.note.add: “cmd+n” cannot be pressed here"),
        ({"save": ("s",)}, "keys.save: s is needed for writing there."),
        ({"save": ("ctrl+enter",)}, "save would have no key left."),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence_and_the_default_is_used(wishes: Keymap, told: str) -> None:
    changed, problems = choose_keymap("", wishes)
    assert changed == {}
    assert told in problems[0]
    assert problems[0].startswith("config.toml: ")
    assert problems[-1].endswith("The default keys are used.")


def test_a_keymap_that_is_none_of_ours_is_refused() -> None:
    assert choose_keymap("vimm", {}) == ({}, ("config.toml: there is no keymap vimm. Did you mean vim? The default keys are used.",))


def test_the_removed_emacs_keymap_is_named_and_the_default_keymap_is_used() -> None:
    notice = 'config.toml: keymap "emacs" was removed in 0.2; use "default" or "vim". The default keymap is used.'
    assert choose_keymap("emacs", {}) == ({}, (notice,))
    assert choose_keymap("emacs", {"note.add": ("f9",)}) == ({"note.add": ("f9",)}, (notice,))


@pytest.mark.parametrize(
    ("name", "alternative"),
    [("tour", "help"), ("unseen", "mark"), ("note.kind", "note.edit"), ("grade", "verdict"), ("verdict.history", "history")],
)
def test_a_key_of_a_removed_action_is_ignored_and_the_other_keys_stay(name: str, alternative: str) -> None:
    changed, notices = choose_keymap("", {name: ("f8",), "note.add": ("f9",)})
    assert changed == {"note.add": ("f9",)}
    assert notices == (f"config.toml: keys.{name} is ignored (removed in 0.2); use {alternative}.",)


def test_many_problems_are_told_in_few_words() -> None:
    _, problems = choose_keymap("", {f"x{number}": ("a",) for number in range(30)})
    assert len(problems) == 3
    assert "There are 27 more such problems." in problems[-1]


def test_a_key_that_another_can_spare_may_be_taken() -> None:
    changed, problems = choose_keymap("", {"top": ("k",)})
    assert problems == ()
    assert changed == {"top": ("k",), "up": ("up",)}


def test_places_that_are_never_in_force_together_may_share_a_key() -> None:
    rows = (
        KeyBinding("a", "a", "x", "A", "list", "G"),
        KeyBinding("b", "b", "y", "B", "card", "G"),
        KeyBinding("c", "c", "z", "C", "write", "G"),
    )
    assert resolve(rows, {"a": ("f9",), "b": ("f9",), "c": ("f9",)}).problems == ()
    assert resolve((rows[0], rows[1]._replace(scope="browser")), {"a": ("f9",), "b": ("f9",)}).problems


def test_the_footer_and_messages_show_the_keys_of_the_active_keymap(library: Library) -> None:
    with app_with(library, {"note.add": ("f9", "i")})._context():
        assert key_label("note.add").upper() == "F9"
        assert key_label("note.add") in [hint[0] for hint in footer_hints("Claims", "browser")]
        assert {row.keys for row in bindings.active_bindings() if row.id == "note.add"} == {"f9,i"}


def test_two_apps_in_one_process_have_keymaps_of_their_own(library: Library) -> None:
    one, other = (app_with(library, {"note.add": (key,)}) for key in ("f9", "f10"))
    for app, label in ((one, "F9"), (other, "F10"), (one, "F9")):
        with app._context():
            assert key_label("note.add").upper() == label
    assert key_label("note.add") == "a"


def test_keys_are_labelled_in_words_if_only_ascii_can_be_shown(library: Library) -> None:
    with app_with(library, {}, is_plain=True)._context():
        assert [bindings.format_keys(name) for name in ("up,k", "alt+left", "backspace")] == ["up k", "alt+left", "bksp"]
        assert all(bindings.format_keys(row.keys).isascii() for row in KEYS)
