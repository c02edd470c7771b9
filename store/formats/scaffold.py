"""The beginning of a briefing on somebody's own article: sound as it stands, with a digest of every paragraph, and nothing said yet."""

from __future__ import annotations

import json
import re

from store.errors import InvalidInputError
from store.model.source_text import digest, split_paragraphs
from store.text.fold import fold_text
from store.text.sanitize import sanitize, sanitize_line

PLACEHOLDER = "…"
_WORDS_SHOWN = 8
_HEAD = """# A briefing, begun from a text of {count} paragraphs. Every {unsaid} is yours to say, in words of your own.
# `briefing check` names what is wrong, `briefing import` puts it into the library; the format is told by the schema
# that `briefing locate` names, and by the briefing that is shipped.
format = 1
id = {identity}
version = 1
title = {title}
reviewed = {today}
reviewer = {unsaid_string}

[source]
title = {title}
author = "author"
publisher = "author"
language = {unsaid_string}
date = {today}
date_basis = {unsaid_string}
words = {words}
thesis = [{unsaid_string}]
method = {unsaid_string}

[[actors]]
id = "author"
name = {unsaid_string}
kind = "person"
home = {unsaid_string}
who = {unsaid_string}
role = {unsaid_string}
paragraphs = [0]
reliability = "F"
"""
_CLAIM = """
[[claims]]
id = "c001"
text = {unsaid_string}
kind = "opinion"  # fact, opinion, prediction, anecdote or definition
speaker = "author"
about = ["author"]
paragraphs = [1]
evidence = "none"  # anecdote, example, figure or authority
credibility = 6  # 1 confirmed to 5 improbable; 6 cannot be judged
"""


def scaffold_briefing(text: str, name: str, today: str) -> str:
    """Return the briefing `name` on the article `text` as TOML; raise InvalidInputError if it has no paragraph after its title."""
    title, *rest = split_paragraphs(sanitize(text)) or ("",)
    if not rest:
        raise InvalidInputError(
            "There is no article in it: its first line is the title, and every other line that is not blank a paragraph."
        )
    unsaid = {"unsaid": PLACEHOLDER, "unsaid_string": _string(PLACEHOLDER)}
    head = _HEAD.format(
        **unsaid,
        count=len(rest),
        identity=_string(briefing_id(name)),
        title=_string(title),
        today=_string(today),
        words=sum(len(line.split()) for line in rest),
    )
    return "".join([head, *(_paragraph(number, line) for number, line in enumerate(rest, 1)), _CLAIM.format(**unsaid)])


def briefing_id(name: str) -> str:
    """Return an id made of a name: lower-case letters, digits and hyphens."""
    return re.sub("[^a-z0-9]+", "-", fold_text(name)).strip("-")[:64].strip("-") or "article"


def _paragraph(number: int, line: str) -> str:
    words = line.split()
    shown = " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
    gist = f"gist = {_string(PLACEHOLDER)}  # {sanitize_line(shown)[:120]}"
    return f'\n[[paragraphs]]\nnumber = {number}\nkind = "text"\n{gist}\ndigest = "{digest(line)}"\n'


def _string(words: str) -> str:
    """Return a basic string of TOML, which is a string of JSON without control characters."""
    return json.dumps(sanitize_line(words), ensure_ascii=False)
