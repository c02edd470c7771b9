"""The page for a meeting as a value: sections of sentences, each with the id it comes from, cut to the minutes there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.verdict import Verdict

# Words on the page, headings and ids included: what is read out in the time. Who has fifteen minutes gets everything that matters.
WORDS: dict[int, int | None] = {1: 220, 5: 900, 15: None}
_LEFT_OUT_WORDS = 8
# A sentence ends at its full stop, not at that of an initial or of a common abbreviation.
_SHORT = r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|vs|No|ca|pp))(?<!\b(?:Mrs|Inc|Ltd|vol|Fig))(?<!\bapprox)"
_END = re.compile(_SHORT + r"""[.!?…]+["'”’»)\]]*\s+(?=["'“‘«(\[]*[^\W_a-z])|[。！？]+\s*""")


@dataclass(frozen=True)
class BriefOptions:
    """What the reader wants of a page: `minutes` to read it in (those of WORDS), `only` these records, and for whom it is.

    Without the reader's voice it is made from no notes and no `verdicts`, of which one is in force for each target.
    """

    minutes: int = 5
    only: frozenset[str] | None = None
    audience: str = ""
    verdicts: tuple[Verdict, ...] = ()


class Sentence(NamedTuple):
    """One sentence, the id of what it comes from, and before the first of each voice, whose words these are."""

    text: str
    id: str
    said: str = ""


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
    """The whole: what it is about (`title`, `source`), for whom, and its sections; an empty one is not printed."""

    title: Sentence
    source: Sentence
    sections: tuple[Section, ...]
    audience: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    left_out: tuple[Sentence, ...] = ()

    @property
    def heading(self) -> str:
        """The title, after those whom it is for."""
        return f"For {self.audience}: {self.title.text}" if self.audience else self.title.text


def sentences(text: str, identity: str, said: str = "") -> tuple[Sentence, ...]:
    """The sentences of `text`, line by line, each with this id; `said` stands before the first."""
    found = [part for line in text.splitlines() for part in _parts(" ".join(line.split()))]
    return tuple(Sentence(_ended(part), identity, said if number == 0 else "") for number, part in enumerate(found))


def shortened(page: Page, most: int | None) -> Page:
    """The page with no more than `most` words, as far as its first section allows; what is left out is counted at its end.

    Items are taken by rank until one has no room: what a short page says, every longer one says too.
    """
    if most is None:
        return page
    flat = sorted(_flat(page), key=lambda place: (place[1].rank, place[0]))
    used = _count(page.heading, page.title.id, page.source.text, page.source.id) + _LEFT_OUT_WORDS
    begun: set[int] = set()
    kept: set[tuple[int, ...]] = set()
    for place, item in flat:
        used += _words(item) + (0 if place[0] in begun else _count(page.sections[place[0]].heading))
        if item.rank and used > most:
            break
        begun.add(place[0])
        kept.add(place)
    sections = tuple(section._replace(items=_kept(section.items, (number,), kept)) for number, section in enumerate(page.sections))
    return replace(page, sections=sections, left_out=_left_out(page, sections))


def _parts(line: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(line):
        yield line[start : end.end()].strip()
        start = end.end()
    if line[start:].strip():
        yield line[start:].strip()


def _ended(text: str) -> str:
    return text if text.rstrip("\"'”’»)]")[-1:] in tuple(".!?…:。！？") else f"{text}."


def _flat(page: Page) -> list[tuple[tuple[int, ...], Item]]:
    """Every item with its place: the numbers of its section, of the item there, of the one below that."""

    def under(items: Iterable[Item], above: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Item]]:
        for number, item in enumerate(items):
            yield (*above, number), item
            yield from under(item.below, (*above, number))

    return [place for number, section in enumerate(page.sections) for place in under(section.items, (number,))]


def _kept(items: tuple[Item, ...], above: tuple[int, ...], kept: set[tuple[int, ...]]) -> tuple[Item, ...]:
    places = [((*above, number), item) for number, item in enumerate(items)]
    return tuple(item._replace(below=_kept(item.below, place, kept)) for place, item in places if place in kept)


def _left_out(page: Page, sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    missing = sum(len(section.items) for section in page.sections) - sum(len(section.items) for section in sections)
    words = f"Left out for time: {missing} more point{'s' * (missing > 1)}."
    return (Sentence(words, page.title.id),) if missing else ()


def _words(item: Item) -> int:
    return sum(_count(sentence.said, sentence.text, sentence.id) for sentence in item.sentences)


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
