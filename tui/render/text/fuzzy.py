"""Names by some of their letters: `vdf` finds Vodafone, `wan` Write a note, the closest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from store.text.fold import fold_text

MOST = 40


TargetT = TypeVar("TargetT")


class PaletteEntry(NamedTuple, Generic[TargetT]):
    """An entry of a palette: the target to return, its id and label as shown, a remark, and other names to find it by."""

    target: TargetT
    id: str
    label: str
    hint: str
    aliases: str = ""


def closest_entries(entries: Iterable[PaletteEntry[TargetT]], letters: str, most: int = MOST) -> list[PaletteEntry[TargetT]]:
    """Return the entries that have these letters in this order; those where they stand closest together and earliest come first."""
    sought = [character for character in fold_text(letters) if not character.isspace()]
    if not sought:
        return list(entries)[:most]
    found = [(rank, number, entry) for number, entry in enumerate(entries) if (rank := _rank(sought, entry, letters)) is not None]
    return [entry for _, _, entry in sorted(found, key=lambda item: item[:2])[:most]]


def _rank(wanted: list[str], entry: PaletteEntry[TargetT], letters: str) -> tuple[int, int, int] | None:
    """Return a key: beginnings of words first, then first letters of words, then the shortest stretch with the letters, the earliest."""
    name = fold_text(f"{entry.label} {entry.id} {entry.aliases}")
    stretch = _stretch(name, wanted)
    if stretch is None:
        return None
    start, end = stretch
    sought = fold_text(letters).strip()
    at = name.find(sought)
    if at == 0 or (at > 0 and not name[at - 1].isalnum()):
        how = 0
    elif sought in "".join(word[0] for word in name.split()):
        how = 1
    else:
        how = 2 if at > 0 else 3
    return how, end - start, start


def _stretch(name: str, letters: list[str]) -> tuple[int, int] | None:
    """Return the positions of the letters in order, each searched once, so that the time stays linear."""
    start = at = name.find(letters[0])
    for letter in letters[1:]:
        if at < 0:
            return None
        at = name.find(letter, at + 1)
    return (start, at + 1) if at >= 0 else None
