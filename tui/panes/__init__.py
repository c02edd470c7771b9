"""One file for each tab, and the base they share."""

from tui.panes.article import Article
from tui.panes.claims import Claims
from tui.panes.companies import Companies
from tui.panes.map import Map
from tui.panes.notes import NotesPane
from tui.panes.overview import Overview
from tui.panes.pane import Pane
from tui.panes.recommendations import Recommendations
from tui.panes.strategies import Strategies
from tui.panes.timeline import Timeline

PANES: tuple[type[Pane], ...] = (Overview, Companies, Strategies, Recommendations, Claims, Timeline, Map, Article, NotesPane)

__all__ = ["PANES", "Pane"]
