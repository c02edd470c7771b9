"""Recognition of the briefing that a file belongs to, by its paragraphs: for a file that is damaged or has another name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.errors import StoreError
from store.library.library import Library
from store.model.briefing import Briefing
from store.model.source_text import digest, split_paragraphs

_DIGEST = re.compile(r"\b[0-9a-f]{16}\b")


def article_of(library: Library, text: str) -> str:
    """Return the id of the briefing of which `text` has the most paragraphs, or `""` if it has none of any."""
    return _most_common(library, {digest(line) for line in split_paragraphs(text)})


def briefing_like(library: Library, text: str) -> str:
    """Return the id of the briefing whose paragraph digests are written in `text`, as in a damaged copy of it, or `""`."""
    return _most_common(library, set(_DIGEST.findall(text)))


def _most_common(library: Library, digests: set[str]) -> str:
    counts = {briefing.id: sum(paragraph.digest in digests for paragraph in briefing.file.paragraphs) for briefing in _readable(library)}
    best = max(counts, key=lambda identity: counts[identity], default="")
    return best if best and counts[best] else ""


def _readable(library: Library) -> Iterator[Briefing]:
    for identity in library.ids():
        try:
            yield library.open(identity)
        except StoreError:
            continue
