"""The table of keys holds: every action exists, no key means two things in one place, and the help tells them all."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from textual.widget import Widget

from store.library.library import Library
from store.settings import Settings
from tests.support.depth import at_depth
from tests.support.reader import Reader, reading
from tui.app.main_screen import MainScreen
from tui.app.preferences import resolve_preferences
from tui.dialogs.base import Dialog
from tui.dialogs.choice import ChoiceDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.help import HelpDialog, help_page
from tui.dialogs.live_list import LiveList
from tui.dialogs.note_editor import NoteEditor
from tui.dialogs.open_url import OpenUrlDialog
from tui.dialogs.opinion import OpinionDialog
from tui.dialogs.option_row import OptionRow
from tui.dialogs.suggest_input import SuggestInput
from tui.dialogs.text_viewer import TextViewer
from tui.dialogs.trash import TrashDialog
from tui.keys.bindings import bindings, footer_hints, format_keys, here
from tui.keys.table import FACETED, KEYS, TABS, KeyBinding
from tui.panes.registry import PANES
from tui.render.text.blocks import to_plain_text
from tui.widgets.card import RecordCard
from tui.widgets.line_view import LineView
from tui.widgets.record_list import RecordList

WIDGETS: dict[str, type[Widget]] = {
    "browser": MainScreen,
    "lines": LineView,
    "list": RecordList,
    "card": RecordCard,
    "write": NoteEditor,
    "dialog": Dialog,
    "search": LiveList,
    "suggestion": SuggestInput,
    "choice": ChoiceDialog,
    "trash": TrashDialog,
    "form": OpinionDialog,
    "option": OptionRow,
    "confirm": ConfirmDialog,
    "url": OpenUrlDialog,
    "viewer": TextViewer,
    "help": HelpDialog,
}
MOST_LETTERS = 25
# What is in force together: the place with the focus, and those around it.
TOGETHER = (("lines", "list"), ("lines", "card"), ("list", "browser"), ("card", "browser"), ("lines", "browser"))
ALL_NUMBERS = range(1, len(PANES) + 1)


def keys_of(place: str) -> list[str]:
    return [key for row in KEYS if row.scope == place and row.keys for key in row.keys.split(",")]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_action_exists_where_its_key_works(key: KeyBinding) -> None:
    if not isinstance(key.action, str):  # checked by mypy
        assert key.scope == "browser"
        return
    name = key.action.partition("(")[0]
    places = [WIDGETS[place] for place in WIDGETS if place == key.scope]
    assert places
    assert all(callable(getattr(widget, f"action_{name}", None)) or name in ("quit", "app.suspend_process") for widget in places)


def test_every_key_is_bound_where_it_works() -> None:
    for place, widget in WIDGETS.items():
        bound = {binding.id for kind in widget.__mro__ for binding in kind.__dict__.get("BINDINGS", ())}
        assert {key.id for key in KEYS if key.scope == place} <= bound


def test_no_key_means_two_things_in_one_place() -> None:
    for place in WIDGETS:
        assert [key for key, count in Counter(keys_of(place)).items() if count > 1] == []


@pytest.mark.parametrize("places", TOGETHER, ids=" and ".join)
def test_no_key_is_hidden_by_another(places: tuple[str, str]) -> None:
    assert set(keys_of(places[0])) & set(keys_of(places[1])) == set()


def test_the_main_screen_binds_at_most_25_letters() -> None:
    letters = {key for scope in ("browser", "lines", "list", "card") for key in keys_of(scope) if len(key) == 1 and key.isalpha()}
    assert len(letters) <= MOST_LETTERS, sorted(letters)


@pytest.mark.parametrize("key_id", ["verdict.marked", "trash", "copy.as", "tag.rename"])
async def test_an_action_without_a_key_is_in_the_palette_and_can_be_given_one(library: Library, key_id: str) -> None:
    async with reading(library, preferences=resolve_preferences(Settings(keys={key_id: ("f9",)}), {})) as reader:
        assert (await run_from_palette(reader, key_id)) == await messages_after(reader, "f9")


async def run_from_palette(reader: Reader, key_id: str) -> str:
    await reader.press("colon", *key_id, "enter")
    return f"{reader.dialog} {reader.told[-1:]}"


async def messages_after(reader: Reader, key: str) -> str:
    await reader.press("escape", key)
    return f"{reader.dialog} {reader.told[-1:]}"


@pytest.mark.parametrize("key", ["c", "t", "o", "i", "r", "R", "V", "D", "Y"])
async def test_a_removed_letter_names_the_alternative(library: Library, key: str) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press(key)
        assert reader.dialog == ""
        assert re.search(r"(was|were) removed in 0\.2\. Press \S+ ", reader.told[-1])


def test_every_key_has_an_id_of_its_own_and_words() -> None:
    assert len({key.id for key in KEYS}) == len(KEYS)
    assert all(key.description and key.group and key.scope in WIDGETS for key in KEYS)


def test_bindings_are_remappable_by_their_id() -> None:
    assert {binding.id for place in WIDGETS for binding in bindings(place)} == {key.id for key in KEYS}


@pytest.mark.parametrize(
    ("keys", "words"),
    [("right_square_bracket", "]"), ("alt+left", "alt+←"), ("up,k", "↑ k"), ("question_mark,f1", "? F1"), ("G,end", "G end")],
)
def test_keys_are_shown_as_people_write_them(keys: str, words: str) -> None:
    assert format_keys(keys) == words


def test_no_key_is_shown_by_its_technical_name() -> None:
    assert [key.keys for key in KEYS if "_" in format_keys(key.keys)] == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_the_help_tells_every_key(key: KeyBinding) -> None:
    assert any(format_keys(key.keys or "colon") in line for line in to_plain_text(help_page()).splitlines() if key.description in line)


def test_the_footer_hints_at_what_can_be_done_nearest_first() -> None:
    assert footer_hints("Claims", "card", "browser")[0].label == "follow"
    assert footer_hints("Claims", "card", "browser")[-1].label == "help"
    assert {hint.label for hint in footer_hints("Companies", "list")} > {hint.label for hint in footer_hints("Recommendations", "list")}


def test_the_footer_has_room_for_five() -> None:
    assert all(len(footer_hints(pane.title, "list", "browser")) == 5 for pane in PANES)


async def test_a_key_in_the_footer_can_be_clicked(library: Library) -> None:
    async with reading(library) as reader:
        await reader.click(" help")
        assert reader.dialog == "HelpDialog"


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("number", at_depth([1, 5, 7], ALL_NUMBERS, ALL_NUMBERS))
async def test_every_key_can_be_pressed_on_every_pane(library: Library, number: int) -> None:
    async with reading(library) as reader:
        await reader.press(str(number))
        for key in (
            key for row in KEYS if row.group not in ("Tabs", "General", "Editor", "Dialogs") and row.keys for key in row.keys.split(",")
        ):
            await reader.tap(key)
            if reader.dialog or reader.tab != PANES[number - 1].title:
                await reader.tap("escape", str(number))
        assert reader.app.is_running


async def test_every_tab_has_a_number_and_brackets_go_round(library: Library) -> None:
    async with reading(library) as reader:
        for number, pane in enumerate(PANES, 1):
            await reader.press(str(number))
            assert reader.tab == pane.title
        await reader.press("right_square_bracket")
        assert reader.tab == PANES[0].title
        await reader.press("left_square_bracket")
        assert reader.tab == PANES[-1].title


async def test_keys_typed_ahead_meet_the_pane_that_was_asked_for(library: Library) -> None:
    async with reading(library) as reader:
        await reader.type_ahead("5", "j", "j", "2", "5")
        assert (reader.tab, reader.at) == ("Claims", "c003")


@pytest.mark.parametrize("pane", FACETED.split())
def test_the_help_of_a_pane_tells_both_ways(pane: str) -> None:
    told = [words for _, words in here(pane)]
    assert any(words.startswith("Next actor kind") for words in told) and any(words.startswith("Previous actor kind") for words in told)


def test_the_help_of_a_pane_tells_no_key_that_does_nothing_there() -> None:
    assert not any("kind of actor" in words for _, words in here("Article"))


def test_the_tabs_are_called_as_their_panes() -> None:
    assert tuple(pane.title for pane in PANES) == TABS


async def test_sentences_tell_the_keys_of_the_keymap_that_is_in_force(library: Library) -> None:
    other = {"note.add": ("f4",), "escape": ("f5",), "view": ("f6",), "find": ("f7",), "filter": ("f8",), "open": ("f9",)}
    async with reading(library, at="c001", preferences=resolve_preferences(Settings(keys=other), {})) as reader:
        assert "none yet on c001: f4 writes one" in reader.mine
        await reader.press("n")
        assert "Press f7 to search" in reader.told[-1]
        await reader.press("e")
        assert "No note to edit here. Press f4 to add one." in reader.told
        await reader.press("7")
        assert "f6 draws them" in reader.shown
        await reader.press("f6")
        assert "f9: to the centre" in reader.shown
        await reader.press("5", "f8", *"zzz", "enter")
        assert "f5 shows all" in reader.shown
        await reader.press("question_mark")
        assert "f8 marked:yes" in to_plain_text(reader.app.screen.query_one(RecordCard).blocks)
