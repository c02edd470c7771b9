"""Escapes in JSON text for characters that a terminal or an editor would obey, or would hide from the user."""

from __future__ import annotations

import json
import re

from store.text.unsafe_characters import UNSAFE

NOT_ASCII = "[^\x00-\x7e]"


def escape_json(text: str, unsafe: str = UNSAFE) -> str:
    r"""Return JSON `text` with whatever matches the pattern `unsafe` written as `\uXXXX`; a parser reads the same value."""
    return re.sub(unsafe, lambda match: json.dumps(match[0])[1:-1], text)
