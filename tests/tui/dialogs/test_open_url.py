"""An address of the web: shown in full, asked about, copied or opened as the reader says, and never otherwise."""

from __future__ import annotations

import pytest

from store.library.library import Library
from tests.support import sample
from tests.support.reader import NARROW, hosted, reading
from tui.dialogs.open_url import OpenUrlDialog
from tui.render.text.links import UrlLink

ADDRESS = "https://xn--e1afmkfd.example/" + "very/" * 60 + "long"
WRITTEN = "See https://пример.example/a(b) for more."


@pytest.fixture
def told(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the browser and the clipboard received; c001 contains a URL."""
    library.install(sample.whole(claims=(sample.claim(text=WRITTEN, about=("ann",)), *sample.whole().claims[1:])))
    given: list[str] = []

    def open_in_browser(address: str) -> str:
        given.append(f"open {address}")
        return "xdg-open"

    def copy_to_clipboard(text: str) -> str:
        given.append(f"copy {text}")
        return "pbcopy"

    monkeypatch.setattr("tui.commands.clipboard.open_in_browser", open_in_browser)
    monkeypatch.setattr("tui.commands.clipboard.copy_to_clipboard", copy_to_clipboard)
    return given


async def test_all_of_an_address_and_its_host_are_shown() -> None:
    async with hosted(OpenUrlDialog(ADDRESS), size=NARROW) as (app, pilot):
        await pilot.pause()
        assert "Open xn--e1afmkfd.example?" in app.shown
        assert ADDRESS in "".join(line.strip(" ▁▔▎▊") for line in app.shown.split("\n"))


@pytest.mark.parametrize(("key", "done"), [("y", ["open"]), ("c", ["copy"]), ("n", []), ("escape", []), ("q", []), ("enter", [])])
async def test_the_reader_is_asked_and_decides(library: Library, told: list[str], key: str, done: list[str]) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("enter")
        while not isinstance(reader.pane.card.link, UrlLink):
            await reader.press("tab")
        await reader.press("enter")
        assert (reader.dialog, told) == ("OpenUrlDialog", [])
        assert "xn--e1afmkfd.example" in reader.shown
        await reader.press(key)
        assert told == [f"{deed} https://xn--e1afmkfd.example/a%28b%29" for deed in done]
        assert reader.dialog == ("OpenUrlDialog" if key == "enter" else "")
        assert WRITTEN in reader.card


async def test_where_there_is_no_browser_it_is_said(library: Library, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.commands.clipboard.open_in_browser", lambda address: "")
    async with reading(library, at="c001") as reader:
        reader.main_screen.commands.clipboard.visit("https://a.example")
        await reader.settle()
        await reader.press("y")
        assert any("No browser was found" in words for words in reader.told)


async def test_addresses_in_a_list_of_answers_lead_nowhere(library: Library, told: list[str]) -> None:
    async with reading(library) as reader:
        await reader.press("slash", *"more", "enter")
        assert (reader.dialog, reader.at) == ("", "c001")
