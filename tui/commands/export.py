"""Answers the wishes to take the briefing along: a page for the meeting, or any format, in a file of the reader's."""

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
    """Writes exports where the reader wants them; never over what is there without asking."""

    def __init__(self, reach: AppContext) -> None:
        self._reach = reach
        self._last = {_PAGE: ExportRequest("brief")}

    def brief(self) -> None:
        """Asks for a page: how long, of what, for whom, where to."""
        self._reach.ask(self._export(_PAGE, PAGES))

    def export(self) -> None:
        """Asks for any format."""
        self._reach.ask(self._export(f"Export {self._reach.briefing.id}", tuple(FORMATS)))

    async def _export(self, title: str, formats: tuple[str, ...]) -> None:
        """Asks until it is written or the reader leaves: what was answered is never asked twice."""
        from tui.dialogs.export import ExportDialog

        wanted: ExportRequest | None = self._last.get(title, ExportRequest(formats[0]))
        complaint = ""
        while wanted is not None:
            dialog = ExportDialog(title, formats, self._suggested, wanted, complaint)
            wanted = await self._reach.screen.app.push_screen_wait(dialog)
            if wanted is None:
                return
            self._last[title] = wanted
            try:
                await self._write(wanted)
                return
            except StoreError as error:
                complaint = str(error)

    async def _write(self, wanted: ExportRequest) -> None:
        """Raises StoreError where it cannot be."""
        if not wanted.path.strip():
            raise InvalidInputError("It needs a place: the name of a file.")
        path = expand_path(wanted.path.strip())
        writer = exporter(wanted.format, self._options(wanted))
        mine = reader_data(self._reach.notes) if wanted.mine == "with" else ReaderData()
        exported = await self._reach.aside(lambda: writer(self._reach.briefing, *mine))
        try:
            write_export(exported, path)
        except AlreadyExistsError as taken:
            free = unused_path(path)
            answer = await self._what_then(taken, path, free)
            if not answer:
                raise
            path = free if answer == "another" else path
            write_export(exported, path, overwrite=answer == "overwrite")
        self._reach.notifier(f"Written to {sanitize_line(str(path))}. {export_warning(wanted.format, self._reach.briefing)}".strip())

    def _options(self, wanted: ExportRequest) -> Options:
        """Of what was answered, what this format knows."""
        is_page, marked = wanted.format in PAGES, self._reach.memory.marked
        if is_page and wanted.what == "marked" and not marked:
            raise InvalidInputError(f"No record is marked. Press {key_label('mark')} to mark one.")
        return Options(
            minutes=wanted.minutes if is_page else None,
            only=frozenset(marked) if is_page and wanted.what == "marked" else None,
            audience=sanitize_line(wanted.audience) if is_page else "",
            wikilinks=wanted.ids == "links" and wanted.format in LINKING,
        )

    async def _what_then(self, taken: AlreadyExistsError, path: Path, free: Path) -> str:
        """Something is there: what the reader wants done; nothing where it is to stay as it is."""
        from tui.dialogs.choice import ChoiceDialog

        choices = (
            ("another", f"write {sanitize_line(free.name)} beside it"),
            ("overwrite", f"what is in {sanitize_line(path.name)} is gone then"),
        )
        return await self._reach.screen.app.push_screen_wait(ChoiceDialog(str(taken), choices))

    def _suggested(self, format: str) -> str:
        """Return a path in the current directory; if that was deleted, in the home directory; if there is none either, a name."""
        name = f"{self._reach.briefing.id}{FORMATS[format].suffix}"
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
