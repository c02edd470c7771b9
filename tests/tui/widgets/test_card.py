"""The card: links that keys and the mouse follow, and a way back to exactly where one was."""

from __future__ import annotations

import pytest
from rich.text import Text

from store.library.library import Library
from tests.support.reader import hosted, reading
from tests.support.sample import claim, whole
from tui.dialogs.text_viewer import TextLines
from tui.render.text.blocks import LONGEST, record_span, text_block
from tui.widgets.card import RecordCard
from tui.widgets.messages import FullTextRequested, LinkOpened

BLOCKS = [
    text_block(record_span("Ann", "ann"), " and ", record_span("Bob", "bob")),
    text_block("words"),
    text_block(label=record_span("c001", "c001")),
]


async def test_tab_goes_from_link_to_link_then_to_my_notes_then_on(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.write("Mine.")
        await reader.press("enter")
        links = []
        while reader.app.focused is reader.pane.card:
            links.append(reader.pane.card.linked_id)
            await reader.press("tab")
        assert links == ["bob", "p1"]
        assert reader.app.focused is reader.pane.mine
        assert reader.pane.mine.linked_id == reader.notes.all()[0].id
        await reader.press("tab")
        assert reader.record_list.has_focus


async def test_shift_tab_goes_back_through_the_links_to_the_list(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.press("enter", "tab")
        assert reader.pane.card.linked_id == "p1"
        await reader.press("shift+tab")
        assert reader.pane.card.linked_id == "bob"
        await reader.press("shift+tab")
        assert reader.app.focused is reader.record_list


async def test_enter_follows_the_link_into_its_own_pane(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.press("enter", "enter")
        assert (reader.tab, reader.at) == ("Companies", "bob")
        assert "bob company" in reader.card


async def test_backspace_returns_to_exactly_where_i_was(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("enter", "tab", "enter")
        assert (reader.tab, reader.at) != ("Claims", "c002")
        await reader.press("backspace")
        assert (reader.tab, reader.at) == ("Claims", "c002")


@pytest.mark.parametrize("back", ["backspace", "alt+left", "q"])
async def test_every_step_of_a_long_way_is_taken_back(library: Library, back: str) -> None:
    async with reading(library, at="c002") as reader:
        way = [(reader.tab, reader.at)]
        for _ in range(4):
            await reader.press("enter", "enter")
            way.append((reader.tab, reader.at))
        for place in reversed(way[:-1]):
            await reader.press(back)
            assert (reader.tab, reader.at) == place


async def test_alt_right_goes_forward_again(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.press("enter", "enter", "alt+left", "alt+right")
        assert (reader.tab, reader.at) == ("Companies", "bob")
        await reader.press("alt+right")
        assert (reader.tab, reader.at) == ("Companies", "bob")


async def test_coming_back_finds_the_card_scrolled_as_it_was(library: Library) -> None:
    async with reading(library, at="c001", size=(80, 24)) as reader:
        await reader.press("enter", "pagedown")
        scroll = reader.pane.card.scroll_y
        assert scroll > 0
        await reader.press("9", "backspace")
        await reader.settle()
        assert reader.pane.card.scroll_y == scroll


async def test_a_click_on_a_link_follows_it(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.click("¶1")
        assert (reader.tab, reader.at) == ("Article", "p1")


async def test_a_click_on_words_follows_nothing(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.click("Printed.")
        assert (reader.tab, reader.at) == ("Timeline", "e01")


async def test_following_into_a_filtered_list_shows_what_was_filtered_out(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("2", "right")
        assert "ann" not in reader.ids
        await reader.press("6", "enter", "enter", "backspace", "5", "enter", "enter")
        assert (reader.tab, reader.at) == ("Companies", "ann")


async def test_braces_go_round_the_links() -> None:
    card = RecordCard()
    async with hosted(card) as (_, pilot):
        card.show(BLOCKS)
        card.focus()
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        assert card.linked_id == "c001"
        await pilot.press("right_curly_bracket")
        assert card.linked_id == "ann"
        await pilot.press("left_curly_bracket")
        assert card.linked_id == "c001"


async def test_past_the_last_link_there_is_no_next_one() -> None:
    card = RecordCard()
    async with hosted(card):
        card.show(BLOCKS[:1])
        assert [card.next_link(1) for _ in range(3)] == [True, True, False]
        assert card.linked_id == "bob"


async def test_a_card_without_links_follows_nothing() -> None:
    card = RecordCard()
    async with hosted(card) as (app, pilot):
        card.show([text_block("words")])
        card.focus()
        await pilot.press("enter", "right_curly_bracket", "left_curly_bracket", "enter")
        assert [event for event in app.posted if isinstance(event, LinkOpened)] == []


async def test_a_text_that_is_too_long_can_be_read_whole() -> None:
    card = RecordCard()
    async with hosted(card) as (app, pilot):
        card.show([text_block("x" * LONGEST + "the very end")])
        card.focus()
        await pilot.press("enter")
        assert [event.text.endswith("the very end") for event in app.posted if isinstance(event, FullTextRequested)] == [True]


async def test_the_whole_text_opens_on_the_screen_and_closes_again(library: Library) -> None:
    library.install(whole(claims=(claim(text="x " * LONGEST + "the very end"), *whole().claims[1:])))
    async with reading(library, at="c001") as reader:
        await reader.press("enter", "enter")
        assert reader.dialog == "TextViewer"
        assert "the very end" in "".join(reader.app.screen.query_one(TextLines)._lines)
        await reader.press("G")
        assert "Who pays?" in reader.shown
        await reader.press("escape")
        assert (reader.dialog, reader.at) == ("", "c001")


async def test_a_narrower_card_wraps_anew_and_keeps_its_link(library: Library) -> None:
    async with reading(library, at="e01") as reader:
        await reader.press("enter", "tab")
        await reader.pilot.resize_terminal(60, 20)
        await reader.settle()
        assert reader.pane.card.linked_id == "p1"
        assert all(len(line.plain) <= reader.pane.card.size.width for line in reader.pane.card._wrapped)


async def test_only_visible_lines_of_a_card_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: set[int] = set()
    line = RecordCard.line

    def recorded(card: RecordCard, number: int, width: int) -> Text:
        drawn.add(number)
        return line(card, number, width)

    monkeypatch.setattr(RecordCard, "line", recorded)
    card = RecordCard()
    async with hosted(card, (80, 24)) as (_, pilot):
        card.show([text_block(f"line {number}") for number in range(20_000)])
        await pilot.pause()
        assert 0 < len(drawn) <= 48
