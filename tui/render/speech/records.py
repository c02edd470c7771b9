"""Records in sentences, for the ear: what a card says, without signs, columns and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from store.annotations.note_kinds import note_status, note_type
from store.annotations.notes import Notes
from store.argument.analysis import ArgumentAnalysis, TraceNode
from store.argument.strength import describe_grade, describe_strength
from store.model.attachments import Assessment
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.partial_date import describe_date as when
from store.model.records import Actor, AnyRecord, Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy
from tui.render.records.symbols import headline, is_reviewers, kind_label
from tui.render.speech.text import indefinite, join_and, sentence


def to_speech(briefing: Briefing, thing: AnyRecord) -> Iterator[str]:
    """Return the thing in sentences, one paragraph a line: what the article says, then the reviewer."""
    yield from filter(None, (*_body(briefing, thing), *_assessment(thing.assessment)))


def overview_to_speech(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """Return the first page in sentences."""
    file, source = briefing.file, briefing.file.source
    yield sentence("Briefing", briefing.id)
    yield sentence(briefing.title)
    yield sentence("The article is by", f"{briefing.name(source.author)}, in {briefing.name(source.publisher)}, {when(source.date)}")
    yield from (sentence(f"Its thesis, {number}:", words) for number, words in enumerate(source.thesis, 1))
    counts = [f"{len(table):,} {name}" for name in ("claims", "actors", "strategies", "recommendations") if (table := getattr(file, name))]
    yield sentence("The briefing has", join_and(counts))
    argument = ArgumentAnalysis(briefing)
    for recommendation in file.recommendations:
        link = argument.weakest_claim(recommendation)
        yield sentence(f"Recommendation {recommendation.id}: {recommendation.text.rstrip('.')}; its weakest link is {_named(link)}")
    yield sentence("How it argues:", source.method)
    yield sentence(f"You wrote {len(notes.all())} notes on it")
    yield sentence("The reviewer says:", file.reviewer)


def notes_to_speech(notes: Iterable[Note]) -> Iterator[str]:
    """Return the reader's notes in sentences."""
    for note in notes:
        tags = f", tagged {join_and(note.tags)}" if note.tags else ""
        kind, status = note_type(note), note_status(note)
        what = f"{'note' if kind == 'comment' else kind}{f', {status},' if status else ''} {note.id}"
        on = f"{note.target}, which you say {note.link.word} {note.link.id}" if note.link else note.target
        words = f", on the words “{note.quote.exact}”" if note.quote else ""
        yield sentence(f"Your {what} on {on}{words}, of {when(note.modified[:10])}{tags}:", note.body)


def _body(briefing: Briefing, thing: AnyRecord) -> Iterator[str]:
    match thing:
        case Actor():
            yield from _actor(briefing, thing)
        case Claim():
            yield from _claim(briefing, thing)
        case Strategy():
            yield from _strategy(briefing, thing)
        case Recommendation():
            yield from _recommendation(briefing, thing)
        case Relation():
            subject, other = briefing.name(thing.subject), briefing.name(thing.object)
            yield sentence(f"{_opening(thing)}, between {subject} and {other}, of the kind", f"{thing.kind}:", thing.text)
            yield sentence("When:", when(thing.date)) if thing.date else ""
            yield from _grounds(briefing, thing, "It is claimed in")
        case Event():
            yield sentence(f"{_opening(thing)}, {when(thing.date)}:", thing.text)
            yield sentence("The reviewer's source:" if is_reviewers(thing) else "How the date is known:", thing.basis)
            yield sentence("It involves", _names(briefing, thing.actors))
            yield from _grounds(briefing, thing, "It is claimed in")
        case Question():
            yield sentence(f"{_opening(thing)}:", thing.text)
            yield sentence("It is about", _names(briefing, thing.about)) if thing.about else ""
            yield from _grounds(briefing, thing, "It touches")
        case Paragraph():
            yield from _paragraph(briefing, thing)
        case _:
            assert_never(thing)


