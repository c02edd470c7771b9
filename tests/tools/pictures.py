"""Takes the three screenshots of the README, as SVG without web fonts: `make pictures`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

SIZE = (120, 36)
PICTURES = {
    "overview": ("briefing-night", ()),
    "strategies": ("briefing-night", ("3", "right")),
    "recommendation": ("briefing-day", ("4", *["down"] * 9, "tab")),
}


async def take(name: str, folder: Path) -> None:
    """Presses the keys of one picture, and keeps what is on the screen."""
    from assets import BRIEFINGS
    from store.annotations.ui_state import UiState
    from store.library.library import Library
    from store.storage.paths import find_paths
    from tui.app.app import BriefingApp

    library = Library(find_paths(), lambda: datetime(2026, 11, 22, 10, tzinfo=UTC))
    library.install_bundled(BRIEFINGS)
    briefing = library.open("alibaba-overseas")
    theme, keys = PICTURES[name]
    app = BriefingApp(library, briefing, library.notes(briefing.id), UiState(toured=True))
    async with app.run_test(size=SIZE) as pilot:
        app.theme = theme
        await pilot.press(*keys)
        await pilot.pause()
        picture = app.export_screenshot(title="briefing")
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")
    picture = picture.replace("<text ", '<text xml:space="preserve" ')
    (folder / f"{name}.svg").write_text(picture, "utf-8")


async def main() -> None:
    """All of them, each with a library of its own."""
    for name in PICTURES:
        with tempfile.TemporaryDirectory() as home:
            os.environ["BRIEFING_HOME"] = home
            await take(name, Path(__file__).parents[2] / "assets")


if __name__ == "__main__":
    asyncio.run(main())
