"""Files that mean harm: refused in a sentence, before they cost anything; and no id is ever a path."""

from __future__ import annotations

import json
import os
import resource
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import BriefingInvalidError, InvalidInputError, NotFoundError, StoreError
from store.formats.parser import parse, parse_file
from store.library.library import Library
from store.storage.untrusted_file import MAX_BYTES
from store.text.sanitize import sanitize
from tests.store.formats.test_parser_fuzz import DEEDS, EXPORT, TREES, spoil, told
from tests.support import sample
from tests.support.depth import at_depth
from tests.support.hostile import STRINGS

FILES = at_depth(500, 5_000, 20_000)
MEGABYTE = 1 << 20
# Names of files that lie elsewhere, are devices, or are none.
PATHS = [
    *("../../evil", "/etc/passwd", "a/b", "a\\b", "..", ".", "", " ", "~", "-rf", "--help", "a\0b", "a\nb", "x" * 300, "c\u0301", "%2e%2e"),
    *(
        "CON",
        "nul",
        "aux.txt",
        "com1",
        "LPT9",
        "a.",
        "a ",
        ".git",
        ".bashrc",
        "notes.jsonl/x",
        "a:b",
        "a*",
        "\u202egnp",
        "\ufeffa",
        "a\u2215b",
    ),
]


@pytest.mark.long
@pytest.mark.timeout(240)
@settings(max_examples=FILES, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=40) | st.from_regex(r'\A[{}\[\]",:a-z0-9=.#\n \'-]{0,40}\Z').map(str.encode))
def test_files_of_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / ("any.json" if content[:1] < b"]" else "any.toml")
    file.write_bytes(content)
    try:
        parse_file(file)
    except InvalidInputError as refusal:
        assert str(refusal).endswith((".", "?")), refusal


@pytest.mark.long
@settings(max_examples=at_depth(100, 500, 2_000))
@given(st.lists(DEEDS, min_size=1, max_size=3), TREES)
def test_spoilt_briefings_are_refused_in_sentences(deeds: list[Any], more: Any) -> None:
    tree = json.loads(json.dumps(EXPORT)) | {"more": more}
    for way, deed, value in deeds:
        spoil(tree, way, deed, value)
    told(tree)


@pytest.mark.parametrize("identity", PATHS)
def test_no_id_becomes_a_path(library: Library, tmp_path: Path, identity: str) -> None:
    before = sorted(path for path in tmp_path.rglob("*"))
    for tree in (sample.tree(id=identity), sample.tree(actors=[sample.raw(sample.actor(id=identity))])):
        try:
            library.install(parse(tree, "a.json").briefing)
        except BriefingInvalidError:
            continue
        assert sanitize(identity) in ("a", "nul"), "only a word may be an id"
    assert all(path.resolve().is_relative_to(tmp_path / "home") for path in set(tmp_path.rglob("*")) - set(before))
    assert not (tmp_path.parent / "evil").exists()


@pytest.mark.parametrize("identity", ["con", "nul", "com1", "lpt9"])
def test_no_briefing_is_named_like_a_device(identity: str) -> None:
    with pytest.raises(BriefingInvalidError, match=r"id: is a name that some systems keep for a device\. Choose another id\."):
        parse(sample.tree(id=identity), "a.json")


@pytest.mark.parametrize("identity", PATHS)
def test_no_id_that_is_asked_for_opens_a_file(library: Library, identity: str) -> None:
    for ask in (library.open, library.notes, library.backups, library.create_backup):
        with pytest.raises(NotFoundError, match="There is no briefing"):
            ask(identity)


@pytest.mark.parametrize("day", ["../../../etc/passwd", "/etc/passwd", "2026-01-01/../x", "", "x\0", "2026-13-45", *STRINGS.values()])
def test_no_day_that_is_asked_for_restores_another_file(library: Library, day: str) -> None:
    library.notes("bridges").add("c001", "mine")
    with pytest.raises(StoreError):
        library.restore("bridges", day[:200])
    assert [note.body for note in library.notes("bridges").all()] == ["mine"]


@pytest.mark.parametrize("megabytes", [65, 100, 10_000])
def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_read(tmp_path: Path, megabytes: int) -> None:
    file = tmp_path / "large.json"
    file.touch()
    os.truncate(file, megabytes * MEGABYTE)  # it takes no room on the disk, and would in memory
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(InvalidInputError, match=f"{megabytes} MB; at most {MAX_BYTES // MEGABYTE} MB are read"):
        parse_file(file)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kilobytes


@pytest.mark.slow
def test_twenty_megabytes_of_valid_records_open(library: Library, tmp_path: Path) -> None:
    words = "Bridges pay, and those who build them know it. " * 24
    claims = [sample.raw(sample.claim(id=f"c{number}", text=words)) for number in range(17_000)]
    file = tmp_path / "large.json"
    file.write_text(json.dumps(sample.tree(claims=claims)), "utf-8")
    assert file.stat().st_size > 20_000_000
    library.install(parse_file(file).briefing)
    assert len(library.open("bridges").file.claims) == 17_000


def test_links_that_go_round_in_a_loop_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to(tmp_path / "b.json")
    (tmp_path / "b.json").symlink_to(tmp_path / "a.json")
    with pytest.raises(InvalidInputError, match="cannot be opened: too many levels"):
        parse_file(tmp_path / "a.json")


@pytest.mark.parametrize("ending", ["json", "toml"])
@pytest.mark.parametrize("what", ["fifo", "folder", "device", "nowhere"])
def test_what_is_no_file_is_refused_whatever_it_is_called(tmp_path: Path, what: str, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    match what:
        case "fifo":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            path.symlink_to("/dev/zero")
        case _:
            path.symlink_to(tmp_path / "nowhere")
    with pytest.raises((InvalidInputError, NotFoundError)) as refusal:
        parse_file(path)
    assert str(refusal.value).endswith(".")


def test_many_are_no_more_than_can_be_counted(tmp_path: Path) -> None:
    """A hundred thousand problems are told, and none of them is an error of ours."""
    claims = [{"id": "c1"} for _ in range(20_000)]
    with pytest.raises(BriefingInvalidError) as refusal:
        parse(sample.tree(claims=claims), "a.json")
    assert len(refusal.value.problems) > 20_000
