"""The argument in Argdown: claims and recommendations as statements, `+` below what they support, `-` below what they oppose.

Beside a statement, in braces, stands what the reader thinks of it (`"my_verdict": "disagree"`, `"my_grade": "B2"`). Argdown has no
room for notes between its statements: they are not in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from store.export.reader_data import opinions_by_target
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, Forecast, Opinion, OpinionSet, ReaderGrade, Resolution, Verdict
from store.model.records import Claim, Recommendation
from store.text.sanitize import sanitize_line

# A dot and a colon begin a special character (`.o.`, `:o:`) unless a blank follows; two slashes begin a comment, three signs
# of equality YAML, and `@include(` reads a file, even where a backslash stands before it.
_SPECIAL = re.compile(r"[\\#*_\[<{]|[.:](?=[^ ])|/(?=/)|=(?==)|(?<=include)\(")

Data = dict[str, str | int | list[int]]


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> str:
    """Return the claims with what supports and opposes them, and the recommendations with their because and their risks."""
    mine = opinions_by_target(judged)
    claims = [_claim(briefing, claim, _mine(mine.get(claim.id, ()))) for claim in briefing.file.claims]
    recommendations = [_recommendation(one, _mine(mine.get(one.id, ()))) for one in briefing.file.recommendations]
    blocks = [f"# {argdown_text(briefing.title)}"]
    blocks += ["## What is claimed", *claims] if claims else []
    blocks += ["## What is recommended", *recommendations] if recommendations else []
    return "\n\n".join(blocks) + "\n"


def argdown_text(text: str) -> str:
    """`text` on one line, escaped so that nothing in it is Argdown."""
    return _SPECIAL.sub(r"\\\g<0>", sanitize_line(text))


def _mine(opinions: Iterable[Opinion]) -> Data:
    found: Data = {}
    for opinion in opinions:
        match opinion:
            case Verdict(agreement=word):
                found["my_verdict"] = word
            case ReaderGrade(grade=grade):
                found["my_grade"] = grade
            case Forecast(probability=probability):
                found["my_probability"] = probability
            case Resolution(outcome=word):
                found["my_outcome"] = word
    return found


def _claim(briefing: Briefing, claim: Claim, judged: Data) -> str:
    data: Data = {"kind": claim.kind, "speaker": claim.speaker, "grade": briefing.grade(claim), "paragraphs": list(claim.paragraphs)}
    lines = [_statement(claim.id, claim.text, data | judged)]
    lines += _relations("+", (supporter.id for supporter in briefing.supporters(claim.id)))
    lines += _relations("-", (opponent.id for opponent in briefing.opponents(claim.id)))
    return "\n".join(lines)


def _recommendation(recommendation: Recommendation, judged: Data) -> str:
    data: Data = {"kind": "recommendation", "speaker": recommendation.speaker, "paragraphs": list(recommendation.paragraphs)}
    lines = [_statement(recommendation.id, recommendation.text, data | judged)]
    lines += _relations("+", recommendation.because)
    lines += _relations("-", recommendation.risks)
    return "\n".join(lines)


def _statement(identity: str, text: str, data: Data) -> str:
    """Ids, kinds and numbers alone stand in the braces: words of others would have to be escaped a second way."""
    return f"[{identity}]: {argdown_text(text)} {json.dumps(data)}"


def _relations(sign: str, others: Iterable[str]) -> Iterator[str]:
    yield from (f"  {sign} [{other}]" for other in dict.fromkeys(others))
