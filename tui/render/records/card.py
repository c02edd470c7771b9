"""A card for each kind of record: what the article says first, then the reviewer; the reader's notes come below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from store.argument.strength import describe_grade
from store.model.attachments import Assessment
from store.model.briefing import Briefing
from store.model.partial_date import describe_date as when
from store.model.records import Actor, AnyRecord, Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy
from tui.render.context import RenderContext
from tui.render.records.opinions import opinion_block
from tui.render.records.predictions import describe_due
from tui.render.records.symbols import ARTICLE, REVIEWER, headline, headline_with_voice, is_reviewers, kind_label, relation_verb, voice_sign
from tui.render.records.trace import trace_blocks
from tui.render.text.blocks import BLANK, Block, Span, heading_block, join, record_span, text_block


def card_blocks(context: RenderContext, thing: AnyRecord) -> tuple[Block, ...]:
    """Return the card of a record: the article's statement, the reader's opinions, details, and the reviewer's assessment."""
    blocks = [*_front(context.briefing, thing), *opinion_block(context, thing), *_body(context, thing), *_assessment(thing.assessment)]
    return tuple(block for before, block in pairwise([BLANK, *blocks]) if block != BLANK or before != BLANK)


def _front(briefing: Briefing, thing: AnyRecord) -> Iterator[Block]:
    where = [
        Span(f"{voice_sign(thing)} {thing.id}", "reviewer" if is_reviewers(thing) else "quiet"),
        Span("  "),
        Span(kind_label(thing), "quiet"),
    ]
    if isinstance(thing, Claim):
        grade = briefing.grade(thing)
        where += [Span(f"  {REVIEWER} ", "reviewer"), Span(grade, "grade"), Span(f" {describe_grade(grade)}", "quiet")]
    yield Block(tuple(where))
    yield Block((Span(headline(thing), "title"),))
    yield BLANK


def _body(context: RenderContext, thing: AnyRecord) -> Iterator[Block]:
    briefing = context.briefing
    match thing:
        case Actor():
            yield from _actor(briefing, thing)
        case Claim():
            yield from _claim(briefing, thing)
        case Strategy():
            yield from _strategy(briefing, thing)
        case Recommendation():
            yield from _recommendation(context, thing)
        case Relation():
            yield from _relation(briefing, thing)
        case Event():
            yield from _event(briefing, thing)
        case Question():
            yield from _question(briefing, thing)
        case Paragraph():
            yield from _paragraph(briefing, thing)
        case _:
            assert_never(thing)


def _actor(briefing: Briefing, actor: Actor) -> Iterator[Block]:
    if actor.aliases:
        yield text_block(", ".join(actor.aliases), label="as written")
    if actor.chinese:
        yield text_block(actor.chinese, label=_reviewers("Chinese"))
    yield text_block(actor.home, label=_reviewers("home"))
    yield text_block(actor.who, label=_reviewers("who"))
    yield text_block(actor.role, label="role here")
    if actor.reliability or actor.reliability_because:
        yield text_block(Span(actor.reliability or "F", "grade"), f"  {actor.reliability_because}", label=_reviewers("source"))
    yield _places(actor.paragraphs)
    yield from _listed(briefing, "Strategies", briefing.strategies_of(actor.id), actor.id)
    yield from _listed(briefing, "Is a partner in", _of(briefing, actor.id, Strategy, "partners"))
    yield from _listed(briefing, "Relations", briefing.relations_of(actor.id))
    yield from _listed(briefing, "Says", briefing.claims_by(actor.id))
    yield from _listed(briefing, "Is spoken of", briefing.claims_about(actor.id))
    yield from _listed(briefing, "Advises", _of(briefing, actor.id, Recommendation, "speaker"))
    yield from _listed(briefing, "Is advised", _of(briefing, actor.id, Recommendation, "to"))
    yield from _listed(briefing, "Events", briefing.events_of(actor.id))
    yield from _listed(briefing, "Questions", _of(briefing, actor.id, Question, "about"))


