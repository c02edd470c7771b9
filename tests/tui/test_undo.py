"""Undo and redo on the screen: they reverse one's own last change, and keep what another window has changed since."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.annotations.marks import Marks
from store.annotations.note_change import NoteChange
from store.annotations.note_kinds import with_status
from store.annotations.notes import Notes
from store.annotations.trash import empty_trash
from store.argument.analysis import ArgumentAnalysis
from store.library.library import Library
from store.model.note import Note
from store.opinions.logs import VerdictLog
from tests.support.reader import Reader, reading
from tests.support.terminal import COMMAND, Terminal, environment

KEPT = "The note on c001 has changed in another window; nothing was undone."


def last(notes: Notes) -> Note:
    return notes.all()[-1]


THEIR_CHANGES: dict[str, Callable[[Notes], object]] = {
    "edited": lambda notes: notes.edit(last(notes), "Theirs."),
    "tagged": lambda notes: notes.edit(last(notes), last(notes).body, ["theirs"]),
    "deleted": lambda notes: notes.remove(last(notes).id),
}


@pytest.mark.parametrize("change", THEIR_CHANGES.values(), ids=THEIR_CHANGES)
async def test_undo_does_not_delete_a_note_that_another_window_changed(library: Library, change: Callable[[Notes], object]) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Mine.")
        other = library.notes("bridges")
        change(other)
        await reader.press("u")
        assert reader.told[-1] == KEPT
        reader.notes.refresh()
        assert (reader.notes.all(), reader.notes.trash()) == (other.all(), other.trash())
        await reader.press("u", "ctrl+r")
        assert reader.told[-2:] == ["There is nothing to undo.", "There is nothing to redo."]


async def test_what_another_window_wrote_is_shown_after_an_undo_in_conflict(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Mine.")
        library.notes("bridges").edit(last(reader.notes), "Theirs.")
        await reader.press("u")
        assert "Theirs." in reader.mine


async def test_undoing_an_edit_keeps_the_tags_that_another_window_gave(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("One.")
        await reader.press("e")
        await reader.paste("Mine. ")
        await reader.press("ctrl+s")
        library.notes("bridges").edit(last(reader.notes), last(reader.notes).body, ["theirs"])
        await reader.press("u")
        assert (reader.bodies, last(reader.notes).tags) == (["One."], ("theirs",))


async def test_undoing_an_edit_does_not_bring_back_a_note_that_another_window_deleted(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("One.")
        await reader.press("e")
        await reader.paste("Mine. ")
        await reader.press("ctrl+s")
        library.notes("bridges").remove(last(reader.notes).id)
        await reader.press("u")
        assert (reader.bodies, reader.told[-1]) == ([], KEPT)


async def test_undoing_a_deletion_does_not_bring_back_what_another_window_deleted_for_good(library: Library) -> None:
    library.notes("bridges").add("c001", "Secret.")
    async with reading(library, at="c001") as reader:
        await reader.press("d", "y")
        assert reader.bodies == []
        empty_trash(library.notes("bridges"))
        await reader.press("u")
        assert (reader.bodies, reader.told[-1]) == ([], KEPT)
        assert "Secret." not in reader.notes.journal.path.read_text("utf-8")


async def test_undoing_a_restore_keeps_what_another_window_wrote_in_the_note(library: Library) -> None:
    notes = library.notes("bridges")
    note = notes.add("c001", "One.")
    assert note
    notes.remove(note.id)
    async with reading(library, at="c001") as reader:
        await reader.run("trash")
        await reader.press("enter")
        library.notes("bridges").edit(note, "Theirs.")
        await reader.press("u")
        assert (reader.bodies, reader.told[-1]) == (["Theirs."], KEPT)


async def test_undoing_a_status_keeps_a_status_that_another_window_set(library: Library) -> None:
    library.notes("bridges").add("c001", "Who pays?", motivation="questioning")
    async with reading(library, at="c001") as reader:
        await reader.press("e", "tab", "tab", "tab", "right", "ctrl+s")
        other = library.notes("bridges")
        assert last(other).status == "done"
        other.apply(NoteChange(last(other), replace(with_status(last(other), "open"), modified="2030")))
        await reader.press("u")
        assert (last(reader.notes).status, last(reader.notes).modified, reader.told[-1]) == ("open", "2030", KEPT)


async def test_a_tag_renamed_on_many_notes_is_undone_where_nobody_else_changed_it(library: Library) -> None:
    for target in ("c001", "c002", "c003"):
        library.notes("bridges").add(target, f"On {target}.", ["law"])
    async with reading(library, at="ann") as reader:
        await reader.run("tag.rename")
        await reader.press("enter")
        await reader.press(*["backspace"] * 3, *"legal", "enter")
        assert [note.tags for note in reader.notes.all()] == [("legal",)] * 3
        other = library.notes("bridges")
        other.edit(other.for_target("c002")[0], "On c002.", ["theirs"])
        await reader.press("u")
        assert [note.tags for note in reader.notes.all()] == [("law",), ("theirs",), ("law",)]
        assert reader.told[-1].endswith("except the note on c002, which has changed in another window.")


@pytest.mark.parametrize(
    ("keys", "name"), [(("v", "left", "enter"), "verdict on"), (("v", "down", "down", "down", "b", "2", "enter"), "grade of")]
)
async def test_undo_keeps_an_opinion_that_a_command_gave(library: Library, keys: tuple[str, ...], name: str) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press(*keys)
        command(library, "verdict", "c001", "disagree", "--grade", "C3")
        await reader.press("u")
        assert f"{name} c001 has changed in another window; nothing was undone." in reader.told[-1]
        found = reader.main_screen.context.opinions
        assert [(verdict.agreement, grade.grade) for verdict, grade in zip(found.verdicts.all(), found.grades.all(), strict=True)] == [
            ("disagree", "C3")
        ]


async def test_redo_does_not_overrule_a_verdict_that_another_window_gave(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "left", "enter", "u")
        VerdictLog(library.notes("bridges")).give(library.open("bridges").claim("c001"), "disagree")
        await reader.press("ctrl+r")
        assert reader.told[-1] == "The verdict on c001 has changed in another window; nothing was redone."
        assert [verdict.agreement for verdict in VerdictLog(reader.notes).history("c001")] == ["disagree"]


async def test_verdicts_on_marked_records_are_undone_where_nobody_else_gave_one(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m", "j", "m")
        await reader.run("verdict.marked")
        await reader.press("left", "enter")
        VerdictLog(library.notes("bridges")).give(library.open("bridges").claim("c002"), "disagree")
        await reader.press("u")
        assert [(verdict.target, verdict.agreement) for verdict in VerdictLog(reader.notes).all()] == [("c002", "disagree")]
        assert reader.told[-1] == "Undone: your opinion on c001, c002, except the verdict on c002, which has changed in another window."


async def test_undo_does_not_change_a_mark_that_another_window_changed(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m")
        Marks(library.notes("bridges")).set("c001", False)
        await reader.press("u")
        assert reader.told[-1] == "The mark on c001 has changed in another window; nothing was undone."
        assert reader.main_screen.context.progress.marked == frozenset()


async def test_undo_keeps_a_note_that_a_command_edited(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("Mine.")
        command(library, "note", "edit", last(reader.notes).id, "Theirs.")
        await reader.press("u")
        assert (reader.bodies, reader.told[-1]) == (["Theirs."], KEPT)


async def test_one_verdict_on_what_is_marked_is_one_line_one_analysis_and_one_repaint(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library, at="c001") as reader:
        await reader.write("The first save writes a line for each document.")
        await reader.press("m", "j", "m", "j", "m")
        await reader.run("verdict.marked")
        await reader.press("left")
        counts = Counts(reader, monkeypatch)
        for step, key in enumerate(("enter", "u", "ctrl+r"), 1):
            await reader.press(key)
            assert (counts.lines, counts.repaints) == (step, step), key
            assert counts.analyses <= step


def test_in_two_terminals_undo_keeps_what_the_other_one_wrote(library: Library) -> None:
    home = library.places.data.parent
    with Terminal(home, "bridges", "--at", "c001") as one, Terminal(home, "bridges", "--at", "c001") as other:
        one.wait_for("Bridges pay.")
        one.press("a")
        one.wait_for("ctrl+s")
        one.paste("Mine.")
        one.wait_for("Mine.")
        one.press("\x13")
        other.wait_for("Mine.")
        other.press("e")
        other.wait_for("ctrl+s")
        other.paste(" Theirs too.")
        other.wait_for("Theirs too.")
        other.press("\x13")
        one.wait_for("Theirs too.")
        one.press("u")
        one.wait_for("has changed in another", "nothing was undone.")
    assert [note.body for note in library.notes("bridges").all()] == ["Mine. Theirs too."]


class Counts:
    """Counts the lines of the journal, the repaints and the analyses from now on."""

    def __init__(self, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
        self.repaints = self.analyses = 0
        self._path = reader.notes.journal.path
        self._before = self._count()
        workspace = reader.main_screen.workspace
        monkeypatch.setattr(workspace, "notes_changed", self._counted("repaints", workspace.notes_changed))
        monkeypatch.setattr(ArgumentAnalysis, "impact", self._counted("analyses", ArgumentAnalysis.impact))

    @property
    def lines(self) -> int:
        return self._count() - self._before

    def _count(self) -> int:
        return self._path.read_bytes().count(b"\n")

    def _counted(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object) -> object:
            setattr(self, name, getattr(self, name) + 1)
            return function(*arguments)

        return counted


def command(library: Library, *arguments: str) -> None:
    """Run the command line in another process, on the same data."""
    home = library.places.data.parent
    subprocess.run([*COMMAND, *arguments, "--briefing", "bridges"], env=environment(home), check=True, capture_output=True, timeout=60)
