"""File systems of our own, where this machine allows them: small ones that fill, and disks that can be copied while they are written."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools.torture import Untried


@contextmanager
def mounted(place: Path, *arguments: str) -> Iterator[Path]:
    """Mounts at `place` for the block; raises Untried where that is not allowed."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        raise Untried("only root may mount, and these tests do not run as root")
    place.mkdir(parents=True, exist_ok=True)
    _run("mount", *arguments, str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True, capture_output=True)


def make_disk(image: Path, size: int) -> Path:
    """Create an empty ext4 disk of so many bytes in a file."""
    if not shutil.which("mkfs.ext4"):
        raise Untried("mkfs.ext4 is not installed")
    with image.open("wb") as file:
        file.truncate(size)
    _run("mkfs.ext4", "-q", "-F", "-m", "0", str(image))
    return image


def _run(*command: str) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Untried(f"{command[0]} is not allowed here ({ended.stderr.strip()})")
