"""The impact of rejecting claims: what is unsupported and what is weakened."""

from __future__ import annotations

from collections.abc import Iterator

from store.argument.analysis import Impact
from store.model.records import Claim, Recommendation
from tui.render.text.blocks import Block, Span, heading_block, record_span, text_block

ALL, SOME = "loses all of its support", "loses some of its support"


def impact_blocks(impact: Impact) -> Iterator[Block]:
    """Yield the impact of rejecting these claims; nothing if none is rejected."""
    if not impact.rejected:
        return
    yield heading_block(f"Without {', '.join(sorted(impact.rejected))}")
    if not impact.unsupported and not impact.weakened:
        yield text_block(Span("Nothing rests on it." if len(impact.rejected) == 1 else "Nothing rests on them.", "quiet"))
    for name, things in ((ALL, impact.unsupported), (SOME, impact.weakened)):
        for thing in sorted(things, key=lambda thing: isinstance(thing, Claim)):  # what is advised matters most
            yield _line(thing, name)


def describe_impact(impact: Impact) -> str:
    """Return `Without c081: 1 loses all of its support, 3 lose some.`."""
    every, some = len(impact.unsupported), len(impact.weakened)
    first = f"{every or 'nothing'} lose{'s' * (every < 2)} all of {'their' if every > 1 else 'its'} support"
    return f"Without {', '.join(sorted(impact.rejected))}: {first}{f', {some} lose' + 's' * (some == 1) + ' some' if some else ''}."


def _line(thing: Claim | Recommendation, name: str) -> Block:
    sign = Span(name, "warning" if name == ALL else "quiet")
    return text_block(f"{thing.text}  ", sign, label=record_span(thing.id, thing.id), hang=max(6, len(thing.id) + 1))
