"""Runs of eight words as hashes: enough to find a copied sentence, no way back to the text it was copied from."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator

LENGTH = 8
_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_CODE = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?")
_ESCAPE = re.compile(r"\\x[0-9a-fA-F]{2}|\\[nrtvfab0]")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bc\u0060\u00b4\u00ad\u200b\u200c\u200d\ufeff")
_WORD = re.compile(r"[^\W_]+")


def words(text: str, *, is_markup: bool = False) -> list[str]:
    """Return the words of `text` without case, accents, punctuation, escapes and line ends, so that wrapping hides no copy."""
    text = _ESCAPE.sub(" ", _CODE.sub(_character, _ANSI.sub(" ", text)))
    text = html.unescape(_TAG.sub(" ", text) if is_markup else text).translate(_APOSTROPHES)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return _WORD.findall(plain.lower())


def shingles(found: list[str]) -> Iterator[tuple[str, str]]:
    """Each run of eight words, as a hash of 64 bits in hexadecimal and as it reads."""
    for start in range(len(found) - LENGTH + 1):
        run = " ".join(found[start : start + LENGTH])
        yield hashlib.blake2b(run.encode(), digest_size=8).hexdigest(), run


def _character(code: re.Match[str]) -> str:
    number = int(code[1], 16)
    return chr(number) if number <= 0x10FFFF else " "
