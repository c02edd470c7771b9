"""Text typed in the dialog of an opinion is never lost: not by leaving, not by an answer that is refused, not by a full disk."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input, Static

from store.annotations.opinion_drafts import OpinionDrafts
from store.errors import WriteError
from store.library.library import Library
from store.opinions.logs import GradeLog, ResolutionLog, VerdictLog
from store.storage import atomic_file
from tests.support.reader import Reader, reading
from tui.commands.opinion_drafts import OPINION
from tui.dialogs.opinion import OpinionDialog

Fail = Callable[[object, str, int], Callable[[], None]]
REASON = "One bridge is not all bridges."
# A record, the keys to a field for text, and the id of that field.
FIELDS = [("c001", ("down",), "reason"), ("c001", ("down",) * 4, "grade_reason"), ("c002", ("down",) * 7, "evidence")]
EVERY_FIELD = pytest.mark.parametrize(("record", "keys", "field"), FIELDS)


def dialog(reader: Reader) -> OpinionDialog:
    screen = reader.app.screen
    assert isinstance(screen, OpinionDialog)
    return screen


def text(reader: Reader, field: str = "reason") -> str:
    return dialog(reader).query_one(f"#{field}", Input).value


def files(library: Library) -> list[Path]:
    return list((library.places.drafts / "opinions").iterdir())


def keep_old_draft(library: Library, kind: str, choice: str = "", target: str = "c001", **fields: str) -> None:
    """Keep a draft as 0.1.0 did, in the dialog of this kind."""
    writer = OpinionDrafts(library.places.drafts).begin("bridges", target, kind)
    writer.put(replace(writer.draft, choice=choice, fields=fields))
    writer.release()


async def type_reason(reader: Reader, keys: tuple[str, ...] = ("down",)) -> None:
    await reader.press("v", *keys)
    await reader.paste(REASON)


@EVERY_FIELD
async def test_text_left_by_esc_is_a_draft_and_opens_again(library: Library, record: str, keys: tuple[str, ...], field: str) -> None:
    async with reading(library, at=record) as reader:
        await type_reason(reader, keys)
        await reader.press("escape")
        assert reader.dialog == ""
        assert reader.told[-1] == f"Kept as a draft. To continue on {record}, press v."
    async with reading(library, at=record) as reader:
        assert reader.dialog == ""
        await reader.press("v")
        assert text(reader, field) == REASON
        assert "(draft, not saved yet)" in reader.shown


async def test_the_selection_is_restored_with_the_text(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader)
        await reader.press("up", "right", "escape", "v")
        assert "Strongly disagree" in reader.shown
        await reader.press("enter")
        (verdict,) = VerdictLog(reader.notes).all()
        assert (verdict.agreement, verdict.because) == ("strongly-disagree", REASON)
        assert files(library) == []


async def test_a_draft_belongs_to_its_record(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader)
        await reader.press("escape", "j", "v")
        assert text(reader) == ""


async def test_a_verdict_on_marked_records_has_a_draft_of_its_own(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("m", "j", "m")
        await reader.run("verdict.marked")
        await reader.press("down")
        await reader.paste(REASON)
        await reader.press("escape")
        assert reader.told[-1].startswith("Kept as a draft. To continue on marked records, press : and choose")
        await reader.press("v")
        assert text(reader) == ""
        await reader.press("escape")
        await reader.run("verdict.marked")
        assert text(reader) == REASON


async def test_drafts_of_the_three_dialogs_of_0_1_are_restored_together(library: Library) -> None:
    keep_old_draft(library, "verdict", "disagree", "c002", because="Not so.", confidence="70")
    keep_old_draft(library, "grade", "", "c002", grade="B2", because="I counted.")
    keep_old_draft(library, "resolution", "void: it cannot be told", "c002", probability="30", evidence="Nobody measured.")
    async with reading(library, at="c002") as reader:
        await reader.press("v")
        expected = {"agreement": "disagree", "reason": "Not so.", "confidence": "70", "grade": "B2", "grade_reason": "I counted."}
        assert dialog(reader).values == expected | {"forecast": "30", "outcome": "void", "evidence": "Nobody measured."}
        await reader.press("escape")
    (draft,) = OpinionDrafts(library.places.drafts).interrupted("bridges")
    assert (draft.kind, draft.fields["evidence"]) == (OPINION, "Nobody measured.")


async def test_an_old_draft_whose_fields_do_not_apply_is_left_as_it_is(library: Library) -> None:
    keep_old_draft(library, "resolution", "yes", "c001", probability="", evidence="No prediction any more.")
    async with reading(library, at="c001") as reader:
        await reader.press("v", "escape")
    (draft,) = OpinionDrafts(library.places.drafts).interrupted("bridges")
    assert draft.fields["evidence"] == "No prediction any more."


async def test_an_old_draft_stays_if_it_cannot_be_moved(library: Library, fail: Fail) -> None:
    keep_old_draft(library, "verdict", "agree", because="Not lost.", confidence="")
    async with reading(library, at="c001") as reader:
        mend = fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("v", "escape")
        mend()
        await reader.press("v")
        assert text(reader) == "Not lost."


@EVERY_FIELD
async def test_without_text_nothing_is_left(library: Library, record: str, keys: tuple[str, ...], field: str) -> None:
    async with reading(library, at=record) as reader:
        await reader.press("v", "right", "escape")
        assert files(library) == []
        await reader.press("v", *keys, "x")
        dialog(reader).keep_draft()
        await reader.press("backspace")
        dialog(reader).keep_draft()
        await reader.press("escape")
        assert files(library) == []


async def test_text_is_on_disk_while_it_is_typed(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader)
        dialog(reader).keep_draft()
        (path,) = (library.places.drafts / "opinions").glob("*.json")
        assert REASON in path.read_text("utf-8")


async def test_quitting_keeps_the_text(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader)
        await reader.press("ctrl+q")
    (draft,) = OpinionDrafts(library.places.drafts).interrupted("bridges")
    assert (draft.target, draft.fields["reason"]) == ("c001", REASON)


async def test_a_full_disk_keeps_the_dialog_open_on_leaving(library: Library, fail: Fail) -> None:
    async with reading(library, at="c001") as reader:
        await type_reason(reader)
        mend = fail(atomic_file, "sync", errno.ENOSPC)
        await reader.press("escape")
        assert text(reader) == REASON
        assert "not kept on disk" in " ".join(reader.shown.split())
        mend()
        await reader.press("escape")
        assert reader.dialog == ""


async def test_without_a_draft_the_dialog_stays_open_until_the_text_is_deleted(library: Library) -> None:
    library.places.state.mkdir(parents=True, exist_ok=True)
    library.places.drafts.write_text("a file where the folder should be", "utf-8")
    async with reading(library, at="c001") as reader:
        await type_reason(reader)
        await reader.press("escape")
        assert text(reader) == REASON
        await reader.press("ctrl+u", "escape")
        assert reader.dialog == ""


@EVERY_FIELD
async def test_an_opinion_that_was_not_saved_stays_in_the_dialog_and_is_not_reported_as_saved(
    library: Library, fail: Fail, record: str, keys: tuple[str, ...], field: str
) -> None:
    async with reading(library, at=record) as reader:
        await type_reason(reader, keys)
        await reader.press("up")
        if field == "grade_reason":
            await reader.paste("B2")
        else:
            await reader.press("right")
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


async def test_of_several_changed_fields_all_are_saved_or_none(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_to_save(self: GradeLog, record: object, *answer: object) -> object:
        raise WriteError("The disk is full.")

    async with reading(library, at="c001") as reader:
        with monkeypatch.context() as broken:
            broken.setattr(GradeLog, "give", fail_to_save)
            await reader.press("v", "right", "down", "down", "down", "2", "enter")
        assert (reader.dialog, "The disk is full." in reader.shown) == ("OpinionDialog", True)
        assert VerdictLog(library.notes("bridges")).all() == ()
        await reader.press("enter", "u")
        assert VerdictLog(library.notes("bridges")).all() == () == GradeLog(library.notes("bridges")).all()


@pytest.mark.parametrize(("record", "keys", "field"), [FIELDS[0], FIELDS[1], FIELDS[2]])
async def test_a_reason_without_its_opinion_is_refused_and_stays(library: Library, record: str, keys: tuple[str, ...], field: str) -> None:
    async with reading(library, at=record) as reader:
        await type_reason(reader, keys)
        await reader.press("enter")
        assert text(reader, field) == REASON
        assert "need" in str(dialog(reader).query_one(".dialog-error", Static).content)


async def test_an_outcome_is_withdrawn_by_choosing_not_yet(library: Library) -> None:
    ResolutionLog(library.notes("bridges")).give(library.open("bridges").get("c002"), "yes", "Measured.")
    async with reading(library, at="c002") as reader:
        await reader.press("v", *("down",) * 6, "left", "enter")
        assert reader.told[-1] == "Saved your opinion on c002: outcome not yet, evidence removed."
        resolution = ResolutionLog(reader.notes).current("c002")
        assert resolution and (resolution.outcome, resolution.evidence) == ("open", "")


async def test_a_reason_is_kept_although_its_field_was_removed_by_an_error(library: Library) -> None:
    async with reading(library, at="c001") as reader:
        await reader.press("v", "down", *"wet")
        await dialog(reader).query_one("#reason").remove()
        assert dialog(reader).keep_draft()
        (path,) = (library.places.drafts / "opinions").glob("*.json")
        assert "wet" in path.read_text("utf-8")
