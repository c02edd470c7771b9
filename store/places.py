"""Where files live: platformdirs, or everything under one folder where BRIEFING_HOME names it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

APPLICATION = "briefing"


class Places(NamedTuple):
    """The four folders of the program; none need exist. `data` is precious, `cache` may be deleted at any time."""

    data: Path
    state: Path
    config: Path
    cache: Path

    @property
    def library(self) -> Path:
        """One folder for each briefing, named by its id."""
        return self.data / "library"

    @property
    def backups(self) -> Path:
        """Dated copies of the reader's notes, one folder for each briefing."""
        return self.data / "backups"

    @property
    def drafts(self) -> Path:
        """What is being written and is not yet a note."""
        return self.state / "drafts"

    @property
    def log(self) -> Path:
        """Where errors of ours are told in full."""
        return self.state / "briefing.log"


def find_places() -> Places:
    """The folders of this reader: under `$BRIEFING_HOME` if it is set, else where the platform keeps such files."""
    home = os.environ.get("BRIEFING_HOME", "")
    if home:
        root = Path(home).expanduser().absolute()
        return Places(root / "data", root / "state", root / "config", root / "cache")
    # Imported only here: it costs a fifth of what a headless command takes.
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APPLICATION, appauthor=False)
    return Places(folders.user_data_path, folders.user_state_path, folders.user_config_path, folders.user_cache_path)
