"""The words and signs by which kinds and voices are told apart, colour or no colour."""

from __future__ import annotations

from typing import assert_never

from store.annotations.note_kinds import note_status, note_type
from store.model.note import Note
from store.model.records import Actor, AnyRecord, Claim, Event, Paragraph, Question, Recommendation, Relation, Strategy, voice_of

ARTICLE, REVIEWER, READER = "¶", "◆", "✎"
MARKED = "★"
STANDING_SIGNS = {"stands": "✓", "shaken": "!", "falls": "✗", "rejected": "⊘"}
_MOST_TRIED = 2
KIND_SIGNS = {"fact": "=", "opinion": "~", "prediction": "»", "anecdote": "“", "definition": ":"}
NOTE_SIGNS = {"comment": " ", "question": "?", "to do": "□", "quote": "“", "correction": "≠", "link": "↔"}
DONE = "✓"


def note_sign(note: Note) -> str:
    """Return the symbol for the type of a note, or a tick if it is done."""
    return DONE if note_status(note) == "done" else NOTE_SIGNS[note_type(note)]


def voice_sign(thing: AnyRecord) -> str:
    """Return the symbol of the voice of a record."""
    return REVIEWER if is_reviewers(thing) else ARTICLE


def is_reviewers(thing: AnyRecord) -> bool:
    """Return True if the record itself is the reviewer's, and not only the assessment on it."""
    return voice_of(thing) == "reviewer"


def headline_with_voice(thing: AnyRecord) -> str:
    """Return the words of the thing among others; the reviewer's own after their sign."""
    return f"{REVIEWER} {headline(thing)}" if is_reviewers(thing) else headline(thing)


def kind_label(thing: AnyRecord | Note) -> str:
    """Return the kind of a record in a word or two."""
    match thing:
        case Actor(kind=kind) | Claim(kind=kind):
            return kind
        case Strategy():
            return "strategy"
        case Recommendation(stance=stance):
            return f"{stance} recommendation"
        case Relation():
            return "relation"
        case Event():
            return "event"
        case Question(kind=kind):
            return {"asked": "question asked", "open": "open question", "contradiction": "contradiction"}[kind]
        case Paragraph(kind=kind):
            return kind
        case Note():
            return "note"
        case _:
            assert_never(thing)


def relation_verb(kind: str) -> str:
    """Return the kind of a relation in a word."""
    return "relates to" if kind == "other" else kind


def relation_label(relation: Relation) -> str:
    """Return the kind of a relation, after the reviewer's symbol if the article does not state it."""
    return f"{REVIEWER} {relation_verb(relation.kind)}" if is_reviewers(relation) else relation_verb(relation.kind)


def headline(thing: AnyRecord) -> str:
    """Return the one line by which people know the thing."""
    match thing:
        case Actor(name=words) | Strategy(summary=words) | Paragraph(gist=words):
            return words
        case Claim(text=words) | Recommendation(text=words) | Relation(text=words) | Event(text=words) | Question(text=words):
            return words
        case _:
            assert_never(thing)


def describe_what_if(excluded_ids: frozenset[str], key: str) -> str:
    """Return the line at the top of the screen for a what-if that `key` ends, or `""` if no claim is excluded."""
    excluded = sorted(excluded_ids)
    more = f" and {len(excluded) - _MOST_TRIED} more" if len(excluded) > _MOST_TRIED else ""
    return f"⊘ trying without {', '.join(excluded[:_MOST_TRIED])}{more} · {key} ends  " if excluded else ""
