"""The content of the page for a meeting, by weight: actors, recommendations and reasons, weaknesses, questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from store.argument.analysis import ArgumentAnalysis
from store.export.meeting.grounds import claim_items, recommendation_items, weakest_items
from store.export.meeting.page import WORDS, Item, Page, Section, shorten_page
from store.export.meeting.reader_opinions import reader_items
from store.export.meeting.sentences import Sentence, sentences
from store.export.meeting.voices import ARTICLE, SIGNS, describe_record, rank, reviewer_sentences, voice
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import OpinionSet
from store.model.partial_date import describe_date
from store.model.records import Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy

_MATTERS = 2  # an actor who is in one reason of one recommendation is not of the cast
_ONCE_TOLD = 12  # claims and links of a page that advises nothing
_SAID = {"contradiction": "The reviewer, a contradiction", "open": "The reviewer asks", "asked": "The article asks"}


def build_page(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, options: Options) -> Page:
    """Return the page that the reader wants; the same for the same values."""
    only = options.only
    wanted: Container[str] = briefing.records if only is None else only
    advice = _by_weight(recommendation for recommendation in briefing.file.recommendations if recommendation.id in wanted)
    source = briefing.file.source
    who = ", ".join((*dict.fromkeys(map(briefing.name, (source.author, source.publisher))), describe_date(source.date)))
    ours = tuple(reader_items(briefing, notes, judged, only))
    is_plain = only is None and not advice
    argument = ArgumentAnalysis(briefing)
    sections = (
        Section("The thesis", tuple(Item(said, 0) for words in source.thesis for said in [sentences(words, briefing.id)]), ARTICLE),
        Section("The cast that matters", tuple(_cast(briefing, advice, wanted, only is not None)), ARTICLE),
        Section("What is recommended, and on what it rests", tuple(recommendation_items(argument, advice))),
        Section("What is claimed", tuple(claim_items(briefing, _ONCE_TOLD)) if is_plain else ()),
        Section("The weakest links", tuple(weakest_items(argument, advice, _ONCE_TOLD if is_plain else 0))),
        Section("What else is marked", tuple(_rest(briefing, only or ()))),
        Section("What we think", ours),
        Section("What to ask", tuple(_questions(briefing, wanted, only is not None))),
    )
    whole = Page(
        title=Sentence(briefing.title, briefing.id),
        source=Sentence(f"On “{source.title}”, {who}.", briefing.id),
        sections=sections,
        audience=options.audience,
        legend=(_legend(briefing, bool(ours)),),
    )
    return shorten_page(whole, WORDS[options.length])


def _legend(briefing: Briefing, has_ours: bool) -> Sentence:
    """Whose the signs are, and where an id leads."""
    article, reviewer, mine = SIGNS
    whose = f"{article} the article, {reviewer} its reviewer ({describe_date(briefing.file.reviewed)}){f', {mine} we' if has_ours else ''}"
    return Sentence(f"{whose}: of each id, briefing show ID tells more.", briefing.id)


def _by_weight(advice: Iterable[Recommendation]) -> list[Recommendation]:
    """Return explicit recommendations first, those with most reasons first."""
    return sorted(advice, key=lambda recommendation: (recommendation.stance != "explicit", -len(recommendation.because)))


def _cast(briefing: Briefing, advice: list[Recommendation], wanted: Container[str], is_chosen: bool) -> Iterator[Item]:
    """Those who advise or are advised, and those whom its reasons are about or come from; or those who were chosen."""
    weight: Counter[str] = Counter()
    for recommendation in advice:
        weight.update((recommendation.speaker, *recommendation.to) * 3)
    reasons = [briefing.claim(identity) for recommendation in advice for identity in recommendation.because]
    weight[briefing.file.source.author] += 1
    for claim in reasons if advice or is_chosen else briefing.file.claims:
        weight.update({claim.speaker, *claim.about})
    least = _MATTERS if advice else 1
    actors = [actor for actor in briefing.file.actors if actor.id in wanted and (is_chosen or weight[actor.id] >= least)]
    for number, actor in enumerate(sorted(actors, key=lambda actor: -weight[actor.id])):
        more = (*sentences(actor.who, actor.id, voice("reviewer", "The reviewer")), *reviewer_sentences(actor.assessment, actor.id))
        said = sentences(actor.role, actor.id, f"{actor.name}, {actor.kind}")
        yield Item(said, rank(max(0, number - 1), "cast"), (Item(more, rank(2 * number + 4, "detail")),))


def _rest(briefing: Briefing, only: Container[str]) -> Iterator[Item]:
    """Yield the selected records that have no section of their own."""
    kinds = (Claim, Strategy, Relation, Event, Paragraph)
    for number, thing in enumerate(thing for thing in briefing.records.values() if thing.id in only and isinstance(thing, kinds)):
        yield Item((*describe_record(briefing, thing), *reviewer_sentences(thing.assessment, thing.id)), rank(number, "else"))


def _questions(briefing: Briefing, wanted: Container[str], is_chosen: bool) -> Iterator[Item]:
    """Contradictions and what stays open, in turn; those that most recommendations depend on first."""
    found = [question for question in briefing.file.questions if question.id in wanted and (is_chosen or question.kind != "asked")]
    turns: Counter[str] = Counter()
    places = []
    for question in sorted(found, key=lambda question: -_at_stake(briefing, question)):
        places.append((turns[question.kind], question))
        turns[question.kind] += 1
    for number, (_, question) in enumerate(sorted(places, key=lambda place: place[0])):
        said = sentences(question.text, question.id, voice(question.voice, _SAID[question.kind]))
        yield Item((*said, *reviewer_sentences(question.assessment, question.id)), rank(number, "ask"))


def _at_stake(briefing: Briefing, question: Question) -> int:
    return len({advice.id for claim in question.claims for advice in briefing.recommendations_on(claim)})
