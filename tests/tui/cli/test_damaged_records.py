"""Damaged records of a briefing: one clear error on every command, and nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.library.library import Library
from tests.support import sample
from tests.tui.cli.conftest import Briefing

TODAY = "2026-01-02"  # by the clock of the tests


def wrong_reference(library: Library) -> Path:
    """Change one bit of a reference in the records, and return their path."""
    path = library.places.library / "bridges" / "briefing.json"
    path.write_bytes(path.read_bytes().replace(b'["c002"]', b'["c00r"]', 1))
    return path


COMMANDS = (
    ("table", "claims"), ("export", "json"), ("list",), ("show", "c001"), ("find", "tolls"), ("trace", "c001"),
    ("note", "add", "c001", "x"), ("verdict", "c001", "agree"), ("resolve", "c002"), ("doctor",), ("open",), (),
)  # fmt: skip


@pytest.mark.parametrize("arguments", COMMANDS)
def test_damaged_records_are_one_error_on_every_command(briefing: Briefing, library: Library, arguments: tuple[str, ...]) -> None:
    path = wrong_reference(library)
    said = briefing(*arguments)
    assert said.code == (2 if arguments in [("open",), ()] else 1)  # the screen asks for a terminal first
    if arguments == ("list",):
        assert "does not match its checksum" in said.out
        assert said.err == "1 briefing cannot be read.\n"
    elif said.code == 1:
        assert f"{path} does not match its checksum: it is damaged, or another program changed it; it was left as it is." in said.err
        assert "Import the file it came from again" in said.err
        assert said.err.count("checksum") == 1


def test_what_is_written_over_damaged_records_is_kept_and_named_by_the_doctor(briefing: Briefing, library: Library, tmp_path: Path) -> None:
    content = wrong_reference(library).read_bytes()
    (tmp_path / "bridges.toml").write_text(sample.as_toml(sample.tree()))
    said = briefing("import", str(tmp_path / "bridges.toml"))
    assert said.code == 0
    assert "it was replaced, and is kept as briefing.json.damaged." in said.err
    (aside,) = library.set_aside("bridges")
    assert aside.read_bytes() == content
    said = briefing("doctor")
    assert (said.code, f"{aside} holds damaged records that were replaced" in said.err) == (1, True)
    aside.unlink()
    assert briefing("doctor").code == 0


def test_records_that_check_would_refuse_are_named_though_their_checksum_is_right(briefing: Briefing, library: Library) -> None:
    library.install(sample.briefing(claims=(sample.claim(supports=("c00r",)),)))
    said = briefing("doctor")
    assert said.code == 1
    assert "A record of bridges is wrong: claims.c001.supports: names c00r, which is not among the claims." in said.err
