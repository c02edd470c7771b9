"""A note on words of the article: chosen from the reader's own copy, kept with the note, shown and taken up with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from store.library.library import Library
from store.model.note import Quote
from store.model.source_text import digest
from tests.support import sample
from tests.support.reader import NARROW, reading

PROMISE = Quote(exact="a promise", prefix="Every bridge is ", suffix=".")


@pytest.fixture
def copied(library: Library, tmp_path: Path) -> Library:
    """Return the bridges with the reader's copy of the article."""
    (tmp_path / "article.txt").write_text(sample.ARTICLE, "utf-8")
    library.attach_source("bridges", tmp_path / "article.txt")
    return library


async def test_words_of_the_paragraph_are_chosen_and_kept_with_the_note(copied: Library) -> None:
    async with reading(copied, at="p1", size=NARROW) as reader:
        await reader.press("a", "ctrl+t", *"A PROM")
        assert "…Every bridge is “a prom”ise.…" in " ".join(reader.shown.split())
        await reader.press(*"ise", "enter")
        assert "on “a promise”" in reader.shown
        await reader.paste("Is it?")
        await reader.press("ctrl+s")
        (note,) = reader.notes.all()
        assert (note.target, note.body, note.quote) == ("p1", "Is it?", PROMISE)
        assert "¶ “a promise” Is it?" in reader.mine
        await reader.press("9")
        assert "“a promise”" in reader.card


async def test_a_whole_sentence_is_taken_with_tab(copied: Library) -> None:
    async with reading(copied, at="p1") as reader:
        await reader.press("a", "ctrl+t", "tab", "enter")
        assert "on “Every bridge is a promise.”" in reader.shown
        await reader.press("ctrl+s")
        (note,) = reader.notes.all()
        assert (note.body, note.motivation) == ("Every bridge is a promise.", "highlighting")
        assert reader.mine.count("Every bridge is a promise.") == 1


async def test_abbreviations_do_not_end_the_sentences_that_are_offered(library: Library, tmp_path: Path) -> None:
    paragraph = "Mr. Lee met Dr. Wu in Jan. 2016. They spoke."
    library.install(sample.whole(paragraphs=(sample.paragraph(digest=digest(paragraph)),), version=2))
    (tmp_path / "article.txt").write_text(f"Bridges\n\n{paragraph}\n", "utf-8")
    library.attach_source("bridges", tmp_path / "article.txt")
    async with reading(library, at="p1") as reader:
        await reader.press("a", "ctrl+t", "tab")
        assert reader.app.screen.query_one(Input).value == "Mr. Lee met Dr. Wu in Jan. 2016."


async def test_words_that_do_not_stand_there_are_refused(copied: Library) -> None:
    async with reading(copied, at="p1") as reader:
        await reader.press("a", "ctrl+t", *"a threat", "enter")
        assert (reader.dialog, "does not say “a threat”" in reader.shown) == ("SuggestInput", True)
        await reader.press("escape")
        assert reader.dialog == "NoteEditor"


async def test_the_words_can_be_changed_and_taken_off_again(copied: Library) -> None:
    copied.notes("bridges").add("p1", "Is it?", quote=PROMISE)
    async with reading(copied, at="p1") as reader:
        await reader.press("e", "ctrl+t")
        assert reader.app.screen.query_one(Input).value == "a promise"
        await reader.press("ctrl+u", *"bridge", "enter", "ctrl+s")
        assert [note.quote and note.quote.exact for note in reader.notes.all()] == ["bridge"]
        await reader.press("e", "ctrl+t", "ctrl+u", "enter", "ctrl+s")
        assert [(note.body, note.quote) for note in reader.notes.all()] == [("Is it?", None)]
        await reader.press("u", "u")
        assert [note.quote for note in reader.notes.all()] == [PROMISE]


async def test_a_draft_keeps_the_words_it_is_on(copied: Library) -> None:
    async with reading(copied, at="p1") as reader:
        await reader.press("a", "ctrl+t", *"a promise", "enter")
        await reader.paste("Half a thou")
        await reader.press("escape")
    async with reading(copied, at="p1") as reader:
        await reader.press("a")
        assert "on “a promise”" in reader.shown
        await reader.paste("ght")
        await reader.press("ctrl+s")
        assert [(note.body, note.quote) for note in reader.notes.all()] == [("Half a thought", PROMISE)]


async def test_without_a_copy_or_a_paragraph_it_says_why(library: Library) -> None:
    async with reading(library, at="p1") as reader:
        await reader.press("a", "ctrl+t")
        assert "`briefing import article.txt` attaches yours" in reader.told[-1]
    async with reading(library, at="c001") as reader:
        await reader.press("a", "ctrl+t")
        assert "Only paragraphs can be quoted" in reader.shown
