"""The commands that judge: verdicts of mine, what a recommendation rests on, and what falls with a claim."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from store import Briefing, Claim, Recommendation, Refused, Verdicts, falls
from tui.cli.common import opened, out, out_blocks, out_json
from tui.cli.parameters import BriefingOption, IdArgument, JsonOption

WordArgument = Annotated[
    str | None, typer.Argument(metavar="[WORD]", help="strongly-disagree, disagree, neutral, agree, strongly-agree; or --, -, 0, +, ++.")
]


def add_to(program: typer.Typer) -> None:
    """Adds the commands."""
    program.command("verdict", context_settings={"ignore_unknown_options": True})(verdict)
    program.command("trace")(trace)


def verdict(
    identity: IdArgument,
    word: WordArgument = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, in a line.")] = "",
    confidence: Annotated[int | None, typer.Option("--confidence", metavar="PERCENT", help="How sure you are, 0 to 100.")] = None,
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """What you think of a claim, and what you thought before.

    Recommendations and strategies can be judged too. Without a word, the verdicts so far are told.

    For example: briefing verdict c081 disagree --because "one anecdote"
    """
    found, book = opened(briefing)
    verdicts = Verdicts(found.notes(book.id))
    thing = book.get(identity)
    if word is not None:
        verdicts.give(thing, word, because, confidence)
    history = verdicts.history(thing.id)
    if json:
        out_json(history)
        return
    if not history:
        out(f"{thing.id}: no verdict yet")
    for given in history:
        sure = f" ({given.confidence} %)" if given.confidence is not None else ""
        why = f" because {given.because}" if given.because else ""
        out(f"{thing.id}  {given.at[:16].replace('T', ' ')}  {given.agreement}{sure}{why}")


def trace(
    identity: IdArgument,
    without: Annotated[
        list[str] | None, typer.Option("--without", metavar="CLAIM", help="A claim to do without; may be given several times.")
    ] = None,
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """What a recommendation rests on; what falls with a claim.

    Claims you disagree with count as rejected, and so do those given with --without. For example: briefing trace r03 --without c081
    """
    found, book = opened(briefing)
    thing = book.get(identity)
    rejected = {name for name in Verdicts(found.notes(book.id)).rejected() if isinstance(book.records.get(name), Claim)}
    rejected |= {_claim(book, name).id for name in without or ()}
    if isinstance(thing, Claim):
        rejected.add(thing.id)
    elif not isinstance(thing, Recommendation):
        raise Refused(f"{thing.id} rests on nothing: a trace is of a recommendation or a claim.")
    lost = falls(book, rejected)
    if json:
        out_json(_as_json(book, thing, rejected, lost))
        return
    if isinstance(thing, Recommendation):
        from tui.render.trace import trace_blocks

        out_blocks(trace_blocks(book, thing))
    from tui.render.falling import falling_blocks

    out_blocks(falling_blocks(rejected, lost))


def _claim(book: Briefing, name: str) -> Claim:
    found = book.get(name)
    if not isinstance(found, Claim):
        raise Refused(f"{found.id} is no claim: only claims can be done without.")
    return found


def _as_json(book: Briefing, thing: Claim | Recommendation, rejected: set[str], lost: Any) -> dict[str, Any]:
    from store import trace as steps
    from store import weakest, weakness_in_words

    answer: dict[str, Any] = {"id": thing.id, "without": sorted(rejected, key=book.place)}
    answer |= {"lose_all": [fallen.id for fallen in lost.all], "lose_some": [shaken.id for shaken in lost.some]}
    if isinstance(thing, Recommendation):
        link = weakest(book, thing)
        answer |= {
            "weakest": link.id,
            "weakest_because": weakness_in_words(book, link),
            "stands": thing not in lost.all,
            "rests_on": [_step(book, step) for step in steps(book, thing)],
        }
    return answer


def _step(book: Briefing, step: Any) -> dict[str, Any]:
    again = {"again": True} if step.again else {}
    return {"id": step.claim.id, "grade": book.grade(step.claim), "evidence": step.claim.evidence, **again} | (
        {"because": [_step(book, reason) for reason in step.because]} if step.because else {}
    )
