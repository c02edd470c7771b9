"""The trace of a recommendation: because, the claims, their evidence, and the weakest of them in words."""

from __future__ import annotations

from store.model.briefing import Briefing
from store.model.records import BriefingFile
from tests.support.sample import claim, recommendation, whole
from tests.support.sessions import render_context
from tui.render.records.trace import trace_blocks
from tui.render.text.blocks import to_plain_text
from tui.render.text.rich_text import wrap_blocks


def page(file: BriefingFile, width: int = 0) -> str:
    blocks = list(trace_blocks(render_context(Briefing(file)), file.recommendations[0]))
    return "\n".join(line.plain for line in wrap_blocks(blocks, width)) if width else to_plain_text(blocks)


def chain(length: int) -> BriefingFile:
    """Each claim supports the one before it."""
    found = [claim(id="c001")] + [claim(id=f"c{number:03}", supports=(f"c{number - 1:03}",)) for number in range(2, length + 1)]
    return whole(claims=tuple(found), recommendations=(recommendation(),), questions=())


def test_reasons_stand_below_what_they_support_and_further_in() -> None:
    lines = page(chain(3)).splitlines()
    first, second, third = (next(line for line in lines if f"← {identity}" in line) for identity in ("c001", "c002", "c003"))
    assert first.index("←") < second.index("←") < third.index("←")


def test_every_step_says_its_evidence() -> None:
    assert "[example]" in page(chain(1))
    bare = claim(evidence="none")
    assert "[no evidence]" in page(whole(claims=(bare, *whole().claims[2:]), recommendations=(recommendation(),), questions=()))


def test_the_weakest_link_is_named_and_pointed_at() -> None:
    found = page(whole())
    assert "c002" in found.splitlines()[0]
    assert next(line for line in found.splitlines() if "◂ weakest link" in line).strip().startswith("← c002")


def test_a_circle_ends() -> None:
    one, other = claim(supports=("c002",)), claim(id="c002", supports=("c001",))
    found = page(whole(claims=(one, other), recommendations=(recommendation(),), questions=()))
    assert found.count("as above") == 1


def test_a_long_chain_keeps_its_arrows_on_a_narrow_page() -> None:
    assert page(chain(45), width=38).count("←") == page(chain(45)).count("←")


def forked() -> BriefingFile:
    """r01 ← c001 ← c002 (C5) and c003; c003 ← c004 (C4); and r01 ← c004."""
    claims = (
        claim(),
        claim(id="c002", supports=("c001",), credibility=5),
        claim(id="c003", supports=("c001",)),
        claim(id="c004", supports=("c003",), credibility=4),
    )
    return whole(claims=claims, recommendations=(recommendation(because=("c001", "c004")),), questions=(), relations=(), strategies=())


def test_only_the_weakest_link_of_the_whole_is_pointed_at() -> None:
    found = page(forked()).splitlines()
    assert next(line for line in found if "← c002" in line).endswith("◂ weakest link")
    assert sum("◂" in line for line in found) == 1


def test_what_the_whole_rests_on_is_said_in_words() -> None:
    first = page(forked()).splitlines()[0]
    assert first == "weakest     C5 c002  rests on one uncorroborated example of the author's: improbable, from a fairly reliable source"


def test_a_claim_that_alone_holds_it_up_is_named() -> None:
    assert "linchpin    falls with c001, c002, c003 alone" in page(chain(3))
    assert "linchpin" not in page(forked())


def test_what_was_taken_away_is_marked_where_it_stands() -> None:
    file = forked()
    blocks = trace_blocks(render_context(Briefing(file), excluded=["c002"]), file.recommendations[0])
    found = to_plain_text(blocks)
    assert "c002 C5 ⊘ taken away" in found
    assert "c001 C3 ! shaken" in found
