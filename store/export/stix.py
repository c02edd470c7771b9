"""The briefing as a STIX 2.1 bundle: who is in it, what they say, what the reviewer and the reader think, and one report.

STIX has no claims: what the article says is a `note` written by its speaker (claims, strategies, events, questions), what it
advises a `course-of-action`. What the reviewer thinks of a claim is an `opinion` (credibility 1 is `strongly-agree`, 5 `strongly-
disagree`, 3 and 6 `neutral`), of anything else a `note` with the label `assessment`; the reader's notes, grades, probabilities and
outcomes are `note`s and the reader's verdicts `opinion`s, with the label `mine`. Nothing here needs a custom property: our ids
stand in `external_references`, grades and kinds in `labels`. Every id of STIX is computed from ours, so that the same briefing
gives the same bundle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from store.briefing import Briefing
from store.export.linked import SCHEME, address, as_json
from store.export.mine import in_words, opinions_on, whole_note
from store.instant import parse_instant
from store.kinds import status_of
from store.model import Actor, Assessment, Claim, Event, Note, Paragraph, Question, Recommendation, Relation, Strategy, Thing
from store.verdict import NOTHING_JUDGED, Judged, Opinion, Verdict
from store.when import date_in_words, date_order

Object = dict[str, Any]

_SPACE = uuid5(NAMESPACE_URL, SCHEME)
_IDENTITY = {"person": "individual", "group": "group", "platform": "system", "project": "unspecified"}  # others are organizations
_OPINION = {1: "strongly-agree", 2: "agree", 3: "neutral", 4: "disagree", 5: "strongly-disagree", 6: "neutral"}
# The middle of High, Medium and Low in the scale of the specification (appendix A).
_CONFIDENCE = {"certain": 85, "likely": 50, "possible": 15}
_REVIEWER, _READER = "reviewer", "reader"
_KINDS: dict[type, str] = {Actor: "identity", Recommendation: "course-of-action", Relation: "relationship"}  # others are notes


def export(briefing: Briefing, notes: tuple[Note, ...], judged: Judged = NOTHING_JUDGED) -> str:
    """The bundle of the briefing, of `notes`, and of the opinions in force on what is in the briefing."""
    made = _Maker(briefing)
    told = [made.identity(_REVIEWER, briefing.file.reviewer)]
    told += [made.identity(_READER, "The reader of the briefing")] if notes or judged else []
    for record in briefing.records.values():
        told += made.of(record)
    told += [made.mine(note) for note in notes]
    everything: tuple[Opinion, ...] = (*judged.verdicts, *judged.grades, *judged.estimates, *judged.resolutions)
    first = {(type(opinion), opinion.target): opinion.at for opinion in reversed(everything)}
    for target, opinions in opinions_on(judged).items():
        told += [made.opinion(one, first[type(one), target]) for one in opinions if target in briefing.records]
    return as_json({"type": "bundle", "id": _id("bundle", briefing.id), "objects": [*told, made.whole(told)]})


def _id(kind: str, *way: str) -> str:
    return f"{kind}--{uuid5(_SPACE, address(*way))}"


class _Maker:
    """Makes the objects of one briefing; `at` is the day of the review, the time of all that has none of its own."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.at = f"{date_order(briefing.file.reviewed)[0].isoformat()}T00:00:00.000Z"
        self.report = self._new_id("report")
        self._reviewer, self._reader = (self._new_id("identity", who, "who") for who in (_REVIEWER, _READER))
        self._of = {thing.id: self._new_id(_KINDS.get(type(thing), "note"), thing.id) for thing in briefing.records.values()}
        self._of |= {paragraph.id: self.report for paragraph in briefing.file.paragraphs}

    def identity(self, who: str, name: str) -> Object:
        """The reviewer or the reader."""
        return self._object("identity", who, "who") | {"name": name, "identity_class": "individual", "labels": [who]}

    def whole(self, told: list[Object]) -> Object:
        """The report, which names all others."""
        file, source = self.briefing.file, self.briefing.file.source
        words = (f"On {source.title} ({date_in_words(source.date)}).", *source.thesis, source.method)
        return self._object("report") | {
            "name": file.title,
            "description": "\n".join(words),
            "published": self.at,
            "object_refs": list(dict.fromkeys(one["id"] for one in told)),
        }

    def mine(self, note: Note) -> Object:
        """A note of the reader; on the report where it is on a paragraph, on the whole, or on what is gone."""
        created = _instant(note.created) or self.at
        return self._object("note", "note", note.id) | {
            "created_by_ref": self._reader,
            "created": created,
            "modified": max(created, _instant(note.modified) or created),
            "abstract": f"A note on {note.target}",
            "content": whole_note(note),
            "object_refs": list(dict.fromkeys(self._of.get(place, self.report) for place in note.places)),
            "labels": ["mine", note.motivation, *filter(None, [status_of(note)]), *(f"#{tag}" for tag in note.tags)],
        }

    def opinion(self, opinion: Opinion, first: str) -> Object:
        """What the reader thinks now; who thought otherwise before has changed it since the `first`."""
        told, created = in_words(opinion), _instant(first) or self.at
        kind = "opinion" if isinstance(opinion, Verdict) else "note"
        return self._object(kind, told.what, opinion.target) | {
            "created_by_ref": self._reader,
            "created": created,
            "modified": max(created, _instant(opinion.at) or created),
            "object_refs": [self._of[opinion.target]],
            "labels": ["mine", told.what],
            **(_agreed(opinion) if isinstance(opinion, Verdict) else {"content": f"My {told.what}: {told.words} {told.because}".strip()}),
        }

    def of(self, thing: Thing) -> Iterator[Object]:
        """A record, its links, and what the reviewer thinks of it."""
        match thing:
            case Actor():
                yield self._actor(thing)
            case Claim():
                yield self._claim(thing)
                yield from self._links(thing.id, "supports", thing.supports)
                yield from self._links(thing.id, "opposes", thing.opposes)
            case Strategy():
                about = (thing.actor, *thing.partners, *thing.claims)
                yield self._told(thing.id, f"{thing.summary}\n{thing.aim}", thing.actor, about, ("strategy", thing.kind, thing.status))
            case Recommendation():
                yield from self._recommendation(thing)
            case Relation():
                yield self._relation(thing)
            case Event():
                text = f"{date_in_words(thing.date)}: {thing.text}"
                yield self._told(thing.id, text, "", (*thing.actors, *thing.claims), ("event", thing.voice))
            case Question():
                yield self._told(thing.id, thing.text, "", (*thing.about, *thing.claims), ("question", thing.kind, thing.voice))
            case Paragraph():
                pass  # the report stands for them
        if thing.assessment:
            yield self._assessment(thing, thing.assessment)

    def _actor(self, actor: Actor) -> Object:
        return self._object("identity", actor.id) | {
            "name": actor.name,
            "description": f"{actor.who}\n{actor.role}",
            "identity_class": _IDENTITY.get(actor.kind, "organization"),
            "labels": [actor.kind, f"reliability-{actor.reliability or 'F'}"],
        }

    def _claim(self, claim: Claim) -> Object:
        labels = ("claim", claim.kind, f"grade-{self.briefing.grade(claim)}", f"evidence-{claim.evidence}")
        return self._told(claim.id, claim.text, claim.speaker, (claim.speaker, *claim.about), labels)

    def _recommendation(self, recommendation: Recommendation) -> Iterator[Object]:
        identity, speaker = recommendation.id, self.briefing.name(recommendation.speaker)
        yield self._object("course-of-action", identity) | {
            "name": recommendation.text,
            "description": "\n".join((f"Advised by {speaker}.", *(f"Caution: {words}" for words in recommendation.cautions))),
            "labels": ["recommendation", recommendation.stance],
        }
        yield from self._links(identity, "advised-to", recommendation.to)
        yield from self._links(identity, "because-of", recommendation.because)
        yield from self._links(identity, "at-risk-from", recommendation.risks)
        yield from self._links(identity, "preceded-by", recommendation.precedents)

    def _relation(self, relation: Relation) -> Object:
        when = f" ({date_in_words(relation.date)})" if relation.date else ""
        return self._link(relation.kind, relation.subject, relation.object, relation.id) | {
            "description": f"{relation.text}{when}",
            "labels": [relation.voice],
        }

    def _assessment(self, thing: Thing, assessment: Assessment) -> Object:
        correction = f"\nRather: {assessment.correction}" if assessment.correction else ""
        words = f"{assessment.caveat}{correction}\nSource: {assessment.source}"
        kind = "opinion" if isinstance(thing, Claim) else "note"
        said = {"opinion": _OPINION[thing.credibility], "explanation": words} if isinstance(thing, Claim) else {"content": words}
        return self._object(kind, "assessment", thing.id) | {
            **said,
            "authors": [self.briefing.file.reviewer],
            "confidence": _CONFIDENCE[assessment.sure],
            "object_refs": [self._of[thing.id]],
            "labels": ["assessment", *assessment.flags],
        }

    def _told(self, identity: str, content: str, author: str, about: Iterable[str], labels: Iterable[str]) -> Object:
        """What a record says; about the report where it is about nobody."""
        refs = list(dict.fromkeys(self._of[one] for one in about)) or [self.report]
        said = {"content": content, "authors": [self.briefing.name(author)]} if author else {"content": content}
        return self._object("note", identity) | {**said, "object_refs": refs, "labels": list(labels)}

    def _links(self, identity: str, kind: str, others: Iterable[str]) -> Iterator[Object]:
        yield from (self._link(kind, identity, other, identity, kind, other) for other in dict.fromkeys(others))

    def _link(self, kind: str, subject: str, other: str, *way: str) -> Object:
        ends = {"source_ref": self._of[subject], "target_ref": self._of[other]}
        return self._object("relationship", *way) | {"relationship_type": kind} | ends

    def _new_id(self, kind: str, *way: str) -> str:
        return _id(kind, self.briefing.id, *way)

    def _object(self, kind: str, *way: str) -> Object:
        """What every object has; `way` leads to what it was made of."""
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": self._of[way[0]] if len(way) == 1 else self._new_id(kind, *way),  # computed before, for others to refer to
            "created_by_ref": self._reviewer,
            "created": self.at,
            "modified": self.at,
            "external_references": [{"source_name": "briefing", "external_id": address(self.briefing.id, *way)}],
        }


def _agreed(verdict: Verdict) -> Object:
    why = {"explanation": verdict.because} if verdict.because else {}
    sure = {} if verdict.confidence is None else {"confidence": verdict.confidence}
    return {"opinion": verdict.agreement} | why | sure


def _instant(time: str) -> str:
    """An ISO time as STIX writes it, in UTC; nothing where it is none."""
    moment = parse_instant(time)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else ""
