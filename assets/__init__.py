"""What is shipped and not run: the stylesheet, the help, and the briefings that come with the program."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
BRIEFINGS = FOLDER / "briefings"
