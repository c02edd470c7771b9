"""What monkeys press: every key of the table, what is typed, and how a terminal sends each of them."""

from __future__ import annotations

from textual.keys import key_to_character

from tui.keys.table import KEYS

TABLE = sorted({key for entry in KEYS for key in entry.keys.split(",")} - {"ctrl+q"})
TYPED = [*"abcdefghijklmnopqrstuvwxyz0123456789-\"':>=äß中", "space", "delete", "ctrl+n", "ctrl+k", "insert", "f9"]
SMALLEST, LARGEST = (40, 12), (200, 50)

_SENT = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "space": " ",
    "ctrl+enter": "\x1b[13;5u",
    "f1": "\x1bOP",
    "f3": "\x1bOR",
    "f9": "\x1b[20~",
    "alt+left": "\x1b[1;3D",
    "alt+right": "\x1b[1;3C",
}


def sent(key: str) -> str:
    """Return what a terminal sends for a key with Textual's name for it."""
    if key in _SENT:
        return _SENT[key]
    if key.startswith("ctrl+") and len(key) == 6:
        return chr(ord(key[-1]) & 0x1F)
    if key.startswith("alt+"):
        return f"\x1b{sent(key.removeprefix('alt+'))}"
    return key_to_character(key) or ""
