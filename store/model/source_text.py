"""The source itself, where the reader attached a copy: cut into paragraphs, recognised by digests, never shipped."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from store.model.records import Paragraph
from store.text.fold import QUOTES
from store.text.sanitize import sanitize

_DIGITS = 16


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Return the non-blank lines of `text`: the title is number 0, the first paragraph number 1."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def normalize(text: str) -> str:
    """`text` as copies of one article agree on it: compatible letters, plain quotes, one blank, no case."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).translate(QUOTES)).strip().casefold()


def digest(text: str) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of the normalised text: enough to recognise it, no way back to it."""
    return hashlib.sha256(normalize(text).encode()).hexdigest()[:_DIGITS]


def recognize_paragraphs(text: str, expected: tuple[Paragraph, ...]) -> frozenset[int]:
    """Return the numbers of the `expected` paragraphs that the copy in `text` has, wherever they stand in it."""
    present = {digest(line) for line in split_paragraphs(text)}
    return frozenset(paragraph.number for paragraph in expected if paragraph.digest in present)


def paragraphs_by_number(text: str, expected: tuple[Paragraph, ...]) -> dict[int, str]:
    """Return the copy's own words of each of the `expected` paragraphs that it has, cleaned like all text from outside."""
    lines = {digest(line): sanitize(line) for line in split_paragraphs(text)}
    return {paragraph.number: lines[paragraph.digest] for paragraph in expected if paragraph.digest in lines}