def _actor(briefing: Briefing, actor: Actor) -> Iterator[str]:
    yield sentence(f"{actor.name}, {indefinite(actor.kind)}, known here as {actor.id}")
    yield sentence("The article writes it", join_and(actor.aliases)) if actor.aliases else ""
    yield sentence("Its Chinese name is", actor.chinese) if actor.chinese else ""
    yield sentence("Role here:", actor.role)
    yield sentence("The reviewer describes it:", actor.who)
    yield sentence("Its home, says the reviewer:", actor.home)
    if actor.reliability or actor.reliability_because:
        yield sentence(f"As a source, the reviewer grades it {actor.reliability or 'F'}.", actor.reliability_because)
    yield _in(actor.paragraphs)
    yield from _each("It has", briefing.strategies_of(actor.id))
    yield from _each("It is a partner in", _pointing(briefing, actor, Strategy, "partners"))
    yield from _each("It stands in", briefing.relations_of(actor.id))
    yield from _each("It says, in", briefing.claims_by(actor.id))
    yield from _each("It is spoken of in", briefing.claims_about(actor.id))
    yield from _each("It advises, in", _pointing(briefing, actor, Recommendation, "speaker"))
    yield from _each("It is advised in", _pointing(briefing, actor, Recommendation, "to"))
    yield from _each("It takes part in", briefing.events_of(actor.id))
    yield from _each("It is asked about in", _pointing(briefing, actor, Question, "about"))


def _claim(briefing: Briefing, claim: Claim) -> Iterator[str]:
    grade = briefing.grade(claim)
    yield sentence(
        f"Claim {claim.id}, {indefinite(claim.kind)} by {briefing.name(claim.speaker)}.", f"Grade {grade}: {describe_grade(grade)}"
    )
    yield sentence(claim.text)
    yield sentence("It is about", _names(briefing, claim.about))
    yield _in(claim.paragraphs)
    evidence = "It gives no evidence" if claim.evidence == "none" else f"Its evidence is {indefinite(claim.evidence)}"
    yield sentence(f"{evidence}:" if claim.evidence_note else evidence, claim.evidence_note)
    yield from (sentence(f"A figure in it: {figure.value:.15g} {figure.unit},", figure.of) for figure in claim.figures)
    if claim.forecast:
        forecast = claim.forecast
        yield sentence("It looks ahead:", forecast.horizon)
        yield sentence("The reviewer would test it so:", forecast.test)
        yield sentence("It is due", when(forecast.due)) if forecast.due else ""
        yield sentence("It cannot be checked:", forecast.uncheckable) if forecast.uncheckable else ""
        yield sentence(f"Outcome, says the reviewer: {forecast.outcome}.", forecast.outcome_because)
    yield from _each("It supports", map(briefing.claim, claim.supports))
    yield from _each("It is supported by", briefing.supporters(claim.id))
    yield from _each("It opposes", map(briefing.claim, claim.opposes))
    yield from _each("It is opposed by", briefing.opponents(claim.id))
    yield from _each("On it rests", briefing.recommendations_on(claim.id))
    yield from _each("It is conceded as a risk in", _pointing(briefing, claim, Recommendation, "risks"))
    told = [link.record for link in briefing.references_to(claim.id, "claims")]
    yield from _each("It is told in", (record for record in told if not is_reviewers(record)))
    yield from _each("On it bears", filter(is_reviewers, told))


def _strategy(briefing: Briefing, strategy: Strategy) -> Iterator[str]:
    whose = briefing.name(strategy.actor)
    yield sentence(f"Strategy {strategy.id} of {whose}, of the kind {strategy.kind}, {strategy.status}:", strategy.summary)
    yield sentence("Since", when(strategy.since)) if strategy.since else "The article does not say since when."
    yield sentence("With", _names(briefing, strategy.partners)) if strategy.partners else ""
    yield sentence("Its aim:", strategy.aim)
    yield from _each("It is claimed in", map(briefing.claim, strategy.claims))
    yield from _each("It is a precedent for", _pointing(briefing, strategy, Recommendation, "precedents"))


