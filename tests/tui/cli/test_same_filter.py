"""The same filter words mean the same on the screen and on the command line: the same records, or the same refusal."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.annotations.marks import Marks
from store.annotations.reading_progress import ReadingProgress
from store.errors import FilterSyntaxError
from store.library.library import Library
from store.search.filter_query import FILTER_FIELDS
from tests.support.reader import reading
from tests.tui.cli.conftest import Briefing
from tui.panes.base import Pane
from tui.panes.registry import PANES

# Each pane that lists all records of one table, and nothing else.
TABLES = {"Claims": "claims", "Companies": "actors", "Recommendations": "recommendations", "Map": "relations", "Article": "paragraphs"}
TABLES["Notes"] = "notes"
MARKED = ("c001", "bob", "p1", "r01")
VALUES = (
    *("prediction", "opinion", "person", "explicit", "leads", "example", "ann", "Annie", '"Ann Lee"', "bob", "c00", "c003", "1", "99"),
    *("doubtful", "note", "none", "yes", "no", "toll", "C3", "C", "4", ">=C4", "<=B2", ">=", "predicton", "zebra", "李安", '"will double"'),
)
FIELDS = (*FILTER_FIELDS, "marked", "unseen", "knd", "KIND")
TERMS = st.tuples(st.sampled_from(("", "", "-")), st.sampled_from(("", *(f"{field}:" for field in FIELDS))), st.sampled_from(VALUES))
WORDS = st.lists(TERMS.map("".join) | st.just("or"), max_size=5).map(" ".join) | st.text(max_size=8)


@pytest.fixture
def panes(library: Library) -> dict[str, Pane]:
    """Each pane of TABLES, of a briefing in which records were marked, noted and tagged, each differently."""
    notes = library.notes("bridges")
    memory = ReadingProgress(library.places.state, "bridges", notes)
    marks = Marks(notes)
    notes.add("c001", "Really?", ["tolls"])
    notes.add("ann", "An engineer? See the tolls.")
    for identity in MARKED:
        marks.set(identity, True)
    memory.save()
    return {pane.title: pane.load()(library.open("bridges"), notes, memory) for pane in PANES if pane.title in TABLES}


def on_the_screen(pane: Pane, words: str) -> set[str] | str:
    """The ids that the filter leaves in the list of this pane, or why it is refused."""
    try:
        left, _ = pane.count(words)
    except FilterSyntaxError as error:
        return str(error)
    pane.filtering.words = words
    found = [item.id for item in pane.filtering.apply(pane.items())]
    assert len(found) == left
    return {*found}


def on_the_command_line(briefing: Briefing, table: str, words: str) -> set[str] | str:
    said = briefing("table", table, f"--where={words}", "--json")
    if table == "notes":
        assert briefing("note", "list", f"--where={words}", "--json") == said
    if said.code:
        assert (said.code, said.out) == (2, "")
        return said.err.strip()
    return {record["id"] if "id" in record else f"p{record['number']}" for record in said.json}


@pytest.mark.parametrize("title", TABLES)
@given(words=WORDS)
@example(words="marked:yes")
@example(words="-marked:yes or mine:note")
@example(words="unseen:yes -mine:note")
@example(words="uncontested:yes")
@example(words="tag:tolls")
@example(words="flag:doubtful")
def test_the_same_words_leave_the_same_records(panes: dict[str, Pane], briefing: Briefing, title: str, words: str) -> None:
    on_screen, outside = on_the_screen(panes[title], words), on_the_command_line(briefing, TABLES[title], words)
    if isinstance(on_screen, str) and isinstance(outside, str):
        assert on_screen in outside
    else:
        assert on_screen == outside


async def test_a_tag_leaves_the_same_notes_on_the_screen_and_outside(library: Library, briefing: Briefing) -> None:
    notes = library.notes("bridges")
    for body, tags in (("One.", ["law", "Money"]), ("Two.", ["law"]), ("Three.", ["lawn"])):
        notes.add("c001", body, tags)
    async with reading(library) as reader:
        await reader.press("9", "f")
        await reader.paste("tag:law")
        await reader.press("enter")
        shown = {*reader.ids}
    assert {note["id"] for note in briefing("note", "list", "--tag", "law", "--json").json} == shown
    assert briefing("note", "list", "-t", "law", "-t", "#money", "--where", "one").out.split()[:3] == [notes.all()[0].id, "c001", "One."]
    said = briefing("note", "list", "--tag", "lwa")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean law?" in said.err


@pytest.mark.parametrize("words", ["kind:question", "status:done", "kind:todo or mine:question", "mine:open"])
def test_what_notes_could_be_leaves_none_where_none_is(library: Library, briefing: Briefing, words: str) -> None:
    assert briefing("note", "list", "--where", words) == (0, "", "")
    library.notes("bridges").add("c001", "A comment.", ["law"])
    assert briefing("note", "list", "--where", words) == (0, "", "")


@pytest.mark.parametrize("words", ["marked:yes", "-marked:yes", "marked:no or mine:note"])
async def test_what_was_marked_a_moment_ago_is_known_outside(library: Library, briefing: Briefing, words: str) -> None:
    library.notes("bridges").add("c002", "Mine.")
    async with reading(library, at="c002") as reader:
        await reader.press("m", "down", "m", "f")
        await reader.paste(words)
        await reader.press("enter")
        shown = {*reader.ids}
        await reader.press("ctrl+q")
    assert shown == on_the_command_line(briefing, "claims", words)
    assert 0 < len(shown) < 3


async def test_the_tree_is_filtered_by_the_same_words(library: Library, briefing: Briefing) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("w", "f")
        await reader.paste("will")
        await reader.press("enter")
        shown = {*reader.ids}
    assert shown == on_the_command_line(briefing, "claims", "will") == {"c002", "c003"}
