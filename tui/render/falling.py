"""What falls when claims are rejected, in words: what loses all of its support, and what some of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from store import Claim, Fallen, Recommendation
from tui.render.parts import BLANK, Block, Part, head, say


def falling_blocks(rejected: Collection[str], lost: Fallen) -> Iterator[Block]:
    """The consequences of rejecting these claims; nothing where none are rejected."""
    if not rejected:
        return
    yield from (BLANK, head(f"Without {', '.join(sorted(rejected))}"))
    if not lost.all and not lost.some:
        yield say(Part("Nothing rests on it.", "quiet"))
    for name, things in (("loses all of its support", lost.all), ("loses some of its support", lost.some)):
        for thing in things:
            yield _line(thing, name)


def _line(thing: Claim | Recommendation, name: str) -> Block:
    sign = Part(name, "warning" if name.startswith("loses all") else "quiet")
    return say(f"{thing.text}  ", sign, label=Part(thing.id, "link", thing.id), hang=max(6, len(thing.id) + 1))
