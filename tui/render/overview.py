"""The first page: thesis, how the piece argues, counts drawn as bars, and how far the reader has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from store import Briefing, Claim, Note, Notes, weakest, weakness
from store import date_in_words as when
from tui.render.parts import BLANK, Block, Part, head, say
from tui.render.signs import ARTICLE, KIND_SIGNS, MINE, REVIEWER

_BAR, _WIDEST = "█", 24
_EVIDENCE = ("none", "anecdote", "example", "figure", "authority")


def overview(briefing: Briefing, notes: Notes) -> tuple[Block, ...]:
    """What this is and how solid it is."""
    return (*_title(briefing), *_thesis(briefing), *_bars(briefing), *_weakest(briefing), *_progress(notes), *_reviewer(briefing))


def weakest_links(briefing: Briefing, most: int = 5) -> tuple[Claim, ...]:
    """The claims that are the weakest link of some recommendation, the weakest first."""
    links = {link.id: link for recommendation in briefing.file.recommendations for link in [weakest(briefing, recommendation)]}
    return tuple(sorted(links.values(), key=lambda claim: weakness(briefing, claim), reverse=True)[:most])


def mine_blocks(notes: tuple[Note, ...], target: str) -> tuple[Block, ...]:
    """The reader's notes on one thing; each can be chosen like a link."""
    if not notes:
        return (Block((Part(f"{MINE} Yours  ", "mine"), Part(f"nothing on {target} yet; a writes a note", "quiet"))),)
    blocks = [Block((Part(f"{MINE} Yours · {len(notes)}", "mine"), Part(f"  on {target}", "quiet")))]
    for note in notes:
        blocks += [_note_line(note), say(Part(note.body), hang=2)]
    return tuple(blocks)


def _note_line(note: Note) -> Block:
    tags = "".join(f"  #{tag}" for tag in note.tags)
    return Block((Part(note.id, "link", note.id), Part(f"  {note.modified[:16].replace('T', ' ')}{tags}", "quiet")))


def _title(briefing: Briefing) -> Iterator[Block]:
    source = briefing.file.source
    yield Block((Part(briefing.title, "title"),))
    author, publisher = (
        Part(briefing.name(source.author), "link", source.author),
        Part(briefing.name(source.publisher), "link", source.publisher),
    )
    yield Block((author, Part(", "), publisher, Part(f", {when(source.date)} · {source.words:,} words", "quiet")))
    yield say(Part(source.date_basis, "quiet"))


def _thesis(briefing: Briefing) -> Iterator[Block]:
    yield from (BLANK, head(f"{ARTICLE} What it says"))
    yield from (say(sentence, hang=2) for sentence in briefing.file.source.thesis)
    yield from (BLANK, head(f"{ARTICLE} How it argues"), say(briefing.file.source.method, hang=2))


def _bars(briefing: Briefing) -> Iterator[Block]:
    claims = briefing.file.claims
    yield from (BLANK, head(f"{len(claims)} claims by kind"))
    yield from _bar(Counter(claim.kind for claim in claims), KIND_SIGNS, KIND_SIGNS)
    yield from (BLANK, head(f"{REVIEWER} by grade"))
    grades = Counter(briefing.grade(claim) for claim in claims)
    yield from _bar(grades, sorted(grades))
    yield from (BLANK, head("by evidence"))
    yield from _bar(Counter(claim.evidence for claim in claims), _EVIDENCE)


def _bar(counts: Counter[str], order: Iterable[str], signs: dict[str, str] | None = None) -> Iterator[Block]:
    most = max(counts.values(), default=1)
    for name in order:
        if counts[name]:
            length = max(1, round(counts[name] * _WIDEST / most))
            label = f"  {signs[name]} {name}" if signs else f"  {name}"
            yield say(Part(_BAR * length, "bar"), Part(f" {counts[name]}", "quiet"), label=label, hang=15)


def _weakest(briefing: Briefing) -> Iterator[Block]:
    links = weakest_links(briefing, 3)
    if not links:
        return
    yield from (BLANK, head(f"{REVIEWER} Where the advice is weakest"))
    for claim in links:
        grade = Part(briefing.grade(claim), "grade")
        yield say(grade, f" {claim.text}", label=Part(claim.id, "link", claim.id), hang=max(6, len(claim.id) + 1))


def _progress(notes: Notes) -> Iterator[Block]:
    mine = notes.all()
    targets = len({note.target for note in mine})
    yield from (BLANK, head(f"{MINE} My progress", "mine"))
    yield say(f"{len(mine)} notes on {targets} records" if mine else "no notes yet: a writes one on whatever is under the cursor", hang=2)


def _reviewer(briefing: Briefing) -> Iterator[Block]:
    yield from (BLANK, Block((Part(f"{REVIEWER} Reviewer", "reviewer"), Part(f"  {when(briefing.file.reviewed)}", "quiet"))))
    yield say(Part(briefing.file.reviewer, "reviewer"), hang=2)
