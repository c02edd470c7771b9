"""The records of a briefing: frozen values, one class for each kind.

The words are those of the analysts' trade: the grade is the Admiralty code (NATO AJP-2.1: reliability of the source A–F,
credibility of the information 1–6), agreement is worded as in STIX 2.1, notes follow the W3C Web Annotation model.
"""

from typing import Annotated

from msgspec import Meta

from store.model.attachments import Assessment, Figure, Prediction
from store.model.base import FrozenStruct
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.model.vocabulary import (  # fmt: skip
    ActorId,
    ActorKind,
    ClaimId,
    ClaimKind,
    Date,
    Evidence,
    Id,
    NonEmpty,
    NonEmptyStr,
    ParagraphIndex,
    ParagraphKind,
    ParagraphNumber,
    QuestionKind,
    RelationKind,
    Reliability,
    Stance,
    Status,
    StrategyId,
    StrategyKindId,
    Voice,
)

# Annotations are values here, not text as elsewhere: to read them back takes longer than to read a briefing.
FORMAT = 1


class Actor(FrozenStruct, frozen=True):
    """A company, operator, platform, project, person, group or institution; `aliases` as the article spells them."""

    id: Id
    name: NonEmptyStr
    kind: ActorKind
    home: NonEmptyStr
    who: NonEmptyStr
    role: NonEmptyStr
    paragraphs: Annotated[tuple[ParagraphNumber, ...], NonEmpty]
    aliases: tuple[NonEmptyStr, ...] = ()
    chinese: str = ""
    reliability: Reliability | None = None
    reliability_because: str = ""
    assessment: Assessment | None = None


class Claim(FrozenStruct, frozen=True):
    """One atomic assertion in our words. A prediction carries its `forecast`; `credibility` is the grade's 1–6."""

    id: Id
    text: NonEmptyStr
    kind: ClaimKind
    speaker: ActorId
    about: Annotated[tuple[ActorId, ...], NonEmpty]
    paragraphs: Annotated[tuple[ParagraphNumber, ...], NonEmpty]
    evidence: Evidence
    credibility: Annotated[int, Meta(ge=1, le=6)]
    evidence_note: str = ""
    figures: tuple[Figure, ...] = ()
    supports: tuple[ClaimId, ...] = ()
    opposes: tuple[ClaimId, ...] = ()
    forecast: Prediction | None = None
    assessment: Assessment | None = None


class StrategyKind(FrozenStruct, frozen=True):
    """A column of the strategies matrix; every briefing names its own."""

    id: Id
    name: NonEmptyStr
    about: NonEmptyStr


class Strategy(FrozenStruct, frozen=True):
    """An activity or plan of an actor, as the claims describe it; `since` is empty if the article does not say."""

    id: Id
    actor: ActorId
    kind: StrategyKindId
    summary: NonEmptyStr
    aim: NonEmptyStr
    status: Status
    claims: Annotated[tuple[ClaimId, ...], NonEmpty]
    since: Date | None = None
    partners: tuple[ActorId, ...] = ()
    assessment: Assessment | None = None


class Recommendation(FrozenStruct, frozen=True):
    """A recommendation of the author; `risks` are claims that the article concedes, `cautions` are risks in words."""

    id: Id
    text: NonEmptyStr
    speaker: ActorId
    to: Annotated[tuple[ActorId, ...], NonEmpty]
    stance: Stance
    because: Annotated[tuple[ClaimId, ...], NonEmpty]
    paragraphs: Annotated[tuple[ParagraphNumber, ...], NonEmpty]
    precedents: tuple[StrategyId, ...] = ()
    risks: tuple[ClaimId, ...] = ()
    cautions: tuple[NonEmptyStr, ...] = ()
    assessment: Assessment | None = None


