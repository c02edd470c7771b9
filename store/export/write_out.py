"""Writing of exports to a file or a directory; an existing file is overwritten only on request."""

from __future__ import annotations

import os
from pathlib import Path

from store.errors import AlreadyExistsError, InvalidInputError, NoHomeError, ReadOnlyError, WriteError
from store.storage import atomic_file
from store.storage.files import exists
from store.storage.paths import expanded
from store.text.sanitize import sanitize_line

Exported = str | dict[str, str]


def write_export(exported: Exported, path: Path, *, overwrite: bool = False) -> None:
    """Write an export to `path`, for this user alone: a file, or a folder of files, which may be there already.

    Raises AlreadyExistsError where something is there already, InvalidInputError where no file can be or the disk does not take it.
    """
    if "\0" in str(path):
        raise InvalidInputError(f"{sanitize_line(str(path))} is not a name that a file can have.")
    if isinstance(exported, str):
        _check(path, overwrite)
        _write(path, exported)
        return
    if exists(path) and not os.path.isdir(path):
        raise InvalidInputError(f"{sanitize_line(str(path))} is not a folder, and this format is a folder of {len(exported)} files.")
    if not os.path.isdir(path.parent):
        raise InvalidInputError(f"{sanitize_line(str(path))} cannot be made: the folder it would be in does not exist.")
    for name in exported if exists(path) else ():
        _check(path / name, overwrite)
    try:
        atomic_file.make_directory(path)
    except (ReadOnlyError, WriteError) as error:
        raise _failed(path, error) from None
    for name, text in exported.items():
        _write(path / name, text)


def expand_path(words: str) -> Path:
    """Return the path that the user typed, absolute and with `~` expanded; raise InvalidInputError if there is no such home directory."""
    try:
        return expanded(words)
    except NoHomeError as error:
        raise InvalidInputError(str(error)) from None


def unused_path(path: Path) -> Path:
    """`page-2.md`, or the first number for which nothing is there."""
    number = 2
    while os.path.lexists(free := path.with_name(f"{path.stem}-{number}{path.suffix}")):
        number += 1
    return free


def _check(path: Path, overwrite: bool) -> None:
    """Raise InvalidInputError where no file may be written."""
    name, is_there = sanitize_line(str(path)), exists(path)
    reason = _why_not(path, is_there)
    if reason:
        raise InvalidInputError(f"{name} is not a file that can be written: {reason}.")
    if is_there and not overwrite:
        raise AlreadyExistsError(f"{name} is there already.", str(path))


def _why_not(path: Path, is_there: bool) -> str:
    """Return the reason why no export can be written to `path`, or `""`; a device or a FIFO would be replaced by a file."""
    if is_there and os.path.isdir(path):
        return "it is a folder"
    if is_there and not os.path.isfile(path):
        return "it is not a regular file"
    return "" if is_there or os.path.isdir(path.parent) else "its folder does not exist"


def _write(path: Path, text: str) -> None:
    try:
        atomic_file.replace(path, text.encode())
    except (ReadOnlyError, WriteError) as error:
        raise _failed(path, error) from None


def _failed(path: Path, error: ReadOnlyError | WriteError) -> InvalidInputError:
    """Return the error without the advice for notes, as an export can be written somewhere else."""
    cause = error.__cause__
    reason = (cause.strerror or str(cause)).lower() if isinstance(cause, OSError) else "the disk did not take it"
    return InvalidInputError(f"{sanitize_line(str(path))} was not written: {reason}. Nothing is lost; try another place.")
