"""The smallest valid values of every kind; a test names only what it is about."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from msgspec.structs import replace

from store.model.attachments import Assessment, Figure, Prediction
from store.model.note import Note
from store.model.opinion import Forecast, OpinionSet, ReaderGrade, Resolution, Verdict
from store.model.records import (
    Actor,
    BriefingFile,
    Claim,
    Event,
    Paragraph,
    Question,
    Recommendation,
    Relation,
    Source,
    Strategy,
    StrategyKind,
)
from store.model.source_text import digest

# The reader's copy of the article: the title, and the one paragraph that `briefing` knows.
ARTICLE = "Bridges\n\nEvery bridge is a promise.\n"

_ACTOR = Actor(
    id="ann", name="Ann Lee", kind="person", home="London", who="An engineer.", role="She argues.", paragraphs=(1,), reliability="C"
)
_CLAIM = Claim(
    id="c001", text="Bridges pay.", kind="opinion", speaker="ann", about=("ann",), paragraphs=(1,), evidence="example", credibility=3
)
_ASSESSMENT = Assessment(caveat="Not all of them do.", sure="likely", source="A ledger.")
_FORECAST = Prediction(horizon="Ten years.", test="Count the tolls.", due="2026")
_NOTE = Note(id="n-aaaaaa", target="c001", body="Really?", created="2026-01-02T03:04:05+00:00", modified="2026-01-02T03:04:05+00:00")
_VERDICT = Verdict(target="c001", agreement="disagree", at="2026-01-02T03:04:05+00:00", number=1, because="No tolls.", confidence=80)
_PARAGRAPH = Paragraph(number=1, kind="text", gist="Bridges are promises.", digest=digest("Every bridge is a promise."))
_RECOMMENDATION = Recommendation(
    id="r01", text="Build bridges.", speaker="ann", to=("ann",), stance="explicit", because=("c001",), paragraphs=(1,)
)
_STRATEGY = Strategy(
    id="s01", actor="ann", kind="building", summary="Builds.", aim="To cross.", status="under way", claims=("c001",), since="2014"
)
_RELATION = Relation(id="l01", subject="ann", kind="leads", object="bob", text="Ann leads Bob.", paragraphs=(1,), date="from 2012")
_EVENT = Event(id="e01", text="A bridge opens.", date="about 2008", basis="Printed.", actors=("bob",), paragraphs=(1,))
_SOURCE = Source(
    title="Bridges",
    author="ann",
    publisher="ann",
    language="English",
    date="2016-07",
    date_basis="Printed.",
    words=5,
    thesis=("Bridges pay.",),
    method="By example.",
)
_BRIEFING = BriefingFile(
    format=1,
    id="bridges",
    version=1,
    title="Do bridges pay?",
    reviewed="2026-01-02",
    reviewer="A reader",
    source=_SOURCE,
    paragraphs=(_PARAGRAPH,),
    actors=(_ACTOR,),
    claims=(_CLAIM,),
)


def actor(**changes: Any) -> Actor:
    """Ann Lee, a fairly reliable person."""
    return replace(_ACTOR, **changes)


def claim(**changes: Any) -> Claim:
    """Return an opinion of Ann's, graded C3."""
    return replace(_CLAIM, **changes)


def prediction(**changes: Any) -> Claim:
    """Return Ann's prediction for 2026."""
    return claim(kind="prediction", forecast=_FORECAST, **changes)


def assessment(**changes: Any) -> Assessment:
    """Return a caveat of the reviewer's."""
    return replace(_ASSESSMENT, **changes)


def paragraph(**changes: Any) -> Paragraph:
    """Return the first paragraph of ARTICLE."""
    return replace(_PARAGRAPH, **changes)


def recommendation(**changes: Any) -> Recommendation:
    """Return Ann's recommendation, with the claim as its reason."""
    return replace(_RECOMMENDATION, **changes)


def strategy(**changes: Any) -> Strategy:
    """Return Ann's strategy according to the claim."""
    return replace(_STRATEGY, **changes)


def relation(**changes: Any) -> Relation:
    """Ann leads Bob."""
    return replace(_RELATION, **changes)


