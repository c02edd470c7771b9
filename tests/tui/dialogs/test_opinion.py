"""Text typed in the dialog of an opinion is never lost: not by leaving, not by an answer that is refused, not by a full disk."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input
from tui.dialogs.form import FormDialog

from store.annotations.opinion_drafts import OpinionDrafts
from store.errors import WriteError
from store.library.library import Library
from store.opinions.logs import GradeLog, ResolutionLog, VerdictLog
from store.storage import atomic_file
from tests.support.reader import Reader, reading

Fail = Callable[[object, str, int], Callable[[], None]]
REASON = "One bridge is not all bridges."
# The key of each dialog, a record it opens on, the keys to its field for a reason, and the id of that field.
DIALOGS = [("v", "c001", (), "because"), ("i", "c001", ("tab",), "because"), ("r", "c002", ("tab",), "evidence")]
EVERY_DIALOG = pytest.mark.parametrize(("key", "record", "keys", "field"), DIALOGS)


def dialog(reader: Reader) -> FormDialog[object]:
    screen = reader.app.screen
    assert isinstance(screen, FormDialog)
    return screen


def text(reader: Reader, field: str = "because") -> str:
    return dialog(reader).query_one(f"#{field}", Input).value


def files(library: Library) -> list[Path]:
    return list((library.places.drafts / "opinions").iterdir())


async def type_reason(reader: Reader, key: str, keys: tuple[str, ...] = ()) -> None:
    await reader.press(key, *keys)
    await reader.paste(REASON)


@EVERY_DIALOG
async def test_text_left_by_esc_is_a_draft_and_opens_again(
    library: Library, key: str, record: str, keys: tuple[str, ...], field: str
) -> None:
    async with reading(library, at=record) as reader:
        await type_reason(reader, key, keys)
        await reader.press("escape")
        assert reader.dialog == ""
        assert reader.told[-1] == f"The text is kept as a draft: {key} on {record} opens it."
    async with reading(library, at=record) as reader:
        assert reader.dialog == ""
        await reader.press(key)
        assert text(reader, field) == REASON
        assert "(draft, not saved yet)" in reader.shown


async def test_the_selection_comes_back_with_the_text(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader, "v")
        await reader.press("up", "up", "escape", "v")
        assert "● strongly-disagree" in reader.shown
        await reader.press("enter")
        (verdict,) = VerdictLog(reader.notes).all()
        assert (verdict.agreement, verdict.because) == ("strongly-disagree", REASON)
        assert files(library) == []


async def test_a_draft_belongs_to_its_record_and_dialog(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader, "v")
        await reader.press("escape", "i")
        assert text(reader) == ""
        await reader.press("escape", "j", "v")
        assert text(reader) == ""


async def test_a_verdict_on_what_is_marked_keeps_its_text_too(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m", "j", "m")
        await type_reason(reader, "V")
        await reader.press("escape")
        assert reader.told[-1] == "The text is kept as a draft: V on marked records opens it."
        await reader.press("v")
        assert text(reader) == ""
        await reader.press("escape", "V")
        assert text(reader) == REASON


@EVERY_DIALOG
async def test_without_text_nothing_is_left(library: Library, key: str, record: str, keys: tuple[str, ...], field: str) -> None:
    async with reading(library, at=record) as reader:
        await reader.press(key, "down", "escape")
        assert files(library) == []
        await reader.press(key, *keys, "x")
        dialog(reader).keep_draft()
        await reader.press("backspace")
        dialog(reader).keep_draft()
        await reader.press("escape")
        assert files(library) == []


async def test_text_is_on_disk_while_it_is_typed(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader, "v")
        dialog(reader).keep_draft()
        (path,) = (library.places.drafts / "opinions").glob("*.json")
        assert REASON in path.read_text("utf-8")


async def test_quitting_keeps_the_text(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader, "v")
        await reader.press("ctrl+q")
    (draft,) = OpinionDrafts(library.places.drafts).interrupted("bridges")
    assert (draft.target, draft.fields["because"]) == ("c001", REASON)


async def test_a_full_disk_keeps_the_dialog_open_on_leaving(library: Library, fail: Fail) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader, "v")
        mend = fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("escape")
        assert text(reader) == REASON
        assert "not kept on disk" in " ".join(reader.shown.split())
        mend()
        await reader.press("escape")
        assert reader.dialog == ""


async def test_where_no_draft_can_be_kept_the_dialog_stays_open_until_the_text_is_deleted(library: Library) -> None:
    library.places.state.mkdir(parents=True, exist_ok=True)
    library.places.drafts.write_text("a file where the folder should be", "utf-8")
    async with reading(library, at="c001") as reader:
        await type_reason(reader, "v")
        await reader.press("escape")
        assert text(reader) == REASON
        await reader.press("ctrl+u", "escape")
        assert reader.dialog == ""


@EVERY_DIALOG
async def test_what_could_not_be_saved_stays_in_the_dialog_and_is_not_reported_as_saved(
    library: Library, fail: Fail, key: str, record: str, keys: tuple[str, ...], field: str
) -> None:
    async with reading(library, at=record) as reader:
        await reader.press(key)
        if key == "i":
            await reader.paste("B2")
        await reader.press(*keys)
        await reader.paste(REASON)
        await reader.press("down")
        mend = fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("enter")
        assert text(reader, field) == REASON
        assert "was not saved: no space left" in " ".join(reader.shown.split())
        assert not any("Saved" in message for message in reader.told)
        reader.notes.refresh()
        assert not (VerdictLog(reader.notes).all() or GradeLog(reader.notes).all() or ResolutionLog(reader.notes).all())
        mend()
        await reader.press("enter")
        assert reader.told[-1].startswith("Saved")
        await reader.press("u")
        assert any(message.startswith("Undone") for message in reader.told)


async def test_verdicts_on_what_is_marked_are_saved_all_or_none(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: VerdictLog, things: object, *answer: object) -> object:
        raise WriteError("The disk is full.")

    async with reading(library, at="c001") as reader:
        with monkeypatch.context() as broken:
            broken.setattr(VerdictLog, "give_all", fail)
            await reader.press("m", "j", "m", "V", "down", "enter")
        assert (reader.dialog, "The disk is full." in reader.shown) == ("VerdictDialog", True)
        assert VerdictLog(library.notes("bridges")).all() == ()
        await reader.press("enter", "u")
        assert VerdictLog(library.notes("bridges")).all() == ()


async def test_evidence_without_an_outcome_is_refused_and_stays(library: Library) -> None:
    async with reading(library, at="c002") as reader:
        await type_reason(reader, "r", ("tab",))
        await reader.press("enter")
        assert text(reader, "evidence") == REASON
        assert "Evidence belongs to an outcome" in " ".join(reader.shown.split())
        await reader.press("down", "enter")
        assert reader.told[-1] == "Saved on c002: outcome yes."
        resolution = ResolutionLog(reader.notes).current("c002")
        assert resolution and resolution.evidence == REASON
        await reader.press("r", "up", "enter")  # the evidence saved before is in the history
        assert reader.told[-1] == "Saved on c002: outcome not yet."


async def test_a_reason_is_kept_although_its_field_was_removed_by_an_error(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", *"wet")
        dialog = reader.app.screen
        assert isinstance(dialog, FormDialog)
        await dialog.query_one("#because").remove()
        assert dialog.keep_draft()
        assert dialog._keeping.draft and dialog._keeping.draft.draft.fields["because"] == "wet"
