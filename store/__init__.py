"""The shop window of the store: the names the screen and the command line may use."""

from store.backup import Backup, Backups
from store.briefing import Briefing, Link
from store.clean import clean, one_line
from store.drafts import Draft, Drafts, Pen
from store.errors import Busy, Damaged, NotFound, NotSaved, Problem, Problems, ReadOnly, Refused, StoreError
from store.export import FORMATS, exporter
from store.facets import facets
from store.filter import BadFilter, compile_filter, vocabulary
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
from store.nearest import nearest
from store.notes import Change, Notes
from store.parse import parse_file
from store.places import Places, places
