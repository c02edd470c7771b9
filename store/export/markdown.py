"""A briefing as one Markdown page, for a vault of notes or a printer; the three voices are told apart by words.

With wikilinks every record has an anchor (`^c012`, a block id of Obsidian), and what names it is a link to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from store.annotations.note_kinds import describe_note, typed_body
from store.argument.analysis import ArgumentAnalysis
from store.argument.strength import describe_strength
from store.export.front_matter import front_matter
from store.export.options import Options
from store.export.reader_data import describe_opinion, notes_by_target, opinions_by_target
from store.model.attachments import Assessment
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.model.partial_date import describe_date
from store.model.records import Actor, AnyRecord, Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy, voice_of
from store.text.markdown_escape import escape_markdown

_SECTIONS = {
    "Who is in it": "actors",
    "What they do": "strategies",
    "What is recommended": "recommendations",
    "What is claimed": "claims",
    "Who does what to whom": "relations",
    "When": "events",
    "What stays open": "questions",
    "Paragraph by paragraph": "paragraphs",
}


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS, options: Options | None = None) -> str:
    """Return the whole briefing: thesis, cast, recommendations, claims, events, questions, and what is the reader's where it belongs."""
    page = _Page(briefing, notes, judged, bool(options and options.wikilinks))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(page.lines())).strip() + "\n"


