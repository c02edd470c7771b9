"""Verdicts on the screen: given, seen, changed, undone, given to all that is marked, and filtered by."""

from __future__ import annotations

from store.library.library import Library
from store.opinions.logs import VerdictLog
from tests.support.reader import Reader, reading


def agreements(reader: Reader, target: str) -> list[str]:
    reader.notes.refresh()
    return [verdict.agreement for verdict in VerdictLog(reader.notes).history(target)]


async def test_v_gives_a_verdict_with_a_reason(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "up")
        await reader.paste("One toll bridge is not all bridges.")
        await reader.press("enter")
        assert agreements(reader, "c001") == ["disagree"]
        assert "disagree , because One toll bridge" in reader.mine.replace("disagree,", "disagree ,")


async def test_how_sure_one_is_is_kept(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", "tab", "8", "0", "enter")
        assert "agree, 80 % sure" in reader.mine


async def test_a_wrong_confidence_keeps_the_dialog_open(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", "tab", "1", "0", "1", "enter")
        assert reader.dialog == "VerdictDialog"
        assert "0 to 100" in reader.shown
        assert agreements(reader, "c001") == []


async def test_the_dialog_opens_with_neutral_selected(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v")
        assert "● neutral" in reader.shown
        await reader.press("enter")
        assert (reader.dialog, agreements(reader, "c001")) == ("", ["neutral"])
        assert reader.told[-1] == "Saved your verdict on c001: Neutral."


async def test_what_was_saved_is_confirmed(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "up", "up", "tab", "8", "0", "enter")
        assert reader.told[-1] == "Saved your verdict on c001: Strongly disagree, confidence 80%."
        await reader.press("m", "j", "m", "V", "down", "enter")
        assert reader.told[-1] == "Saved your verdict on c001, c002: Agree."


async def test_one_can_change_ones_mind_and_see_that_one_did(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", "enter")
        await reader.press("v", "up", "up", "enter")
        assert agreements(reader, "c001") == ["agree", "disagree"]
        assert reader.mine.index("disagree") < reader.mine.index("before")


async def test_leaving_the_question_changes_nothing(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", "escape")
        assert (reader.dialog, agreements(reader, "c001")) == ("", [])


async def test_a_verdict_can_be_undone_and_done_again(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", "enter", "u")
        assert agreements(reader, "c001") == []
        assert "Undone: the verdict on c001." in reader.told
        await reader.press("ctrl+r")
        assert agreements(reader, "c001") == ["agree"]


async def test_undo_goes_back_over_notes_and_verdicts_alike(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Really?")
        await reader.press("v", "down", "enter")
        await reader.press("u", "u")
        assert (agreements(reader, "c001"), reader.bodies) == ([], [])


async def test_an_actor_is_not_judged(library: Library) -> None:
    async with reading(library, at="ann") as reader:
        await reader.press("v")
        assert reader.dialog == ""
        assert any("there is none here" in words for words in reader.told)


async def test_everything_marked_is_judged_at_once_and_undone_at_once(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m", "j", "m", "V", "down", "down", "enter")
        assert (agreements(reader, "c001"), agreements(reader, "c002")) == (["strongly-agree"], ["strongly-agree"])
        await reader.press("u")
        assert (agreements(reader, "c001"), agreements(reader, "c002")) == ([], [])


async def test_where_nothing_is_marked_it_says_so(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("V")
        assert any("m marks" in words for words in reader.told)


async def test_lists_can_be_filtered_by_my_verdict(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "up", "enter", "f")
        await reader.paste("mine:disagree")
        await reader.press("enter")
        assert reader.ids == ["c001"]


async def test_a_verdict_is_there_in_the_next_run(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", "enter")
    async with reading(library, at="c001") as reader:
        assert "verdict agree" in reader.mine
