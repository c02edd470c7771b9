"""The command that shows the history of a record: earlier versions of its note, and earlier opinions on it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from store.annotations.note_change import NoteChange
from store.model.note import Note
from tui.commands.trash import summarize_note
from tui.keys.bindings import key_label
from tui.render.records.notes import version_blocks
from tui.render.records.opinion_history import history_blocks, opinion_changes
from tui.render.text.blocks import Block
from tui.workspace.context import AppContext

_OPINIONS = "opinions"


class HistoryCommands:
    """Shows earlier versions and opinions; restoring a version can be undone."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def show(self) -> None:
        """Show the versions of the note and the opinions on the record, and restore the chosen version."""
        note, target = self._context.workspace.pane.note, self._context.workspace.pane.note_target
        versions = self._versions(note) if note else {}
        opinions = list(history_blocks(opinion_changes(self._context.opinions, target)))
        if len(versions) < 2 and not opinions:
            keys = f"Press {key_label('note.edit')} to edit a note, {key_label('verdict')} to give an opinion."
            self._context.notifier.info(f"{target} has no history: no earlier version of a note, and no opinion. {keys}")
            return
        self._context.ask(self._show(target, versions, opinions))

    def _versions(self, note: Note) -> dict[str, Note]:
        """Return the versions of a note by their numbers, the latest first; report those that cannot be read."""
        earlier = self._context.notes.revisions(note.id)
        if problem := self._context.notes.archive.problem:
            self._context.notifier.error(problem)
        return {str(version.revision): version for version in (note, *reversed(earlier))}

    async def _show(self, target: str, versions: dict[str, Note], opinions: Sequence[Block]) -> None:
        from tui.dialogs.base import CHOOSE, CLOSE, KeyHint
        from tui.dialogs.choice import ChoiceDialog

        choices = [(number, _describe_version(version, is_current=not at)) for at, (number, version) in enumerate(versions.items())]
        choices += [(_OPINIONS, f"on {target}")] if opinions else []
        restore = (KeyHint("enter", "restore version"),) if len(versions) > 1 else ()
        dialog = ChoiceDialog(
            f"History of {target}",
            tuple(choices),
            lambda chosen: opinions if chosen == _OPINIONS else version_blocks(versions[chosen]),
            1 if len(choices) > 1 else 0,
            (CHOOSE, *restore, KeyHint("pagedown", "scroll"), CLOSE),
        )
        chosen = await self._context.screen.app.push_screen_wait(dialog)
        if chosen in versions:
            self._restore(next(iter(versions.values())), versions[chosen])

    def _restore(self, note: Note, version: Note) -> None:
        if version is note:
            return
        restored = replace(version, modified=self._context.notes.now(), revision=note.revision + 1)
        label = f"version {version.revision} of the note on {note.target}"
        if self._context.apply(f"restore {label}", NoteChange(note, restored)):
            self._context.notifier.info(f"Restored {label}. Press {key_label('undo')} to undo.")


def _describe_version(version: Note, is_current: bool) -> str:
    return f"{'now: ' if is_current else ''}{summarize_note(version)}"
