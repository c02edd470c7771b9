"""The reader's opinions and notes on the page for a meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from store.annotations.note_kinds import describe_note, note_type, typed_body
from store.argument.analysis import ArgumentAnalysis
from store.export.meeting.page import Item
from store.export.meeting.sentences import Sentence, sentences
from store.export.meeting.voices import describe_record, rank, voice
from store.export.reader_data import current_opinions, describe_opinion, opinions_by_target
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import Opinion, OpinionSet
from store.model.records import Actor, AnyRecord, Claim, Recommendation
from store.opinions.logs import REJECTED


def reader_items(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet, only: Collection[str] | None) -> Iterator[Item]:
    """Yield an item for each record: recommendations first, then claims, then the others."""
    pieces: dict[str, list[tuple[Sentence, ...]]] = {}
    for target, opinions in opinions_by_target(judged).items():
        if target in briefing.records and (only is None or target in only):
            pieces[target] = [_opinions(briefing, target, opinions)]
    for advice, words in _shaken(briefing, judged):
        if only is None or advice in only:
            said = Sentence(words, advice, "" if advice in pieces else _we(briefing, advice))
            pieces[advice] = [(*pieces.get(advice, [()])[0], said)]
    for note in notes:
        lines = _note(briefing, note) if only is None or note.target in only or note.id in only else ()
        if lines:
            pieces.setdefault(note.target, []).append(lines)
    for number, target in enumerate(sorted(pieces, key=lambda target: _place(briefing.records.get(target)))):
        first, *more = pieces[target]
        weight = rank(number, "mine")
        yield Item((*_said(briefing, target), *first), weight, tuple(Item(lines, weight) for lines in more))


def _shaken(briefing: Briefing, judged: OpinionSet) -> Iterator[tuple[str, str]]:
    """Return the recommendations that lose support with the claims we reject, and how much."""
    verdicts = current_opinions(judged.verdicts).values()
    gone = [one.target for one in verdicts if one.agreement in REJECTED and isinstance(briefing.records.get(one.target), Claim)]
    lost = ArgumentAnalysis(briefing).impact(gone)
    for things, how_much in ((lost.unsupported, "all"), (lost.weakened, "some")):
        for thing in things:
            if isinstance(thing, Recommendation):
                yield thing.id, f"With the claims we reject it loses {how_much} of its support."


def _place(thing: AnyRecord | None) -> int:
    return 0 if isinstance(thing, Recommendation) else 1 if isinstance(thing, Claim) else 2


def _said(briefing: Briefing, target: str) -> tuple[Sentence, ...]:
    """Return the statement of a record, as nobody at a meeting knows the ids."""
    thing = briefing.records.get(target)
    return describe_record(briefing, thing) if thing else ()


def _we(briefing: Briefing, target: str, what: str = "") -> str:
    """`✎ We`, `✎ We, a question, open`, and on what, where it was not told."""
    where = "the whole" if target == briefing.id else "what is no longer in the briefing"
    known = briefing.records.get(target)
    where = known.name if isinstance(known, Actor) else "" if known else where
    kind = f", a {what}" if what else ""
    return voice("mine", f"We{kind}{f', on {where}' if where else ''}")


def _opinions(briefing: Briefing, target: str, opinions: list[Opinion]) -> tuple[Sentence, ...]:
    lines: list[Sentence] = []
    for what, words, because in map(describe_opinion, opinions):
        lines += [Sentence(words if what == "verdict" else f"Our {what}: {words}", target), *sentences(because, target)]
    return (lines[0]._replace(said=_we(briefing, target)), *lines[1:])


def _note(briefing: Briefing, note: Note) -> tuple[Sentence, ...]:
    """Return the quote or link of a note, and its body; nothing if it has neither."""
    what = describe_note(note)
    body = sentences(typed_body(note), note.id)
    if note.link:
        link = Sentence(f"{note.target} {note.link.word} {note.link.id}.", note.id, _we(briefing, note.target, what))
        other = _said(briefing, note.link.id)
        own = (body[0]._replace(said=_we(briefing, note.target)), *body[1:]) if body and other else body
        return (link, *other, *own)
    if note.quote:
        on = "" if note_type(note) == "quote" else f"{what or 'note'}, on these words"
        return (Sentence(f"“{' '.join(note.quote.exact.split())}”.", note.id, _we(briefing, note.target, on or what)), *body)
    return (body[0]._replace(said=_we(briefing, note.target, what)), *body[1:]) if body else ()
