"""Where one sentence ends and the next begins: in any script, and not at an initial, an abbreviation or a decimal point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CLOSING = "\"'”’»)\\]」』）】〉》"
_STOPS = ".!?…؟۔।॥。！？｡"
# Where no blanks are written between sentences, none is waited for.
_END = re.compile(rf"(?<![.!?…؟۔।॥])[.!?…؟۔।॥]++[{_CLOSING}]*+\s+|(?<![。！？｡])[。！？｡]++[{_CLOSING}]*+\s*")
_LONGEST = 40  # characters of an abbreviation with all its stops, and more
_WORD = re.compile(r"\w+")
_LAST = re.compile(r"(?:^|[^\w.])((?:\w\.)*\w+)\.$")
# What stands before a name, what stands before a number, and what may end a sentence where the next word begins one.
_TITLES = re.compile("Mr|Mrs|Ms|Messrs|Dr|Prof|St|Sr|Gen|Col|Sen|Rep|Rev|Hon|vs|cf")
_NUMBERED = re.compile(
    "nos?|pp?|vol|figs?|eq|ca?|approx|sec|ch|art|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    re.IGNORECASE,
)
_OPEN = re.compile("[A-Z]|(?:[A-Za-z]\\.)+[A-Za-z]|[Ii]nc|[Ll]td|[Cc]o|[Cc]orp|etc|[Jj]r|al|[Bb]ros|[Dd]ept|[Ee]st")
_BEGINNERS = re.compile(
    "the|an|it|its|he|she|they|we|you|this|that|these|those|there|then|but|and|or|so|in|on|at|for|from|with|by|as|if|when|while|not|yet"
    "|what|who|why|how|is|are|do|does|did|most|many|some|all|after|before|since|rather|however|both|each|no|one|others?|such",
    re.IGNORECASE,
)
# Chinese, Japanese: what is written there ends in a full stop of that script.
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class Sentence(NamedTuple):
    """One sentence, the id of what it comes from, and before the first of each voice, whose words these are."""

    text: str
    id: str
    said: str = ""


def sentences(text: str, identity: str, said: str = "") -> tuple[Sentence, ...]:
    """The sentences of `text`, each with this id; `said` stands before the first."""
    found = [part for line in _lines(text) for part in _parts(line)]
    return tuple(Sentence(_ended(part), identity, said if number == 0 else "") for number, part in enumerate(found))


def _lines(text: str) -> Iterator[str]:
    """The lines of `text`; one that begins in lower case goes on from the one before it, as where an editor wrapped it."""
    current: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        if current and not (line[0].islower() and not _is_ended(current[-1])):
            yield " ".join(current)
            current = []
        current.append(line)
    if current:
        yield " ".join(current)


def _parts(line: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(line):
        following = _WORD.search(line, end.end())
        if following is None:
            break  # only signs are left
        if _ends(line[max(start, end.start() - _LONGEST) : end.start() + 1], end[0], following[0]):
            yield line[start : end.end()].strip()
            start = end.end()
    if line[start:].strip():
        yield line[start:].strip()


def _ends(before: str, stop: str, word: str) -> bool:
    """Whether the full stop after `before` ends a sentence, where `word` is next."""
    if word[0].islower() and word.islower():
        return False  # `eBay` begins a sentence, `bay` does not
    return stop.rstrip() != "." or not _is_short(before, word)


def _is_short(before: str, word: str) -> bool:
    """Whether the stop is that of an abbreviation, and the sentence goes on with `word`."""
    found = _LAST.search(before)
    if found is None:
        return False
    last = found[1]
    if last.isdecimal() and last == before.strip(" .([{"):
        return True  # the number of a point
    if _TITLES.fullmatch(last) or (_NUMBERED.fullmatch(last) and word[0].isdigit()):
        return True
    return _OPEN.fullmatch(last) is not None and not _BEGINNERS.fullmatch(word)


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSING.replace("\\", ""))[-1:] in tuple(f"{_STOPS}:：")


def _ended(text: str) -> str:
    if _is_ended(text):
        return text
    return f"{text}。" if _IDEOGRAPH.match(text[-1]) else f"{text}."