class _Page:
    """One briefing on its way to be a page; `mine` and `opinions` are by what they are on."""

    def __init__(self, briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, has_links: bool) -> None:
        self.briefing = briefing
        self._argument = ArgumentAnalysis(briefing)
        self.mine = notes_by_target(notes)
        self.opinions = opinions_by_target(judged)
        self.has_links = has_links

    def lines(self) -> Iterator[str]:
        """All lines of the page."""
        yield from front_matter(self.briefing, "briefing")
        yield from self._whole()
        for title, table in _SECTIONS.items():
            records: tuple[AnyRecord, ...] = getattr(self.briefing.file, table)
            if records:
                yield from ("", f"## {title}", "")
            for thing in records:
                whose = "*reviewer* " if voice_of(thing) == "reviewer" else ""
                yield f"- {whose}{self._told(thing)} {self._anchor(thing.id)}"
                yield from self._below(thing)
                yield from self._voices(thing)
        for target in dict.fromkeys((*self.mine, *self.opinions)):
            if target not in self.briefing.records and target != self.briefing.id:
                yield from ("", f"## On {escape_markdown(target)}, which is no longer in the briefing", "")
                yield from self._mine(target, "")

    def _whole(self) -> Iterator[str]:
        name, source = self.briefing.name, self.briefing.file.source
        yield from (f"# {escape_markdown(self.briefing.title)}", "")
        who = f"{escape_markdown(name(source.author))}, {escape_markdown(name(source.publisher))}"
        yield from (f"*{escape_markdown(source.title)}*, {who}, {describe_date(source.date)}.", "")
        yield from (escape_markdown(sentence) for sentence in source.thesis)
        yield from ("", f"**How it argues.** {escape_markdown(source.method)}", "")
        yield from self._mine(self.briefing.id, "")

    def _told(self, thing: AnyRecord) -> str:
        """Return the statement of a record, and the evidence for it."""
        name, text = self.briefing.name, escape_markdown
        match thing:
            case Actor():
                also = f" (in the article: {', '.join(map(text, thing.aliases))})" if thing.aliases else ""
                return f"**{text(thing.name)}**{also}, {thing.kind}. {text(thing.role).rstrip('.')}."
            case Strategy():
                since = f", since {describe_date(thing.since)}" if thing.since else ""
                return f"**{text(name(thing.actor))}**, {thing.kind}{since} ({thing.status}): {text(thing.summary)}"
            case Recommendation():
                return f"**{text(thing.text)}** ({thing.stance})"
            case Claim():
                who = f"{thing.kind}, {text(name(thing.speaker))}, ¶{', '.join(map(str, thing.paragraphs))}"
                return f"{self.briefing.grade(thing)} {text(thing.text)} ({who})"
            case Relation():
                when = f" ({describe_date(thing.date)})" if thing.date else ""
                return f"**{text(name(thing.subject))}** {thing.kind} **{text(name(thing.object))}**{when}: {text(thing.text)}"
            case Event():
                return f"{describe_date(thing.date)}: {text(thing.text)}"
            case Question():
                return f"({thing.kind}) {text(thing.text)}"
            case Paragraph():
                return f"({thing.kind}) {text(thing.gist)}"

    def _below(self, thing: AnyRecord) -> Iterator[str]:
        match thing:
            case Recommendation():
                yield from self._trace(thing)
            case Claim():
                yield from self._grounds(thing)
            case Strategy():
                yield f"    - to what end: {escape_markdown(thing.aim)}"
                yield f"    - as claimed in {self._cited(thing.claims)}"
            case Actor():
                described = ". ".join(escape_markdown(words).rstrip(".") for words in (thing.home, thing.who))
                yield f"    - *reviewer*: {described}."
            case Relation() | Event() | Question() | Paragraph():
                pass

    def _trace(self, advice: Recommendation) -> Iterator[str]:
        for identity in advice.because:
            claim = self.briefing.claim(identity)
            yield f"    - because: {escape_markdown(claim.text)} {self.briefing.grade(claim)} {self._cite(identity)}"
        link = self._argument.weakest_claim(advice)
        yield f"    - weakest link: {self._cite(link.id)}, {describe_strength(self.briefing, link)}"
        yield from (f"    - precedents: {self._cited(advice.precedents)}" for _ in advice.precedents[:1])
        for identity in advice.risks:
            yield f"    - risk: {escape_markdown(self.briefing.claim(identity).text)} {self._cite(identity)}"
        yield from (f"    - caution: {escape_markdown(words)}" for words in advice.cautions)

    def _grounds(self, claim: Claim) -> Iterator[str]:
        """Only what there is: most claims are told in a line."""
        if claim.evidence_note:
            yield f"    - evidence ({claim.evidence}): {escape_markdown(claim.evidence_note)}"
        for words, others in (("supports", claim.supports), ("opposes", claim.opposes)):
            if others:
                yield f"    - {words} {self._cited(others)}"
        if claim.forecast:
            due = f", due {describe_date(claim.forecast.due)}" if claim.forecast.due else ""
            yield f"    - horizon: {escape_markdown(claim.forecast.horizon)}{due}"
            yield f"    - *reviewer*: test: {escape_markdown(claim.forecast.test)} Outcome: {claim.forecast.outcome}."

    def _voices(self, thing: AnyRecord) -> Iterator[str]:
        if thing.assessment:
            yield _assessment(thing.assessment)
        yield from self._mine(thing.id)

    def _mine(self, target: str, indent: str = "    ") -> Iterator[str]:
        """Yield the reader's opinions and notes on a record."""
        for told in map(describe_opinion, self.opinions.get(target, ())):
            yield f"{indent}- *my {told.what}*: {told.words} {escape_markdown(told.because)}".rstrip()
        for note in self.mine.get(target, ()):
            anchor = f" {self._anchor(note.id) if target == note.target else self._cite(note.id)}" if self.has_links else ""
            words = (*_quoted(typed_body(note)), "") if typed_body(note) else ()
            yield from (
                f"{indent}- *my {describe_note(note) or 'note'}*{self._on(note)}{_tags(note.tags)}{':' if words else ''}{anchor}",
                "",
            )
            yield from (f"{indent}    {line}".rstrip() for line in words)

    def _on(self, note: Note) -> str:
        """Return the span or the pair that a note is on."""
        link = f" {self._cite(note.target)} {note.link.word} {self._cite(note.link.id)}" if note.link else ""
        return f"{link} on “{escape_markdown(note.quote.exact)}”" if note.quote else link

    def _anchor(self, identity: str) -> str:
        """Return the id, and in Obsidian what links to it find."""
        return f"`{identity}` ^{identity}" if self.has_links else f"`{identity}`"

    def _cite(self, identity: str) -> str:
        return f"[[#^{identity}|{identity}]]" if self.has_links else f"`{identity}`"

    def _cited(self, identities: Iterable[str]) -> str:
        return ", ".join(map(self._cite, identities))


def _assessment(assessment: Assessment) -> str:
    flags = f" [{', '.join(assessment.flags)}]" if assessment.flags else ""
    correction = f" Rather: {escape_markdown(assessment.correction)}" if assessment.correction else ""
    caveat, source = escape_markdown(assessment.caveat), escape_markdown(assessment.source)
    return f"    - *reviewer* ({assessment.sure}){flags}: {caveat}{correction} Source: {source}"


def _quoted(body: str) -> Iterable[str]:
    return (f"> {escape_markdown(line)}".rstrip() for line in body.split("\n"))


def _tags(tags: tuple[str, ...]) -> str:
    return "".join(f" #{escape_markdown(tag)}" for tag in tags)
