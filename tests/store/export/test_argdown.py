"""The argument reads as Argdown: by a small check of our own, and by the real parser where it is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.export.argdown import argdown_text, export
from store.formats.parser import parse_file
from store.model.briefing import Briefing
from store.model.opinion import OpinionSet
from store.model.records import BriefingFile, Claim, Recommendation
from store.text.sanitize import sanitize_line
from tests.support.hostile import STRINGS, filled
from tests.support.sample import briefing, claim, judged, note, recommendation, verdict, whole

ROOT = Path(__file__).parents[3]
# Where .ci/run installs it; NODE_PACKAGES names another folder of packages.
PACKAGE = Path(os.environ.get("NODE_PACKAGES", ROOT / "build/node/node_modules")) / "@argdown/node/dist/index.js"
SYNTAX = [
    "[c001]", "[c001]: x", "[x](http://evil)", "<arg>", "<arg>: x", "@[c001]", "@<arg>", "# heading", "#tag", "#(a tag)", "**bold**", "*x*",
    "__b__", "_x_", "{a: 1}", "} x", "{", "// comment", "/* comment */", "<!-- x -->", "<!--", "/*", "=== a: 1 ===", "======", "---", "--",
    "+ x", "- x", "+> x", "-> x", "<+ x", "<- x", ">< x", "_> x", "(1) x", "1. x", "* x", ".o.", ":o:", ".~.", "U.S.A. 3.5%.",
    "@include(x.ad)", "include(x)", "\\", "\\\\", "x\\", "\\[", "a:b:c", "http://x.y/z//w", "----", "e.g.:x", "'", "|",
    "~~", "!", ",", ";", "()",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SYNTAX) | st.text(max_size=5), min_size=1, max_size=5).map(" ".join)
TIGHT = st.lists(st.sampled_from(SYNTAX) | st.characters(), min_size=1, max_size=6).map("".join)
WORDS = (TEXTS | TIGHT).map(sanitize_line).filter(bool)
STATEMENT = re.compile(r"\[([a-z0-9-]+)\]: (.*) (\{[^{}]*\})")
RELATION = re.compile(r"  ([+-]) \[([a-z0-9-]+)\]")
Read = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def read() -> Read:
    """Read documents with the real @argdown/node."""
    node = shutil.which("node")
    if not node or not PACKAGE.is_file():
        pytest.skip("node or @argdown/node is not installed: npm install --no-save --prefix build/node @argdown/node")
    command = [node, str(Path(__file__).parent / "argdown.mjs"), str(PACKAGE)]

    def run(*documents: str) -> list[dict[str, Any]]:
        done = subprocess.run(command, input=json.dumps(documents), capture_output=True, encoding="utf-8", check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return run


def page(file: BriefingFile) -> str:
    return export(Briefing(file), ())


def with_words(*texts: str) -> BriefingFile:
    """Return a claim for each of the texts, each supporting the first."""
    claims = [claim(id=f"c{number:03}", text=text, supports=("c001",) if number > 1 else ()) for number, text in enumerate(texts, 1)]
    return briefing(title=texts[0], claims=tuple(claims), recommendations=(recommendation(text=texts[-1]),))


def by_hand(text: str) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """Return the statements and relations of a page, by the two kinds of line that there are besides headings and blanks."""
    statements: dict[str, str] = {}
    relations = []
    for line in text.splitlines():
        if found := STATEMENT.fullmatch(line):
            here = found[1]
            statements[here] = re.sub(r"\\(.)", r"\1", found[2])
        elif found := RELATION.fullmatch(line):
            relations.append((found[2], {"+": "support", "-": "attack"}[found[1]], here))
        else:
            assert not line or re.match("##? ", line), line
    return statements, relations


def test_supporters_stand_under_what_they_support_and_opponents_under_what_they_oppose() -> None:
    statements, relations = by_hand(page(whole()))
    assert statements == {"c001": "Bridges pay.", "c002": "Tolls will double.", "c003": "Tolls will vanish.", "r01": "Build bridges."}
    expected = [("c002", "support", "c001"), ("c003", "attack", "c002"), ("c001", "support", "r01"), ("c003", "attack", "r01")]
    assert relations == expected


def test_a_reason_given_twice_is_one_reason() -> None:
    assert page(whole(recommendations=(recommendation(because=("c001", "c001")),))).count("+ [c001]") == 1


def test_nothing_of_the_readers_is_in_it() -> None:
    assert export(Briefing(whole()), (note(),)) == page(whole())


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_text_stays_in_its_statement(texts: list[str]) -> None:
    statements, relations = by_hand(page(with_words(*texts)))
    assert [statements[f"c{number:03}"] for number, _ in enumerate(texts, 1)] == texts
    assert len(relations) == len(texts)


@given(WORDS)
def test_no_sign_of_argdown_is_left_unescaped(text: str) -> None:
    assert_escaped(text)


@pytest.mark.parametrize("sign", SYNTAX)
def test_each_sign_of_argdown_is_escaped(sign: str) -> None:
    assert_escaped(f"x {sign}{sign}")


def assert_escaped(text: str) -> None:
    left = re.sub(r"\\.", "x", argdown_text(text))
    assert not re.search(r"[\[<{#*_\\]|[.:]\S|//|===|include\(", left)


@pytest.mark.parametrize("name", STRINGS)
def test_no_control_character_goes_out(name: str) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page(filled(whole(), STRINGS[name])))


def test_the_real_parser_understands_the_shipped_briefing_as_it_is_meant(read: Read) -> None:
    file = parse_file(ROOT / "assets/briefings/alibaba-overseas.toml").briefing
    (found,) = read(page(file))
    assert found["problems"] == []
    records: tuple[Claim | Recommendation, ...] = (*file.claims, *file.recommendations)
    assert {one["id"]: one["texts"][0].strip() for one in found["statements"]} == {
        record.id: sanitize_line(record.text) for record in records
    }
    meant = {(one.id, "support", to) for one in file.claims for to in one.supports}
    meant |= {(one.id, "attack", to) for one in file.claims for to in one.opposes}
    meant |= {(claim, "support", one.id) for one in file.recommendations for claim in one.because}
    meant |= {(claim, "attack", one.id) for one in file.recommendations for claim in one.risks}
    assert {tuple(one) for one in found["relations"]} == meant


def test_the_real_parser_takes_a_briefing_with_nothing_in_it(read: Read) -> None:
    assert [found["problems"] for found in read(page(briefing(claims=())), page(briefing()))] == [[], []]


@settings(max_examples=3)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=100, max_size=200))
def test_the_real_parser_finds_only_text_in_a_text(read: Read, many: list[list[str]]) -> None:
    assert_only_text(read, many)


def test_the_real_parser_finds_only_text_in_every_sign_and_hostile_word(read: Read) -> None:
    words = [sanitize_line(text) for text in (*SYNTAX, *STRINGS.values())]
    assert_only_text(read, [[text] for text in words] + [[f"x {text} y", f"x{text}y", f"{text}{text}"] for text in words])


def assert_only_text(read: Read, many: list[list[str]]) -> None:
    for texts, found in zip(many, read(*(page(with_words(*texts)) for texts in many)), strict=True):
        assert found["problems"] == [], texts
        assert (found["tags"], found["arguments"]) == ([], []), texts
        assert found["headings"] == [texts[0], "What is claimed", "What is recommended"]
        told = {one["id"]: one for one in found["statements"]}
        assert {identity: [text.rstrip() for text in one["texts"]] for identity, one in told.items()} == {
            **{f"c{number:03}": [text] for number, text in enumerate(texts, 1)},
            "r01": [texts[-1]],
        }
        assert [one["ranges"] for one in told.values() if one["ranges"]] == [], texts
        assert told["c001"]["data"] == {"kind": "opinion", "speaker": "ann", "grade": "C3", "paragraphs": [1]}
        assert len(found["relations"]) == len(texts)


def test_my_verdict_stands_in_the_braces_of_its_statement() -> None:
    given_ = (verdict(agreement="agree"), verdict(number=2), verdict(target="r01", agreement="strongly-agree"), verdict(target="s01"))
    lines = export(Briefing(whole()), (), OpinionSet(verdicts=given_)).splitlines()
    assert [(line[1:5].strip("]"), line.rpartition('"my_verdict": ')[2]) for line in lines if '"my_verdict"' in line] == [
        ("c001", '"disagree"}'), ("r01", '"strongly-agree"}'),
    ]  # fmt: skip


def test_the_real_parser_reads_what_i_judged_and_would_not_take_everything(read: Read) -> None:
    sound, broken = read(export(Briefing(whole()), (), judged()), "[c001]: x {kind: [}\n\n  + [c002]\n 1) (1)\n")
    assert next(one for one in sound["statements"] if one["id"] == "c001")["data"]["my_grade"] == "E5"
    assert broken["problems"]
