"""The sentences of a record or note, each with the id of what it comes from."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.text.sentences import CLOSING, IDEOGRAPHS, STOPS, split_sentences

_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


class Sentence(NamedTuple):
    """One sentence, the id of what it comes from, and before the first of each voice, whose words these are."""

    text: str
    id: str
    said: str = ""


def sentences(text: str, identity: str, said: str = "") -> tuple[Sentence, ...]:
    """Return the sentences of `text`, each on one line, with a full stop and this id; `said` is for the first."""
    lines = filter(None, (" ".join(sentence.split()) for sentence in split_sentences(text)))
    return tuple(Sentence(_with_stop(line), identity, said if number == 0 else "") for number, line in enumerate(lines))


def _with_stop(sentence: str) -> str:
    if sentence.rstrip(CLOSING)[-1:] in tuple(f"{STOPS}:："):
        return sentence
    return f"{sentence}。" if _IDEOGRAPH.match(sentence[-1]) else f"{sentence}."
