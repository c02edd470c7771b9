"""The reader's tags: how they are kept, which are in use, and what it means to rename one everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from store.change import Change
from store.clean import one_line
from store.errors import BadWord, NotFound, Refused
from store.nearest import nearest
from store.note import Note


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: cleaned, without `#` and blanks, each once, in the order given."""
    words = ("-".join(one_line(tag).lstrip("#").split()) for tag in tags)
    return tuple(dict.fromkeys(word for word in words if word))


def tags_in(words: str) -> tuple[str, ...]:
    """The tags that somebody typed in a line, with blanks or commas between them."""
    return tidy_tags(words.replace(",", " ").split())


def tags_in_use(notes: Iterable[Note]) -> dict[str, int]:
    """Every tag with the number of notes that have it, the most used first, then by the alphabet."""
    counts = Counter(tag for note in notes for tag in dict.fromkeys(note.tags))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def renamed(notes: Iterable[Note], old: str, new: str, now: str) -> tuple[Change, ...]:
    """The changes that make the tag `old` the tag `new` on every note; on one that has both, they become one.

    Raises NotFound where no note has `old`, Refused where `new` is no tag or the same.
    """
    mine = tuple(notes)
    used = tags_in_use(mine)
    source = next((tag for tag in (one_line(old), *tidy_tags([old])) if tag in used), None)
    if source is None:
        raise NotFound(f"No note has the tag {one_line(old) or 'without a name'}. {nearest(one_line(old).lstrip('#'), used, _NONE)}")
    wanted = tidy_tags([new])
    if not wanted:
        raise BadWord(f"A tag needs a name; {one_line(new) or 'nothing'} is none.")
    if wanted == (source,):
        raise Refused(f"The tag is called {source} already.")
    return tuple(Change(note, _retagged(note, source, wanted[0], now)) for note in mine if source in note.tags)


_NONE = "`briefing note tag` lists those in use."


def _retagged(note: Note, old: str, new: str, now: str) -> Note:
    tags = tuple(dict.fromkeys(new if tag == old else tag for tag in note.tags))
    return replace(note, tags=tags, modified=now, revision=note.revision + 1)
