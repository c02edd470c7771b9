"""The argument in Argdown: claims and recommendations as statements, `+` below what they support, `-` below what they oppose.

Argdown has no room for the reader's notes between its statements: they are not in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from store.briefing import Briefing
from store.clean import one_line
from store.model import Claim, Note, Recommendation

# A dot and a colon begin a special character (`.o.`, `:o:`) unless a blank follows; two slashes begin a comment, three signs
# of equality YAML, and `@include(` reads a file, even where a backslash stands before it.
_SPECIAL = re.compile(r"[\\#*_\[<{]|[.:](?=[^ ])|/(?=/)|=(?==)|(?<=include)\(")

Data = dict[str, str | list[int]]


def export(briefing: Briefing, notes: tuple[Note, ...]) -> str:
    """The claims with what supports and opposes them, and the recommendations with their because and their risks."""
    claims = [_claim(briefing, claim) for claim in briefing.file.claims]
    recommendations = [_recommendation(recommendation) for recommendation in briefing.file.recommendations]
    blocks = [f"# {argdown_text(briefing.title)}"]
    blocks += ["## What is claimed", *claims] if claims else []
    blocks += ["## What is recommended", *recommendations] if recommendations else []
    return "\n\n".join(blocks) + "\n"


def argdown_text(text: str) -> str:
    """`text` on one line, escaped so that nothing in it is Argdown."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def _claim(briefing: Briefing, claim: Claim) -> str:
    data: Data = {"kind": claim.kind, "speaker": claim.speaker, "grade": briefing.grade(claim), "paragraphs": list(claim.paragraphs)}
    lines = [_statement(claim.id, claim.text, data)]
    lines += _relations("+", (supporter.id for supporter in briefing.supporters(claim.id)))
    lines += _relations("-", (opponent.id for opponent in briefing.opponents(claim.id)))
    return "\n".join(lines)


def _recommendation(recommendation: Recommendation) -> str:
    data: Data = {"kind": "recommendation", "speaker": recommendation.speaker, "paragraphs": list(recommendation.paragraphs)}
    lines = [_statement(recommendation.id, recommendation.text, data)]
    lines += _relations("+", recommendation.because)
    lines += _relations("-", recommendation.risks)
    return "\n".join(lines)


def _statement(identity: str, text: str, data: Data) -> str:
    """Ids, kinds and numbers alone stand in the braces: words of others would have to be escaped a second way."""
    return f"[{identity}]: {argdown_text(text)} {json.dumps(data)}"


def _relations(sign: str, others: Iterable[str]) -> Iterator[str]:
    yield from (f"  {sign} [{other}]" for other in dict.fromkeys(others))
