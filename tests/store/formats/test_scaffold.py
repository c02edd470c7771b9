"""A briefing is begun from an article: what comes out is sound, and recognises the article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from store.errors import InvalidInputError
from store.formats.parser import parse_file
from store.formats.scaffold import briefing_id, scaffold_briefing
from store.model.source_text import digest, recognize_paragraphs, split_paragraphs
from store.model.vocabulary import ID_PATTERN
from store.text.sanitize import sanitize

ARTICLE = "On bridges\n\nEvery bridge is a promise.\n  \n“Tolls”, she said, pay # [for] \\ it.\n"
TODAY = "2026-01-02"


def written(folder: Path, text: str, name: str = "bridges") -> Path:
    path = folder / "begun.toml"
    path.write_text(scaffold_briefing(text, name, TODAY), "utf-8")
    return path


def test_what_is_begun_is_sound_and_recognises_its_article(tmp_path: Path) -> None:
    book = parse_file(written(tmp_path, ARTICLE)).briefing
    assert (book.id, book.title, book.source.words) == ("bridges", "On bridges", 13)
    assert [paragraph.number for paragraph in book.paragraphs] == [1, 2]
    assert recognize_paragraphs(ARTICLE, book.paragraphs) == {1, 2}


@given(some.lists(some.text(some.characters(exclude_categories=["Cs"]), min_size=1), min_size=2, max_size=4), some.text())
def test_whatever_the_article_says_it_is_sound(tmp_path_factory: pytest.TempPathFactory, lines: list[str], name: str) -> None:
    folder = tmp_path_factory.mktemp("begun")
    text = "\n".join(lines)
    _, *paragraphs = split_paragraphs(sanitize(text)) or ("",)
    if not paragraphs:
        with pytest.raises(InvalidInputError):
            written(folder, text, name)
        return
    briefing = parse_file(written(folder, text, name)).briefing
    assert [paragraph.digest for paragraph in briefing.paragraphs] == [digest(paragraph) for paragraph in paragraphs]


@pytest.mark.parametrize("text", ["", "\n\n", "A title alone\n"])
def test_without_a_paragraph_there_is_nothing_to_begin_with(text: str) -> None:
    with pytest.raises(InvalidInputError, match="There is no article in it"):
        scaffold_briefing(text, "bridges", TODAY)


@given(some.text())
def test_any_name_makes_an_id(name: str) -> None:
    assert re.match(ID_PATTERN, briefing_id(name))
