"""The page for a meeting as a value: sections of sentences, each with the id it comes from, cut to the minutes there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.export.meeting.sentences import Sentence
from store.text.plural import pluralize

# Words that are read, names and headings included, ids not: one minute of fast reading, or more of reading with care.
WORDS: dict[int, int] = {1: 300, 5: 1_000, 15: 3_300}
_LONG = 150  # what takes most of a minute waits until all else was told
_LETTERS = 15  # of a word; longer ones take longer
# Two characters of a script without blanks are read in the time of a word.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Item(NamedTuple):
    """Sentences that belong together, and what is told below them; the lower the `rank`, the sooner it is kept."""

    sentences: tuple[Sentence, ...]
    rank: int
    below: tuple[Item, ...] = ()


class Section(NamedTuple):
    """A heading, and the items under it; where no other voice is named in them, `voice` speaks."""

    title: str
    items: tuple[Item, ...]
    voice: str = ""

    @property
    def heading(self) -> str:
        """The title, with the voice in words."""
        return f"{self.title} ({self.voice})" if self.voice else self.title


@dataclass(frozen=True)
class Page:
    """The whole: what it is about (`title`, `source`), for whom, its sections, and how to read it; an empty section is not printed."""

    title: Sentence
    source: Sentence
    sections: tuple[Section, ...]
    audience: str = ""
    omitted: tuple[Sentence, ...] = ()
    legend: tuple[Sentence, ...] = ()

    @property
    def heading(self) -> str:
        """The title, after those whom it is for."""
        return f"For {self.audience}: {self.title.text}" if self.audience else self.title.text


def shorten_page(page: Page, most: int) -> Page:
    """Return the page with no more than `most` words, as far as its first section allows; what is left out is counted at its end.

    Items are taken by rank until one has no room: what a short page says, every longer one says too.
    """
    placed = sorted(_flat(page), key=lambda one: (one.is_late, one.item.rank, one.at))
    used = _count(page.heading, page.source.text)
    begun: set[int] = set()
    kept: set[tuple[int, ...]] = set()
    for at, item, _ in placed:
        used += _words(item) + (0 if at[0] in begun else _count(page.sections[at[0]].heading))
        if item.rank and used > most:
            break
        begun.add(at[0])
        kept.add(at)
    sections = tuple(section._replace(items=_kept(section.items, (number,), kept)) for number, section in enumerate(page.sections))
    lost = [one.at for one in placed if one.at not in kept]
    points, details = (sum(len(at) == 2 for at in lost), sum(len(at) > 2 and at[:2] in kept for at in lost))
    return replace(page, sections=sections, omitted=_left_out(page.title.id, points, details))


class _Placed(NamedTuple):
    """An item with its place, the numbers of its section, of the item there, of the one below that; late ones are told last."""

    at: tuple[int, ...]
    item: Item
    is_late: bool


def _flat(page: Page) -> Iterator[_Placed]:
    def under(items: Iterable[Item], above: tuple[int, ...], is_late: bool) -> Iterator[_Placed]:
        for number, item in enumerate(items):
            placed = _Placed((*above, number), item, is_late or (item.rank > 0 and _words(item) > _LONG))
            yield placed
            yield from under(item.below, placed.at, placed.is_late)

    for number, section in enumerate(page.sections):
        yield from under(section.items, (number,), False)


def _kept(items: tuple[Item, ...], above: tuple[int, ...], kept: set[tuple[int, ...]]) -> tuple[Item, ...]:
    places = [((*above, number), item) for number, item in enumerate(items)]
    return tuple(item._replace(below=_kept(item.below, place, kept)) for place, item in places if place in kept)


def _left_out(identity: str, points: int, details: int) -> tuple[Sentence, ...]:
    more = [pluralize(points, "more point")] * (points > 0)
    more += [f"{pluralize(details, 'detail')} of what is told"] * (details > 0)
    return (Sentence(f"Left out for time: {' and '.join(more)}.", identity),) if more else ()


def _words(item: Item) -> int:
    return sum(_count(sentence.said, sentence.text) for sentence in item.sentences)


def _count(*texts: str) -> int:
    return sum(_weight(word) for text in texts for word in text.split())


def _weight(word: str) -> int:
    dense = len(_DENSE.findall(word))
    return max(1, dense // 2 + (len(word) - dense) // _LETTERS)
