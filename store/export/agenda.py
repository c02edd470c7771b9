"""What a meeting should hear of a briefing, by weight: who matters, what is advised and on what it rests, what is weak, what to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from store.briefing import Briefing
from store.export.page import WORDS, BriefOptions, Item, Page, Section, Sentence, sentences, shortened
from store.model import Assessment, Claim, Event, Note, Paragraph, Question, Recommendation, Relation, Strategy, Thing
from store.verdict import Verdict
from store.weigh import weakest, weakness, weakness_in_words
from store.when import date_in_words

ARTICLE, REVIEWER, MINE = "the article", "the reviewer", "we"
_SAID = {voice: voice.capitalize() for voice in (ARTICLE, REVIEWER, MINE)}
# Of each round of the sections one item is kept, in this order, before the next; the reasons of a recommendation come rounds later.
_MATTERS = 2  # an actor who is in one reason of one recommendation is not of the cast
_ROUND, _ADVICE, _WEAK, _ASK, _MINE, _CAST, _ELSE, _DETAIL = 10, 0, 1, 2, 3, 4, 5, 6


def page(briefing: Briefing, notes: tuple[Note, ...], options: BriefOptions) -> Page:
    """The page that the reader wants; the same for the same values."""
    wanted: Container[str] = briefing.records if options.only is None else options.only
    advice = _by_weight(recommendation for recommendation in briefing.file.recommendations if recommendation.id in wanted)
    source = briefing.file.source
    who = f"{briefing.name(source.author)}, {briefing.name(source.publisher)}, {date_in_words(source.date)}"
    sections = (
        Section("The thesis", tuple(Item(said, 0) for words in source.thesis for said in [sentences(words, briefing.id)]), ARTICLE),
        Section("Who matters", tuple(_cast(briefing, advice, wanted, options.only is not None)), ARTICLE),
        Section("What is recommended", tuple(_advice(briefing, advice))),
        Section("The weakest links", tuple(_weakest_links(briefing, advice))),
        Section("What else is marked", tuple(_rest(briefing, options.only or ()))),
        Section("What we think", tuple(_mine(briefing, notes, options))),
        Section("What to ask", tuple(_questions(briefing, wanted, options.only is not None))),
    )
    whole = Page(
        title=Sentence(briefing.title, briefing.id),
        source=Sentence(f"On “{source.title}”, {who}.", briefing.id),
        sections=sections,
        audience=options.audience,
        facts=tuple(_facts(briefing, options)),
    )
    return shortened(whole, WORDS[options.minutes])


def _facts(briefing: Briefing, options: BriefOptions) -> Iterator[tuple[str, str]]:
    """What a vault of notes may sort and search by."""
    source = briefing.file.source
    yield "title", briefing.title
    yield "briefing", briefing.id
    yield "source", source.title
    yield "author", briefing.name(source.author)
    yield "date", source.date
    yield "reviewed", briefing.file.reviewed
    if options.audience:
        yield "for", options.audience


def _by_weight(advice: Iterable[Recommendation]) -> list[Recommendation]:
    """What is advised in so many words first, and what rests on most."""
    return sorted(advice, key=lambda recommendation: (recommendation.stance != "explicit", -len(recommendation.because)))


def _cast(briefing: Briefing, advice: list[Recommendation], wanted: Container[str], is_chosen: bool) -> Iterator[Item]:
    """Those who advise or are advised, and those whom its reasons are about or come from; or those who were chosen."""
    weight: Counter[str] = Counter()
    for recommendation in advice:
        reasons = [briefing.claim(identity) for identity in recommendation.because]
        weight.update((recommendation.speaker, *recommendation.to) * 3)
        weight.update(actor for claim in reasons for actor in {claim.speaker, *claim.about})
    actors = [actor for actor in briefing.file.actors if actor.id in wanted and (is_chosen or weight[actor.id] >= _MATTERS)]
    for number, actor in enumerate(sorted(actors, key=lambda actor: -weight[actor.id])):
        said = f"{actor.name}, {actor.kind}"
        more = (*sentences(actor.who, actor.id), *_reviewed(actor.assessment, actor.id))
        yield Item(sentences(actor.role, actor.id, said), _rank(number, _CAST), (Item(more, _rank(number + 2, _DETAIL)),))


def _advice(briefing: Briefing, advice: list[Recommendation]) -> Iterator[Item]:
    for number, recommendation in enumerate(advice):
        to = ", ".join(briefing.name(actor) for actor in recommendation.to)
        how = "" if recommendation.stance == "explicit" else ", by implication"
        said = sentences(recommendation.text, recommendation.id, f"{_SAID[ARTICLE]}, {briefing.name(recommendation.speaker)} to {to}{how}")
        below = enumerate(_grounds(briefing, recommendation))
        yield Item(said, _rank(number, _ADVICE), tuple(Item(lines, _rank(number + step + 1, _DETAIL)) for step, lines in below))


def _grounds(briefing: Briefing, recommendation: Recommendation) -> Iterator[tuple[Sentence, ...]]:
    """Its reasons, its risks and what the reviewer makes of it, each in a voice of its own."""
    for claim in map(briefing.claim, recommendation.because):
        yield (*_claimed(briefing, claim, "because: "), _graded(briefing, claim))
    if recommendation.assessment:
        yield _reviewed(recommendation.assessment, recommendation.id)
    for claim in map(briefing.claim, recommendation.risks):
        yield _claimed(briefing, claim, "a risk: ")
    for words in recommendation.cautions:
        yield sentences(words, recommendation.id, f"{_SAID[REVIEWER]}, a caution")


def _weakest_links(briefing: Briefing, advice: list[Recommendation]) -> Iterator[Item]:
    """The weakest claim of each recommendation, once; the weakest of all, and of equals the one that most would miss, first."""
    carried: dict[str, list[str]] = {}
    for recommendation in advice:
        carried.setdefault(weakest(briefing, recommendation).id, []).append(recommendation.id)
    claims = sorted(map(briefing.claim, carried), key=lambda claim: (weakness(briefing, claim), len(carried[claim.id])), reverse=True)
    for number, claim in enumerate(claims):
        why = (
            f"The weakest link of {' and '.join(carried[claim.id])}, graded {briefing.grade(claim)}: {weakness_in_words(briefing, claim)}."
        )
        said = (*_claimed(briefing, claim), Sentence(why, claim.id, _SAID[REVIEWER]))
        below = _reviewed(claim.assessment, claim.id)
        yield Item(said, _rank(number, _WEAK), (Item(below, _rank(number + 2, _DETAIL)),) if below else ())


def _rest(briefing: Briefing, only: Container[str]) -> Iterator[Item]:
    """What was chosen and has no section of its own."""
    kinds = (Claim, Strategy, Relation, Event, Paragraph)
    for number, thing in enumerate(thing for thing in briefing.records.values() if thing.id in only and isinstance(thing, kinds)):
        yield Item((*_told(briefing, thing), *_reviewed(thing.assessment, thing.id)), _rank(number, _ELSE))


def _told(briefing: Briefing, thing: Thing) -> tuple[Sentence, ...]:
    match thing:
        case Claim():
            return (*_claimed(briefing, thing), _graded(briefing, thing))
        case Strategy(summary=words) | Relation(text=words) | Paragraph(gist=words):
            return sentences(words, thing.id, _SAID[ARTICLE])
        case Event(text=words, date=date):
            return sentences(words, thing.id, f"{_SAID[ARTICLE]}, {date_in_words(date)}")
        case _:
            return ()


def _mine(briefing: Briefing, notes: tuple[Note, ...], options: BriefOptions) -> Iterator[Item]:
    """The reader's verdicts and notes: on what is advised first, then on what is claimed, then the others."""
    only = options.only
    said = [
        (one.target, _judged(one)) for one in options.verdicts if one.target in briefing.records and (only is None or one.target in only)
    ]
    chosen = [note for note in notes if only is None or note.target in only or note.id in only]
    said += [(note.target, sentences(note.body, note.id)) for note in chosen]
    told = [(target, lines) for target, lines in said if lines]
    for number, (target, lines) in enumerate(sorted(told, key=lambda one: _place(briefing.records.get(one[0])))):
        on = "the whole" if target == briefing.id else "what is no longer in the briefing"
        voice = f"{_SAID[MINE]}, on {briefing.name(target) if target in briefing.records else on}"
        yield Item((lines[0]._replace(said=voice), *lines[1:]), _rank(number, _MINE))


