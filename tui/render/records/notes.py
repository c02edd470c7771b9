"""The reader's notes as lines and blocks: what kind they are, what they quote or link, their words, their tags."""

from __future__ import annotations

from collections.abc import Iterator

from store.annotations.note_kinds import describe_note, typed_body
from store.model.briefing import Briefing
from store.model.note import Note
from tui.render.records.symbols import ARTICLE, headline
from tui.render.text.blocks import BLANK, Block, Span, heading_block, join, record_span, text_block


def note_blocks(note: Note, at: str, briefing: Briefing | None = None) -> list[Block]:
    """Return a note as shown on the page of `at`: a line that can be selected like a link, its target and its text."""
    first = Block((record_span(note.id, note.id), Span(note_context(note), "quiet")))
    return [first, *target_blocks(note, at, briefing), *body_blocks(note)]


def note_context(note: Note) -> str:
    """When it was written, what kind it is, where that is no plain comment, whether it is done, and its tags."""
    what = describe_note(note)
    tags = "".join(f"  #{tag}" for tag in note.tags)
    return f"  {note.modified[:16].replace('T', ' ')}{f'  {what}' if what else ''}{tags}"


def target_blocks(note: Note, at: str = "", briefing: Briefing | None = None) -> Iterator[Block]:
    """Yield the quote or the linked records of a note, each a link except the record `at`."""
    if note.link:
        one, other = (Span(place, "strong") if place == at else record_span(place, place) for place in (note.target, note.link.id))
        away = briefing.records.get(note.target if note.link.id == at else note.link.id) if briefing else None
        words = Span(f"  {headline(away)}" if away else "", "quiet")
        yield text_block(*join((one, Span(note.link.word, "mine"), other), " "), words, hang=2)
    if note.quote:
        yield text_block(Span(f"{ARTICLE} “{note.quote.exact}”", "quiet"), hang=2)


def body_blocks(note: Note) -> Iterator[Block]:
    """Return the words of a note, unless they only say again what it quotes or links."""
    if typed_body(note):
        yield text_block(Span(note.body), hang=2)


def note_line(note: Note) -> str:
    """Return a note for a list: what it links or says, the words it is on, and its tags."""
    return "  ".join(filter(None, (body_line(note), tag_line(note))))


def tag_line(note: Note) -> str:
    """`#legal #money`."""
    return " ".join(f"#{tag}" for tag in note.tags)


def body_line(note: Note) -> str:
    """Return the link or body of a note, and its quote."""
    link = f"{note.link.word} {note.link.id}" if note.link else ""
    body = typed_body(note)
    quote = f"“{note.quote.exact}”" if note.quote else ""
    return "  ".join(filter(None, (f"{link}: {body}" if link and body else link or body, quote)))


def earlier_blocks(revisions: tuple[Note, ...]) -> tuple[Block, ...]:
    """Return the earlier versions of a note, the newest first."""
    lines = [text_block(Span(note.body, "quiet"), label=f"  {note.revision}", hang=4) for note in reversed(revisions)]
    return (BLANK, heading_block("Before"), *lines) if lines else ()


def version_blocks(note: Note) -> tuple[Block, ...]:
    """One version of a note, whole."""
    written = Block((Span(f"version {note.revision}", "strong"), Span(note_context(note), "quiet")))
    return (written, *target_blocks(note), *body_blocks(note))