def _claim(briefing: Briefing, claim: Claim) -> Iterator[Block]:
    yield text_block(_link(briefing, claim.speaker), label="said by")
    yield text_block(*join(_link(briefing, identity) for identity in claim.about), label="about")
    yield _places(claim.paragraphs)
    note = f": {claim.evidence_note}" if claim.evidence_note else ""
    yield text_block(Span(claim.evidence, "strong"), note, label="evidence")
    for figure in claim.figures:
        yield text_block(Span(f"{figure.value:.15g} {figure.unit}", "strong"), f"  {figure.of}", label="figure")
    if claim.forecast:
        yield from _forecast(claim)
    yield from _listed(briefing, "Supports", (briefing.claim(identity) for identity in claim.supports))
    yield from _listed(briefing, "Is supported by", briefing.supporters(claim.id))
    yield from _listed(briefing, "Opposes", (briefing.claim(identity) for identity in claim.opposes))
    yield from _listed(briefing, "Is opposed by", briefing.opponents(claim.id))
    yield from _listed(briefing, "Rests on it", briefing.recommendations_on(claim.id))
    yield from _listed(briefing, "Is conceded as a risk in", _of(briefing, claim.id, Recommendation, "risks"))
    yield from _in_two_voices(briefing, "Mentioned in", (link.record for link in briefing.references_to(claim.id, "claims")))


def _forecast(claim: Claim) -> Iterator[Block]:
    assert claim.forecast is not None
    forecast = claim.forecast
    yield text_block(forecast.horizon, label="horizon")
    yield text_block(forecast.test, label=_reviewers("test"))
    yield text_block(describe_due(claim), label=_reviewers("due"))
    yield text_block(Span(forecast.outcome, "strong"), f"  {forecast.outcome_because}", label=_reviewers("outcome"))


def _strategy(briefing: Briefing, strategy: Strategy) -> Iterator[Block]:
    yield text_block(_link(briefing, strategy.actor), label="whose")
    yield text_block(strategy.kind, label="kind")
    yield text_block(strategy.status, label="status")
    yield text_block(when(strategy.since) if strategy.since else "the article does not say", label="since")
    if strategy.partners:
        yield text_block(*join(_link(briefing, identity) for identity in strategy.partners), label="with")
    yield text_block(strategy.aim, label="aim")
    yield from _listed(briefing, "As claimed in", (briefing.claim(identity) for identity in strategy.claims))
    yield from _listed(briefing, "Is a precedent for", _of(briefing, strategy.id, Recommendation, "precedents"))


def _recommendation(context: RenderContext, recommendation: Recommendation) -> Iterator[Block]:
    briefing = context.briefing
    yield text_block(_link(briefing, recommendation.speaker), label="advised by")
    yield text_block(*join(_link(briefing, identity) for identity in recommendation.to), label="to")
    yield _places(recommendation.paragraphs)
    yield from trace_blocks(context, recommendation)
    yield from _listed(briefing, "Precedents", (briefing.records[identity] for identity in recommendation.precedents))
    yield from _listed(briefing, "Risks the article concedes", (briefing.claim(identity) for identity in recommendation.risks))
    if recommendation.cautions:
        yield from (BLANK, heading_block(f"{REVIEWER} Cautions", "reviewer"))
        yield from (text_block(words, label=Span("  –", "quiet"), hang=4) for words in recommendation.cautions)


def _relation(briefing: Briefing, relation: Relation) -> Iterator[Block]:
    yield text_block(
        _link(briefing, relation.subject),
        Span(f"  {relation_verb(relation.kind)}  ", "strong"),
        _link(briefing, relation.object),
        label="who",
    )
    if relation.date:
        yield text_block(when(relation.date), label="when")
    yield from _grounds(briefing, relation, "As claimed in")


def _event(briefing: Briefing, event: Event) -> Iterator[Block]:
    yield text_block(Span(when(event.date), "strong"), label="when")
    if not is_reviewers(event):
        yield text_block(event.basis, label="date from")
    yield text_block(*join(_link(briefing, identity) for identity in event.actors), label="who")
    yield from _grounds(briefing, event, "As claimed in")
    if is_reviewers(event):
        yield from (BLANK, text_block(Span(f"Source: {event.basis}", "quiet"), hang=2))


