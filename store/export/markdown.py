"""A briefing as one Markdown page, for a vault of notes or a printer; the three voices are told apart by words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from store.briefing import Briefing
from store.model import Assessment, Claim, Note, Recommendation, Thing
from store.weigh import weakest, weakness_in_words
from store.when import date_in_words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LINE_START = re.compile(r"^(\s*)([-+=>]|\d+[.)])")


def export(briefing: Briefing, notes: tuple[Note, ...]) -> str:
    """The whole briefing: thesis, cast, recommendations, claims, events, questions, and `notes` where they belong."""
    mine: dict[str, list[Note]] = {}
    for note in notes:
        mine.setdefault(note.target, []).append(note)
    sections = (_front, _actors, _strategies, _recommendations, _claims, _timeline, _questions, _paragraphs)
    lines = [line for section in sections for line in section(briefing, mine)]
    lines += [line for target in mine if target not in briefing.records and target != briefing.id for line in _elsewhere(target, mine)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def markdown_text(text: str) -> str:
    """`text` escaped, so that nothing in it is Markdown or HTML; its lines are joined."""
    folded = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LINE_START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if not found[2][0].isdigit() else f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", folded
    )


Mine = dict[str, list[Note]]


def _front(briefing: Briefing, mine: Mine) -> Iterator[str]:
    source = briefing.file.source
    yield f"# {markdown_text(briefing.title)}"
    yield ""
    who = f"{markdown_text(briefing.name(source.author))}, {markdown_text(briefing.name(source.publisher))}"
    yield f"*{markdown_text(source.title)}*, {who}, {date_in_words(source.date)}."
    yield ""
    yield from (markdown_text(sentence) for sentence in source.thesis)
    yield ""
    yield f"**How it argues.** {markdown_text(source.method)}"
    yield ""
    yield from _notes(briefing.id, mine, indent="")


def _actors(briefing: Briefing, mine: Mine) -> Iterator[str]:
    yield from ("", "## Who is in it", "")
    for actor in briefing.file.actors:
        also = f" (in the article: {', '.join(map(markdown_text, actor.aliases))})" if actor.aliases else ""
        about = ". ".join(markdown_text(words).rstrip(".") for words in (actor.home, actor.who, actor.role))
        yield f"- **{markdown_text(actor.name)}**{also}, {actor.kind}, {about}. `{actor.id}`"
        yield from _voices(actor, mine)


def _strategies(briefing: Briefing, mine: Mine) -> Iterator[str]:
    yield from ("", "## What they do", "")
    for strategy in briefing.file.strategies:
        since = f", since {date_in_words(strategy.since)}" if strategy.since else ""
        who = f"**{markdown_text(briefing.name(strategy.actor))}**, {strategy.kind}{since}"
        yield f"- {who} ({strategy.status}): {markdown_text(strategy.summary)} `{strategy.id}`"
        yield from _voices(strategy, mine)


def _recommendations(briefing: Briefing, mine: Mine) -> Iterator[str]:
    yield from ("", "## What is recommended", "")
    for recommendation in briefing.file.recommendations:
        yield f"- **{markdown_text(recommendation.text)}** ({recommendation.stance}) `{recommendation.id}`"
        yield from _trace(briefing, recommendation)
        yield from _voices(recommendation, mine)


def _trace(briefing: Briefing, recommendation: Recommendation) -> Iterator[str]:
    for identity in recommendation.because:
        claim = briefing.claim(identity)
        yield f"    - because: {markdown_text(claim.text)} {briefing.grade(claim)} `{claim.id}`"
    link = weakest(briefing, recommendation)
    yield f"    - weakest link: `{link.id}`, {weakness_in_words(briefing, link)}"
    yield from (f"    - risk: {markdown_text(briefing.claim(identity).text)} `{identity}`" for identity in recommendation.risks)
    yield from (f"    - caution: {markdown_text(words)}" for words in recommendation.cautions)


def _claims(briefing: Briefing, mine: Mine) -> Iterator[str]:
    yield from ("", "## What is claimed", "")
    for claim in briefing.file.claims:
        yield f"- {briefing.grade(claim)} {markdown_text(claim.text)} ({_attribution(briefing, claim)}) `{claim.id}`"
        yield from _voices(claim, mine)


def _attribution(briefing: Briefing, claim: Claim) -> str:
    return f"{claim.kind}, {markdown_text(briefing.name(claim.speaker))}, ¶{', '.join(map(str, claim.paragraphs))}"


def _timeline(briefing: Briefing, mine: Mine) -> Iterator[str]:
    yield from ("", "## When", "")
    for event in briefing.file.events:
        yield f"- {date_in_words(event.date)}: {markdown_text(event.text)} `{event.id}`"
        yield from _voices(event, mine)


def _questions(briefing: Briefing, mine: Mine) -> Iterator[str]:
    yield from ("", "## What stays open", "")
    for question in briefing.file.questions:
        yield f"- ({question.kind}) {markdown_text(question.text)} `{question.id}`"
        yield from _voices(question, mine)


def _paragraphs(briefing: Briefing, mine: Mine) -> Iterator[str]:
    yield from ("", "## Paragraph by paragraph", "")
    for paragraph in briefing.file.paragraphs:
        yield f"- {paragraph.id} ({paragraph.kind}): {markdown_text(paragraph.gist)}"
        yield from _voices(paragraph, mine)


def _elsewhere(target: str, mine: Mine) -> Iterator[str]:
    yield from ("", f"## Notes on {markdown_text(target)}, which is no longer in the briefing", "")
    yield from _notes(target, mine, indent="")


def _voices(thing: Thing, mine: Mine) -> Iterator[str]:
    if thing.assessment:
        yield from _assessment(thing.assessment)
    yield from _notes(thing.id, mine)


def _assessment(assessment: Assessment) -> Iterator[str]:
    flags = f" [{', '.join(assessment.flags)}]" if assessment.flags else ""
    correction = f" Rather: {markdown_text(assessment.correction)}" if assessment.correction else ""
    caveat, source = markdown_text(assessment.caveat), markdown_text(assessment.source)
    yield f"    - *reviewer* ({assessment.sure}){flags}: {caveat}{correction} Source: {source}"


def _notes(target: str, mine: Mine, indent: str = "    ") -> Iterator[str]:
    for note in mine.get(target, ()):
        yield from (f"{indent}- *my note*{_tags(note.tags)}:", "")
        yield from (f"{indent}    {line}" for line in _quoted(note.body))
        yield ""


def _quoted(body: str) -> Iterable[str]:
    return (f"> {markdown_text(line)}".rstrip() for line in body.split("\n"))


def _tags(tags: tuple[str, ...]) -> str:
    return "".join(f" #{markdown_text(tag)}" for tag in tags)
