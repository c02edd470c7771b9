"""The reader's notes as lines and blocks: what kind they are, what they quote or link, their words, their tags."""

from __future__ import annotations

from collections.abc import Iterator

from store.annotations.note_kinds import own_body, what_it_is
from store.model.briefing import Briefing
from store.model.note import Note
from tui.render.records.symbols import ARTICLE, words_of
from tui.render.text.blocks import BLANK, Block, Part, head, join, say


def note_blocks(note: Note, at: str, briefing: Briefing | None = None) -> list[Block]:
    """A note as it stands on the page of `at`: a line that can be chosen like a link, what it is on, and its words."""
    first = Block((Part(note.id, "link", note.id), Part(about_it(note), "quiet")))
    return [first, *aim_blocks(note, at, briefing), *words_blocks(note)]


def about_it(note: Note) -> str:
    """When it was written, what kind it is, where that is no plain comment, whether it is done, and its tags."""
    what = what_it_is(note)
    tags = "".join(f"  #{tag}" for tag in note.tags)
    return f"  {note.modified[:16].replace('T', ' ')}{f'  {what}' if what else ''}{tags}"


def aim_blocks(note: Note, at: str = "", briefing: Briefing | None = None) -> Iterator[Block]:
    """The span or the pair that a note is on, each record a link, but for the one on whose page this stands."""
    if note.link:
        one, other = (Part(place, "strong") if place == at else Part(place, "link", place) for place in (note.target, note.link.id))
        away = briefing.records.get(note.target if note.link.id == at else note.link.id) if briefing else None
        words = Part(f"  {words_of(away)}" if away else "", "quiet")
        yield say(*join((one, Part(note.link.word, "mine"), other), " "), words, hang=2)
    if note.quote:
        yield say(Part(f"{ARTICLE} “{note.quote.exact}”", "quiet"), hang=2)


def words_blocks(note: Note) -> Iterator[Block]:
    """The words of a note, unless they only say again what it quotes or links."""
    if own_body(note):
        yield say(Part(note.body), hang=2)


def in_a_line(note: Note) -> str:
    """A note for a list: what it links or says, the words it is on, and its tags."""
    return "  ".join(filter(None, (words_in_a_line(note), tags_in_a_line(note))))


def tags_in_a_line(note: Note) -> str:
    """`#legal #money`."""
    return " ".join(f"#{tag}" for tag in note.tags)


def words_in_a_line(note: Note) -> str:
    """What it links or says, and the words it is on."""
    link = f"{note.link.word} {note.link.id}" if note.link else ""
    body = own_body(note)
    quote = f"“{note.quote.exact}”" if note.quote else ""
    return "  ".join(filter(None, (f"{link}: {body}" if link and body else link or body, quote)))


def earlier_blocks(revisions: tuple[Note, ...]) -> tuple[Block, ...]:
    """What a note said before, the last version first."""
    lines = [say(Part(note.body, "quiet"), label=f"  {note.revision}", hang=4) for note in reversed(revisions)]
    return (BLANK, head("Before"), *lines) if lines else ()


def version_blocks(note: Note) -> tuple[Block, ...]:
    """One version of a note, whole."""
    written = Block((Part(f"version {note.revision}", "strong"), Part(about_it(note), "quiet")))
    return (written, *aim_blocks(note), *words_blocks(note))
