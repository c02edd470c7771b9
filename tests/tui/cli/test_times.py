"""What was written in one time zone after another is listed in the order in which it was written."""

from __future__ import annotations

import json

from store.library.library import Library
from tests.support.outside import command
from tests.support.reader import reading
from tests.support.sample import note
from tests.tui.cli.conftest import Briefing

# The second is later, though its characters come first.
ZONES = ("EAST-9", "WEST+9")


def test_notes_written_in_two_time_zones_are_in_order(library: Library) -> None:
    for zone in ZONES:
        assert command("note", "add", "c001", f"From {zone}.", "-b", "bridges", TZ=zone).returncode == 0
    listed = json.loads(command("note", "list", "--json", "-b", "bridges").stdout)
    assert [found["body"] for found in listed] == [f"From {zone}." for zone in ZONES]
    assert listed[0]["created"] > listed[1]["created"]  # by their characters, they would be turned round


def test_a_verdict_and_a_grade_of_two_time_zones_are_in_order(library: Library) -> None:
    command("verdict", "c001", "agree", "-b", "bridges", TZ=ZONES[0])
    history = command("verdict", "c001", "--grade", "B2", "-b", "bridges", TZ=ZONES[1]).stdout.splitlines()
    assert [line.split("  ")[2] for line in history] == ["agree", "grade B2"]


def test_notes_of_the_repeated_hour_of_autumn_are_in_order(library: Library, briefing: Briefing) -> None:
    summer, winter = "2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00"
    notes = [
        note(id=f"n-aaaa{name[:2]}", body=name, created=time, modified=time) for name, time in (("winter", winter), ("summer", summer))
    ]
    library.notes("bridges").add_all(notes)
    assert [found["body"] for found in briefing("note", "list", "--json").json] == ["summer", "winter"]
    assert [found["body"] for found in briefing("show", "c001", "--json").json["notes"]] == ["summer", "winter"]
    exported = briefing("export", "annotation").json["first"]
    assert [item["created"] for item in exported["items"]] == [summer, winter]


async def test_the_notes_pane_sorts_by_the_time_of_the_last_change(library: Library) -> None:
    times = {"n-aaaaa2": "2026-01-02T08:00:00+14:00", "n-aaaaa3": "2026-01-01T20:00:00-10:00", "n-aaaaa4": "noon", "n-aaaaa5": "2026-01-02"}
    library.notes("bridges").add_all(note(id=name, body=name, created="2026-01-01", modified=time) for name, time in times.items())
    async with reading(library, size=(160, 40)) as reader:
        await reader.press("9")
        while not (reader.pane.order and reader.pane.order.column == "written"):
            await reader.press("s")
        assert reader.ids == ["n-aaaaa2", "n-aaaaa5", "n-aaaaa3", "n-aaaaa4"]
