"""The file for an external editor is private, comes back as it was saved, and is never deleted while its text is unsaved."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.drafts import Draft, Drafts
from store.annotations.editor_file import (
    KEEP_UNCHANGED_SECONDS,
    LARGEST_NOTE,
    EditorFile,
    claimed_text,
    editor_files,
    recover,
    remove_old_editor_files,
    unreadable_editor_files,
)
from store.errors import CorruptFileError, InvalidInputError, ReadOnlyError, StoreLockedError, WriteError
from store.storage import atomic_file

LATER = 4e9  # seconds since the epoch: in the year 2096


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "state" / "drafts")


@pytest.fixture
def file(drafts: Drafts) -> EditorFile:
    return create(drafts, "Ask 桥.")


def create(drafts: Drafts, text: str, **changes: object) -> EditorFile:
    return EditorFile.create(drafts, Draft(briefing="bridges", target="c001", body=text, name="d-aaaaaa", **changes))  # type: ignore[arg-type]


def bodies(drafts: Drafts) -> list[str]:
    return [draft.body for draft in drafts.interrupted("bridges")]


def test_only_this_user_can_open_it_and_its_name_says_what_it_is(drafts: Drafts, file: EditorFile) -> None:
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    assert file.path.name == "bridges-c001.txt"
    assert create(drafts, "", note="n-aaaaaa").path.name == "bridges-c001-n-aaaaaa.txt"
    assert create(drafts, "").path.parent != create(drafts, "").path.parent


def test_what_was_put_there_comes_back_and_is_not_a_change(file: EditorFile) -> None:
    assert file.path.read_text("utf-8") == "Ask 桥.\n"
    assert (file.read(), file.changed_text()) == ("Ask 桥.", "")


def test_what_comes_back_is_cleaned(file: EditorFile) -> None:
    file.path.write_bytes(b"\xef\xbb\xbf\n\x1b]0;x\x07 seen\r\n\n")
    assert file.changed_text() == "␛]0;x␇ seen"


def swap(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda path: path.unlink(), "gone"),
        (swap, "not a regular file"),
        (lambda path: path.write_bytes(b"caf\xe9"), "UTF-8"),
        (lambda path: path.write_bytes(b"x" * (LARGEST_NOTE + 1)), "longer"),
    ],
)
def test_what_cannot_be_read_is_told_and_never_deleted(drafts: Drafts, file: EditorFile, spoil: Callable[[Path], object], why: str) -> None:
    spoil(file.path)
    with pytest.raises((InvalidInputError, CorruptFileError), match=why):
        file.read()
    told = [(path, reason) for path, reason in unreadable_editor_files(drafts) if why in reason]
    assert told or why == "gone"
    remove_old_editor_files(drafts, LATER)
    assert file.is_there is (why != "gone")


def test_nothing_is_left_of_it(file: EditorFile) -> None:
    file.path.with_name("note.txt~").write_text("backup")
    file.remove()
    assert not file.path.parent.exists()
    file.remove()


def test_without_a_place_for_it_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises((WriteError, ReadOnlyError)):
        create(Drafts(tmp_path / "taken"), "x")


def test_a_changed_file_becomes_a_draft_once(drafts: Drafts, file: EditorFile) -> None:
    assert recover(drafts, file) is None
    file.path.write_text("Ask legal.\n")
    draft = recover(drafts, file)
    assert draft and (draft.target, draft.body, draft.put_aside) == ("c001", "Ask legal.", False)
    assert recover(drafts, EditorFile(file.folder)) is None
    assert bodies(drafts) == ["Ask legal."]
    file.path.write_text("Ask legal again.\n")  # the editor is still open
    recover(drafts, file)
    assert sorted(bodies(drafts)) == ["Ask legal again.", "Ask legal."]


@pytest.mark.parametrize(("on_disk", "left"), [("Ask 桥.", ["More."]), ("Typed since.", ["More.", "Typed since."])])
def test_it_replaces_the_draft_it_began_as_unless_that_was_changed(drafts: Drafts, file: EditorFile, on_disk: str, left: list[str]) -> None:
    pen = drafts.begin(Draft(briefing="bridges", target="c001", body="", name="d-aaaaaa"))
    pen.write(on_disk)
    file.path.write_text("More.")
    with pytest.raises(StoreLockedError):
        recover(drafts, file)
    pen.release()
    recover(drafts, file)
    assert sorted(bodies(drafts)) == left


def test_two_windows_take_a_change_once(drafts: Drafts, file: EditorFile) -> None:
    file.path.write_text("More.")
    other = EditorFile(file.folder)
    recover(drafts, file)
    with claimed_text(drafts, other) as text:
        assert text == ""


def test_a_change_that_cannot_be_kept_as_a_draft_is_still_a_change(
    drafts: Drafts, file: EditorFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.path.write_text("More.")

    def fail(*_: object) -> None:
        raise WriteError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(atomic_file, "replace", fail)
        with pytest.raises(WriteError):
            recover(drafts, file)
    assert EditorFile(file.folder).changed_text() == "More."


def test_an_unchanged_file_is_deleted_after_a_week_and_a_changed_one_never(drafts: Drafts, file: EditorFile) -> None:
    changed = create(drafts, "x")
    changed.path.write_text("y")
    drafts.lock("d-aaaaaa").touch()
    remove_old_editor_files(drafts, os.stat(file.path).st_mtime + KEEP_UNCHANGED_SECONDS - 60)
    assert file.is_there
    remove_old_editor_files(drafts, LATER)
    assert (file.folder.exists(), changed.is_there) == (False, True)


def test_a_file_with_others_beside_it_is_kept_for_what_an_editor_can_recover(drafts: Drafts, file: EditorFile) -> None:
    (file.folder / ".bridges-c001.txt.swp").write_text("unsaved")
    file.path.write_text("Saved.")
    file.retire("Saved.")
    assert EditorFile(file.folder).changed_text() == ""
    remove_old_editor_files(drafts, LATER)
    assert file.is_there
    file.beside[0].unlink()
    file.retire("Saved.")
    assert not file.is_there


def test_a_file_that_is_open_in_a_window_is_not_deleted(drafts: Drafts, file: EditorFile) -> None:
    pen = drafts.begin(file.origin)
    remove_old_editor_files(drafts, LATER)
    assert file.is_there
    pen.release()


def test_a_file_without_an_origin_is_named_and_kept_and_an_empty_folder_goes(drafts: Drafts, file: EditorFile) -> None:
    (drafts.folder / "d-bbbbbb.edit").mkdir()
    (file.folder / "origin.json").write_text("{")
    assert editor_files(drafts, "bridges") == ()
    assert [path for path, _ in unreadable_editor_files(drafts)] == [file.folder]
    remove_old_editor_files(drafts, LATER)
    assert list(drafts.folder.glob("*.edit*")) == [file.folder]


def test_files_belong_to_a_briefing(drafts: Drafts, file: EditorFile) -> None:
    assert [found.path for found in editor_files(drafts, "bridges")] == [file.path]
    assert editor_files(drafts, "another") == ()
