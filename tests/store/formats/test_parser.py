"""A file becomes a briefing, or every problem in it is told at once, each with its place."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from store.errors import BriefingInvalidError, InvalidInputError
from store.formats.parser import parse, parse_file
from store.model.attachments import Figure
from tests.support.sample import actor, as_toml, briefing, claim, note, raw, tree, whole


def problems(found: dict[str, Any]) -> list[str]:
    """Return the sentences by which this tree is refused."""
    with pytest.raises(BriefingInvalidError) as refusal:
        parse(found, "a.toml")
    return list(map(str, refusal.value.problems))


def test_a_valid_tree_becomes_the_briefing() -> None:
    assert parse(tree(), "a.toml").briefing == briefing()


def test_every_kind_of_record_is_understood() -> None:
    assert parse(raw(whole()), "a.toml").briefing == whole()


def test_an_export_of_ours_brings_its_notes() -> None:
    found = parse({"briefing": tree(), "notes": [raw(note())]}, "a.json")
    assert found.notes == (note(),)


def test_text_is_cleaned_on_entry() -> None:
    found = parse(tree(claims=[raw(claim(), text="ring\x07")]), "a.toml").briefing
    assert found.claims[0].text == "ring␇"


def test_a_date_of_toml_is_a_date_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(as_toml(tree()).replace('"2026-01-02"', "2026-01-02"), "utf-8")
    assert parse_file(tmp_path / "a.toml").briefing.reviewed == "2026-01-02"


def test_every_problem_is_told_at_once() -> None:
    wrong = tree(
        claims=[raw(claim(), speaker="anne", kind="opinon"), raw(claim(id="c002"), colour="red", credibility=7)],
        reviewed="2026-02-30",
        paragraphs=[],
    )
    assert [problem.partition(":")[0] for problem in problems(wrong)] == [
        "reviewed",
        "paragraphs",
        "actors.ann.paragraphs",
        "claims.c001.kind",
        "claims.c001.speaker",
        "claims.c001.paragraphs",
        "claims.c002.colour",
        "claims.c002.credibility",
        "claims.c002.paragraphs",
    ]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"speaker": "anne"}, "claims.c001.speaker: names anne, which is not among the actors. Did you mean ann?"),
        ({"about": ["anne"]}, "claims.c001.about: names anne, which is not among the actors. Did you mean ann?"),
        ({"kind": "opinon"}, "claims.c001.kind: there is no such word as 'opinon'. Did you mean opinion?"),
        ({"txt": "x"}, "claims.c001.txt: is not a field of this table. Did you mean text?"),
        ({"credibility": 7}, "claims.c001.credibility: should be a whole number <= 6."),
        ({"credibility": "3"}, "claims.c001.credibility: should be a whole number, got text."),
        ({"about": []}, "claims.c001.about: is empty, and must not be."),
        ({"text": " \n "}, "claims.c001.text: is empty, and must not be."),
        ({"supports": "c001"}, 'claims.c001.supports: should be a list, got text. Write ["c001"].'),
        ({"about": "ann"}, 'claims.c001.about: should be a list, got text. Write ["ann"].'),
        ({"ki\u200bnd": "fact"}, "claims.c001.kind: is given twice, once with characters that are not seen. Keep one of the two."),
        ({"text": ""}, "claims.c001.text: is empty, and must not be."),
        ({"figures": [{"value": 1, "unit": "%"}]}, "claims.c001.figures.#1.of: is missing. Every such table has it."),
        ({"figures": 5}, "claims.c001.figures: should be a list, got a whole number."),
        ({"id": "C 1"}, "claims.C 1.id: has not the right form. Lower-case letters, digits and hyphens, at most 64."),
        ({"assessment": 5}, "claims.c001.assessment: should be a table, got a whole number."),
    ],
)
def test_a_problem_has_its_place_and_the_nearest_remedy(changes: dict[str, Any], problem: str) -> None:
    assert problem in problems(tree(claims=[raw(claim(), **changes)]))


def test_a_misspelt_word_in_a_list_is_recognised() -> None:
    doubted = {"caveat": "x", "sure": "likely", "source": "y", "flags": ["eror"]}
    found = problems(tree(claims=[raw(claim(), assessment=doubted)]))
    assert found == ["claims.c001.assessment.flags: there is no such word as 'eror'. Did you mean error?"]


def test_a_missing_field_is_told() -> None:
    without = tree()
    del without["title"]
    assert problems(without) == ["title: is missing. Every such table has it."]


def test_an_empty_list_where_one_is_needed_is_told() -> None:
    assert "paragraphs: is empty, and must not be." in problems(tree(paragraphs=[]))


def test_a_record_without_an_id_is_named_by_its_number() -> None:
    assert problems(tree(claims=[raw(claim(), id=" ")]))[0].startswith("claims.#1.id: has not the right form.")


def test_a_problem_in_a_note_has_its_place() -> None:
    found = problems({"briefing": tree(), "notes": [raw(note(), body="")]})
    assert found == ["notes.n-aaaaaa.body: is empty, and must not be."]


def test_half_a_character_is_refused_with_its_place() -> None:
    found = problems(tree(claims=[raw(claim(), text="\ud800")]))
    assert found == ["claims.c001.text: has half of a character (a lone surrogate). Write the whole character, in UTF-8."]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_that_cannot_be_written_down_is_refused(value: float) -> None:
    wrong = raw(claim(), figures=[raw(Figure(value=value, unit="%", of="all"))])
    assert problems(tree(claims=[wrong]))[0].startswith("claims.c001.figures.#1.value: ")


def test_a_number_too_long_to_be_printed_is_refused() -> None:
    assert problems(tree(version=1 << 100_000)) == ["version: is too large a number. It has at most 63 bits."]


@pytest.mark.parametrize("newer", [tree(format=2), {"briefing": tree(format=2)}, {"format": 2}])
def test_a_newer_format_is_refused_before_anything_else(newer: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError, match=r"a.toml is in format 2, and this program knows format 1"):
        parse(newer, "a.toml")


@pytest.mark.slow
def test_twenty_megabytes_of_records_open(tmp_path: Path) -> None:
    text = "x" * 1000
    claims = [raw(claim(), id=f"c{number}", text=text) for number in range(18_000)]
    file = tmp_path / "large.json"
    file.write_text(json.dumps(tree(claims=claims)), "utf-8")
    assert file.stat().st_size > 20_000_000
    assert len(parse_file(file).briefing.claims) == 18_000


def test_a_file_that_is_wrong_throughout_is_told_throughout() -> None:
    claims = [raw(claim(), id=f"c{number}", speaker=f"nobody{number}") for number in range(3000)]
    actors = [raw(actor(), id=f"a{number}") for number in range(3000)]
    assert len(problems(tree(claims=claims, actors=[raw(actor()), *actors]))) == 3000
