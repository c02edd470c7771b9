"""Locations of all files: those of platformdirs, or everything under BRIEFING_HOME if it is set."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from store.errors import NoHomeError
from store.text.sanitize import sanitize_line

APPLICATION = "briefing"


class Paths(NamedTuple):
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
        """Return the directory of drafts."""
        return self.state / "drafts"

    @property
    def log(self) -> Path:
        """Return the path of the log of internal errors."""
        return self.state / "briefing.log"


def find_paths() -> Paths:
    """Return the directories of this user: under `$BRIEFING_HOME` if it is set, else where the platform keeps such files.

    Raise NoHomeError if they cannot be determined.
    """
    home = os.environ.get("BRIEFING_HOME", "")
    if home:
        try:
            root = expanded(home)
        except NoHomeError as error:
            raise NoHomeError(f"BRIEFING_HOME: {error}") from None
        return Paths(root / "data", root / "state", root / "config", root / "cache")
    # Imported only here: it costs a fifth of what a headless command takes.
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APPLICATION, appauthor=False)
    try:
        places = Paths(folders.user_data_path, folders.user_state_path, folders.user_config_path, folders.user_cache_path)
    except RuntimeError:
        raise _no_home() from None
    if not all(folder.is_absolute() for folder in places):  # earlier versions of platformdirs return `~/.local/…` as it is
        raise _no_home()
    return places


def expanded(path: str) -> Path:
    """Return `path` as an absolute path, with `~` and `~user` replaced by a home directory; raise NoHomeError if there is none."""
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError:
        user = path.split("/")[0]
        raise NoHomeError(
            f"{sanitize_line(path)} cannot be used: there is no home directory for {sanitize_line(user)}. Give an absolute path."
        ) from None
    except OSError as error:  # a relative path, in a working directory that was deleted
        raise NoHomeError(
            f"{sanitize_line(path)} cannot be used: {(error.strerror or str(error)).lower()}. Give an absolute path."
        ) from None


def _no_home() -> NoHomeError:
    return NoHomeError("This user has no home directory. Set BRIEFING_HOME to a directory that can be written to.")
