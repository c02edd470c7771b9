"""The command about predictions: how probable I hold one to be, and how it came out."""

from __future__ import annotations

from typing import Annotated

import typer

from store.opinions.logs import OUTCOMES
from store.session import Session
from tui.cli.context import open_briefing, print_blocks, print_data, print_json, readable_notes, writable_notes
from tui.cli.parameters import BriefingOption, JsonOption, id_argument


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("resolve")(resolve)


def resolve(
    identity: Annotated[str, id_argument("A prediction: c099.")],
    outcome: Annotated[
        str | None,
        typer.Argument(
            metavar="[OUTCOME]",
            help="yes, no, partly or void (cannot be resolved); open withdraws the outcome.",
            autocompletion=lambda: list(OUTCOMES),
        ),
    ] = None,
    evidence: Annotated[str, typer.Option("--evidence", metavar="TEXT", help="Evidence for the outcome.")] = "",
    probability: Annotated[
        int | None, typer.Option("--probability", metavar="PERCENT", help="Forecast probability in percent, 0 to 100.")
    ] = None,
    briefing: BriefingOption = None,
    json: JsonOption = False,
) -> None:
    """Forecast or resolve a prediction.

    Without an outcome and a probability, show what you gave so far. You are scored by the last probability before the outcome.

    \b
    briefing resolve c099 --probability 30
    briefing resolve c099 no --evidence "the report of 2026"
    """
    found, book = open_briefing(briefing)
    is_told = probability is not None or outcome is not None
    judgement = Session(book, writable_notes(found, book.id) if is_told else readable_notes(found, book.id)).opinions
    thing = book.get(identity)
    judgement.predict(thing, probability, outcome, evidence)
    from tui.render.records.predictions import as_json, describe_scores, prediction_blocks

    claim = book.claim(thing.id)
    if json:
        print_json(as_json(judgement, claim))
        return
    print_blocks(prediction_blocks(judgement, claim))
    print_data(describe_scores(judgement.calibration()))
