"""The shop window of the store: the names the screen and the command line may use, each fetched when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.annotation_import import annotations_in
    from store.argument import Argument, Twig
    from store.backup import Backup, Backups, copies_before_restore
    from store.briefing import Briefing, Link
    from store.change import Change
    from store.clean import UNSAFE, cut_towers, harmless, is_text, name_invisible, normalize_line, normalize_pasted, one_line
    from store.config import Config, did_you_mean, read_config
    from store.draft_folder import DraftWriter
    from store.drafts import Draft, Drafts, Pen
    from store.editor_file import (
        LARGEST_NOTE,
        EditorFile,
        Signature,
        claimed_text,
        editor_files,
        recover,
        sweep_editor_files,
        unreadable_editor_files,
    )
    from store.errors import (
        BadFilter,
        BadWord,
        Busy,
        Damaged,
        NoHomeError,
        NotFound,
        NotSaved,
        Problem,
        Problems,
        ReadOnly,
        Refused,
        StoreError,
        Taken,
    )
    from store.export import FORMATS, Export, Format, exporter, remark
    from store.export.csv import disarmed
    from store.export.delivery import Exported, another_name, deliver, meant_path
    from store.export.markdown_text import markdown_text
    from store.export.mine import Mine, everything_of
    from store.export.options import LINKING, MINUTES, PAGES, USUAL_MINUTES, Options
    from store.facets import facets_of
    from store.filter import FILTER_FIELDS, compile_filter, complete_filter, vocabulary
    from store.find import Hit, Index
    from store.fold import fold_text, match_spans
    from store.graph import Edge, Graph, Neighbour, Surroundings
    from store.instant import instant_of, parse_instant
    from store.journal import Journal, conflict_report
    from store.json_escape import NOT_ASCII, escape_json
    from store.judgement import Foresight, Judgement, Outcome, judgement_of
    from store.kinds import (
        KINDS,
        LINK_WORDS,
        STATUSES,
        in_status,
        kind_named,
        kind_of,
        link_named,
        of_kind,
        own_body,
        own_words,
        status_named,
        status_of,
        what_it_is,
    )
    from store.library import Library, Listed
    from store.links import link_records
    from store.memory import Memory, Order, memory_problems
    from store.model import (
        TABLES,
        Actor,
        Assessment,
        BriefingFile,
        Bundle,
        Claim,
        Event,
        Forecast,
        Judged,
        Note,
        Paragraph,
        Question,
        Recommendation,
        Record,
        Relation,
        Strategy,
        StrategyKind,
        Thing,
        voice_of,
    )
    from store.note import Quote
    from store.note_undo import reverse_changes
    from store.notes import Notes
    from store.opinion_drafts import MARKED_RECORDS, OpinionDraft, OpinionDrafts
    from store.opinion_undo import Withdrawal, reinstate, withdraw
    from store.parse import parse_file
    from store.places import Places, find_places
    from store.quoting import quote_in, times_in
    from store.reading import decode, read_text
    from store.recognition import article_of, briefing_like
    from store.scores import ASSERTED, Score, miss
    from store.sentences import split_sentences
    from store.skeleton import begin_briefing
    from store.source import recognised
    from store.state import State, keep_copy, write_log
    from store.tags import new_name, renamed, spellings_of, tags_in, tags_in_use, tidy_tags
    from store.trash import empty_trash
    from store.urls import URL, trim_url
    from store.verdict import Estimate, Opinion, OwnGrade, Resolution, Verdict
    from store.verdicts import (
        AGREEMENT_SIGNS,
        AGREEMENTS,
        OUTCOMES,
        Verdicts,
        agreement_named,
        grade_named,
        percent_named,
        unreadable_opinions,
    )
    from store.weigh import (
        Fallen,
        Linchpin,
        Step,
        falls,
        grade_in_words,
        ground_in_words,
        hangs_on,
        linchpins,
        pins,
        rests_in_words,
        trace,
        weakest,
        weakness,
        weakness_in_words,
        worst,
    )
    from store.when import date_in_words, date_order, span

# A headless command that shows one record has no use for search, filters, parsing and exports, and starts sooner without.
_SHELVES = {
    "annotation_import": "annotations_in",
    "argument": "Argument Twig",
    "backup": "Backup Backups copies_before_restore",
    "briefing": "Briefing Link",
    "change": "Change",
    "clean": "UNSAFE cut_towers harmless is_text name_invisible normalize_line normalize_pasted one_line",
    "config": "Config did_you_mean read_config",
    "draft_folder": "DraftWriter",
    "drafts": "Draft Drafts Pen",
    "editor_file": "EditorFile LARGEST_NOTE Signature claimed_text editor_files recover sweep_editor_files unreadable_editor_files",
    "errors": "BadFilter BadWord Busy Damaged NoHomeError NotFound NotSaved Problem Problems ReadOnly Refused StoreError Taken",
    "export": "Export FORMATS Format exporter remark",
    "export.csv": "disarmed",
    "export.delivery": "Exported another_name deliver meant_path",
    "export.markdown_text": "markdown_text",
    "export.mine": "Mine everything_of",
    "export.options": "LINKING MINUTES Options PAGES USUAL_MINUTES",
    "facets": "facets_of",
    "filter": "FILTER_FIELDS compile_filter complete_filter vocabulary",
    "find": "Hit Index",
    "fold": "fold_text match_spans",
    "graph": "Edge Graph Neighbour Surroundings",
    "instant": "instant_of parse_instant",
    "journal": "Journal conflict_report",
    "json_escape": "NOT_ASCII escape_json",
    "judgement": "Foresight Judgement Outcome judgement_of",
    "kinds": "KINDS LINK_WORDS STATUSES in_status kind_named kind_of link_named of_kind own_body own_words"
    " status_named status_of what_it_is",
    "library": "Library Listed",
    "links": "link_records",
    "memory": "Memory Order memory_problems",
    "model": "Actor Assessment BriefingFile Bundle Claim Event Forecast Judged Note Paragraph Question"
    " Recommendation Record Relation Strategy StrategyKind TABLES Thing voice_of",
    "note": "Quote",
    "note_undo": "reverse_changes",
    "notes": "Notes",
    "opinion_drafts": "MARKED_RECORDS OpinionDraft OpinionDrafts",
    "opinion_undo": "Withdrawal reinstate withdraw",
    "parse": "parse_file",
    "places": "Places find_places",
    "quoting": "quote_in times_in",
    "reading": "decode read_text",
    "recognition": "article_of briefing_like",
    "scores": "ASSERTED Score miss",
    "sentences": "split_sentences",
    "skeleton": "begin_briefing",
    "source": "recognised",
    "state": "State keep_copy write_log",
    "tags": "new_name renamed spellings_of tags_in tags_in_use tidy_tags",
    "trash": "empty_trash",
    "urls": "URL trim_url",
    "verdict": "Estimate Opinion OwnGrade Resolution Verdict",
    "verdicts": "AGREEMENTS AGREEMENT_SIGNS OUTCOMES Verdicts agreement_named grade_named percent_named unreadable_opinions",
    "weigh": "Fallen Linchpin Step falls grade_in_words ground_in_words hangs_on linchpins pins rests_in_words"
    " trace weakest weakness weakness_in_words worst",
    "when": "date_in_words date_order span",
}
_SHELF_OF = {name: shelf for shelf, names in _SHELVES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _SHELF_OF:
        raise AttributeError(f"module 'store' has no name {name!r}")
    found: object = getattr(import_module(f"store.{_SHELF_OF[name]}"), name)
    globals()[name] = found
    return found