def _judged(verdict: Verdict) -> tuple[Sentence, ...]:
    sure = "" if verdict.confidence is None else f", {verdict.confidence} % sure"
    said = f"{verdict.agreement.replace('-', ' ').capitalize()}{sure}."
    return (Sentence(said, verdict.target), *sentences(verdict.because, verdict.target))


def _place(thing: Thing | None) -> int:
    return 0 if isinstance(thing, Recommendation) else 1 if isinstance(thing, Claim) else 2


def _questions(briefing: Briefing, wanted: Container[str], is_chosen: bool) -> Iterator[Item]:
    """Contradictions and what stays open, in turn; those that most recommendations depend on first."""
    said = {"contradiction": "The article contradicts itself", "open": "The article leaves open", "asked": "The article asks"}
    found = [question for question in briefing.file.questions if question.id in wanted and (is_chosen or question.kind != "asked")]
    turns: Counter[str] = Counter()
    places = []
    for question in sorted(found, key=lambda question: -_at_stake(briefing, question)):
        places.append((turns[question.kind], question))
        turns[question.kind] += 1
    for number, (_, question) in enumerate(sorted(places, key=lambda place: place[0])):
        words = (*sentences(question.text, question.id, said[question.kind]), *_reviewed(question.assessment, question.id))
        yield Item(words, _rank(number, _ASK))


def _at_stake(briefing: Briefing, question: Question) -> int:
    return len({advice.id for claim in question.claims for advice in briefing.recommendations_on(claim)})


def _claimed(briefing: Briefing, claim: Claim, how: str = "") -> tuple[Sentence, ...]:
    return sentences(claim.text, claim.id, f"{_SAID[ARTICLE]}, {how}{briefing.name(claim.speaker)}")


def _reviewed(assessment: Assessment | None, identity: str) -> tuple[Sentence, ...]:
    if assessment is None:
        return ()
    rather = f"\nRather: {assessment.correction}" if assessment.correction else ""
    return sentences(f"{assessment.caveat}{rather}", identity, f"{_SAID[REVIEWER]}, {assessment.sure}")


def _graded(briefing: Briefing, claim: Claim) -> Sentence:
    return Sentence(f"Graded {briefing.grade(claim)}; evidence: {claim.evidence}.", claim.id, _SAID[REVIEWER])


def _rank(number: int, section: int) -> int:
    return (number + 1) * _ROUND + section
