"""Commands that copy the card or open a URL, and report what became of the copy."""

from __future__ import annotations

from store.annotations.ui_state import save_copy
from store.errors import StoreError
from tui.external.processes import copy_to_clipboard, open_in_browser
from tui.keys.bindings import key_label
from tui.render.text.blocks import to_plain_text
from tui.render.text.markdown import markdown
from tui.workspace.context import AppContext

FORMS = {"text": "the card as text", "markdown": "the card as Markdown", "id": "its id", "link": "a command that opens it"}


class ClipboardCommands:
    """Copies the current card, and opens URLs after confirmation."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def copy(self) -> None:
        """Copy the card as text."""
        self.copy_form("text")

    def copy_as(self) -> None:
        """Ask for a format, and copy the card in it."""
        self._context.ask(self._copy_as())

    def copy_form(self, form: str) -> None:
        """Copy the card in one of FORMS."""
        self._copy(self._words(form), FORMS[form])

    def visit(self, address: str) -> None:
        """Ask whether to open or copy a URL; it is never opened without confirmation."""
        self._context.ask(self._visit(address))

    def _copy(self, words: str, what: str) -> None:
        screen = self._context.screen
        screen.app.copy_to_clipboard(words)  # OSC 52: a terminal that takes the text does not confirm it
        taken_by = copy_to_clipboard(words)
        if taken_by:
            self._context.notifier.info(f"Copied {what} ({taken_by}).")
            return
        try:
            path = save_copy(self._context.library.places.state, words)
        except StoreError as error:
            self._context.notifier.error(f"Sent {what} to the terminal, which does not say whether it took it. {error}")
            return
        self._context.notifier.info(f"Sent {what} to the terminal, which does not say whether it took it. It is also in {path}.")

    def _words(self, form: str) -> str:
        pane = self._context.workspace.pane
        pane.refresh_card()
        match form:
            case "id":
                return pane.current_id
            case "link":
                return f"briefing open {self._context.briefing.id} --at {pane.current_id}"
            case "markdown":
                return markdown(pane.card.blocks)
            case _:
                return to_plain_text(pane.card.blocks) + "\n"

    async def _copy_as(self) -> None:
        from tui.dialogs.choice import ChoiceDialog

        choices = tuple((form, words) for form, words in FORMS.items())
        form = await self._context.screen.app.push_screen_wait(ChoiceDialog(f"Copy {self._context.workspace.pane.current_id} as", choices))
        if form:
            self.copy_form(form)

    async def _visit(self, address: str) -> None:
        from tui.dialogs.open_url import COPY, OPEN, OpenUrlDialog

        answer = await self._context.screen.app.push_screen_wait(OpenUrlDialog(address))
        if answer == COPY:
            self._copy(address, "the address")
        elif answer == OPEN and (asked := open_in_browser(address)):
            self._context.notifier.info(f"{asked} was asked to open it.")
        elif answer == OPEN:
            self._context.notifier.error(f"No browser was found. Press {key_label('follow')} on the URL to copy it.")
