"""What is the reader's, as every export takes it: the notes, and all verdicts; to leave them out is to pass none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from store.export.delivery import Exported
from store.model import Note
from store.notes import Notes
from store.verdict import Judged, Verdict
from store.verdicts import Estimates, Grades, Resolutions, Verdicts


class Mine(NamedTuple):
    """The notes, the oldest first, and every verdict, of each target the first one first."""

    notes: tuple[Note, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def everything_of(notes: Notes) -> Mine:
    """All that the reader wrote and judged in the journal of `notes`."""
    verdicts = Verdicts(notes)
    return Mine(notes.all(), tuple(given for last in verdicts.all() for given in verdicts.history(last.target)))


def in_force(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The last verdict on each target."""
    return {verdict.target: verdict for verdict in verdicts}


def notes_on(notes: Iterable[Note]) -> dict[str, list[Note]]:
    """The notes by what they are on; one that links two records is on both."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        for place in note.places:
            found.setdefault(place, []).append(note)
    return found


def judged(verdict: Verdict) -> str:
    """`Disagree, 80 % sure.`"""
    sure = "" if verdict.confidence is None else f", {verdict.confidence} % sure"
    return f"{verdict.agreement.replace('-', ' ').capitalize()}{sure}."


def with_all(name: str, writer: Callable[..., Exported], notes: Notes) -> Callable[..., Exported]:
    """`writer` of the format `name`: what is lossless has the reader's grades, probabilities and outcomes, too."""
    if name != "json":
        return writer
    others = Judged(grades=Grades(notes).everything(), estimates=Estimates(notes).everything(), resolutions=Resolutions(notes).everything())
    return partial(writer, others=others)
