"""The briefing that a file belongs to is recognised by its paragraphs."""

from __future__ import annotations

import json

from store.library.library import Library
from store.library.recognition import article_of, briefing_like
from store.model.source_text import digest
from tests.support import sample

DARK = "Every tunnel is dark."


def tunnels(library: Library) -> None:
    """Add a briefing on another article."""
    library.install(sample.briefing(id="tunnels", paragraphs=(sample.paragraph(digest=digest(DARK)),)))


def test_an_article_belongs_to_the_briefing_with_its_paragraphs(library: Library) -> None:
    tunnels(library)
    assert article_of(library, sample.ARTICLE) == "bridges"
    assert article_of(library, f"Tunnels\n\n{DARK}\n") == "tunnels"
    assert article_of(library, "Nothing of the kind.\n") == ""


def test_a_damaged_copy_of_a_briefing_has_its_digests(library: Library) -> None:
    tunnels(library)
    assert briefing_like(library, json.dumps(sample.tree())[:-20]) == "bridges"
    assert briefing_like(library, f"digest = {digest(DARK)}") == "tunnels"
    assert briefing_like(library, sample.ARTICLE) == ""


def test_a_briefing_that_cannot_be_read_is_passed_over(library: Library) -> None:
    tunnels(library)
    (library.places.library / "bridges" / "briefing.json").write_bytes(b"{")
    assert article_of(library, sample.ARTICLE) == ""
    assert article_of(library, DARK) == "tunnels"
