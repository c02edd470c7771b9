"""The commands that judge: verdicts and grades of mine, what a recommendation rests on, and what falls with a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from store.errors import Refused
from store.model.briefing import Briefing
from store.model.opinion import Opinion, OwnGrade, Verdict
from store.model.records import Claim, Recommendation
from store.opinions.analysis import Judgement, judgement_of
from store.opinions.logs import AGREEMENTS, agreement_named, grade_named
from store.text.instant import instant_of
from tui.cli.context import Misused, opened, out, out_blocks, out_json, readable, writable
from tui.cli.parameters import BriefingOption, JsonOption, complete_ids, id_argument

WordArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[WORD]",
        help="strongly-disagree, disagree, neutral, agree, strongly-agree; or --, -, 0, +, ++.",
        autocompletion=lambda: list(AGREEMENTS),
    ),
]


def add_to(program: typer.Typer) -> None:
    """Adds the commands."""
    program.command("verdict", context_settings={"ignore_unknown_options": True})(verdict)
    program.command("trace")(trace)


def verdict(
    identity: Annotated[str, id_argument("A claim, a recommendation or a strategy: c081.")],
    word: WordArgument = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, in a line.")] = "",
    confidence: Annotated[int | None, typer.Option("--confidence", metavar="PERCENT", help="How sure you are, 0 to 100.")] = None,
    grade: Annotated[str, typer.Option("--grade", metavar="GRADE", help="Your own grade of a claim, B2, or its credibility, 2.")] = "",
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """What you think of a claim, and what you thought before.

    Recommendations and strategies can be judged too. Without a word, the verdicts and grades so far are told.

    \b
    briefing verdict c081 disagree --because "one anecdote" --confidence 80
    briefing verdict c081 --grade B2
    briefing verdict c081            what you thought so far
    """
    if word is None and (confidence is not None or (because and not grade)):
        raise Misused("A reason or a confidence needs a verdict with it: briefing verdict c081 disagree --because …")
    found, book = opened(briefing)
    thing = book.get(identity)
    # Both are looked at before either is kept.
    wanted, graded = word and agreement_named(word), grade and grade_named(grade)
    if graded and not isinstance(thing, Claim):
        raise Refused(f"{thing.id} cannot be graded: a grade is of a claim.")
    judgement = judgement_of(book, writable(found, book.id) if wanted or graded else readable(found, book.id))
    if wanted:
        judgement.verdicts.give(thing, wanted, because, confidence)
    if graded:
        judgement.grades.give(thing, graded, because)
    opinions = (*judgement.verdicts.history(thing.id), *judgement.grades.history(thing.id))
    history = sorted(opinions, key=lambda opinion: instant_of(opinion.at))
    if json:
        out_json(history)
        return
    out("\n".join(map(_line, history)) if history else f"{thing.id}: no verdict yet")


def _line(opinion: Opinion) -> str:
    said, why = "", ""
    match opinion:
        case Verdict(agreement=word, because=why, confidence=confidence):
            said = word if confidence is None else f"{word} ({confidence} %)"
        case OwnGrade(grade=grade, because=why):
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
    """What a recommendation rests on; what falls with a claim.

    Claims you disagree with count as rejected, and so do those given with --without.

    \b
    briefing trace r03
    briefing trace r03 --without c081
    briefing trace c081              what falls with a claim
    """
    found, book = opened(briefing)
    thing = book.get(identity)
    if not isinstance(thing, Claim | Recommendation):
        raise Refused(f"{thing.id} rests on nothing: a trace is of a recommendation or a claim.")
    judgement = judgement_of(book, readable(found, book.id))
    tried = {_claim(book, name).id for name in without or ()}
    judgement.tried = frozenset(tried | {thing.id} if isinstance(thing, Claim) else tried)
    if json:
        out_json(_as_json(book, thing, judgement))
        return
    out_blocks(_blocks(book, thing, judgement))


def _blocks(book: Briefing, thing: Claim | Recommendation, judgement: Judgement) -> Iterator[Any]:
    from tui.render.records.impact import falling_blocks
    from tui.render.records.opinions import standing_block
    from tui.render.records.trace import trace_blocks
    from tui.render.text.blocks import BLANK

    if isinstance(thing, Recommendation):
        yield from trace_blocks(book, thing, judgement.standing)
        if judgement.rejected():
            yield from (standing_block(judgement, thing), BLANK)
    yield from falling_blocks(judgement.rejected(), judgement.fallen())


def _claim(book: Briefing, name: str) -> Claim:
    found = book.get(name)
    if not isinstance(found, Claim):
        raise Refused(f"{found.id} is no claim: only claims can be done without.")
    return found


def _as_json(book: Briefing, thing: Claim | Recommendation, judgement: Judgement) -> dict[str, Any]:
    lost = judgement.fallen()
    answer: dict[str, Any] = {"id": thing.id, "without": sorted(judgement.rejected(), key=book.place)}
    answer |= {"lose_all": [fallen.id for fallen in lost.all], "lose_some": [shaken.id for shaken in lost.some]}
    return answer | (_rest(book, thing, judgement) if isinstance(thing, Recommendation) else {})


def _rest(book: Briefing, thing: Recommendation, judgement: Judgement) -> dict[str, Any]:
    """Return what a recommendation rests on, with its weakest link."""
    from store.argument.strength import hangs_on, rests_in_words, weakest, weakness_in_words
    from store.argument.strength import trace as steps

    link, standing = weakest(book, thing), judgement.standing(thing)
    return {
        "weakest": link.id,
        "weakest_because": weakness_in_words(book, link),
        "weakest_grade": book.grade(link),
        "weakest_in_words": rests_in_words(book, link),
        "linchpins": [claim.id for claim in hangs_on(book, thing)],
        "standing": standing,
        "stands": standing != "falls",
        "rests_on": [_step(book, step) for step in steps(book, thing)],
    }


def _step(book: Briefing, step: Any) -> dict[str, Any]:
    marks = ({"again": True} if step.again else {}) | ({"more": step.more} if step.more else {})
    return {"id": step.claim.id, "grade": book.grade(step.claim), "evidence": step.claim.evidence, **marks} | (
        {"because": [_step(book, reason) for reason in step.because]} if step.because else {}
    )
