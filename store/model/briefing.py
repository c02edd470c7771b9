"""One briefing, open: every record by its id or name, and every link between them, both ways."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import NamedTuple

from store.errors import InvalidInputError, NotFoundError
from store.model.record_references import reference_fields
from store.model.records import TABLES, Actor, AnyRecord, BriefingFile, Claim, Event, Paragraph, Recommendation, Record, Relation, Strategy
from store.text.did_you_mean import suggest
from store.text.fold import fold_text
from store.text.sanitize import sanitize_line

_ZEROS = re.compile("(?<=[a-z])0+(?=[0-9])")


class BackReference(NamedTuple):
    """A record that points at another, and the field by which it does."""

    record: Record
    field: str


class Briefing:
    """The records of `file`, with the reader's copy of the source where one is attached."""

    def __init__(self, file: BriefingFile, source_text: str = "") -> None:
        self.file = file
        self.id = file.id
        self.title = file.title
        self.source_text = source_text
        self._pointers: dict[str, dict[str, list[Record]]] = {}

    @cached_property
    def records(self) -> dict[str, AnyRecord]:
        """Every record and paragraph by its id."""
        return {record.id: record for table in (*TABLES, "paragraphs") for record in getattr(self.file, table)}

    def get(self, identity: str) -> AnyRecord:
        """Return the record with this name; raise NotFoundError with the nearest id, or the way to search."""
        found = self.find_record(identity)
        if found is None and not identity.strip():
            raise NotFoundError(f"{self.id} has no record without a name: say an id, or a name of an actor.")
        if found is None:
            words = sanitize_line(identity)
            raise NotFoundError(
                f"{self.id} has no record {words}. {suggest(identity, self.records, f'`briefing find {words}` searches for it.')}"
            )
        return found

    def find_record(self, name: str) -> AnyRecord | None:
        """Return the record with this id, written as people do (C012, c12, ¶5), or the actor of this name or alias; else None."""
        plain = fold_text(name).strip()
        found = self.records.get(name) or self._named.get(plain) or self.records.get(plain)
        return found or self.records.get(self._numbered.get(_without_zeros(plain.replace("¶", "p")), ""))

    def actor(self, identity: str) -> Actor:
        """Return the actor with this id; references were checked when the briefing was read."""
        found = self.records[identity]
        assert isinstance(found, Actor)
        return found

    def claim(self, identity: str) -> Claim:
        """Return the claim with this id."""
        found = self.records[identity]
        assert isinstance(found, Claim)
        return found

    def position(self, identity: str) -> int:
        """Return a key that sorts records by their position in the briefing."""
        return self._order[identity]

    def name(self, identity: str) -> str:
        """Return the name of an actor, or the id of another record."""
        found = self.records.get(identity)
        return found.name if isinstance(found, Actor) else identity

    def grade(self, claim: Claim) -> str:
        """Return the Admiralty grade, `C3`: the speaker's reliability, inherited, and the claim's own credibility."""
        return f"{self.actor(claim.speaker).reliability or 'F'}{claim.credibility}"

    def references_to(self, identity: str, *fields: str) -> tuple[BackReference, ...]:
        """Return the records that refer to this one, in the order of the file; only in `fields` if any are given."""
        links = [BackReference(record, field) for field in fields or _tables_with() for record in self._by(field).get(identity, ())]
        if len(fields) != 1:
            links.sort(key=lambda link: self._order[link.record.id])
        return tuple(links)

    def claims_by(self, actor: str) -> tuple[Claim, ...]:
        """Return the claims this actor makes."""
        return tuple(link.record for link in self.references_to(actor, "speaker") if isinstance(link.record, Claim))

    def claims_about(self, actor: str) -> tuple[Claim, ...]:
        """Return the claims about this actor."""
        return tuple(link.record for link in self.references_to(actor, "about") if isinstance(link.record, Claim))

    def supporters(self, claim: str) -> tuple[Claim, ...]:
        """Return the claims given as reasons for this one."""
        return tuple(record for record in self._by("supports").get(claim, ()) if isinstance(record, Claim))

    def opponents(self, claim: str) -> tuple[Claim, ...]:
        """Return the claims that speak against this one."""
        return tuple(record for record in self._by("opposes").get(claim, ()) if isinstance(record, Claim))

    def strategies_of(self, actor: str) -> tuple[Strategy, ...]:
        """Return the strategies of this actor."""
        return tuple(link.record for link in self.references_to(actor, "actor") if isinstance(link.record, Strategy))

    def relations_of(self, actor: str) -> tuple[Relation, ...]:
        """Return the relations in which this actor takes part."""
        return tuple(link.record for link in self.references_to(actor, "subject", "object") if isinstance(link.record, Relation))

    def events_of(self, actor: str) -> tuple[Event, ...]:
        """Return the events this actor takes part in."""
        return tuple(link.record for link in self.references_to(actor, "actors") if isinstance(link.record, Event))

    def recommendations_on(self, claim: str) -> tuple[Recommendation, ...]:
        """Return the recommendations that name this claim as a reason."""
        return tuple(link.record for link in self.references_to(claim, "because") if isinstance(link.record, Recommendation))

    def records_in_paragraph(self, paragraph: Paragraph) -> tuple[Record, ...]:
        """Return the records that were drawn from this paragraph."""
        return tuple(dict.fromkeys(link.record for link in self.references_to(paragraph.id, "paragraphs")))

    def predictions(self) -> tuple[Claim, ...]:
        """Return the claims about the future."""
        return tuple(claim for claim in self.file.claims if claim.kind == "prediction")

    @cached_property
    def source_paragraphs(self) -> dict[int, str]:
        """The reader's copy, paragraph by paragraph, as far as it is recognised."""
        if not self.source_text:
            return {}
        from store.model.source_text import paragraphs_by_number  # hashing, which only readers with a copy need

        return paragraphs_by_number(self.source_text, self.file.paragraphs)

    def attached_paragraph(self, identity: str) -> str:
        """Return the text of this paragraph in the attached article; raise InvalidInputError with the reason if it is not known."""
        found = self.records.get(identity)
        if not isinstance(found, Paragraph):
            raise InvalidInputError(f"{sanitize_line(identity)} is no paragraph: only words of a paragraph can be quoted.")
        if not self.source_text:
            raise InvalidInputError(
                f"There is no copy of the article to quote {identity} from: `briefing import article.txt` attaches yours."
            )
        if found.number not in self.source_paragraphs:
            raise InvalidInputError(f"{identity} is not in your copy of the article, and nothing can be quoted from it.")
        return self.source_paragraphs[found.number]

    def _by(self, field: str) -> dict[str, list[Record]]:
        """Return the records that name a thing in `field`: looked up once, when the first page asks, and for that field alone."""
        if field not in self._pointers:
            found: dict[str, list[Record]] = {}
            for record in (record for table in _tables_with()[field] for record in getattr(self.file, table)):
                value = getattr(record, field) or ()
                for target in value if isinstance(value, tuple) else (value,):
                    found.setdefault(target if isinstance(target, str) else f"p{target}", []).append(record)
            self._pointers[field] = found
        return self._pointers[field]

    @cached_property
    def _order(self) -> dict[str, int]:
        return {identity: number for number, identity in enumerate(self.records)}

    @cached_property
    def _numbered(self) -> dict[str, str]:
        """Ids without the zeros that nobody writes."""
        return {_without_zeros(identity): identity for identity in reversed(self.records)}

    @cached_property
    def _named(self) -> dict[str, Actor]:
        named = ((name, actor) for actor in self.file.actors for name in (*actor.aliases, actor.chinese, actor.name) if name)
        return {fold_text(name).strip(): actor for name, actor in named}


def _without_zeros(identity: str) -> str:
    return _ZEROS.sub("", identity)


@cache
def _tables_with() -> dict[str, list[str]]:
    """Every field that points at records, with the tables that have it."""
    found: dict[str, list[str]] = {}
    for table, kind in TABLES.items():
        for reference in reference_fields(kind):
            if reference.table != "strategy_kinds":
                found.setdefault(reference.field, []).append(table)
    return found
