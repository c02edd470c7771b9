"""What is in the trash can come back; once it is emptied, it is gone from the file as well."""

from __future__ import annotations

from pathlib import Path

from store.annotations.notes import Notes
from store.annotations.trash import empty_trash
from tests.conftest import Clock


def files(notes: Notes) -> str:
    return "".join(path.read_text("utf-8") for path in Path(notes.journal.path.parent).iterdir() if path.is_file())


def thrown(notes: Notes) -> None:
    """One note stays; one was edited, and deleted."""
    notes.add("c001", "It stays.")
    secret = notes.add("c001", "First secret.")
    assert secret
    notes.edit(secret, "Second secret.")
    notes.remove(secret.id)


def test_the_trash_is_emptied_with_all_that_it_ever_said(notes: Notes, clock: Clock) -> None:
    thrown(notes)
    gone, remark = empty_trash(notes)
    assert ([note.body for note in gone], remark) == (["Second secret."], "")
    assert notes.trash() == notes.revisions(gone[0].id) == ()
    assert "secret" not in files(notes)
    assert [note.body for note in Notes(notes.journal.path, clock).all()] == ["It stays."]


def test_an_older_file_beside_it_does_not_keep_the_words(notes: Notes) -> None:
    thrown(notes)
    notes.journal.compact()
    empty_trash(notes)
    assert "secret" not in files(notes)


def test_an_empty_trash_can_be_emptied(notes: Notes) -> None:
    notes.add("c001", "It stays.")
    assert empty_trash(notes) == ((), "")
    assert len(notes.all()) == 1


def test_a_file_that_cannot_be_written_anew_is_told(notes: Notes, clock: Clock) -> None:
    thrown(notes)
    with notes.journal.path.open("ab") as file:
        file.write(b"damaged\n")
    window = Notes(notes.journal.path, clock)
    gone, remark = empty_trash(window)
    assert (len(gone), window.trash()) == (1, ())
    assert "may still be in a file" in remark


def test_what_other_windows_do_goes_on_after_it(notes: Notes, clock: Clock) -> None:
    thrown(notes)
    other = Notes(notes.journal.path, clock)
    empty_trash(notes)
    other.add("c002", "Mine.")
    notes.refresh()
    assert [note.body for note in notes.all()] == ["It stays.", "Mine."]
