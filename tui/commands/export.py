"""Commands that export the briefing to a file: as a page for a meeting, or in any format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.errors import AlreadyExistsError, InvalidInputError, StoreError  # fmt: skip
from store.export import FORMATS, export_warning, exporter
from store.export.options import LINKING, PAGES, Options
from store.export.reader_data import ReaderData, reader_data
from store.export.write_out import expand_path, unused_path, write_export
from store.text.sanitize import sanitize_line
from tui.dialogs.export import ExportRequest
from tui.keys.bindings import key_label
from tui.workspace.context import AppContext

_PAGE = "A page for the meeting"


class ExportCommands:
    """Writes exports; a file is overwritten only after confirmation."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._last = {_PAGE: ExportRequest("brief")}

    def brief(self) -> None:
        """Ask for the options of a page, and write it."""
        self._context.ask(self._export(_PAGE, PAGES))

    def export(self) -> None:
        """Ask for a format, and export in it."""
        self._context.ask(self._export(f"Export {self._context.briefing.id}", tuple(FORMATS)))

    async def _export(self, title: str, formats: tuple[str, ...]) -> None:
        """Ask until the file is written or the user cancels; the answer is kept for the next time."""
        from tui.dialogs.export import ExportDialog

        request: ExportRequest | None = self._last.get(title, ExportRequest(formats[0]))
        error_message = ""
        while request is not None:
            dialog = ExportDialog(title, formats, self._suggested, request, error_message)
            request = await self._context.screen.app.push_screen_wait(dialog)
            if request is None:
                return
            self._last[title] = request
            try:
                await self._write(request)
                return
            except StoreError as error:
                error_message = str(error)

    async def _write(self, request: ExportRequest) -> None:
        """Write the export; raise StoreError if it was not written."""
        if not request.path.strip():
            raise InvalidInputError("It needs a place: the name of a file.")
        path = expand_path(request.path.strip())
        writer = exporter(request.format, self._options(request))
        mine = reader_data(self._context.notes) if request.mine == "with" else ReaderData()
        exported = await self._context.background.run(lambda: writer(self._context.briefing, *mine))
        try:
            write_export(exported, path)
        except AlreadyExistsError as taken:
            free = unused_path(path)
            answer = await self._ask_about_existing(taken, path, free)
            if not answer:
                raise
            path = free if answer == "another" else path
            write_export(exported, path, overwrite=answer == "overwrite")
        self._context.notifier.info(
            f"Written to {sanitize_line(str(path))}. {export_warning(request.format, self._context.briefing)}".strip()
        )

    def _options(self, request: ExportRequest) -> Options:
        """Return the options that this format has."""
        is_page, marked = request.format in PAGES, self._context.progress.marked
        if is_page and request.what == "marked" and not marked:
            raise InvalidInputError(f"No record is marked. Press {key_label('mark')} to mark one.")
        return Options(
            minutes=request.minutes if is_page else None,
            only=frozenset(marked) if is_page and request.what == "marked" else None,
            audience=sanitize_line(request.audience) if is_page else "",
            wikilinks=request.ids == "links" and request.format in LINKING,
        )

    async def _ask_about_existing(self, taken: AlreadyExistsError, path: Path, free: Path) -> str | None:
        """Ask what to do about an existing file; return None to leave it as it is."""
        from tui.dialogs.choice import ChoiceDialog

        choices = (
            ("another", f"write {sanitize_line(free.name)} beside it"),
            ("overwrite", f"what is in {sanitize_line(path.name)} is gone then"),
        )
        return await self._context.screen.app.push_screen_wait(ChoiceDialog(str(taken), choices))

    def _suggested(self, format: str) -> str:
        """Return a path in the current directory; if that was deleted, in the home directory; if there is none either, a name."""
        name = f"{self._context.briefing.id}{FORMATS[format].suffix}"
        home = _directory(Path.home)
        folder = _directory(Path.cwd) or home
        if folder is None:
            return name
        return f"~/{(folder / name).relative_to(home)}" if home and folder.is_relative_to(home) else str(folder / name)


def _directory(find: Callable[[], Path]) -> Path | None:
    try:
        return find()
    except (OSError, RuntimeError):  # deleted; RuntimeError: this user has no home directory
        return None
