"""Kinds and voices are told apart by a sign or a word, never by colour alone."""

from __future__ import annotations

from typing import get_args

from store.model.briefing import Briefing
from store.model.vocabulary import ClaimKind
from tests.support.sample import note, whole
from tui.render.records.symbols import ARTICLE, KIND_SIGNS, READER, REVIEWER, headline, kind_label

THINGS = Briefing(whole()).records


def test_every_kind_of_claim_has_a_sign_of_its_own() -> None:
    assert set(KIND_SIGNS) == set(get_args(ClaimKind))
    assert len(set(KIND_SIGNS.values())) == len(KIND_SIGNS)


def test_the_three_voices_have_three_signs() -> None:
    assert len({ARTICLE, REVIEWER, READER}) == 3


def test_everything_has_a_word_for_its_kind_and_words_to_know_it_by() -> None:
    assert all(kind_label(thing) and headline(thing) for thing in THINGS.values())


def test_kinds_are_said_in_words() -> None:
    said = {kind_label(THINGS[identity]) for identity in ("ann", "c002", "s01", "r01", "l01", "e01", "q01", "p1")}
    assert said == {"person", "prediction", "strategy", "explicit recommendation", "relation", "event", "open question", "text"}
    assert kind_label(note()) == "note"