def event(**changes: Any) -> Event:
    """Return the opening of a bridge."""
    return replace(_EVENT, **changes)


def note(**changes: Any) -> Note:
    """Return the reader's question on the claim."""
    return replace(_NOTE, **changes)


def verdict(**changes: Any) -> Verdict:
    """Return the reader's verdict on the claim."""
    return replace(_VERDICT, **changes)


def judged(target: str = "c001", words: str = "No tolls.") -> OpinionSet:
    """Return a verdict, a grade, a forecast and a resolution of the reader's, with `words` as the reason."""
    at = _VERDICT.at
    return OpinionSet(
        verdicts=(verdict(target=target, because=words),),
        grades=(ReaderGrade(target=target, grade="E5", at=at, number=1, because=words),),
        estimates=(Forecast(target=target, probability=37, at=at, number=1),),
        resolutions=(Resolution(target=target, outcome="partly", at=at, number=1, evidence=words, foreseen=37),),
    )


def source(**changes: Any) -> Source:
    """Return the article by Ann."""
    return replace(_SOURCE, **changes)


def briefing(**changes: Any) -> BriefingFile:
    """One actor, one claim, one paragraph."""
    return replace(_BRIEFING, **changes)


def whole(**changes: Any) -> BriefingFile:
    """Return a briefing with a record of every kind and every optional field at least once."""
    records: dict[str, Any] = {
        "actors": (actor(aliases=("Annie",), chinese="李安", assessment=assessment()), actor(id="bob", name="Bob", kind="company")),
        "claims": (
            claim(about=("ann", "bob"), figures=(Figure(value=80.5, unit="%", of="all tolls"),), assessment=assessment()),
            prediction(id="c002", text="Tolls will double.", speaker="bob", supports=("c001",), credibility=4),
            claim(id="c003", text="Tolls will vanish.", opposes=("c002",)),
        ),
        "strategy_kinds": (StrategyKind(id="building", name="Building", about="What is built."),),
        "strategies": (strategy(partners=("bob",)),),
        "recommendations": (recommendation(precedents=("s01",), risks=("c003",), cautions=("Rust.",), assessment=assessment()),),
        "relations": (relation(),),
        "events": (event(),),
        "questions": (Question(id="q01", text="Who pays?", kind="open", paragraphs=(1,), about=("ann",), claims=("c001",)),),
        "paragraphs": (paragraph(assessment=assessment(flags=("doubtful",))),),
    }
    return briefing(**(records | changes))


def two_voices() -> BriefingFile:
    """Return a briefing with an event, a relation and a question of the article, and one of each that the reviewer added."""
    asked = Question(id="q02", text="Do bridges pay?", kind="asked", paragraphs=(1,), claims=("c001",))
    file = whole()
    return replace(
        file,
        relations=(*file.relations, relation(id="l02", text="Ann owns Bob.", kind="owns", claims=("c001",), voice="reviewer")),
        events=(*file.events, event(id="e02", text="The bridge falls.", claims=("c001",), voice="reviewer")),
        questions=(*file.questions, asked),
    )


def raw(value: msgspec.Struct, **changes: Any) -> dict[str, Any]:
    """`value` as a file tells it, with fields that need not be right."""
    told: dict[str, Any] = as_read(msgspec.to_builtins(value))
    return told | changes


def tree(**changes: Any) -> dict[str, Any]:
    """Return a briefing as input of `parse`; its fields may be invalid."""
    return raw(briefing(), **changes)


def as_read(value: Any) -> Any:
    """`value` with lists where a file has no tuples."""
    if isinstance(value, dict):
        return {key: as_read(leaf) for key, leaf in value.items()}
    return [as_read(leaf) for leaf in value] if isinstance(value, list | tuple) else value


def as_toml(tree: dict[str, Any]) -> str:
    """Return a tree as TOML: JSON with `=` instead of `:` in inline tables."""
    return "\n".join(f"{key} = {_inline(value)}" for key, value in tree.items())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(leaf)}" for key, leaf in value.items()) + "}"
    return f"[{', '.join(map(_inline, value))}]" if isinstance(value, list) else json.dumps(value)
