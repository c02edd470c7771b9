"""The reader's notes: none is lost, whoever else writes, and every deed can be taken back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.annotations.notes import Notes
from store.errors import CorruptFileError, NotFoundError, ReadOnlyError
from store.model.note import Note, Quote
from store.storage.tinydb_table import JournalDB
from tests.conftest import Clock
from tests.support.sample import note


def written(notes: Notes, body: str = "mine", target: str = "c001") -> Note:
    added = notes.add(target, body)
    assert added
    return added


def bodies(notes: Notes) -> list[str]:
    return [note.body for note in notes.all()]


def test_a_note_is_kept(notes: Notes, clock: Clock) -> None:
    added = notes.add("c001", "Really?", ["#to check", "money"])
    assert added == Notes(notes.journal.path, clock).get(added.id if added else "")
    assert added
    assert (added.target, added.body, added.tags, added.revision) == ("c001", "Really?", ("to-check", "money"), 1)


@pytest.mark.parametrize("body", ["", "  ", "\n\t\n", "\u200b"])
def test_a_blank_note_is_not_kept(notes: Notes, body: str) -> None:
    assert notes.add("c001", body) is None
    assert notes.for_target("c001") == ()


def test_a_note_is_cleaned_on_entry(notes: Notes) -> None:
    assert written(notes, "  ring\x07\r\nbell ").body == "ring␇\nbell"


def test_the_time_is_the_clocks(notes: Notes) -> None:
    added = written(notes)
    assert added.created == added.modified == "2026-01-02T03:04:06+00:00"


def test_notes_stand_in_the_order_they_were_written(notes: Notes) -> None:
    for body in "abc":
        written(notes, body)
    assert bodies(notes) == ["a", "b", "c"]


def test_notes_are_found_by_what_they_are_about(notes: Notes) -> None:
    one, _, three = written(notes), written(notes, target="p1"), written(notes)
    assert notes.for_target("c001") == (one, three)
    assert (notes.count("c001"), notes.count("p1"), notes.count("ann")) == (2, 1, 0)


def test_a_note_that_is_not_there_is_not_found(notes: Notes) -> None:
    with pytest.raises(NotFoundError, match="There is no note n-␛"):
        notes.get("n-\x1b")


def test_an_edit_keeps_what_the_note_said_before(notes: Notes) -> None:
    first = written(notes)
    second = notes.edit(first, "more")
    assert notes.get(first.id) == second
    assert (second.revision, second.created, second.modified > first.modified) == (2, first.created, True)
    assert notes.revisions(first.id) == (first,)


def test_an_edit_keeps_the_tags_unless_others_are_given(notes: Notes) -> None:
    tagged = notes.edit(written(notes), "mine", ["a"])
    assert notes.edit(tagged, "more").tags == ("a",)
    assert notes.edit(notes.get(tagged.id), "more", []).tags == ()


def test_an_edit_without_words_changes_nothing(notes: Notes) -> None:
    first = written(notes)
    assert notes.edit(first, "  ") == notes.get(first.id) == first


def test_an_edit_that_changes_nothing_is_no_revision(notes: Notes) -> None:
    first = written(notes)
    assert notes.edit(first, "mine\n") == first
    assert notes.revisions(first.id) == ()


def test_a_deleted_note_lies_in_the_trash(notes: Notes) -> None:
    gone = notes.remove(written(notes).id)
    assert notes.all() == notes.for_target("c001") == ()
    assert notes.trash() == (gone,)
    with pytest.raises(NotFoundError, match="It is in the trash: `briefing note restore` brings it back"):
        notes.get(gone.id)


def test_a_note_comes_back_from_the_trash(notes: Notes) -> None:
    gone = notes.remove(written(notes).id)
    assert notes.restore(gone.id) == notes.get(gone.id) == gone
    assert notes.trash() == ()


def test_what_is_not_in_the_trash_does_not_come_back(notes: Notes) -> None:
    with pytest.raises(NotFoundError, match=r"There is no note n-zzzzzz in the trash\."):
        notes.restore("n-zzzzzz")


def test_an_import_is_one_transaction(notes: Notes) -> None:
    written(notes)
    before = notes.journal.path.read_bytes().count(b"\n")
    notes.add_all(note(id=f"n-aaaa{number}") for number in range(10, 60))
    assert notes.journal.path.read_bytes().count(b"\n") == before + 1


def test_a_note_nobody_understands_is_named_and_hides_nothing(notes: Notes, clock: Clock) -> None:
    written(notes)
    table: Any = JournalDB(notes.journal).table("notes")
    identity = table.insert({"colour": "red"})
    again = Notes(notes.journal.path, clock)
    assert (bodies(again), again.unreadable, again.problem) == (["mine"], [identity], "")


def test_a_note_under_the_id_of_another_is_named_and_changes_nothing(notes: Notes, clock: Clock) -> None:
    kept = written(notes)
    with notes.journal.transaction():
        notes.journal.set("notes", "n-bbbbbb", to_builtins(replace(kept, body="stray")))
    again = Notes(notes.journal.path, clock)
    assert (bodies(again), again.unreadable) == (["mine"], ["n-bbbbbb"])
    again.remove(kept.id)
    assert [note.body for note in again.trash()] == ["mine"]


def test_an_earlier_version_nobody_understands_is_passed_over(notes: Notes) -> None:
    kept = notes.edit(written(notes), "mine still")
    with notes.journal.transaction():
        notes.journal.set("revisions", f"{kept.id}.7", {"id": kept.id, "colour": "red"})
        notes.journal.set("revisions", "n-bbbbbb.1", {"colour": "red"})
    assert [note.body for note in notes.revisions(kept.id)] == ["mine"]


def test_a_file_that_is_not_ours_makes_everything_read_only(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "notes.jsonl").write_text("my shopping list\n", "utf-8")
    found = Notes(tmp_path / "notes.jsonl", clock)
    assert found.problem.endswith("is not a file of notes of this program; it was left as it is.")
    for deed in deeds(found):
        with pytest.raises(ReadOnlyError, match="not a file of notes"):
            deed()
    assert (tmp_path / "notes.jsonl").read_text("utf-8") == "my shopping list\n"


def deeds(notes: Notes) -> list[Any]:
    """Everything that would change a note."""
    return [
        lambda: notes.add("c001", "x"),
        lambda: notes.edit(note(), "x"),
        lambda: notes.apply(NoteChange(None, note())),
        lambda: notes.apply(NoteChange(note(), None)),
        lambda: notes.add_all([note()]),
        lambda: notes.remove(note().id),
        lambda: notes.restore(note().id),
    ]


def test_a_problem_of_the_place_leaves_the_notes_readable(notes: Notes, clock: Clock) -> None:
    kept = written(notes)
    found = Notes(notes.journal.path, clock, why=lambda: "The place is read-only.")
    assert found.all() == (kept,)
    for deed in deeds(found):
        with pytest.raises(ReadOnlyError, match=r"The place is read-only\."):
            deed()


def test_a_problem_that_is_gone_is_forgotten(notes: Notes) -> None:
    written(notes)
    content = notes.journal.path.read_bytes()
    notes.journal.path.write_bytes(b"")
    with pytest.raises(CorruptFileError, match="is empty"):
        notes.refresh()
    assert "is empty" in notes.problem
    notes.journal.path.write_bytes(content)
    assert notes.refresh()
    assert notes.problem == ""
    assert notes.add("c001", "more")


def test_nothing_is_made_by_looking(notes: Notes) -> None:
    assert notes.all() == notes.trash() == notes.revisions("n-aaaaaa") == ()
    assert not os.path.exists(notes.journal.path.parent)


def test_every_change_of_a_note_has_the_next_revision(notes: Notes) -> None:
    first = written(notes, "one")
    second = notes.edit(first, "two")
    assert (first.revision, second.revision, notes.edit(second, "three").revision) == (1, 2, 3)


def test_a_change_that_conflicts_is_a_new_note_with_revision_1(notes: Notes) -> None:
    base = written(notes, "one")
    notes.edit(base, "theirs")
    change = notes.revise(base, replace(base, body="mine"))
    assert change.before is None and change.after
    assert (change.after.revision, change.after.tags) == (1, ("conflict",))
    assert sorted(bodies(notes)) == ["mine", "theirs"]


def test_a_quote_without_words_is_a_highlight_and_with_words_a_comment(notes: Notes) -> None:
    quote = Quote(exact="a promise")
    blank, commented = notes.add("p1", " ", quote=quote), notes.add("p1", "Really?", quote=quote)
    assert blank and commented
    assert (blank.motivation, commented.motivation) == ("highlighting", "commenting")