def _recommendation(briefing: Briefing, advice: Recommendation) -> Iterator[str]:
    speaker, to = briefing.name(advice.speaker), _names(briefing, advice.to)
    yield sentence(f"Recommendation {advice.id}, {advice.stance}, by {speaker} to {to}:", advice.text)
    yield _in(advice.paragraphs)
    argument = ArgumentAnalysis(briefing)
    link = argument.weakest_claim(advice)
    yield sentence(f"Its weakest link is {_named(link)}, grade {briefing.grade(link)}:", describe_strength(briefing, link))
    for step in argument.trace(advice):
        yield from _because(briefing, step, "Because of")
    yield from _each("A precedent is", (briefing.records[identity] for identity in advice.precedents))
    yield from _each("The article concedes the risk of", map(briefing.claim, advice.risks))
    yield from (sentence("The reviewer cautions:", words) for words in advice.cautions)


def _paragraph(briefing: Briefing, paragraph: Paragraph) -> Iterator[str]:
    yield sentence(f"Paragraph {paragraph.number}, {paragraph.kind}:", paragraph.gist)
    text = briefing.source_paragraphs.get(paragraph.number)
    yield sentence("The article's own words, from your copy:", text) if text else ""
    records = briefing.records_in_paragraph(paragraph)
    yield from _each("Drawn from it:", (record for record in records if not is_reviewers(record)))
    yield from _each("On it bears", filter(is_reviewers, records))


def _because(briefing: Briefing, step: TraceNode, words: str) -> Iterator[str]:
    claim = step.claim
    again = " as above" if step.is_repeat else ""
    yield sentence(f"{words} {_named(claim)}{again}, grade {briefing.grade(claim)}:", claim.text)
    for reason in step.premises:
        yield from _because(briefing, reason, f"Claim {claim.id} rests on")
    if step.more:
        yield sentence(f"Claim {claim.id} rests on {step.more:,} more claims, which are not listed")


def _assessment(assessment: Assessment | None) -> Iterator[str]:
    if assessment is None:
        return
    flags = f", flagged as {join_and(assessment.flags)}" if assessment.flags else ""
    yield sentence(f"The reviewer's caveat, held to be {assessment.sure}{flags}:", assessment.caveat)
    yield sentence("Rather:", assessment.correction) if assessment.correction else ""
    yield sentence("The reviewer's source:", assessment.source)


def _grounds(briefing: Briefing, thing: Relation | Event | Question, words: str) -> Iterator[str]:
    """Return the paragraphs of a record; one that the reviewer adds has none, and relates to paragraphs and claims."""
    yield _in(thing.paragraphs, "It bears on" if is_reviewers(thing) else "It stands in")
    yield from _each("It bears on" if is_reviewers(thing) else words, map(briefing.claim, thing.claims))


def _each(words: str, things: Iterable[AnyRecord]) -> Iterator[str]:
    for thing in things:
        yield sentence(words, f"{_named(thing)}:", headline(thing))


def _named(thing: AnyRecord) -> str:
    kind = "claim" if isinstance(thing, Claim) else kind_label(thing)
    whose = "the reviewer's " if is_reviewers(thing) else ""
    return f"{whose}{kind} {thing.id}"


def _opening(thing: AnyRecord) -> str:
    """Return the kind of a record as the beginning of a sentence."""
    named = _named(thing)
    return named[0].upper() + named[1:]


def _names(briefing: Briefing, identities: Iterable[str]) -> str:
    return join_and([briefing.name(identity) for identity in identities])


def _in(numbers: tuple[int, ...], words: str = "It stands in") -> str:
    return sentence(f"{words} paragraph{'s' * (len(numbers) > 1)}", join_and(list(map(str, numbers))))


def _pointing(briefing: Briefing, thing: AnyRecord, kind: type[AnyRecord], field: str) -> list[AnyRecord]:
    return [link.record for link in briefing.references_to(thing.id, field) if isinstance(link.record, kind)]
