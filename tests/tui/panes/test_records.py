"""The panes that list one kind of record: Recommendations, Claims, Timeline, Map, Article."""

from __future__ import annotations

from store.library.library import Library
from store.model.records import Event
from tests.support.reader import reading
from tests.support.sample import ARTICLE, claim, recommendation, whole


async def test_claims_are_listed_in_the_order_of_the_briefing(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("5")
        assert reader.ids == ["c001", "c002", "c003"]
        assert "C3" in reader.shown


async def test_the_card_of_a_claim_tells_speaker_evidence_grade_and_the_reviewers_doubt(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        for words in ("C3 possibly true", "said by Ann Lee", "evidence example", "80.5 %", "◆ Reviewer", "Not all of them do."):
            assert words in reader.card


async def test_a_recommendation_shows_because_claims_evidence_and_the_weakest_link(library: Library) -> None:
    async with reading(library, at="r01") as reader:
        assert reader.tab == "Recommendations"
        for words in ("weakest C4 c002", "Because", "← c001 C3 Bridges pay. [example]", "← c002", "◂ weakest link"):
            assert words in reader.card


async def test_a_recommendation_shows_precedents_risks_and_objections(library: Library) -> None:
    async with reading(library, at="r01") as reader:
        for words in ("Precedents · 1 s01", "Risks the article concedes · 1 c003", "Cautions – Rust.", "◆ Reviewer"):
            assert words in reader.card


async def test_every_recommendation_is_listed(library: Library) -> None:
    library.install(whole(recommendations=(recommendation(), recommendation(id="r02", text="Paint bridges."))))
    async with reading(library) as reader:
        await reader.press("4")
        assert reader.ids == ["r01", "r02"]
        assert "Paint bridges." in reader.shown


async def test_the_timeline_is_in_the_order_of_time_with_predictions_last(library: Library) -> None:
    dates = {"e-late": "2015", "e-early": "from 2001", "e-mid": "2008-05"}
    events = tuple(Event(id=name, text=name, date=date, basis="Printed.", actors=("ann",), paragraphs=(1,)) for name, date in dates.items())
    library.install(whole(events=events))
    async with reading(library) as reader:
        await reader.press("6")
        assert reader.ids == ["e-early", "e-mid", "e-late", "c002"]
        assert "» 2026" in reader.shown
        assert "May 2008" in reader.shown


async def test_a_prediction_without_a_date_comes_last_and_says_so(library: Library) -> None:
    forecast = whole().claims[1].forecast
    assert forecast
    timeless = type(forecast)(horizon="Some day.", test="Wait.", uncheckable="No date is given.")
    library.install(whole(claims=(whole().claims[0], claim(id="c000", kind="prediction", forecast=timeless), *whole().claims[1:])))
    async with reading(library) as reader:
        await reader.press("6")
        assert reader.ids[-2:] == ["c002", "c000"]
        assert "no date" in reader.shown


async def test_the_map_tells_who_does_what_to_whom(library: Library) -> None:
    async with reading(library, size=(160, 40)) as reader:
        await reader.press("7")
        assert reader.ids == ["l01"]
        line = next(line for line in reader.shown.split("\n") if "Ann Lee" in line)
        assert line.index("Ann Lee") < line.index("leads") < line.index("Bob")
        assert "Ann Lee leads Bob" in reader.card


async def test_the_article_lists_its_paragraphs_with_our_gist_and_the_claims_from_each(library: Library) -> None:
    async with reading(library) as reader:
        await reader.press("8")
        assert reader.ids == ["p1"]
        assert "Bridges are promises." in reader.shown
        assert "1 of 1" in reader.shown
        assert "Claims drawn from it · 3" in reader.card


async def test_the_article_shows_my_own_copy_where_it_is_attached(library: Library) -> None:
    copy = library.places.data / "copy.txt"
    copy.write_text(ARTICLE, "utf-8")
    async with reading(library, at="p1") as reader:
        assert "no copy" in reader.shown
        assert "Every bridge is a promise." not in reader.card
    library.attach_source("bridges", copy)
    async with reading(library, at="p1") as reader:
        assert "1 in your copy" in reader.shown
        assert "Every bridge is a promise." in reader.card
