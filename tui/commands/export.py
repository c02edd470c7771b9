"""Answers the wishes to take the briefing along: a page for the meeting, or any format, in a file of the reader's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.errors import Refused, StoreError, Taken  # fmt: skip
from store.export import FORMATS, exporter, remark
from store.export.options import LINKING, PAGES, Options
from store.export.reader_data import Mine, everything_of
from store.export.write_out import another_name, deliver, meant_path
from store.text.sanitize import one_line
from tui.dialogs.export import Wanted
from tui.keys.bindings import shown_key
from tui.workspace.context import Reach

_PAGE = "A page for the meeting"


class Exporting:
    """Writes exports where the reader wants them; never over what is there without asking."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._last = {_PAGE: Wanted("brief")}

    def brief(self) -> None:
        """Asks for a page: how long, of what, for whom, where to."""
        self._reach.ask(self._export(_PAGE, PAGES))

    def export(self) -> None:
        """Asks for any format."""
        self._reach.ask(self._export(f"Export {self._reach.briefing.id}", tuple(FORMATS)))

    async def _export(self, title: str, formats: tuple[str, ...]) -> None:
        """Asks until it is written or the reader leaves: what was answered is never asked twice."""
        from tui.dialogs.export import ExportAs

        wanted: Wanted | None = self._last.get(title, Wanted(formats[0]))
        complaint = ""
        while wanted is not None:
            dialog = ExportAs(title, formats, self._suggested, wanted, complaint)
            wanted = await self._reach.screen.app.push_screen_wait(dialog)
            if wanted is None:
                return
            self._last[title] = wanted
            try:
                await self._write(wanted)
                return
            except StoreError as error:
                complaint = str(error)

    async def _write(self, wanted: Wanted) -> None:
        """Raises StoreError where it cannot be."""
        if not wanted.path.strip():
            raise Refused("It needs a place: the name of a file.")
        path = meant_path(wanted.path.strip())
        writer = exporter(wanted.format, self._options(wanted))
        mine = everything_of(self._reach.notes) if wanted.mine == "with" else Mine()
        exported = await self._reach.aside(lambda: writer(self._reach.briefing, *mine))
        try:
            deliver(exported, path)
        except Taken as taken:
            free = another_name(path)
            answer = await self._what_then(taken, path, free)
            if not answer:
                raise
            path = free if answer == "another" else path
            deliver(exported, path, overwrite=answer == "overwrite")
        self._reach.tell(f"Written to {one_line(str(path))}. {remark(wanted.format, self._reach.briefing)}".strip())

    def _options(self, wanted: Wanted) -> Options:
        """Of what was answered, what this format knows."""
        is_page, marked = wanted.format in PAGES, self._reach.memory.marked
        if is_page and wanted.what == "marked" and not marked:
            raise Refused(f"No record is marked. Press {shown_key('mark')} to mark one.")
        return Options(
            minutes=wanted.minutes if is_page else None,
            only=frozenset(marked) if is_page and wanted.what == "marked" else None,
            audience=one_line(wanted.audience) if is_page else "",
            wikilinks=wanted.ids == "links" and wanted.format in LINKING,
        )

    async def _what_then(self, taken: Taken, path: Path, free: Path) -> str:
        """Something is there: what the reader wants done; nothing where it is to stay as it is."""
        from tui.dialogs.choice import Choose

        choices = (("another", f"write {one_line(free.name)} beside it"), ("overwrite", f"what is in {one_line(path.name)} is gone then"))
        return await self._reach.screen.app.push_screen_wait(Choose(str(taken), choices))

    def _suggested(self, format: str) -> str:
        """Return a path in the current directory; if that was deleted, in the home directory; if there is none either, a name."""
        name = f"{self._reach.briefing.id}{FORMATS[format].ending}"
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
