"""The reader's tags: how they are kept, which are in use, and what it means to rename one everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.errors import InvalidInputError, InvalidValueError, NotFoundError
from store.model.note import Note
from store.text.did_you_mean import suggest
from store.text.fold import fold_text
from store.text.instant import instant_of
from store.text.sanitize import normalize_line, sanitize_line


def normalize_tags(tags: Iterable[str], notes: Iterable[Note] = ()) -> tuple[str, ...]:
    """Return tags as they are stored: without `#` and spaces, each once, in the order given.

    Tags that fold alike are one tag. One that is in use on `notes` is spelled as it is there.
    """
    words = [word for word in ("-".join(normalize_line(tag).lstrip("#").split()) for tag in tags) if sanitize_line(word)]
    spellings = spellings_of(notes) if words else {}
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(fold_text(word), spellings.get(fold_text(word), word))
    return tuple(found.values())


def parse_tags(words: str, notes: Iterable[Note] = ()) -> tuple[str, ...]:
    """Return the tags in a typed line, with spaces or commas between them, spelled as on `notes`."""
    return normalize_tags(words.replace(",", " ").split(), notes)


def spellings_of(notes: Iterable[Note]) -> dict[str, str]:
    """Return the spelling of each tag in use by its folded form: the one in the oldest note that has it."""
    first: dict[str, float] = {}
    for note in notes:
        created = instant_of(note.created)
        for tag in note.tags:
            if tag not in first or created < first[tag]:
                first[tag] = created
    return {fold_text(tag): tag for tag in sorted(first, key=lambda tag: first[tag], reverse=True)}


def count_tags(notes: Iterable[Note]) -> dict[str, int]:
    """Return every tag with the number of notes that have it, the most used first, then in alphabetical order."""
    mine = tuple(notes)
    counts = Counter(key for note in mine for key in {fold_text(tag) for tag in note.tags})
    spellings = spellings_of(mine)
    return {spellings[key]: count for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))}


def rename_changes(notes: Iterable[Note], old: str, new: str, now: str) -> tuple[NoteChange, ...]:
    """Return the changes that rename the tag `old` to `new` on every note; on a note that has both, they become one.

    A new spelling of the same tag is also a new name. Raise NotFoundError if no note has `old`, InvalidValueError if
    `new` is not a tag, InvalidInputError if every note has that spelling already.
    """
    mine = tuple(notes)
    spellings = spellings_of(mine)
    key = next((key for key in (fold_text(tag) for tag in (normalize_line(old), *normalize_tags([old]))) if key in spellings), None)
    if key is None:
        known = spellings.values()
        raise NotFoundError(
            f"No note has the tag {sanitize_line(old) or 'without a name'}. {suggest(sanitize_line(old).lstrip('#'), known, _NONE)}"
        )
    name = new_name(mine, old, new)
    changes = tuple(NoteChange(note, after) for note in mine if (after := _retagged(note, key, name, now)).tags != note.tags)
    if not changes:
        raise InvalidInputError(f"The tag is called {name} already.")
    return changes


def new_name(notes: Iterable[Note], old: str, new: str) -> str:
    """Return what the tag `old` is called when it is renamed to `new`; raises InvalidValueError if `new` is not a tag."""
    wanted = normalize_tags([new])
    if not wanted:
        raise InvalidValueError(f"A tag needs a name; {sanitize_line(new) or 'nothing'} is none.")
    is_respelled = fold_text(wanted[0]) in map(fold_text, normalize_tags([old]))
    return wanted[0] if is_respelled else normalize_tags(wanted, notes)[0]


_NONE = "`briefing note tag` lists those in use."


def _retagged(note: Note, key: str, new: str, now: str) -> Note:
    if key not in map(fold_text, note.tags):
        return note
    tags: dict[str, str] = {}
    for tag in note.tags:
        name = new if fold_text(tag) == key else tag
        tags.setdefault(fold_text(name), name)
    return replace(note, tags=tuple(tags.values()), modified=now, revision=note.revision + 1)
