"""The command about predictions: how probable I hold one to be, and how it came out."""

from __future__ import annotations

from typing import Annotated

import typer

from store.opinions.analysis import judgement_of
from store.opinions.logs import OUTCOMES
from tui.cli.context import opened, out, out_blocks, out_json, readable, writable
from tui.cli.parameters import BriefingOption, JsonOption, id_argument


def add_to(program: typer.Typer) -> None:
    """Adds the command."""
    program.command("resolve")(resolve)


def resolve(
    identity: Annotated[str, id_argument("A prediction: c099.")],
    outcome: Annotated[
        str | None,
        typer.Argument(
            metavar="[OUTCOME]",
            help="yes, no, partly, void (it cannot be told); open takes an answer back.",
            autocompletion=lambda: list(OUTCOMES),
        ),
    ] = None,
    evidence: Annotated[str, typer.Option("--evidence", metavar="TEXT", help="How you know.")] = "",
    probability: Annotated[
        int | None, typer.Option("--probability", metavar="PERCENT", help="How probable you hold it to be, 0 to 100.")
    ] = None,
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """How a prediction came out, and how probable you hold it.

    Without an outcome and a probability, what was said so far is told. You are scored by the last probability before the outcome.

    \b
    briefing resolve c099 --probability 30
    briefing resolve c099 no --evidence "the report of 2026"
    """
    found, book = opened(briefing)
    is_told = probability is not None or outcome is not None
    judgement = judgement_of(book, writable(found, book.id) if is_told else readable(found, book.id))
    thing = book.get(identity)
    judgement.foretell(thing, probability, outcome, evidence)
    from tui.render.records.predictions import as_json, prediction_blocks, scores_in_words

    claim = book.claim(thing.id)
    if json:
        out_json(as_json(judgement, claim))
        return
    out_blocks(prediction_blocks(judgement, claim))
    out(scores_in_words(judgement.foresight()))
