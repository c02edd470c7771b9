"""Own grades, forecasts, outcomes and the history of opinions, from the keyboard."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.annotations.reading_progress import ReadingProgress
from store.library.library import Library
from store.opinions.analysis import OpinionAnalysis
from store.opinions.logs import VerdictLog
from tests.support.reader import Reader, reading
from tests.support.sample import whole
from tests.support.sessions import opinions_on

# The keys from the first field of the dialog to others.
TO_GRADE, TO_FORECAST, TO_OUTCOME = ("down",) * 3, ("down",) * 5, ("down",) * 6


def forecast(reader: Reader) -> int | None:
    estimate = judgement(reader).estimates.current("c002")
    return estimate.probability if estimate else None


def judgement(reader: Reader) -> OpinionAnalysis:
    reader.notes.refresh()
    return opinions_on(reader.main_screen.context.briefing, reader.notes)


async def test_h_shows_when_i_changed_my_mind_and_why(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("h")
        assert "c001 has no history" in reader.told[-1] and "v to give an opinion" in reader.told[-1]
        await reader.press("v", "left", "left", "enter", "v", "left", "left", "down")
        await reader.paste("one anecdote")
        await reader.press("enter", "h")
        assert reader.dialog == "ChoiceDialog"
        verdict = judgement(reader).verdicts.current("c001")
        assert verdict
        day = verdict.at[:10]
        words = " ".join(reader.shown.split())
        assert f"changed my mind on {day}: from agree to disagree, because one anecdote" in words
        assert words.index("changed my mind") < words.index(f"my verdict on {day}: agree")
        await reader.press("escape")
        assert reader.dialog == ""


async def test_my_grade_is_shown_beside_the_reviewers(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *TO_GRADE, "b", "2", "tab")
        await reader.paste("I counted")
        await reader.press("enter")
        assert "◆ C3 possibly true, from a fairly reliable source" in reader.card
        assert "✎ my grade B2 probably true, from a usually reliable source, because I counted" in reader.card
        await reader.press("u")
        assert "my grade" not in reader.card
        await reader.press("ctrl+r", "h")
        assert "my grade on" in reader.shown


async def test_the_credibility_alone_is_a_grade_and_other_text_is_refused(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *TO_GRADE, "9", "enter")
        assert "9 is not a grade" in " ".join(reader.shown.split())
        await reader.press("backspace", "4", "enter")
        assert "✎ my grade 4 doubtful" in reader.card


async def test_a_prediction_is_resolved_with_evidence_and_the_forecast_before_it(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("v", *TO_FORECAST, "3", "0", "enter")
        assert forecast(reader) == 30
        assert judgement(reader).resolutions.current("c002") is None
        await reader.press("v", *TO_OUTCOME, "right", "right", "right", "down")
        await reader.paste("They fell.")
        await reader.press("enter")
        assert "✎ probability 30 % on" in reader.card
        assert "✎ outcome no They fell." in reader.card
        assert judgement(reader).calibration().mine == (0.09, 1)
        await reader.press("u")
        assert judgement(reader).resolutions.current("c002") is None
        await reader.press("u")
        assert forecast(reader) is None


async def test_all_changed_fields_are_stored_as_one_command(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.write("The first save of a new file writes one line per document.")
        size = reader.notes.journal.path.stat().st_size
        await reader.press("v", "left", *TO_GRADE, "2", "down", "down", "8", "0", "down", "right", "enter")
        assert reader.told[-1] == "Saved your opinion on c002: Strongly agree, grade 2, forecast 80%, outcome yes."
        assert judgement(reader).outcome(reader.main_screen.context.briefing.claim("c002")) == ("yes", "", True)
        resolution = judgement(reader).resolutions.current("c002")
        assert resolution and resolution.foreseen == 80
        added = reader.notes.journal.path.read_bytes()[size:].decode().splitlines()
        assert len([line for line in added if "c002" in line]) == 1
        await reader.press("u")
        assert (forecast(reader), judgement(reader).verdicts.current("c002"), judgement(reader).grades.current("c002")) == (
            None,
            None,
            None,
        )


async def test_an_emptied_grade_or_forecast_is_not_withdrawn(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("v", *TO_GRADE, "2", *TO_FORECAST[len(TO_GRADE) :], "3", "0", "enter")
        await reader.press("v", *TO_GRADE, "backspace", "enter")
        assert "An empty field does not withdraw your grade 2" in " ".join(reader.shown.split())
        await reader.press("2", "down", "down", "backspace", "backspace", "enter")
        assert "An empty field does not withdraw your forecast 30%" in " ".join(reader.shown.split())
        assert forecast(reader) == 30


async def test_an_emptied_reason_is_removed_in_a_new_version_and_reported(library: Library) -> None:
    VerdictLog(library.notes("bridges")).give(library.open("bridges").get("c001"), "agree", "No.", 80)
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", *["backspace"] * 3, "enter")
        assert reader.told[-1] == "Saved your opinion on c001: Agree, confidence 80%, reason removed."
        assert [verdict.because for verdict in judgement(reader).verdicts.history("c001")] == ["No.", ""]


async def test_a_text_that_is_no_percentage_keeps_the_dialog_open(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await reader.press("v", *TO_FORECAST, "1", "0", "1", "enter")
        assert reader.dialog == "OpinionDialog"
        assert "Forecast is a number from 0 to 100" in " ".join(reader.shown.split())


@pytest.mark.parametrize(
    ("record", "shown", "hidden"),
    [
        ("c002", "Verdict Own grade Forecast Outcome", ""),
        ("c001", "Verdict Own grade", "Forecast Outcome"),
        ("r01", "Verdict", "grade Outcome"),
    ],
)
async def test_the_dialog_has_the_fields_that_apply_to_the_record(library: Library, record: str, shown: str, hidden: str) -> None:
    async with reading(library, at=record) as reader:
        await reader.press("v")
        assert all(word in reader.shown for word in shown.split())
        assert not any(word in reader.shown for word in hidden.split())


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_dialog_fits_a_small_terminal(library: Library, size: tuple[int, int]) -> None:
    async with reading(library, at="c002", size=size) as reader:
        await reader.press("v", *TO_FORECAST, "x", "enter")
        for text in ("Opinion on c002", "Verdict", "Reason", "Confidence, %", "Own grade", "Outcome", "Evidence", "save", "cancel"):
            assert text in reader.shown
        assert "Forecast is a number" in " ".join(reader.shown.split())


async def test_one_verdict_on_marked_records_lists_them(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m", "j", "m", "2", "m")
        await reader.run("verdict.marked")
        words = " ".join(reader.shown.split())
        assert "One verdict on 2 marked records" in words
        for text in ("c001 Bridges pay.", "c002 Tolls will double.", "Excluded, because they cannot have a verdict: ann"):
            assert text in words
        await reader.press("left", "enter")
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


@pytest.mark.slow
async def test_a_matrix_lets_through_whose_strategies_i_judged(library: Library) -> None:
    VerdictLog(library.notes("bridges")).give(library.open("bridges").get("s01"), "disagree")
    async with reading(library, at="s01") as reader:
        await reader.press("f", *"mine:disagree", "enter")
        assert [actor.id for actor in reader.record_list.items] == ["ann"]
        assert "1 C3 -" in reader.shown
        await reader.press("f", *["backspace"] * 13, *"mine:agree", "enter")
        assert reader.record_list.items == []


@pytest.mark.slow
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
        await reader.press("v", *TO_FORECAST, "6", "0", "down", "right", "enter")
        assert "✎ yes" in reader.shown
        assert "60 %" in reader.shown
        assert "Brier: you 0.16, article 0.00 on 1" in reader.shown


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40)])
async def test_the_scores_can_be_read_whole_at_every_size(library: Library, size: tuple[int, int]) -> None:
    more = tuple(replace(whole().claims[1], id=f"c1{number:02}") for number in range(12))
    library.install(whole(claims=(*whole().claims, *more)))
    predictions, notes = library.open("bridges").predictions(), library.notes("bridges")
    judgement = opinions_on(library.open("bridges"), notes)
    for number, prediction in enumerate(predictions):
        if number < 2:
            judgement.estimates.give(prediction, 70)
        judgement.resolutions.give(prediction, "no", foreseen=70 if number < 2 else None)
    async with reading(library, at="c002", size=size, notes=notes) as reader:
        await reader.press("w", "w")
        assert "Brier: you 0.49, article 1.00 on 2, 1.00 on 13" in reader.shown
