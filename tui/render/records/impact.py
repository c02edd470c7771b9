"""What falls when claims are rejected, in words: what loses all of its support, and what some of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from store.argument.strength import Fallen
from store.model.records import Claim, Recommendation
from tui.render.text.blocks import Block, Part, head, say

ALL, SOME = "loses all of its support", "loses some of its support"


def falling_blocks(rejected: Collection[str], lost: Fallen) -> Iterator[Block]:
    """The consequences of rejecting these claims; nothing where none are rejected."""
    if not rejected:
        return
    yield head(f"Without {', '.join(sorted(rejected))}")
    if not lost.all and not lost.some:
        yield say(Part("Nothing rests on it." if len(rejected) == 1 else "Nothing rests on them.", "quiet"))
    for name, things in ((ALL, lost.all), (SOME, lost.some)):
        for thing in sorted(things, key=lambda thing: isinstance(thing, Claim)):  # what is advised matters most
            yield _line(thing, name)


def lost_in_words(rejected: Collection[str], lost: Fallen) -> str:
    """`Without c081: 1 loses all of its support, 3 lose some.`"""
    every, some = len(lost.all), len(lost.some)
    first = f"{every or 'nothing'} lose{'s' * (every < 2)} all of {'their' if every > 1 else 'its'} support"
    return f"Without {', '.join(sorted(rejected))}: {first}{f', {some} lose' + 's' * (some == 1) + ' some' if some else ''}."


def _line(thing: Claim | Recommendation, name: str) -> Block:
    sign = Part(name, "warning" if name == ALL else "quiet")
    return say(f"{thing.text}  ", sign, label=Part(thing.id, "link", thing.id), hang=max(6, len(thing.id) + 1))
