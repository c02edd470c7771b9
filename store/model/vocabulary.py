"""The words a briefing may use: kinds, grades and flags, and what an id, a date or a paragraph number looks like."""

from typing import Annotated, Literal

from msgspec import Meta

from store.model.partial_date import PATTERN as DATE_PATTERN

# Python's `$` alone would let a line end pass after the last character.
ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$(?!\n)"
NOTE_ID_PATTERN = r"^n-[a-z0-9]{6}$(?!\n)"
READER_GRADE_PATTERN = r"^[A-F]?[1-6]$(?!\n)"

ActorKind = Literal["company", "operator", "platform", "project", "person", "group", "institution"]
ClaimKind = Literal["fact", "opinion", "prediction", "anecdote", "definition"]
Evidence = Literal["none", "anecdote", "example", "figure", "authority"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Flag = Literal["error", "doubtful", "outdated", "inconsistent", "self-interested", "stereotype", "translation"]
Confidence = Literal["certain", "likely", "possible"]
Status = Literal["planned", "under way", "done", "abandoned", "advised", "unknown"]
Outcome = Literal["open", "yes", "no", "partly", "void"]
RelationKind = Literal[
    "owns", "leads", "makes", "employs", "partners", "negotiates", "supplies", "competes", "replaces", "joins", "regulates",
    "publishes", "cites", "advises", "knows", "other",
]  # fmt: skip
# Who speaks in a record; the third voice, the reader's, stands in notes alone.
Voice = Literal["article", "reviewer"]
QuestionKind = Literal["asked", "open", "contradiction"]
ParagraphKind = Literal["standfirst", "text", "heading", "quote", "credits", "furniture"]
Agreement = Literal["strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"]
Stance = Literal["explicit", "implied"]
SupportStatus = Literal["stands", "shaken", "falls", "rejected"]
Motivation = Literal["commenting", "questioning", "editing", "highlighting", "linking", "todo"]
NoteStatus = Literal["", "open", "done"]
LinkWord = Literal["contradicts", "supports", "see also"]

Id = Annotated[str, Meta(pattern=ID_PATTERN, description="Lower-case letters, digits and hyphens, at most 64.")]
NonEmptyStr = Annotated[str, Meta(min_length=1)]
Date = Annotated[str, Meta(pattern=DATE_PATTERN, description="2014, 2014-05, 2014-05-03, by …, from …, about …, or two with a slash.")]
ParagraphIndex = Annotated[int, Meta(ge=0, description="A paragraph: the nth non-blank line after the title line, which is 0.")]
# What an id points at is part of its type: `parse` checks every reference by it.
ActorId = Annotated[Id, Meta(extra={"refers": "actors"})]
ClaimId = Annotated[Id, Meta(extra={"refers": "claims"})]
StrategyId = Annotated[Id, Meta(extra={"refers": "strategies"})]
StrategyKindId = Annotated[Id, Meta(extra={"refers": "strategy_kinds"})]
ParagraphNumber = Annotated[ParagraphIndex, Meta(extra={"refers": "paragraphs"})]
NonEmpty = Meta(min_length=1)
