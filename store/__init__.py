"""The shop window of the store: the names the screen and the command line may use, each fetched when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.backup import Backup, Backups
    from store.briefing import Briefing, Link
    from store.clean import harmless, one_line
    from store.drafts import Draft, Drafts, Pen
    from store.errors import BadFilter, Busy, Damaged, NotFound, NotSaved, Problem, Problems, ReadOnly, Refused, StoreError
    from store.export import FORMATS, deliver, exporter
    from store.facets import facets_of
    from store.filter import compile_filter, vocabulary
    from store.find import Hit, Index
    from store.library import Library, Listed
    from store.model import (
        TABLES,
        Actor,
        Assessment,
        BriefingFile,
        Bundle,
        Claim,
        Event,
        Forecast,
        Note,
        Paragraph,
        Question,
        Recommendation,
        Record,
        Relation,
        Strategy,
        StrategyKind,
        Thing,
    )
    from store.notes import Change, Notes
    from store.parse import parse_file
    from store.places import Places, find_places
    from store.reading import read_text
    from store.state import State, write_log
    from store.weigh import Step, grade_in_words, trace, weakest, weakness, weakness_in_words, worst
    from store.when import date_in_words, date_order

# A headless command that shows one record has no use for search, filters, parsing and exports, and starts sooner without.
_SHELVES = {
    "backup": "Backup Backups",
    "briefing": "Briefing Link",
    "clean": "harmless one_line",
    "drafts": "Draft Drafts Pen",
    "errors": "BadFilter Busy Damaged NotFound NotSaved Problem Problems ReadOnly Refused StoreError",
    "export": "FORMATS deliver exporter",
    "facets": "facets_of",
    "filter": "compile_filter vocabulary",
    "find": "Hit Index",
    "library": "Library Listed",
    "model": "TABLES Actor Assessment BriefingFile Bundle Claim Event Forecast Note Paragraph Question Recommendation Record Relation"
    " Strategy StrategyKind Thing",
    "notes": "Change Notes",
    "parse": "parse_file",
    "places": "Places find_places",
    "reading": "read_text",
    "state": "State write_log",
    "weigh": "Step grade_in_words trace weakest weakness weakness_in_words worst",
    "when": "date_in_words date_order",
}
_SHELF_OF = {name: shelf for shelf, names in _SHELVES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _SHELF_OF:
        raise AttributeError(f"module 'store' has no name {name!r}")
    found: object = getattr(import_module(f"store.{_SHELF_OF[name]}"), name)
    globals()[name] = found
    return found