class Relation(FrozenStruct, frozen=True):
    """Who does what to whom: `subject`, `kind`, `object`, told in `text`; where the article does not say so, by the reviewer."""

    id: Id
    subject: ActorId
    kind: RelationKind
    object: ActorId
    text: NonEmptyStr
    paragraphs: Annotated[tuple[ParagraphNumber, ...], NonEmpty]
    date: Date | None = None
    claims: tuple[ClaimId, ...] = ()
    voice: Voice = "article"
    assessment: Assessment | None = None


class Event(FrozenStruct, frozen=True):
    """Something that happened at a partial date; `basis` says how the date is known.

    What the article does not tell is the reviewer's to add: then `basis` is the source, and `paragraphs` and `claims` are
    those it bears on.
    """

    id: Id
    text: NonEmptyStr
    date: Date
    basis: NonEmptyStr
    actors: Annotated[tuple[ActorId, ...], NonEmpty]
    paragraphs: Annotated[tuple[ParagraphNumber, ...], NonEmpty]
    claims: tuple[ClaimId, ...] = ()
    voice: Voice = "article"
    assessment: Assessment | None = None


class Question(FrozenStruct, frozen=True):
    """A question the article asks, or the reviewer's: one it leaves open, a place where it contradicts itself."""

    id: Id
    text: NonEmptyStr
    kind: QuestionKind
    paragraphs: Annotated[tuple[ParagraphNumber, ...], NonEmpty]
    about: tuple[ActorId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    assessment: Assessment | None = None

    @property
    def voice(self) -> Voice:
        """By its kind: nobody but a reviewer says that something was left open or contradicts itself."""
        return "article" if self.kind == "asked" else "reviewer"


class Paragraph(FrozenStruct, frozen=True):
    """The nth non-blank line after the title: our gist, and a digest by which a reader's own copy is recognised."""

    number: ParagraphIndex
    kind: ParagraphKind
    gist: NonEmptyStr
    digest: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}$(?!\n)", description="As `store.model.source_text.digest` computes it.")]
    assessment: Assessment | None = None

    @property
    def id(self) -> str:
        """`p12`: paragraphs are addressed like records."""
        return f"p{self.number}"


class Source(FrozenStruct, frozen=True):
    """The article itself; `thesis` has three sentences, `method` tells how the piece argues."""

    title: NonEmptyStr
    author: ActorId
    publisher: ActorId
    language: NonEmptyStr
    date: Date
    date_basis: NonEmptyStr
    words: Annotated[int, Meta(ge=1)]
    thesis: Annotated[tuple[NonEmptyStr, ...], Meta(min_length=1, max_length=3)]
    method: NonEmptyStr
    translator: ActorId | None = None
    original_language: str = ""


class BriefingFile(FrozenStruct, frozen=True):
    """A briefing as a file tells it: structured notes on one source. `version` grows with every new edition."""

    format: Annotated[int, Meta(ge=1)]
    id: Id
    version: Annotated[int, Meta(ge=1)]
    title: NonEmptyStr
    reviewed: Date
    reviewer: NonEmptyStr
    source: Source
    paragraphs: Annotated[tuple[Paragraph, ...], NonEmpty]
    actors: Annotated[tuple[Actor, ...], NonEmpty]
    claims: tuple[Claim, ...] = ()
    strategy_kinds: tuple[StrategyKind, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    questions: tuple[Question, ...] = ()


class ImportFile(FrozenStruct, frozen=True):
    """The content of an import file: a briefing and, in an export of ours, its notes and opinions."""

    briefing: BriefingFile
    notes: tuple[Note, ...] = ()
    judged: OpinionSet = NO_OPINIONS


Record = Actor | Claim | Strategy | Recommendation | Relation | Event | Question
AnyRecord = Record | Paragraph


def voice_of(thing: AnyRecord) -> Voice:
    """Whose words the thing itself is told in; the grades and the assessment on it are the reviewer's in any case."""
    return thing.voice if isinstance(thing, Event | Relation | Question) else "article"


TABLES: dict[str, type[Record]] = {
    "actors": Actor,
    "claims": Claim,
    "strategies": Strategy,
    "recommendations": Recommendation,
    "relations": Relation,
    "events": Event,
    "questions": Question,
}
