"""The commands that judge: verdicts and grades of mine, what a recommendation rests on, and what falls with a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from store.errors import InvalidInputError
from store.model.briefing import Briefing
from store.model.opinion import Opinion, ReaderGrade, Verdict
from store.model.records import Claim, Recommendation
from store.opinions.logs import AGREEMENTS, parse_agreement, parse_grade
from store.session import Session
from store.text.instant import instant_of
from tui.cli.context import UsageError, open_briefing, print_blocks, print_data, print_json, readable_notes, writable_notes
from tui.cli.parameters import BriefingOption, JsonOption, complete_ids, id_argument
from tui.render.context import RenderContext

if TYPE_CHECKING:
    from store.argument.analysis import TraceNode

WordArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[WORD]",
        help="strongly-disagree, disagree, neutral, agree, strongly-agree; or --, -, 0, +, ++.",
        autocompletion=lambda: list(AGREEMENTS),
    ),
]


def register(program: typer.Typer) -> None:
    """Add the commands."""
    program.command("verdict", context_settings={"ignore_unknown_options": True})(verdict)
    program.command("trace")(trace)


def verdict(
    identity: Annotated[str, id_argument("A claim, a recommendation or a strategy: c081.")],
    word: WordArgument = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Reason, on one line.")] = "",
    confidence: Annotated[int | None, typer.Option("--confidence", metavar="PERCENT", help="Confidence in percent, 0 to 100.")] = None,
    grade: Annotated[str, typer.Option("--grade", metavar="GRADE", help="Your own grade of a claim, B2, or its credibility, 2.")] = "",
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """Show or give your verdict on a record.

    Recommendations and strategies can be judged too. Without a word, the verdicts and grades so far are told.

    \b
    briefing verdict c081 disagree --because "one anecdote" --confidence 80
    briefing verdict c081 --grade B2
    briefing verdict c081            what you thought so far
    """
    if word is None and (confidence is not None or (because and not grade)):
        raise UsageError("A reason or a confidence needs a verdict with it: briefing verdict c081 disagree --because …")
    found, book = open_briefing(briefing)
    thing = book.get(identity)
    # Both are looked at before either is kept.
    wanted, graded = word and parse_agreement(word), grade and parse_grade(grade)
    if graded and not isinstance(thing, Claim):
        raise InvalidInputError(f"{thing.id} cannot be graded: a grade is of a claim.")
    judgement = Session(book, writable_notes(found, book.id) if wanted or graded else readable_notes(found, book.id)).opinions
    if wanted:
        judgement.verdicts.give(thing, wanted, because, confidence)
    if graded:
        judgement.grades.give(thing, graded, because)
    opinions = (*judgement.verdicts.history(thing.id), *judgement.grades.history(thing.id))
    history = sorted(opinions, key=lambda opinion: instant_of(opinion.at))
    if json:
        print_json(history)
        return
    print_data("\n".join(map(_line, history)) if history else f"{thing.id}: no verdict yet")


def _line(opinion: Opinion) -> str:
    said, why = "", ""
    match opinion:
        case Verdict(agreement=word, because=why, confidence=confidence):
            said = word if confidence is None else f"{word} ({confidence} %)"
        case ReaderGrade(grade=grade, because=why):
            said = f"grade {grade}"
    return f"{opinion.target}  {opinion.at[:16].replace('T', ' ')}  {said}{f' because {why}' if why else ''}"


def trace(
    identity: Annotated[str, id_argument("A recommendation or a claim: r03.")],
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="CLAIM", help="A claim to do without; may be given several times.", autocompletion=complete_ids),
    ] = None,
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """Show what a recommendation rests on; exclude claims.

    Claims you disagree with count as rejected, and so do those given with --without.

    \b
    briefing trace r03
    briefing trace r03 --without c081
    briefing trace c081              what falls with a claim
    """
    found, book = open_briefing(briefing)
    thing = book.get(identity)
    if not isinstance(thing, Claim | Recommendation):
        raise InvalidInputError(f"{thing.id} rests on nothing: a trace is of a recommendation or a claim.")
    excluded = {_claim(book, name).id for name in without or ()} | ({thing.id} if isinstance(thing, Claim) else set())
    context = RenderContext.of(Session(book, readable_notes(found, book.id)), frozenset(excluded))
    if json:
        print_json(_as_json(context, thing))
        return
    print_blocks(_blocks(context, thing))


def _blocks(context: RenderContext, thing: Claim | Recommendation) -> Iterator[Any]:
    from tui.render.records.impact import impact_blocks
    from tui.render.records.opinions import support_block
    from tui.render.records.trace import trace_blocks
    from tui.render.text.blocks import BLANK

    if isinstance(thing, Recommendation):
        yield from trace_blocks(context, thing)
        if context.impact.rejected:
            yield from (support_block(context, thing), BLANK)
    yield from impact_blocks(context.impact)


def _claim(book: Briefing, name: str) -> Claim:
    found = book.get(name)
    if not isinstance(found, Claim):
        raise InvalidInputError(f"{found.id} is no claim: only claims can be done without.")
    return found


def _as_json(context: RenderContext, thing: Claim | Recommendation) -> dict[str, Any]:
    impact = context.impact
    answer: dict[str, Any] = {"id": thing.id, "without": sorted(impact.rejected, key=context.briefing.position)}
    answer |= {"lose_all": [record.id for record in impact.unsupported], "lose_some": [record.id for record in impact.weakened]}
    return answer | (_rest(context, thing) if isinstance(thing, Recommendation) else {})


def _rest(context: RenderContext, thing: Recommendation) -> dict[str, Any]:
    """Return what a recommendation rests on, with its weakest link."""
    from store.argument.strength import describe_strength, describe_weakest_claim

    book, argument = context.briefing, context.argument
    link, standing = argument.weakest_claim(thing), context.impact.status(thing.id)
    return {
        "weakest": link.id,
        "weakest_because": describe_strength(book, link),
        "weakest_grade": book.grade(link),
        "weakest_in_words": describe_weakest_claim(book, link),
        "linchpins": [claim.id for claim in argument.critical_for(thing)],
        "standing": standing,
        "stands": standing != "falls",
        "rests_on": [_step(book, step) for step in argument.trace(thing)],
    }


def _step(book: Briefing, step: TraceNode) -> dict[str, Any]:
    marks = ({"again": True} if step.is_repeat else {}) | ({"more": step.more} if step.more else {})
    return {"id": step.claim.id, "grade": book.grade(step.claim), "evidence": step.claim.evidence, **marks} | (
        {"because": [_step(book, premise) for premise in step.premises]} if step.premises else {}
    )
