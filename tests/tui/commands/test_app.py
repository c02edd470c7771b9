"""Guidance: the palette reaches every action, record and place been; themes, help from where one is, and the hints of the first run."""

from __future__ import annotations

import pytest

from assets import BRIEFINGS
from store.annotations.ui_state import UiState
from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.reader import Reader, reading
from tui.app.preferences import Preferences
from tui.keys import bindings
from tui.keys.table import KEYS, KeyBinding
from tui.panes.registry import PANES, PaneSpec
from tui.render.text.blocks import to_plain_text
from tui.render.text.fuzzy import closest_entries
from tui.widgets.card import RecordCard

REACHED = [key for key in KEYS if not bindings.is_dialog(key.scope)]
LEAVING_OPEN = [key for key in REACHED if key.id not in ("quit", "quit.now")]


def entries(reader: Reader) -> dict[str, tuple[str, str]]:
    """Return the label and hint of every palette entry by id."""
    groups = reader.main_screen.commands.app._groups()
    return {entry.id: (entry.label, entry.hint) for group in groups.values() for entry in group}


async def pick(reader: Reader, letters: str) -> None:
    """Open the palette, types, and takes the first."""
    await reader.press("colon", *letters, "enter")
    await reader.settle()


async def test_the_palette_has_every_action_with_its_key_and_every_record(library: Library) -> None:
    async with reading(library) as reader:
        found = entries(reader)
        assert {key.id: (key.description, bindings.format_keys(key.keys)) for key in REACHED}.items() <= found.items()
        assert library.open("bridges").records.keys() <= found.keys()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(
    "key", [key for key in REACHED if key.id not in ("quit", "quit.now")][:: at_depth(4, 1, 1)], ids=lambda key: key.id
)
async def test_the_palette_does_what_the_key_does(library: Library, key: KeyBinding) -> None:
    async with reading(library, at="c002") as reader:
        if key.scope == "card":
            await reader.press("enter")
        done: list[str] = []
        place = reader.app.focused if key.scope != "browser" else reader.main_screen
        assert place is not None

        async def note(action: str) -> None:
            done.append(action)

        place.run_action = note  # type: ignore[method-assign, assignment]
        await reader.press("colon")
        await reader.paste(key.description)
        await reader.press("enter")
        await reader.settle()
        told = {other.description for other in KEYS if bindings.action_of(other) in done}
        assert told == {key.description}


