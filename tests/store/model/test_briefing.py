"""Every record is found by id or name, and every link is followed both ways."""

from __future__ import annotations

import pytest

from store.errors import InvalidInputError, NotFoundError
from store.model.briefing import Briefing
from tests.support.sample import ARTICLE, actor, briefing, whole


@pytest.fixture
def opened() -> Briefing:
    """Return a briefing with a record of every kind."""
    return Briefing(whole())


def ids(found: object) -> list[str]:
    return [record.id for record in found]  # type: ignore[attr-defined]


def test_records_and_paragraphs_are_found_by_id(opened: Briefing) -> None:
    for identity in ("ann", "c001", "s01", "r01", "l01", "e01", "q01", "p1"):
        assert opened.get(identity).id == identity


@pytest.mark.parametrize("name", ["Ann Lee", "ann lee", "Annie", "ANNIE", "李安"])
def test_an_actor_is_found_by_any_of_its_names(opened: Briefing, name: str) -> None:
    assert opened.get(name).id == "ann"


def test_what_is_not_there_is_answered_with_the_nearest(opened: Briefing) -> None:
    with pytest.raises(NotFoundError, match=r"bridges has no record cc001\. Did you mean c001\?"):
        opened.get("cc001")


def test_the_name_of_a_thing_that_is_not_there_cannot_command_a_terminal(opened: Briefing) -> None:
    with pytest.raises(NotFoundError, match="␛"):
        opened.get("\x1b]0;x\x07")


def test_actors_have_names_and_everything_else_its_id(opened: Briefing) -> None:
    assert [opened.name(identity) for identity in ("ann", "c001", "nobody")] == ["Ann Lee", "c001", "nobody"]


def test_a_grade_is_the_speakers_reliability_and_the_claims_credibility(opened: Briefing) -> None:
    assert opened.grade(opened.claim("c002")) == "C4"


def test_links_are_followed_backwards(opened: Briefing) -> None:
    assert [(link.record.id, link.field) for link in opened.references_to("c001")] == [
        ("c002", "supports"),
        ("s01", "claims"),
        ("r01", "because"),
        ("q01", "claims"),
    ]


def test_links_are_chosen_by_field(opened: Briefing) -> None:
    assert ids(link.record for link in opened.references_to("c001", "because", "supports")) == ["c002", "r01"]
    assert opened.references_to("q01") == opened.references_to("nobody") == ()


def test_what_an_actor_says_and_what_is_said_of_it(opened: Briefing) -> None:
    assert ids(opened.claims_by("bob")) == ["c002"]
    assert ids(opened.claims_about("bob")) == ["c001"]


def test_reasons_and_objections(opened: Briefing) -> None:
    assert ids(opened.supporters("c001")) == ["c002"]
    assert ids(opened.opponents("c002")) == ["c003"]


def test_what_an_actor_does_and_takes_part_in(opened: Briefing) -> None:
    assert ids(opened.strategies_of("ann")) == ["s01"]
    assert ids(opened.relations_of("ann")) == ids(opened.relations_of("bob")) == ["l01"]
    assert ids(opened.events_of("bob")) == ["e01"]


def test_what_rests_on_a_claim(opened: Briefing) -> None:
    assert ids(opened.recommendations_on("c001")) == ["r01"]
    assert opened.recommendations_on("c003") == ()


def test_what_was_drawn_from_a_paragraph(opened: Briefing) -> None:
    assert ids(opened.records_in_paragraph(opened.file.paragraphs[0])) == [
        "ann", "bob", "c001", "c002", "c003", "r01", "l01", "e01", "q01",
    ]  # fmt: skip


def test_predictions_are_the_claims_about_the_future(opened: Briefing) -> None:
    assert ids(opened.predictions()) == ["c002"]


def test_the_readers_copy_is_there_paragraph_by_paragraph() -> None:
    assert Briefing(briefing(), ARTICLE).source_paragraphs == {1: "Every bridge is a promise."}
    assert Briefing(briefing()).source_paragraphs == {}


@pytest.mark.parametrize(
    ("written", "meant"), [("C001", "c001"), ("c1", "c001"), ("p01", "p1"), ("¶1", "p1"), (" ANN ", "ann"), ("q1", "q01")]
)
def test_a_record_is_found_as_people_write_it(written: str, meant: str) -> None:
    assert Briefing(whole()).get(written).id == meant


def test_what_is_written_exactly_goes_first() -> None:
    book = Briefing(whole(actors=(actor(), actor(id="bob"), actor(id="c1", name="Channel One"))))
    assert book.get("c1").id == "c1"


def test_the_text_of_an_attached_paragraph_can_be_quoted() -> None:
    assert Briefing(briefing(), ARTICLE).attached_paragraph("p1") == "Every bridge is a promise."


@pytest.mark.parametrize(
    ("article", "record_id", "reason"),
    [(ARTICLE, "c001", "is no paragraph"), ("", "p1", "There is no copy"), ("On bridges\n\nAnother text.\n", "p1", "is not in your copy")],
)
def test_what_is_not_attached_cannot_be_quoted(article: str, record_id: str, reason: str) -> None:
    with pytest.raises(InvalidInputError, match=reason):
        Briefing(briefing(), article).attached_paragraph(record_id)


def test_a_blank_name_is_no_record(opened: Briefing) -> None:
    with pytest.raises(NotFoundError, match="without a name"):
        opened.get("  ")
