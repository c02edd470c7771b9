"""Web addresses in a text, without the punctuation of the sentence around them."""

from __future__ import annotations

import re

URL = re.compile(r"(?<![a-z0-9+.-])https?://[^\x00-\x20\x7f-\x9f\s<>\"“”„‘’«»「」『』《》【】（），。；：！？、…␀-␟\ufffd]+", re.IGNORECASE)
_PUNCTUATION = ".,;:!?'*_~|"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def trim_url(url: str) -> str:
    """Return a match of URL without the punctuation of the sentence, as in `(see https://a.example/b_(c)).`."""
    end = len(url)
    closing = {bracket: url.count(bracket) - url.count(_PAIRS[bracket]) for bracket in _PAIRS}
    while end and (url[end - 1] in _PUNCTUATION or closing.get(url[end - 1], 0) > 0):
        end -= 1
        if url[end] in closing:
            closing[url[end]] -= 1
    return url[:end]
