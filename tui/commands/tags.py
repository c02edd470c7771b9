"""Commands for tags: rename one on all notes."""

from __future__ import annotations

from store.annotations.tags import count_tags, new_name, normalize_tags, rename_changes
from store.errors import StoreError
from store.search.list_filter import Suggestion
from store.text.fold import fold_text
from tui.keys.bindings import key_label
from tui.workspace.context import AppContext

_MOST = 12


class TagCommands:
    """Renames tags; each change can be undone."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def rename(self) -> None:
        """Ask for a tag and its new name, and rename it on all notes."""
        if not self._counts():
            edit = key_label("note.edit")
            self._context.notifier.info(f"No note has a tag. Press {edit} on a note to edit it and its tags.")
            return
        self._context.ask_if_writable(self._choose())

    async def _choose(self) -> None:
        from tui.dialogs.choice import ChoiceDialog

        choices = tuple((tag, _note_count(count)) for tag, count in self._counts().items())
        chosen = await self._context.screen.app.push_screen_wait(ChoiceDialog("Rename a tag", choices))
        if chosen:
            await self._rename(chosen)

    async def _rename(self, old: str) -> None:
        from tui.dialogs.suggest_input import SuggestInput

        dialog = SuggestInput(old, lambda typed: self._describe(old, typed), self._suggest, f"New name of #{old}")
        typed = await self._context.screen.app.push_screen_wait(dialog)
        if not typed:
            return
        notes = self._context.notes
        try:
            changes = rename_changes(notes.all(), old, typed, notes.now())
        except StoreError as error:
            self._context.notifier.error(str(error))
            return
        new = new_name(notes.all(), old, typed)
        action = f"merge the tag #{old} into" if new in self._counts() else f"rename the tag #{old} to"
        count = _note_count(len(changes))
        if self._context.apply(f"{action} #{new} ({count})", *changes):
            self._context.notifier.info(f"Renamed #{old} to #{new} on {count}.")

    def _describe(self, old: str, typed: str) -> str:
        """Return the effect of a new name; raise StoreError if it is not a tag."""
        notes = self._context.notes.all()
        count = len(rename_changes(notes, old, typed, "")) if normalize_tags([typed]) != (old,) else 0
        if not count:
            return "This is the current name."
        new = new_name(notes, old, typed)
        merged = f"; #{new} is in use, and the two are merged" if new in self._counts() else ""
        return f"#{new} on {_note_count(count)}{merged}"

    def _counts(self) -> dict[str, int]:
        return count_tags(self._context.notes.all())

    def _suggest(self, typed: str) -> tuple[Suggestion, ...]:
        """Return the tags in use that contain what is typed, those that begin with it first."""
        folded = fold_text(typed.strip().lstrip("#"))
        matches = [(tag, count) for tag, count in self._counts().items() if folded in fold_text(tag) and tag != typed]
        matches.sort(key=lambda item: not fold_text(item[0]).startswith(folded))
        return tuple(Suggestion(tag, f"#{tag}", count) for tag, count in matches[:_MOST])


def _note_count(count: int) -> str:
    return f"{count} note{'s' * (count != 1)}"