@pytest.mark.slow
async def test_an_action_from_the_palette_is_done(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await pick(reader, "add a note")
        assert reader.dialog == "NoteEditor"
        await reader.press("escape")
        await pick(reader, "mark or unmark")
        assert "c002 is marked" in reader.told[-1]
        await pick(reader, "next view")
        assert reader.pane.view == "tree"
        await pick(reader, "follow the link")
        assert reader.dialog == "" and reader.at
        await pick(reader, "quit")
        assert reader.app._exit


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("pane", PANES[:: at_depth(3, 1, 1)], ids=lambda pane: pane.title)
async def test_the_palette_reaches_every_tab_by_its_name(library: Library, pane: PaneSpec) -> None:
    async with reading(library, at="c002" if pane.title != "Claims" else "e01") as reader:
        await pick(reader, pane.title.lower())
        assert reader.tab == pane.title


async def test_keys_of_the_card_work_from_the_palette_with_the_list_in_focus(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await pick(reader, "next link")
        assert reader.app.focused is reader.pane.card
        assert reader.pane.card.link


@pytest.mark.parametrize(("letters", "at"), [("bob", "bob"), ("annle", "ann"), ("c003", "c003"), ("tlv", "c003")])
async def test_a_record_is_reached_by_some_letters_of_its_name(library: Library, letters: str, at: str) -> None:
    async with reading(library) as reader:
        await reader.press("colon")
        await reader.paste(letters)
        await reader.press("enter")
        await reader.settle()
        assert reader.at == at


async def test_vdf_finds_vodafone_in_the_shipped_briefing(library: Library) -> None:
    library.install_bundled(BRIEFINGS)
    async with reading(library, briefing="alibaba-overseas") as reader:
        groups = reader.main_screen.commands.app._groups()
        assert closest_entries((entry for group in groups.values() for entry in group), "vdf")[0].id == "vodafone"
        for identity in library.open("alibaba-overseas").records:
            found = closest_entries((entry for group in groups.values() for entry in group), identity)
            assert identity in [entry.id for entry in found], identity


async def test_leaving_the_palette_changes_nothing(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("colon", *"bob", "escape")
        assert (reader.dialog, reader.at) == ("", "c002")


async def test_places_been_lead_back_and_are_kept_between_runs(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("2", "j", "3", "ctrl+q")
    async with reading(library, at="bridges") as reader:
        await reader.press("colon")
        assert "Recent places" in reader.shown
        assert "in Companies" in reader.shown and "in Claims" in reader.shown
        await reader.press(*"bob", "enter")
        assert (reader.tab, reader.at) == ("Companies", "bob")


async def test_a_place_that_is_gone_is_no_harm(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        reader.main_screen.context.progress.trail = [("Companies", "nobody"), ("Nowhere", "c001")]
        await reader.press("colon", *"nobody", "enter")
        assert reader.tab == "Companies"
        assert not any("Nowhere" in what for _, what in entries(reader).values())


async def test_another_theme_is_chosen_and_seen(library: Library) -> None:
    async with reading(library) as reader:
        before = reader.app.theme
        await reader.press("f3")
        assert "briefing-" in reader.shown
        await reader.press("down", "enter")
        chosen = reader.app.theme
        assert chosen.startswith("briefing-")
        await reader.press("f3", "escape")
        assert reader.app.theme == chosen
        await reader.press("f3", "enter")
        assert {before, chosen} >= {reader.app.theme} or reader.app.theme.startswith("briefing-")


async def test_ours_stand_before_the_themes_of_textual(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("f3")
        card = reader.app.screen.query_one(RecordCard)
        names = [block.label.text for block in card.blocks]
        assert set(names) == set(reader.app.available_themes)
        ours = [name.startswith("briefing-") for name in names]
        assert ours == sorted(ours, reverse=True) and 2 < sum(ours) < len(ours)


FIRST_HINTS = "↓ move  enter open  ] next tab  / find  ? help"


@pytest.mark.parametrize("key", ["down", "right_square_bracket", "5", "enter"])
async def test_the_first_run_shows_hints_until_the_reader_navigates(library: Library, key: str) -> None:
    async with reading(library, toured=False) as reader:
        assert (reader.dialog, reader.shown.split("\n")[-1].strip()) == ("", FIRST_HINTS)
        await reader.press(key)
        assert FIRST_HINTS not in reader.shown
    assert UiState.load(library.places.state).toured
    async with reading(library, toured=UiState.load(library.places.state).toured) as reader:
        assert FIRST_HINTS not in reader.shown


@pytest.mark.parametrize("at", ["c002", "p1", "l01"])
async def test_the_hints_of_the_first_run_are_on_every_tab(library: Library, at: str) -> None:
    async with reading(library, at=at, toured=False) as reader:
        assert FIRST_HINTS in reader.shown


async def test_the_hints_of_the_first_run_use_the_active_keymap_and_fit_the_smallest_screen(library: Library) -> None:
    async with reading(library, size=(50, 14), toured=False, preferences=Preferences(keymap={"find": ("ctrl+f",)})) as reader:
        assert reader.shown.split("\n")[-1].strip().startswith("↓ move  enter open  ] next tab  ctrl+f find")
    async with reading(library, size=(50, 14), toured=False) as reader:
        assert FIRST_HINTS in reader.shown


async def test_the_removed_tour_names_the_key_for_help(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("f2")
        assert reader.dialog == ""
        assert reader.told[-1] == "The tour was removed in 0.2. Press ? for help."


@pytest.mark.parametrize("number", range(1, 10), ids=[pane.title for pane in PANES])
async def test_the_help_begins_with_where_i_am(library: Library, number: int) -> None:
    async with reading(library) as reader:
        await reader.press(str(number), "question_mark")
        page = to_plain_text(reader.app.screen.query_one(RecordCard).blocks)
        assert page.startswith(f"Here, in {PANES[number - 1].title}")
        has_views = len(reader.pane.VIEWS) > 1
        assert ("Next view" in page.split("How to read")[0]) == has_views
