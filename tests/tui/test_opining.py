"""My own grade, how predictions came out, and the history of what I thought, from the keyboard."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.annotations.reading_progress import ReadingProgress
from store.library.library import Library
from store.opinions.analysis import OpinionAnalysis, opinion_analysis
from store.opinions.logs import VerdictLog
from tests.support.reader import Reader, reading
from tests.support.sample import whole


def judgement(reader: Reader) -> OpinionAnalysis:
    reader.notes.refresh()
    return opinion_analysis(reader.main_screen.context.briefing, reader.notes)


async def test_h_tells_when_i_changed_my_mind_and_why(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("h")
        assert "You have not judged c001 so far: v gives a verdict." in reader.told
        await reader.press("v", "down", "enter", "v", "up", "up")
        await reader.paste("one anecdote")
        await reader.press("enter", "h")
        assert reader.dialog == "HistoryDialog"
        day = judgement(reader).verdicts.current("c001").at[:10]
        words = " ".join(reader.shown.split())
        assert f"changed my mind on {day}: from agree to disagree, because one anecdote" in words
        assert words.index("changed my mind") < words.index(f"my verdict on {day}: agree")
        await reader.press("escape")
        assert reader.dialog == ""


async def test_i_keeps_my_grade_beside_the_reviewers(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("i", "b", "2", "tab")
        await reader.paste("I counted")
        await reader.press("enter")
        assert "◆ C3 possibly true, from a fairly reliable source" in reader.card
        assert "✎ my grade B2 probably true, from a usually reliable source, because I counted" in reader.card
        await reader.press("u")
        assert "my grade" not in reader.card
        await reader.press("ctrl+r", "h")
        assert "my grade on" in reader.shown


async def test_the_credibility_alone_is_a_grade_and_what_is_none_is_refused(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("i", "9", "enter")
        assert "9 is not a grade" in " ".join(reader.shown.split())
        await reader.press("backspace", "4", "enter")
        assert "✎ my grade 4 doubtful" in reader.card


async def test_r_resolves_a_prediction_with_evidence_and_what_i_foresaw(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("r", "3", "0", "enter")
        assert judgement(reader).estimates.current("c002").probability == 30
        assert judgement(reader).resolutions.current("c002") is None
        await reader.press("r", "down", "down", "down", "tab")
        await reader.paste("They fell.")
        await reader.press("enter")
        assert "✎ probability 30 % on" in reader.card
        assert "✎ outcome no They fell." in reader.card
        assert judgement(reader).calibration().mine == (0.09, 1)
        await reader.press("u")
        assert judgement(reader).resolutions.current("c002") is None
        await reader.press("u")
        assert judgement(reader).estimates.current("c002") is None


async def test_both_at_once_are_one_deed(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("r", "8", "0", "down", "enter")
        assert judgement(reader).outcome(reader.main_screen.context.briefing.claim("c002")) == ("yes", "", True)
        assert judgement(reader).resolutions.current("c002").foreseen == 80
        await reader.press("u")
        assert judgement(reader).estimates.current("c002") is None


async def test_what_is_no_percentage_keeps_the_question_open(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("r", "1", "0", "1", "enter")
        assert reader.dialog == "ResolutionDialog"
        assert "How probable is a number from 0 to 100" in " ".join(reader.shown.split())


async def test_only_a_prediction_comes_out_and_only_a_claim_is_graded(library: Library) -> None:
    async with reading(library, at="r01") as reader:
        await reader.press("r")
        assert any("Only a prediction comes out" in words for words in reader.told)
        await reader.press("i")
        assert "A grade is of a claim; there is none here." in reader.told


async def test_one_verdict_on_what_is_marked_shows_which(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m", "j", "m", "2", "m", "V")
        words = " ".join(reader.shown.split())
        assert "One verdict on 2 marked records" in words
        for told in ("c001 Bridges pay.", "c002 Tolls will double.", "Cannot be judged, and left out: ann"):
            assert told in words
        await reader.press("down", "enter")
        assert {verdict.target for verdict in VerdictLog(reader.notes).all()} == {"c001", "c002"}
        await reader.press("u")
        assert VerdictLog(reader.notes).all() == ()


async def test_my_verdict_is_a_column_that_sorts(library: Library) -> None:
    for target, word in (("c003", "--"), ("c001", "+")):
        VerdictLog(library.notes("bridges")).give(library.open("bridges").get(target), word)
    async with reading(library, at="c001") as reader:
        for line, sign in (("c001", " +  "), ("c003", " -- ")):
            assert any(line in shown and sign in shown for shown in reader.shown.splitlines())
        while reader.pane.order is None or reader.pane.order.column != "me":
            await reader.press("s")
        assert reader.ids == ["c003", "c001", "c002"]
        await reader.press("S")
        assert reader.ids == ["c001", "c003", "c002"]


async def test_a_matrix_lets_through_whose_strategies_i_judged(library: Library) -> None:
    VerdictLog(library.notes("bridges")).give(library.open("bridges").get("s01"), "disagree")
    async with reading(library, at="s01") as reader:
        await reader.press("f", *"mine:disagree", "enter")
        assert [actor.id for actor in reader.record_list.items] == ["ann"]
        assert "1 C3 -" in reader.shown
        await reader.press("f", *["backspace"] * 13, *"mine:agree", "enter")
        assert reader.record_list.items == []


async def test_the_uncontested_claims_are_a_filter_and_a_note_contests(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("f", *"uncontested:yes", "enter")
        assert reader.ids == ["c001", "c003"]
        assert "2 of 3" in reader.shown
        await reader.write("Not so.")
        assert "1 of 3" in reader.shown  # the noted claim stays in the list while the cursor is on it
        await reader.press("escape", "f", *"uncontested:yes", "enter")
        assert reader.ids == ["c003"]
        await reader.press("u")
        assert "2 of 3" in reader.shown


async def test_only_claims_can_be_uncontested(library: Library) -> None:
    async with reading(library, at="ann") as reader:
        await reader.press("f", *"uncontested:yes", "enter")
        assert "Nothing here has any uncontested:" in " ".join(reader.shown.split())


async def test_the_removed_unanswered_view_in_a_memory_file_of_0_1_opens_the_list(library: Library) -> None:
    memory = ReadingProgress(library.places.state, "bridges")
    memory.view("Claims", "unanswered")
    memory.save()
    async with reading(library, at="c002") as reader:
        assert (reader.pane.view, reader.at) == ("list", "c002")


async def test_the_predictions_have_a_list_with_scores(library: Library) -> None:
    async with reading(library, at="c002", size=(120, 40)) as reader:
        await reader.press("w", "w")
        assert reader.ids == ["c002"]
        assert "Brier: no outcomes yet" in reader.shown
        await reader.press("r", "6", "0", "down", "enter")
        assert "✎ yes" in reader.shown
        assert "60 %" in reader.shown
        assert "Brier: you 0.16, article 0.00 on 1" in reader.shown


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40)])
async def test_the_scores_can_be_read_whole_at_every_size(library: Library, size: tuple[int, int]) -> None:
    more = tuple(replace(whole().claims[1], id=f"c1{number:02}") for number in range(12))
    library.install(whole(claims=(*whole().claims, *more)))
    predictions, notes = library.open("bridges").predictions(), library.notes("bridges")
    judgement = opinion_analysis(library.open("bridges"), notes)
    for number, prediction in enumerate(predictions):
        if number < 2:
            judgement.estimates.give(prediction, 70)
        judgement.resolutions.give(prediction, "no", foreseen=70 if number < 2 else None)
    async with reading(library, at="c002", size=size, notes=notes) as reader:
        await reader.press("w", "w")
        assert "Brier: you 0.49, article 1.00 on 2, 1.00 on 13" in reader.shown


async def test_from_elsewhere_a_claim_is_found_in_the_list_of_all(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("w", "w", "4", "enter")
        while reader.pane.card.linked_id != "c001":
            await reader.press("tab")
        await reader.press("enter")
        assert (reader.tab, reader.at, reader.pane.view) == ("Claims", "c001", "list")
