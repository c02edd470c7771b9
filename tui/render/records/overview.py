"""The first page: thesis, how the piece argues, counts drawn as bars, and how far the reader has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from store.annotations.notes import Notes
from store.argument.analysis import CriticalClaim
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import Verdict
from store.model.partial_date import describe_date as when
from store.text.plural import pluralize
from tui.render.context import RenderContext
from tui.render.records.notes import note_blocks
from tui.render.records.predictions import describe_scores
from tui.render.records.symbols import ARTICLE, KIND_SIGNS, READER, REVIEWER, STANDING_SIGNS
from tui.render.text.blocks import BLANK, Block, Span, heading_block, record_span, text_block
from tui.render.text.links import FilterLink

# A column of bars, side by side with another on the narrowest card: name, bar, number.
_BAR, _WIDEST, _NAME, _COLUMN = "█", 8, 13, 28
_EIGHTHS = " ▏▎▍▌▋▊▉"
MOST_PINS = 3
_EVIDENCE = ("none", "anecdote", "example", "figure", "authority")


def overview_blocks(context: RenderContext, critical: tuple[CriticalClaim, ...] | None = None) -> tuple[Block, ...]:
    """Return the overview, the most important first; `critical` claims are computed if None."""
    briefing = context.briefing
    return (
        *_title(briefing),
        *_thesis(briefing),
        *_bars(briefing),
        *_weakest(context),
        *_pins(context.argument.critical_claims if critical is None else critical),
        *_progress(context.notes),
        *_judged(context),
        *_method(briefing),
        *_source(briefing),
        *_reviewer(briefing),
    )


def reader_blocks(
    notes: tuple[Note, ...], target: str, verdicts: tuple[Verdict, ...] = (), briefing: Briefing | None = None, key: str = ""
) -> tuple[Block, ...]:
    """Return the reader's verdict and notes on one thing; each note can be chosen like a link. `key` writes one."""
    judged = tuple(_verdict_lines(verdicts))
    if not notes:
        hint = Span("no notes yet" if judged else f"none yet on {target}: {key} writes one", "quiet")
        return (Block((Span(f"{READER} Yours  ", "mine"), hint)), *judged)
    blocks = [Block((Span(f"{READER} Yours · {len(notes)}", "mine"), Span(f"  on {target}", "quiet"))), *judged]
    for note in notes:
        blocks += note_blocks(note, target, briefing)
    return tuple(blocks)


def _verdict_lines(verdicts: tuple[Verdict, ...]) -> Iterator[Block]:
    """Return the verdict current, and below it what was thought before, the last first."""
    for number, verdict in enumerate(reversed(verdicts)):
        sure = f", {verdict.confidence} % sure" if verdict.confidence is not None else ""
        why = f", because {verdict.because}" if verdict.because else ""
        when_given = f"  {verdict.at[:10]}"
        if number == 0:
            yield text_block(
                Span(verdict.agreement, "mine"), f"{sure}{why}", Span(when_given, "quiet"), label=Span("verdict", "label"), hang=9
            )
        else:
            yield text_block(Span(f"{verdict.agreement}{sure}{why}{when_given}", "quiet"), label=Span("before", "label"), hang=9)


def _title(briefing: Briefing) -> Iterator[Block]:
    source = briefing.file.source
    yield Block((Span(briefing.title, "title"),))
    author, publisher = (
        record_span(briefing.name(source.author), source.author),
        record_span(briefing.name(source.publisher), source.publisher),
    )
    yield Block((author, Span(", "), publisher, Span(f", {when(source.date)} · {source.words:,} words", "quiet")))


def _thesis(briefing: Briefing) -> Iterator[Block]:
    yield from (BLANK, heading_block(f"{ARTICLE} What it says"))
    yield from (text_block(sentence, hang=2) for sentence in briefing.file.source.thesis)


def _method(briefing: Briefing) -> Iterator[Block]:
    yield from (BLANK, heading_block(f"{ARTICLE} How it argues"), text_block(briefing.file.source.method, hang=2))


def _source(briefing: Briefing) -> Iterator[Block]:
    source = briefing.file.source
    original = f", from the {source.original_language}" if source.original_language else ""
    translator = [Span(", translated by "), record_span(briefing.name(source.translator), source.translator)] if source.translator else []
    yield from (BLANK, heading_block(f"{ARTICLE} The source"))
    yield text_block(Span(source.title, "strong"), f", in {source.language}{original}", *translator, hang=2)