def _question(briefing: Briefing, question: Question) -> Iterator[Block]:
    if question.about:
        yield text_block(*join(_link(briefing, identity) for identity in question.about), label="about")
    yield from _grounds(briefing, question, "The claims in it")


def _grounds(briefing: Briefing, thing: Relation | Event | Question, words: str) -> Iterator[Block]:
    """Return the paragraphs of a record; one that the reviewer adds has none, and relates to paragraphs and claims."""
    yield _places(thing.paragraphs, "bears on" if is_reviewers(thing) else "in")
    yield from _listed(briefing, f"{REVIEWER} Bears on" if is_reviewers(thing) else words, map(briefing.claim, thing.claims))


def _paragraph(briefing: Briefing, paragraph: Paragraph) -> Iterator[Block]:
    text = briefing.source_paragraphs.get(paragraph.number)
    if text:
        yield from (heading_block(f"{ARTICLE} The article's own words, from your copy"), text_block(text, hang=2))
    records = briefing.records_in_paragraph(paragraph)
    if not records:
        yield text_block("Nothing was drawn from this paragraph.")
    yield from _listed(briefing, "Claims drawn from it", (record for record in records if isinstance(record, Claim)))
    yield from _in_two_voices(briefing, "Also here", (record for record in records if not isinstance(record, Claim)))


def _assessment(assessment: Assessment | None) -> Iterator[Block]:
    if assessment is None:
        return
    flags = [Span(f"  {', '.join(assessment.flags)}", "flag")] if assessment.flags else []
    yield BLANK
    yield Block((Span(f"{REVIEWER} Reviewer", "reviewer"), Span(f"  {assessment.sure}", "quiet"), *flags))
    yield text_block(Span(assessment.caveat, "reviewer"), hang=2)
    if assessment.correction:
        yield text_block(Span("Rather: ", "strong"), Span(assessment.correction, "reviewer"), hang=2)
    yield text_block(Span(f"Source: {assessment.source}", "quiet"), hang=2)


def _in_two_voices(briefing: Briefing, words: str, things: Iterable[AnyRecord]) -> Iterator[Block]:
    """Yield records under a heading, those of the article and those of the reviewer apart."""
    found = tuple(things)
    yield from _listed(briefing, words, (thing for thing in found if not is_reviewers(thing)))
    yield from _listed(briefing, f"{REVIEWER} Bears on it", filter(is_reviewers, found))


def _listed(briefing: Briefing, words: str, things: Iterable[AnyRecord], own: str = "") -> Iterator[Block]:
    found = tuple(things)
    if not found:
        return
    yield from (BLANK, heading_block(f"{words} · {len(found)}"))
    yield from (_line(briefing, thing, own) for thing in found)


def _line(briefing: Briefing, thing: AnyRecord, own: str) -> Block:
    if isinstance(thing, Actor):
        return Block((_link(briefing, thing.id),))
    grade = [Span(briefing.grade(thing), "grade"), Span(" ")] if isinstance(thing, Claim) else []
    whose = [Span(briefing.name(thing.actor), "strong"), Span("  ")] if isinstance(thing, Strategy) and thing.actor != own else []
    return text_block(*grade, *whose, headline_with_voice(thing), label=record_span(thing.id, thing.id), hang=max(6, len(thing.id) + 1))


def _link(briefing: Briefing, identity: str) -> Span:
    return record_span(briefing.name(identity), identity)


def _reviewers(words: str) -> Span:
    return Span(f"{REVIEWER} {words}", "reviewer")


def _places(numbers: tuple[int, ...], label: str = "in") -> Block:
    return text_block(*join(_place(number) for number in numbers), label=label)


def _place(number: int) -> Span:
    """`¶12`, which leads there; the title, number 0, has no entry to lead to."""
    return record_span(f"{ARTICLE}{number}", f"p{number}") if number else Span("the title")


def _of(briefing: Briefing, identity: str, kind: type[AnyRecord], field: str) -> list[AnyRecord]:
    return [link.record for link in briefing.references_to(identity, field) if isinstance(link.record, kind)]
