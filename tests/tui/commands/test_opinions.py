"""Opinions on the screen: given, shown, changed, undone, given on all marked records, and used as a filter."""

from __future__ import annotations

from store.library.library import Library
from store.opinions.logs import VerdictLog
from tests.support.reader import Reader, reading


def agreements(reader: Reader, target: str) -> list[str]:
    reader.notes.refresh()
    return [verdict.agreement for verdict in VerdictLog(reader.notes).history(target)]


NEXT = "right"  # from "None": strongly disagree, disagree, neutral, agree, strongly agree
DISAGREE, AGREE, STRONGLY_AGREE = (NEXT, NEXT), ("left", "left"), ("left",)


async def test_v_gives_a_verdict_with_a_reason(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *DISAGREE, "down")
        await reader.paste("One toll bridge is not all bridges.")
        await reader.press("enter")
        assert agreements(reader, "c001") == ["disagree"]
        assert "disagree , because One toll bridge" in reader.mine.replace("disagree,", "disagree ,")


async def test_the_confidence_is_stored(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *AGREE, "down", "tab", "8", "0", "enter")
        assert "agree, 80 % sure" in reader.mine


async def test_a_wrong_confidence_keeps_the_dialog_open(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *AGREE, "down", "down", "1", "0", "1", "enter")
        assert reader.dialog == "OpinionDialog"
        assert "Confidence is a number from 0 to 100" in " ".join(reader.shown.split())
        assert agreements(reader, "c001") == []


async def test_without_a_change_nothing_is_stored(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "enter")
        assert (reader.dialog, agreements(reader, "c001"), reader.told[-1]) == ("", [], "Nothing was changed.")
        await reader.press("v", *AGREE, "enter", "v", "enter")
        assert (agreements(reader, "c001"), reader.told[-1]) == (["agree"], "Nothing was changed.")


async def test_a_saved_opinion_is_confirmed(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", NEXT, "down", "down", "8", "0", "enter")
        assert reader.told[-1] == "Saved your opinion on c001: Strongly disagree, confidence 80%."
        await reader.press("m", "j", "m")
        await reader.run("verdict.marked")
        await reader.press(*AGREE, "enter")
        assert reader.told[-1] == "Saved your opinion on c001, c002: Agree."


async def test_a_changed_opinion_keeps_its_history(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *AGREE, "enter")
        await reader.press("v", "left", "left", "enter")
        assert agreements(reader, "c001") == ["agree", "disagree"]
        assert reader.mine.index("disagree") < reader.mine.index("before")


async def test_cancelling_changes_nothing(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *AGREE, "escape")
        assert (reader.dialog, agreements(reader, "c001")) == ("", [])


async def test_an_opinion_can_be_undone_and_redone(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *AGREE, "enter", "u")
        assert agreements(reader, "c001") == []
        assert "Undone: your opinion on c001." in reader.told
        await reader.press("ctrl+r")
        assert agreements(reader, "c001") == ["agree"]


async def test_undo_covers_notes_and_opinions(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Really?")
        await reader.press("v", *AGREE, "enter")
        await reader.press("u", "u")
        assert (agreements(reader, "c001"), reader.bodies) == ([], [])


async def test_no_opinion_can_be_given_on_an_actor(library: Library) -> None:
    async with reading(library, at="ann") as reader:
        await reader.press("v")
        assert (reader.dialog, reader.told[-1]) == ("", "No opinion can be given here. Select a claim, a recommendation or a strategy.")


async def test_one_verdict_on_all_marked_records_is_one_change(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m", "j", "m")
        await reader.run("verdict.marked")
        await reader.press(*STRONGLY_AGREE, "enter")
        assert (agreements(reader, "c001"), agreements(reader, "c002")) == (["strongly-agree"], ["strongly-agree"])
        await reader.press("u")
        assert (agreements(reader, "c001"), agreements(reader, "c002")) == ([], [])


async def test_without_marked_records_a_message_names_the_key(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.run("verdict.marked")
        assert "Press m on a record to mark it, then press : and choose" in reader.told[-1]


async def test_lists_can_be_filtered_by_my_verdict(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *DISAGREE, "enter", "f")
        await reader.paste("mine:disagree")
        await reader.press("enter")
        assert reader.ids == ["c001"]


async def test_a_verdict_is_there_in_the_next_run(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *AGREE, "enter")
    async with reading(library, at="c001") as reader:
        assert "verdict agree" in reader.mine