def _bars(briefing: Briefing) -> Iterator[Block]:
    claims = briefing.file.claims
    counted = f"{pluralize(len(claims), 'claim')} by kind"
    kinds = _bar("kind", Counter(claim.kind for claim in claims), KIND_SIGNS, KIND_SIGNS)
    evidence = _bar("evidence", Counter(claim.evidence for claim in claims), _EVIDENCE)
    yield from (BLANK, heading_block(f"{counted:<{_COLUMN}}by evidence"))
    yield from _side_by_side(kinds, evidence)
    grades = Counter(briefing.grade(claim) for claim in claims)
    yield from (BLANK, heading_block(f"{REVIEWER} by grade"))
    bars = _bar("grade", grades, sorted(grades))
    half = (len(bars) + 1) // 2
    yield from _side_by_side(bars[:half], bars[half:])


Bar = tuple[Span, ...]


def _bar(field: str, counts: Counter[str], order: Iterable[str], signs: dict[str, str] | None = None) -> list[Bar]:
    most = max(counts.values(), default=1)
    return [_one_bar(f"{signs[name]} {name}" if signs else name, f"{field}:{name}", counts[name], most) for name in order if counts[name]]


def _one_bar(name: str, words: str, count: int, most: int) -> Bar:
    """Return a bar whose name leads to the claims that it counts."""
    eighths = max(1, round(count * _WIDEST * 8 / most))
    bar, number = (_BAR * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip(), f" {count}"
    used = _NAME + len(bar) + len(number)
    label = (Span(name, "link", FilterLink(words)), Span(" " * max(1, _NAME - len(name))))
    return (*label, Span(bar, "bar"), Span(number, "quiet"), Span(" " * max(1, _COLUMN - used - 2)))


def _side_by_side(left: list[Bar], right: list[Bar]) -> Iterator[Block]:
    for one, other in zip_longest(left, right, fillvalue=(Span(" " * (_COLUMN - 2)),)):
        yield Block((Span("  "), *one, *other[:4]))


def _weakest(context: RenderContext) -> Iterator[Block]:
    links = context.argument.weakest_claims[:3]
    if not links:
        return
    yield from (BLANK, heading_block(f"{REVIEWER} Where the advice is weakest"))
    for claim in links:
        grade = Span(context.briefing.grade(claim), "grade")
        yield text_block(grade, f" {claim.text}", label=record_span(claim.id, claim.id), hang=max(6, len(claim.id) + 1))


def _pins(held: tuple[CriticalClaim, ...]) -> Iterator[Block]:
    """Yield the critical claims."""
    found = held[:MOST_PINS]
    if not found:
        return
    more = len(held) - len(found)
    yield from (BLANK, heading_block(f"Linchpins: claims that alone hold something up{f' · {more} more' if more else ''}"))
    for pin in found:
        claims = pin.dependent_count - len(pin.recommendations)
        words = [*(advice.id for advice in pin.recommendations[:5]), *([pluralize(claims, "claim")] if claims else [])]
        holds = Span(f"  holds up {', '.join(words)}", "flag")
        yield text_block(f"{pin.claim.text}", holds, label=record_span(pin.claim.id, pin.claim.id), hang=max(6, len(pin.claim.id) + 1))


def _judged(context: RenderContext) -> Iterator[Block]:
    """Yield the recommendations that the reader's verdicts weaken, and the scores of predictions."""
    lost = [(advice, context.impact.status(advice.id)) for advice in context.briefing.file.recommendations]
    told = [(advice, standing) for advice, standing in lost if standing != "stands"]
    if rejected := sorted(context.impact.rejected):
        named = ", ".join(rejected[:5]) + (" …" if len(rejected) > 5 else "")
        yield text_block(f"without {named}, {len(told)} of {len(lost)} recommendations lose support", hang=2)
    for advice, standing in told:
        sign = Span(f"{STANDING_SIGNS[standing]} {standing}  ", "warning" if standing == "falls" else "flag")
        yield text_block(sign, advice.text, label=record_span(advice.id, advice.id), hang=max(6, len(advice.id) + 1))
    calibration = context.opinions.calibration()
    if calibration.article.total:
        yield text_block(describe_scores(calibration), hang=2)


def _progress(notes: Notes) -> Iterator[Block]:
    mine = notes.all()
    targets = len({note.target for note in mine})
    yield from (BLANK, heading_block(f"{READER} My progress", "mine"))
    counted = f"{pluralize(len(mine), 'note')} on {pluralize(targets, 'record')}"
    yield text_block(counted if mine else "no notes yet", hang=2)


def _reviewer(briefing: Briefing) -> Iterator[Block]:
    yield from (BLANK, Block((Span(f"{REVIEWER} Reviewer", "reviewer"), Span(f"  {when(briefing.file.reviewed)}", "quiet"))))
    yield text_block(Span(briefing.file.reviewer, "reviewer"), hang=2)
    yield text_block(Span(f"On the date: {briefing.file.source.date_basis}", "reviewer"), hang=2)
