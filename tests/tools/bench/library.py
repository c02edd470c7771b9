"""Briefings of any size for measuring: valid records that differ, in a library of their own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.notes import Notes
from store.library.library import Library
from store.model.note import Note
from store.model.records import Actor, BriefingFile, Claim, Event, Paragraph, Recommendation, Relation, Source
from store.model.source_text import digest
from store.model.vocabulary import ClaimKind, Evidence, RelationKind, Reliability
from store.storage.paths import Paths

ACTORS, PARAGRAPHS, RUN = 40, 48, 8
_KINDS: tuple[ClaimKind, ...] = ("fact", "opinion", "anecdote", "definition")
_EVIDENCE: tuple[Evidence, ...] = ("none", "anecdote", "example", "figure", "authority")
_RELATIONS: tuple[RelationKind, ...] = ("leads", "owns", "supplies")
_RELIABILITIES: tuple[Reliability, ...] = ("A", "B", "C", "D", "E", "F")


def places(home: Path) -> Paths:
    """Return the paths under `home`, as BRIEFING_HOME makes them."""
    return Paths(home / "data", home / "state", home / "config", home / "cache")


def now() -> datetime:
    """Return a fixed time."""
    return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def name(size: int) -> str:
    """Return the id of the briefing with `size` claims."""
    return f"bench-{size}"


def mark(number: int) -> str:
    """Words that stand in the card of claim `number`, and nowhere else."""
    return f"ledger {number:06}"


def make(home: Path, size: int) -> None:
    """Add a briefing with `size` claims to the library under `home`."""
    Library(places(home), now).install(briefing(size))


def make_drawn(home: Path, size: int) -> str:
    """Add a briefing with `size` events and as many relations to the library; return its id."""
    identity = f"drawn-{size}"
    events, relations = tuple(map(_event, range(size))), tuple(map(_relation, range(size)))
    Library(places(home), now).install(replace(briefing(100), id=identity, events=events, relations=relations))
    return identity


def briefing(size: int) -> BriefingFile:
    """`size` claims, in runs of eight that support one another; some recommendations rest on the first ones."""
    everywhere = tuple(range(1, PARAGRAPHS + 1))
    return BriefingFile(
        format=1,
        id=name(size),
        version=1,
        title=f"A briefing of {size} claims",
        reviewed="2026-01-02",
        reviewer="Nobody",
        source=Source(
            title="A ledger",
            author="actor-00",
            publisher="actor-01",
            language="English",
            date="2016-07",
            date_basis="Printed.",
            words=size,
            thesis=("Everything is written down.",),
            method="By counting.",
        ),
        paragraphs=tuple(Paragraph(number=at, kind="text", gist=f"Page {at}.", digest=digest(f"page {at}")) for at in everywhere),
        actors=tuple(_actor(number) for number in range(ACTORS)),
        claims=tuple(_claim(number, size) for number in range(1, size + 1)),
        recommendations=tuple(_recommendation(number) for number in range(1, min(20, size // RUN) + 1)),
    )


def add_notes(notes: Notes, count: int) -> None:
    """Save notes on every record in turn, in one transaction."""
    time = now().isoformat(timespec="seconds")
    with notes.journal.transaction():
        for number in range(count):
            note = Note(id=f"n-{number:06}", target=f"c{number:06}", body=f"A thought, the {number}th.", created=time, modified=time)
            notes.apply(NoteChange(None, note))


def _actor(number: int) -> Actor:
    return Actor(
        id=f"actor-{number:02}",
        name=f"Company {number:02}",
        kind="company",
        home="London",
        who="Keeps a ledger of everything it does.",
        role="An example of a company.",
        paragraphs=(number + 1,),
        reliability=_RELIABILITIES[number % 6],
    )


def _claim(number: int, size: int) -> Claim:
    is_last_of_run = number % RUN == 0 or number == size
    return Claim(
        id=f"c{number:06}",
        text=f"Bridge number {number} carries {number * 7 % 997} carts a day, which pays for its timber and its keeper.",
        kind=_KINDS[number % 4],
        speaker=f"actor-{number % ACTORS:02}",
        about=(f"actor-{number * 7 % ACTORS:02}", f"actor-{(number * 7 + 1) % ACTORS:02}"),
        paragraphs=(number % PARAGRAPHS + 1,),
        evidence=_EVIDENCE[number % 5],
        evidence_note=f"As the {mark(number)} has it.",
        credibility=number % 6 + 1,
        supports=() if is_last_of_run else (f"c{number + 1:06}",),
    )


def _event(number: int) -> Event:
    date = f"{1850 + number % 170}-{number % 12 + 1:02}"
    actors = (f"actor-{number % ACTORS:02}",)
    return Event(id=f"e{number:06}", text=f"Bridge {number} is opened.", date=date, basis="Printed.", actors=actors, paragraphs=(1,))


def _relation(number: int) -> Relation:
    ends = (f"actor-{number % ACTORS:02}", f"actor-{(number // ACTORS) % ACTORS:02}")
    text = f"It sells bridge {number}."
    return Relation(id=f"l{number:06}", subject=ends[0], kind=_RELATIONS[number % 3], object=ends[1], text=text, paragraphs=(1,))


def _recommendation(number: int) -> Recommendation:
    return Recommendation(
        id=f"r{number:02}",
        text=f"Build bridge number {number}.",
        speaker="actor-00",
        to=("actor-01",),
        stance="explicit",
        because=(f"c{number * RUN:06}",),
        paragraphs=(1,),
    )
