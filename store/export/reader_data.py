"""The reader's data in the form that every export takes: notes and opinions; none are passed to leave them out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from store.annotations.note_kinds import typed_body
from store.annotations.notes import Notes
from store.argument.strength import describe_grade
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, Forecast, Opinion, OpinionSet, ReaderGrade, Resolution, Verdict
from store.opinions.logs import all_opinions

Kind = TypeVar("Kind", bound=Opinion)


class ReaderData(NamedTuple):
    """The notes, the oldest first, and every opinion, of each target the first one first."""

    notes: tuple[Note, ...] = ()
    judged: OpinionSet = NO_OPINIONS


class OpinionText(NamedTuple):
    """An opinion: what it is (verdict, grade, probability, outcome), what it says in a sentence, and why."""

    what: str
    words: str
    because: str = ""


def reader_data(notes: Notes) -> ReaderData:
    """All that the reader wrote and judged in the journal of `notes`."""
    return ReaderData(notes.all(), all_opinions(notes))


def current_opinions(opinions: Iterable[Kind]) -> dict[str, Kind]:
    """Return the last opinion on each target; an outcome that was taken back is none."""
    last = {opinion.target: opinion for opinion in opinions}
    return {target: one for target, one in last.items() if not (isinstance(one, Resolution) and one.outcome == "open")}


def opinions_by_target(judged: OpinionSet) -> dict[str, list[Opinion]]:
    """Return the current opinions by target: the verdict first, then the grade, the probability and the outcome."""
    found: dict[str, list[Opinion]] = {}
    kinds: tuple[tuple[Opinion, ...], ...] = (judged.verdicts, judged.grades, judged.estimates, judged.resolutions)
    for opinions in kinds:
        for target, opinion in current_opinions(opinions).items():
            found.setdefault(target, []).append(opinion)
    return found


def notes_by_target(notes: Iterable[Note]) -> dict[str, list[Note]]:
    """Return the notes by target; a link between two records is listed under both."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        for place in note.targets:
            found.setdefault(place, []).append(note)
    return found


def note_text(note: Note) -> str:
    """Return the link, the quote and the body of a note: `c012 contradicts c081. Both cannot be.`."""
    link = f"{note.target} {note.link.word} {note.link.id}." if note.link else ""
    quote = f"“{note.quote.exact}”" if note.quote else ""
    return " ".join(filter(None, (link, quote, typed_body(note))))


def describe_opinion(opinion: Opinion) -> OpinionText:
    """Return the kind of an opinion, its content and its reason: `verdict`, `Disagree, 80 % sure.`, `No data.`."""
    match opinion:
        case Verdict(agreement=word, confidence=sure, because=why):
            return OpinionText("verdict", f"{word.replace('-', ' ').capitalize()}{'' if sure is None else f', {sure} % sure'}.", why)
        case ReaderGrade(grade=grade, because=why):
            return OpinionText("grade", f"{grade}, {describe_grade(grade)}.", why)
        case Forecast(probability=probability):
            return OpinionText("probability", f"{probability} %.")
        case Resolution(outcome=word, foreseen=foreseen, evidence=why):
            return OpinionText("outcome", f"{word}{'' if foreseen is None else f', foreseen with {foreseen} %'}.", why)
        case _:
            raise TypeError(f"{type(opinion).__name__} is no opinion that can be told")
