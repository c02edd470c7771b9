"""Answers the wishes about copying: the card as text, or as something else; honest about what the clipboard took."""

from __future__ import annotations

from store import StoreError, keep_copy
from tui.programs import to_clipboard
from tui.reach import Reach
from tui.render.markdown import markdown
from tui.render.parts import plain

FORMS = {"text": "the card as text", "markdown": "the card as Markdown", "id": "its id", "link": "a command that opens it"}


class Copying:
    """Copies what the reader looks at."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach

    def copy(self) -> None:
        """The card as text."""
        self.copy_form("text")

    def copy_as(self) -> None:
        """Asks as what."""
        self._reach.ask(self._copy_as())

    def copy_form(self, form: str) -> None:
        """The card in this one of FORMS."""
        words = self._words(form)
        screen = self._reach.screen
        screen.app.copy_to_clipboard(words)  # OSC 52: a terminal may take it, and never says whether it did
        taken_by = to_clipboard(words)
        if taken_by:
            self._reach.tell(f"Copied {FORMS[form]} ({taken_by}).")
            return
        try:
            path = keep_copy(self._reach.library.places.state, words)
        except StoreError as error:
            self._reach.tell(f"Sent {FORMS[form]} to the terminal, which does not say whether it took it. {error}", True)
            return
        self._reach.tell(f"Sent {FORMS[form]} to the terminal, which does not say whether it took it. It is also in {path}.")

    def _words(self, form: str) -> str:
        pane = self._reach.desk.pane
        pane.look()
        match form:
            case "id":
                return pane.place
            case "link":
                return f"briefing open {self._reach.briefing.id} --at {pane.place}"
            case "markdown":
                return markdown(pane.card.blocks)
            case _:
                return plain(pane.card.blocks) + "\n"

    async def _copy_as(self) -> None:
        from tui.dialogs.choose import Choose

        choices = tuple((form, words) for form, words in FORMS.items())
        form = await self._reach.screen.app.push_screen_wait(Choose(f"Copy {self._reach.desk.pane.place} as", choices))
        if form:
            self.copy_form(form)
