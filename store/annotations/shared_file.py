"""Saving of a small file that several windows write: what the others saved meanwhile is merged first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from store.errors import StoreError
from store.storage import atomic_file

Content = TypeVar("Content", bound=msgspec.Struct)


def merge_and_save(path: Path, saved: Content, merge: Callable[[Content], Content]) -> bool:
    """Replace the file at `path`, which holds `saved`, by the result of `merge`; return False if it cannot be written.

    No exception is raised: these files hold only what the program can do without.
    """
    try:
        atomic_file.make_directory(path.parent)
        atomic_file.replace(path, msgspec.json.encode(merge(saved)))
    except StoreError:
        return False
    return True
