"""Fallbacks for terminals whose encoding lacks our symbols, on both streams and on the screen."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Mapping
from typing import TextIO

_NAME = "briefing-plain"
_ASCII_LOCALES = ("C", "POSIX")


def fit_streams(environment: Mapping[str, str]) -> None:
    """From now on no character is an error on standard output and standard error, and each is as wide as it was."""
    codecs.register_error(_NAME, _stand_in)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # an answer to a question; text is read as bytes and must be UTF-8
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        # Python takes every C locale for UTF-8; a terminal that was told C does not.
        if stream.isatty() and _is_told_ascii(environment):
            reconfigure(encoding="ascii", errors=_NAME)
        else:
            reconfigure(errors=_NAME)


def needs_ascii(stream: TextIO) -> bool:
    """Return True if our symbols cannot be shown on `stream`."""
    try:
        "¶◆✎▌█…↑".encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError, TypeError):
        return True
    return False


def _is_told_ascii(environment: Mapping[str, str]) -> bool:
    """Return True if the C locale is set and Python's UTF-8 mode is not."""
    if environment.get("PYTHONUTF8") == "1" or environment.get("PYTHONIOENCODING"):
        return False
    told = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    return told in _ASCII_LOCALES


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    from tui.render.text.ascii import to_ascii

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(to_ascii, error.object[error.start : error.end])), error.end
