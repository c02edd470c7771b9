"""Everything that is ever saved, each as one deed of a writer; what stands before it is made ready by `prepare`."""

from __future__ import annotations

from collections.abc import Callable

from store.annotations.drafts import Draft, Drafts
from store.library.backups import Backups
from tests.tools.torture.ledger import now
from tests.tools.torture.writer import Writer

TORN = b'0badc0de {"q":1,"o":[["notes","n-unsaved'
FIRST, AFTER_TORN = "a first save", "a save after a torn end"


def back_up(writer: Writer) -> None:
    """Today's copy."""
    _backups(writer).make(writer.notes.journal.path, now().date())


def restore(writer: Writer) -> None:
    """Brings today's copy back."""
    _backups(writer).restore(now().date().isoformat(), writer.notes.journal.path)


def draft(writer: Writer) -> None:
    """Begins a draft, writes on, puts it aside."""
    pen = Drafts(writer.notes.journal.path.parent.parent / "drafts").begin(Draft(briefing="bridges", target="c001", body=""))
    pen.write("half a thought")
    pen.suspend("half a thought, and on")


DEEDS: dict[str, Callable[[Writer], None]] = {
    FIRST: Writer.add,
    "a save": Writer.add,
    "an edit": Writer.edit,
    "a deletion": Writer.remove,
    "a verdict": Writer.judge,
    "a compaction": Writer.compact,
    AFTER_TORN: Writer.add,
    "a backup": back_up,
    "a restore": restore,
    "a draft": draft,
}


def prepare(deed: str, writer: Writer) -> None:
    """Prepare the home for `deed`: notes of the writer's own, a torn end, a backup of today or none."""
    if deed == FIRST:
        return
    writer.add()
    if deed == "a compaction":
        writer.edit()  # so that there is a version to move
    path = writer.notes.journal.path
    if deed == AFTER_TORN:
        with path.open("ab") as file:
            file.write(TORN)
    if deed in ("a backup", "a restore"):
        for old in _backups(writer).all():
            old.path.unlink()
    if deed == "a restore":
        back_up(writer)


def _backups(writer: Writer) -> Backups:
    return Backups(writer.notes.journal.path.parent.parent / "backups")
