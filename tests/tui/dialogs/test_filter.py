"""The filter dialog: suggestions with counts that the filter keeps, tab takes one; a wrong filter stays open with the reason."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from store.annotations.reading_progress import ReadingProgress
from store.library.library import Library
from store.search.list_filter import MOST_SUGGESTIONS, ListFilter
from store.session import Session
from tests.support.reader import Reader, reading

STARTS = ["", "vanish ", "-vanish ", "kind:prediction or ", "kind:opinion vanish or -vanish ", '"this or that" or ', "or ", "nothing:like "]


def filtering(library: Library) -> ListFilter:
    return ListFilter(Session(library.open("bridges"), library.notes("bridges")), ReadingProgress())


def written(reader: Reader) -> str:
    return reader.app.screen.query_one(Input).value


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("minus", ["", "-"])
def test_a_suggestion_counts_what_the_filter_then_leaves(library: Library, start: str, minus: str) -> None:
    items, found = library.open("bridges").file.claims, filtering(library)
    for field in ("kind", "speaker", "about", "grade", "evidence", "flag", "mine", "marked", "para", "tag", "id"):
        for suggestion in found.suggest(items, f"{start}{minus}{field}:"):
            if not start.startswith(("or ", "nothing")):  # which no ending makes right
                assert found.check(items, suggestion.query) == suggestion.matches, suggestion
    assert found.suggest(items, f"{start}{minus}kind:")


@pytest.mark.parametrize(
    ("words", "added"),
    [
        ("", ["about:", "evidence:", "grade:", "marked:"]),
        ("tag", []),
        ("ki", ["kind:"]),
        ("-ki", ["kind:"]),
        ("KI", ["kind:"]),
        ("vanish sp", ["speaker:"]),
        ("kind:p", ["prediction"]),
        ("kind:PRED", ["prediction"]),
        ("speaker:an", ["ann", "ann lee", "annie"]),
        ('speaker:"ann l', ["ann lee"]),
        ("grade:c", ["C3", "C4"]),
        ("kind:prediction", []),
        ("text:", []),
        ("nothing:", []),
        ("xyzzy", []),
        ('"kind', []),
    ],
)
def test_suggestions_go_on_with_what_was_begun(library: Library, words: str, added: list[str]) -> None:
    found = [suggestion.completion for suggestion in filtering(library).suggest(library.open("bridges").file.claims, words)]
    assert set(added) <= set(found) and bool(added) == bool(found)
    assert len(found) <= max(MOST_SUGGESTIONS, 15)


def test_the_most_frequent_value_comes_first_and_one_of_two_words_is_quoted(library: Library) -> None:
    items = library.open("bridges").file.claims
    kinds = [(suggestion.completion, suggestion.matches) for suggestion in filtering(library).suggest(items, "kind:")]
    assert kinds == [("opinion", 2), ("prediction", 1)]
    assert [suggestion.query for suggestion in filtering(library).suggest(items, '-vanish speaker:"ann l')] == [
        '-vanish speaker:"ann lee" '
    ]


async def test_tab_takes_the_chosen_suggestion_and_goes_on(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"ki", "tab")
        assert written(reader) == "kind:"
        assert "opinion" in reader.shown and "prediction" in reader.shown
        await reader.press("down", "tab")
        assert written(reader) == "kind:prediction "
        assert "1 of 3" in reader.shown
        await reader.press("enter")
        assert reader.ids == ["c002"]


async def test_counts_stand_beside_the_values(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"kind:")
        assert "opinion  2" in reader.shown
        assert "prediction  1" in reader.shown


async def test_a_value_of_two_words_is_taken_whole(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f")
        await reader.paste('speaker:"ann l')
        await reader.press("tab")
        assert written(reader) == 'speaker:"ann lee" '
        await reader.press("enter")
        assert reader.ids == ["c001", "c003"]


async def test_a_click_takes_a_suggestion(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"kind:")
        await reader.click("prediction  1")
        assert written(reader) == "kind:prediction "
        await reader.press("enter")
        assert reader.ids == ["c002"]


async def test_tab_without_a_suggestion_changes_nothing(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"xyzzy", "tab")
        assert (reader.dialog, written(reader)) == ("FilterDialog", "xyzzy")


async def test_a_wrong_filter_stays_open_with_the_nearest_word(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"knd:fact", "enter")
        assert reader.dialog == "FilterDialog"
        assert "kind" in reader.shown
        await reader.press("escape")
        assert len(reader.ids) == 3
